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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer to its end, decodes it, and stops at a limit. Decoding happens here and not in the client, because
 * the limit must count decoded bytes: a few kilobytes of gzip can hold gigabytes.
 */
final class AnswerReader implements HttpClientResponseHandler<HttpAnswer> {
    /** What {@link InputStream#readNBytes} reads without copying. */
    private static final int PIECE = 8 * 1024;

    private final int limit;
    private final Runnable abort;

    AnswerReader(int limit, Runnable abort) {
        this.limit = limit;
        this.abort = abort;
    }

    @Override
    public HttpAnswer handleResponse(ClassicHttpResponse response) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.merge(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()),
                    (one, two) -> one + ", " + two);
        }
        return new HttpAnswer(response.getCode(), headers, read(response.getEntity()));
    }

    private List<byte[]> read(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return List.of();
        }
        try (InputStream raw = entity.getContent()) {
            if (raw == null) {
                return List.of();
            }
            long length = entity.getContentLength();
            if (isGzip(entity)) {
                return drain(new GZIPInputStream(raw, 0 < length && length < PIECE ? (int) length : PIECE));
            }
            // The stream ends there, or fails before.
            return 0 <= length && length <= Math.min(PIECE, limit)
                    ? List.of(raw.readNBytes((int) length)) : drain(raw);
        }
    }

    private List<byte[]> drain(InputStream in) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        int left = limit;
        for (boolean more = true; more;) {
            int asked = Math.min(PIECE, left);
            byte[] piece = in.readNBytes(asked);
            pieces.add(piece);
            left -= piece.length;
            more = left > 0 && piece.length == asked;
        }
        if (in.read() >= 0) {
            // Closing the stream of an open connection would read on to the end of the answer.
            abort.run();
            throw new TooLargeException(limit);
        }
        return pieces;
    }

    private static boolean isGzip(HttpEntity entity) {
        String encoding = entity.getContentEncoding();
        return encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip")
                && entity.getContentLength() != 0;
    }

    /** The answer is larger than allowed. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long limit) {
            super("the answer is larger than " + limit + " bytes");
        }
    }
}
