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

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** One call on its way: what was asked, how far it came, and how to abort it. */
final class Attempt {
    /** Under this name the request executor finds it in the client's context. */
    static final String KEY = Attempt.class.getName();

    private final HttpCall call;
    private final HttpUriRequestBase request;
    private volatile boolean sending;
    private volatile boolean late;

    Attempt(HttpCall call, HttpUriRequestBase request) {
        this.call = call;
        this.request = request;
    }

    HttpCall call() {
        return call;
    }

    HttpUriRequestBase request() {
        return request;
    }

    void sendingBegins() {
        sending = true;
    }

    boolean mayHaveBeenSent() {
        return sending;
    }

    void abortAsLate() {
        late = true;
        abort();
    }

    boolean isLate() {
        return late;
    }

    void abort() {
        request.cancel();
    }

    @Override
    public String toString() {
        return call.toString();
    }
}
