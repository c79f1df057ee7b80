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
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;

/** Passes the body of an answer on as it comes, and stops at a limit. */
final class BodyCopier implements HttpClientResponseHandler<Integer> {
    private static final int OK = 200;
    private static final int PIECE = 16 * 1024;

    private final OutputStream to;
    private final long most;
    private final Runnable abort;

    BodyCopier(OutputStream to, long most, Runnable abort) {
        this.to = to;
        this.most = most;
        this.abort = abort;
    }

    @Override
    public Integer handleResponse(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != OK || entity == null) {
            // What an error page says is of no use, and may be long.
            abort.run();
            return response.getCode();
        }
        if (entity.getContentLength() > most) {
            abort.run();
            throw new AnswerReader.TooLargeException(most);
        }
        copy(entity);
        return response.getCode();
    }

    private void copy(HttpEntity entity) throws IOException {
        long copied = 0;
        byte[] piece = new byte[PIECE];
        try (InputStream in = entity.getContent()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                copied += read;
                if (copied > most) {
                    abort.run();
                    throw new AnswerReader.TooLargeException(most);
                }
                to.write(piece, 0, read);
            }
        }
    }
}
