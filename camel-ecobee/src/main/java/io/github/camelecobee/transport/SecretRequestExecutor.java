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

import java.io.IOException;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the secrets of a call when its head is about to be written, so that no logger, interceptor or exception of
 * the client above ever sees them, and notes that sending has begun.
 */
final class SecretRequestExecutor extends HttpRequestExecutor {

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request, HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback, HttpContext context)
            throws IOException, HttpException {
        Attempt attempt = (Attempt) context.getAttribute(Attempt.KEY);
        // A CONNECT goes to the proxy, whom our secrets do not concern.
        if (attempt == null || Method.CONNECT.isSame(request.getMethod())) {
            return super.execute(request, connection, callback, context);
        }
        Armed armed = new Armed(request, attempt.call());
        attempt.sendingBegins();
        return super.execute(armed, connection, callback, context);
    }

    private static final class Armed extends BasicClassicHttpRequest {
        private static final long serialVersionUID = 1L;

        private final String target;

        Armed(ClassicHttpRequest request, HttpCall call) {
            super(request.getMethod(), request.getScheme(), request.getAuthority(), request.getPath());
            setVersion(request.getVersion());
            setHeaders(request.getHeaders());
            setEntity(request.getEntity());
            call.bearer().ifPresent(token -> setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token));
            String plain = request.getRequestUri();
            String secret = HttpCall.encode(call.secretQuery());
            target = secret.isEmpty() ? plain : plain + (plain.contains("?") ? "&" : "?") + secret;
        }

        @Override
        public String getRequestUri() {
            return target;
        }

        @Override
        public String toString() {
            return getMethod() + " " + getPath();
        }
    }
}
