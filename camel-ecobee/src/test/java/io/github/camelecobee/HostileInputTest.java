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
package io.github.camelecobee;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Input that no one meant, or that somebody meant badly: nothing is sent, and the message says what was wrong. */
class HostileInputTest extends EcobeeTestSupport {
    private static final String HOLD = "ecobee:setHold?heatHoldTemp=68F&coolHoldTemp=78F&thermostatIds=" + UPSTAIRS;
    private static final String UPDATE = "ecobee:updateThermostat?thermostatIds=" + UPSTAIRS;
    private static final String ACCESS_CODE = "7351";

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "CamelEcobeeHeatHoldTemp", "CamelEcobeeHoldType", "CamelEcobeeHoldHours", "CamelEcobeeDuration", "CamelEcobeeEnd",
            "CamelEcobeeFan", "CamelEcobeeFanMinOnTime", "CamelEcobeeHoldClimateRef", "CamelEcobeeThermostatIds" })
    void tenMegabytesInAHeaderAreNotRepeated(String header) {
        String endless = "9".repeat(10_000_000);

        assertThat(complaint(HOLD, "", Map.of(header, endless))).hasSizeLessThan(600).contains(header, "'99999",
                "... (10000000 characters)");
    }

    @Test
    void aSettingOfAMillionDigitsIsNotWorkedOut() {
        assertThat(complaint(UPDATE, "", Map.of("CamelEcobeeHeatCoolMinDelta", "9".repeat(1_000_000)))).hasSizeLessThan(600)
                .contains("header CamelEcobeeHeatCoolMinDelta", "... (1000000 characters)");
    }

    @Test
    void aNameWithoutEndIsNotRepeated() {
        assertThat(complaint(UPDATE, Map.of("x".repeat(1_000_000), 1), Map.of())).hasSizeLessThan(600)
                .contains("... (1000000 characters)' is no property of a thermostat");
    }

    @Test
    void noComplaintShowsAnAccessCode() {
        List<Object> wrong = List.of(ACCESS_CODE, List.of(ACCESS_CODE), Map.of("userAccessCode", List.of(ACCESS_CODE)),
                Map.of("userAccessCode", Map.of("code", ACCESS_CODE)));

        assertThat(wrong).allSatisfy(settings -> {
            assertThat(complaint(UPDATE, Map.of("securitySettings", settings), Map.of()))
                    .startsWith("body property securitySettings").contains("'xxxxxx' is not allowed")
                    .doesNotContain(ACCESS_CODE);
            assertThat(complaint(UPDATE, "", Map.of("CamelEcobeeSecuritySettings", settings)))
                    .contains("'xxxxxx' is not allowed").doesNotContain(ACCESS_CODE);
        });
    }

    @Test
    void whatIsNoIdentifierIsNotAskedFor() {
        List<Object> wrong = List.of("3110 1985; 4581", "a".repeat(100), Map.of(UPSTAIRS, 1), new int[] { 1 }, List.of(),
                Arrays.asList(UPSTAIRS, null), List.of(UPSTAIRS, " "));

        assertThat(wrong).allSatisfy(
                identifiers -> assertThat(
                        complaint("ecobee:setHold?holdClimateRef=away", "",
                                Map.of(EcobeeConstants.THERMOSTAT_IDS, identifiers)))
                        .startsWith("header CamelEcobeeThermostatIds: '").contains("is not allowed; give "));
    }

    @Test
    void identifiersMayBeAnArray() {
        Exchange done = send("ecobee:setHold?holdClimateRef=away", "",
                Map.of(EcobeeConstants.THERMOSTAT_IDS, new String[] { UPSTAIRS }));

        assertThat(done.getException()).isNull();
        assertThat(ecobee.thermostat(UPSTAIRS).events()).isNotEmpty();
    }

    @Test
    void onlyWhatEcobeeOrThisComponentTakesIsOffered() {
        assertThat(complaint(HOLD, Map.of("identifier", UPSTAIRS), Map.of()))
                .contains("'identifier' is no parameter of setHold; allowed are askMeHoldType, coolHoldTemp,")
                .doesNotContain("explicitNull");
    }

    @Test
    void aTimeThatEcobeeCannotWriteIsRefused() {
        List<Object> wrong
                = List.of(Instant.MAX, Instant.MIN, LocalDateTime.MAX, "+12345-01-01T00:00:00", "0001-01-01T00:00:00Z");

        assertThat(wrong).allSatisfy(
                end -> assertThat(complaint(HOLD, "", Map.of(EcobeeConstants.END, end)))
                        .startsWith("header CamelEcobeeEnd: '").contains("from 2000 to 9998"));
    }

    private String complaint(String uri, Object body, Map<String, Object> headers) {
        Exchange done = send(uri, body, headers);
        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class);
        assertThat(done.getMessage().getBody()).isSameAs(body);
        assertThat(ecobee.requests().all()).isEmpty();
        return String.valueOf(done.getException().getMessage());
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }
}
