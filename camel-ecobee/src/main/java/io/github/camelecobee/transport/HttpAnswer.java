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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP answer, complete and decoded. Its body may hold secrets.
 * <p>
 * Immutable.
 */
public final class HttpAnswer {
    /** More than this is no wish to wait but a mistake. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    /** Enough to see what a page begins with. */
    private static final int BEGINNING = 200;

    private final int status;
    private final Map<String, String> headers;
    /**
     * Not text: answers of many megabytes are read once, and by a parser of bytes. And in pieces: an array of megabytes
     * is hard work for a collector, the more so when it has to be copied to get there.
     */
    private final List<byte[]> body;

    /**
     * Creates an answer.
     *
     * @param status  the HTTP status
     * @param headers the headers; several of one name are joined by a comma (RFC 9110, 5.3)
     * @param body    the text, empty if there is none
     */
    public HttpAnswer(int status, Map<String, String> headers, String body) {
        this(status, byLowerCase(headers), List.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Takes headers by lower case name, and the bytes, one piece after the other, which nobody is to change any more.
     */
    HttpAnswer(int status, Map<String, String> headers, List<byte[]> body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = List.copyOf(body);
    }

    /**
     * The HTTP status.
     *
     * @return for example 200
     */
    public int status() {
        return status;
    }

    /**
     * The headers.
     *
     * @return by lower case name
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * The body as text.
     *
     * @return decoded anew each time, empty if there is none
     */
    public String body() {
        // JSON is UTF-8 (RFC 8259, 8.1), whatever the header says.
        return text(Integer.MAX_VALUE);
    }

    /**
     * The body as bytes.
     *
     * @return a stream that needs no closing
     */
    public InputStream content() {
        return new SequenceInputStream(Collections.enumeration(body.stream().map(ByteArrayInputStream::new).toList()));
    }

    /**
     * How long the server wants to be left alone: the header {@code Retry-After} in either of its forms, seconds or an
     * HTTP date (RFC 9110, 10.2.3).
     *
     * @param  now the present
     * @return     from zero to a day; empty if the header is missing or cannot be read
     */
    public Optional<Duration> retryAfter(Instant now) {
        return Optional.ofNullable(headers.get("retry-after")).flatMap(text -> parse(text.trim(), now))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    /**
     * Whether this is an HTML page, as the service and proxies in front of it send under stress.
     *
     * @return by the header {@code Content-Type}, or by the first characters of the body
     */
    public boolean isHtml() {
        String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        return type.contains("html") || text(BEGINNING).stripLeading().startsWith("<");
    }

    private static Map<String, String> byLowerCase(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>();
        headers.forEach((name, value) -> copy.put(name.toLowerCase(Locale.ROOT), value));
        return copy;
    }

    private String text(int most) {
        try (InputStream in = content()) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Duration> parse(String text, Instant now) {
        try {
            if (text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()) {
                return Optional.of(text.length() > 9 ? LONGEST_WAIT : Duration.ofSeconds(Long.parseLong(text)));
            }
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(now, at));
        } catch (DateTimeException e) {
            // A header that nobody can read is no header (RFC 9110, 10.2.3 has just the two forms).
            return Optional.empty();
        }
    }

    /** The status and the size of the body, which may hold secrets. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.stream().mapToInt(piece -> piece.length).sum() + " bytes";
    }
}
