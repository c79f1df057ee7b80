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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpAnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static HttpAnswer with(String retryAfter) {
        return new HttpAnswer(429, Map.of("Retry-After", retryAfter), "");
    }

    @ParameterizedTest
    @CsvSource({
            "0, 0", "120, 120", "' 7 ', 7", "999999999999, 86400", "'Mon, 23 Nov 2026 12:01:30 GMT', 90",
            "'Mon, 23 Nov 2026 11:00:00 GMT', 0" })
    void retryAfterIsReadInBothForms(String header, long seconds) {
        assertThat(with(header).retryAfter(NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "soon", "-1", "1.5", "2026-11-23T12:01:30Z" })
    void unreadableRetryAfterIsNone(String header) {
        assertThat(with(header).retryAfter(NOW)).isEmpty();
    }

    @Test
    void htmlIsKnownByItsTypeOrItsFirstCharacter() {
        assertThat(new HttpAnswer(200, Map.of("Content-Type", "text/HTML;charset=utf-8"), "x").isHtml()).isTrue();
        assertThat(new HttpAnswer(200, Map.of(), " \n<!DOCTYPE html>").isHtml()).isTrue();
        assertThat(new HttpAnswer(200, Map.of("content-type", "application/json"), "{\"a\":\"<\"}").isHtml()).isFalse();
    }

    @Test
    void piecesAreOneBodyEvenWhereACharacterLiesInTwo() throws IOException {
        byte[] bytes = "72 °F".getBytes(StandardCharsets.UTF_8);
        HttpAnswer answer = new HttpAnswer(
                200, Map.of(), List.of(Arrays.copyOf(bytes, 4), Arrays.copyOfRange(bytes, 4, bytes.length)));

        assertThat(answer.body()).isEqualTo("72 °F");
        assertThat(answer.content().readAllBytes()).isEqualTo(bytes);
        assertThat(answer).hasToString("HTTP 200, 6 bytes");
        assertThat(new HttpAnswer(200, Map.of(), List.of()).body()).isEmpty();
    }

    @Test
    void callsAreCheckedWhenMade() {
        URI uri = URI.create("https://localhost/x");
        assertThatThrownBy(() -> HttpCall.get(URI.create("/x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpCall.get(URI.create("file://localhost/x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpCall.get(uri).withTimeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpCall.get(uri).withBearer("two\r\nlines")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("lines");
    }

    @Test
    void settingsAreCheckedWhenBuilt() {
        assertThatThrownBy(() -> TransportSettings.builder().connectTimeout(Duration.ZERO).build())
                .hasMessageContaining("connectTimeout");
        assertThatThrownBy(() -> TransportSettings.builder().maxResponseBytes(0).build())
                .hasMessageContaining("maxResponseBytes");
        assertThatThrownBy(() -> TransportSettings.builder().maxConnections(0).build()).hasMessageContaining("maxConnections");
        assertThatThrownBy(() -> TransportSettings.builder().userAgent("a\nb").build()).hasMessageContaining("userAgent");
    }
}
