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

import org.jspecify.annotations.Nullable;

/**
 * There is no complete answer to a call. The message says what failed, the method, the path and the host, and never
 * quotes a query, a header or a body.
 */
public final class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the server may have got the request. */
    private final boolean mayHaveBeenSent;

    /**
     * A call that failed.
     *
     * @param call            the call
     * @param reason          what failed, without secrets
     * @param mayHaveBeenSent whether the server may have got the request
     * @param cause           why, without secrets
     */
    public TransportException(HttpCall call, String reason, boolean mayHaveBeenSent, @Nullable Throwable cause) {
        super(call.method() + " " + call.uri().getPath() + " at " + call.uri().getHost() + " failed: " + reason, cause);
        this.mayHaveBeenSent = mayHaveBeenSent;
    }

    /**
     * Whether the server may have got the request, and may have acted upon it.
     *
     * @return {@code false} only if it is certain that no byte of the request left, so that sending it again cannot do
     *         the same thing twice
     */
    public boolean mayHaveBeenSent() {
        return mayHaveBeenSent;
    }
}
