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

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP answer, complete and decoded.
 *
 * @param status  the HTTP status
 * @param headers the headers by lower case name; several of one name are joined by a comma (RFC 9110, 5.3)
 * @param body    the text, empty if there is none; may hold secrets
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {

    /** More than this is no wish to wait but a mistake. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /**
     * Copies the headers, and turns their names into lower case.
     *
     * @param status  the HTTP status
     * @param headers the headers by lower case name
     * @param body    the text, empty if there is none
     */
    public HttpAnswer {
        Map<String, String> copy = new TreeMap<>();
        headers.forEach((name, value) -> copy.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(copy);
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
        return type.contains("html") || body.stripLeading().startsWith("<");
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
        return "HTTP " + status + ", " + body.length() + " characters";
    }
}
