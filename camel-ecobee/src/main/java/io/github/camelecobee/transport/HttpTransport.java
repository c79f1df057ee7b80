/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.github.camelecobee.transport;

import java.io.OutputStream;

/**
 * Sends HTTP calls. Every HTTP status is an answer: redirects are not followed, nothing is repeated, no cookie is kept.
 * <p>
 * Safe for use by several threads.
 */
public interface HttpTransport extends AutoCloseable {

    /**
     * Sends a call, and blocks until its answer is complete.
     *
     * @param  call               what to send
     * @return                    the answer, whatever its status
     * @throws TransportException if there is no complete answer; it says whether the call may have been delivered
     */
    HttpAnswer send(HttpCall call);

    /**
     * Sends a GET, and passes the body of its answer on as it comes, undecoded.
     *
     * @param  call               what to send
     * @param  to                 gets the body when the status is 200; is not closed
     * @param  most               the largest body, in bytes
     * @return                    the HTTP status
     * @throws TransportException if there is no complete answer, if its body is larger, or if it cannot be passed on
     */
    default int download(HttpCall call, OutputStream to, long most) {
        throw new UnsupportedOperationException("This transport downloads nothing");
    }

    /** Aborts the calls under way, within a second, and gives the connections back. Closing twice does nothing. */
    @Override
    void close();
}
