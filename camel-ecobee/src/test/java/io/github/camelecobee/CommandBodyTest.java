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

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelecobee.client.EcobeePartlyAppliedException;
import io.github.camelecobee.client.ThermostatOutcome;
import io.github.camelecobee.client.WriteOutcome;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The forms in which a route hands over what a producer is to do, and how a wrong one is named. */
class CommandBodyTest extends EcobeeTestSupport {
    private static final String HOLD = "ecobee:setHold?thermostatIds=" + UPSTAIRS;
    private static final String MESSAGE = "ecobee:sendMessage?thermostatIds=" + UPSTAIRS;
    private static final String JSON = "{\"heatHoldTemp\":\"71F\",\"coolHoldTemp\":\"78F\"}";

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @Test
    void aStreamOfJsonIsACommandAndCanBeReadAgain() {
        Exchange done = send(HOLD, new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)), Map.of());

        assertThat(done.getException()).isNull();
        assertThat(hold().getHeatHoldTemp()).isEqualTo(710);
        assertThat(done.getMessage().getBody()).isInstanceOf(StreamCache.class);
        assertThat(done.getMessage().getBody(String.class)).isEqualTo(JSON);
    }

    @SuppressWarnings("UnnecessaryStringBuilder")
    @Test
    void aReaderAndAnyTextAreCommandsToo() {
        assertThat(send(HOLD, new StringReader(JSON), Map.of()).getException()).isNull();
        assertThat(hold().getHeatHoldTemp()).isEqualTo(710);

        assertThat(send(HOLD, new StringBuilder(JSON.replace("71F", "72F")), Map.of()).getException()).isNull();
        assertThat(hold().getHeatHoldTemp()).isEqualTo(720);
    }

    @Test
    void bytesAreReadInTheCharsetOfTheExchange() {
        Exchange done = Objects.requireNonNull(camel.createProducerTemplate().send(MESSAGE, exchange -> {
            exchange.setProperty(Exchange.CHARSET_NAME, "ISO-8859-1");
            exchange.getIn().setBody("été à 21°".getBytes(StandardCharsets.ISO_8859_1));
        }));

        assertThat(done.getException()).isNull();
        assertThat(ecobee.thermostat(UPSTAIRS).snapshot().getAlerts()).extracting(Alert::getText).contains("été à 21°");
    }

    @Test
    void numbersAndTruthValuesMayBeTexts() {
        Exchange done = send(HOLD, Map.of("holdHours", "2", "holdType", "HOLDHOURS", "isTemperatureRelative", "false",
                "heatHoldTemp", 700, "coolHoldTemp", 780L), Map.of());

        assertThat(done.getException()).isNull();
        assertThat(hold().getHeatHoldTemp()).isEqualTo(700);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               textBlock = """
                       CamelEcobeeThermostatIds         | ,        | header CamelEcobeeThermostatIds: ',' is not allowed
                       CamelEcobeeInclude               | colour   | header CamelEcobeeInclude: 'colour' is not allowed
                       CamelEcobeeIsTemperatureRelative | maybe    | header CamelEcobeeIsTemperatureRelative: 'maybe' is not allowed
                       CamelEcobeeHoldHours             | many     | header CamelEcobeeHoldHours: 'many' is not allowed
                       """)
    void aWrongHeaderIsNamed(String header, String value, String complaint) {
        Exchange done = send(HOLD + "&heatHoldTemp=70F&coolHoldTemp=78F&holdType=holdHours&holdHours=2", "",
                Map.of(header, value));

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(complaint);
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void aListOfIdentifiersIsAHeaderToo() {
        List<String> all = ecobee.thermostats().stream().map(thermostat -> thermostat.identifier()).toList();

        Exchange done = send("ecobee:getThermostats?include=runtime", "", Map.of(EcobeeConstants.THERMOSTAT_IDS, all));

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(List.class)).hasSameSizeAs(all);
    }

    @Test
    void temperaturesThatTheClimateWouldOverruleAreRefused() {
        Exchange done = send(HOLD + "&holdClimateRef=away", "",
                Map.of(EcobeeConstants.HEAT_HOLD_TEMP, "70F", EcobeeConstants.COOL_HOLD_TEMP, "78F"));

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("option holdClimateRef").hasMessageContaining("header CamelEcobeeHeatHoldTemp");
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void aChangeOfManyThermostatsThatStoppedHalfwaySaysHowFarItGot() {
        String many = UPSTAIRS + IntStream.range(0, 30).mapToObj(i -> "," + (400000000000L + i)).collect(Collectors.joining());
        ecobee.faults().next("POST", "/1/thermostat", Fault.ecobeeStatus(0, ""));
        ecobee.faults().next("POST", "/1/thermostat", Fault.ecobeeStatus(3, "Processing error."));

        Exchange done = send("ecobee:resumeProgram", "", Map.of(EcobeeConstants.THERMOSTAT_IDS, many));

        assertThat(done.getException()).isInstanceOfSatisfying(EcobeePartlyAppliedException.class, partly -> {
            assertThat(partly.applied()).hasSize(25).startsWith(UPSTAIRS);
            assertThat(partly.open()).hasSize(6);
            assertThat(partly.account()).isEqualTo("default");
            assertThat(partly.outcomes()).extracting(ThermostatOutcome::outcome).hasSize(31)
                    .startsWith(WriteOutcome.APPLIED).endsWith(WriteOutcome.UNKNOWN);
            assertThat(partly.outcomes().get(30).code()).isEqualTo(partly.code()).isEqualTo(3);
            assertThat(partly.thermostats()).hasSize(31);
            assertThat(partly.isRepeatSafe()).isFalse();
            assertThat(partly).hasMessageContaining("Processing error").hasMessageContaining("25");
        });
    }

    @Test
    void ofThreeRequestsTheOneAfterTheFailureIsNotSent() {
        String many = UPSTAIRS + IntStream.range(0, 60).mapToObj(i -> "," + (400000000000L + i)).collect(Collectors.joining());
        ecobee.faults().next("POST", "/1/thermostat", Fault.ecobeeStatus(0, ""));
        ecobee.faults().next("POST", "/1/thermostat", Fault.emptyBody());

        Exchange done = send("ecobee:resumeProgram", "", Map.of(EcobeeConstants.THERMOSTAT_IDS, many));

        assertThat(done.getException()).isInstanceOfSatisfying(EcobeePartlyAppliedException.class,
                partly -> assertThat(partly.outcomes().stream()
                        .collect(Collectors.groupingBy(ThermostatOutcome::outcome, Collectors.counting())))
                        .containsOnly(Map.entry(WriteOutcome.APPLIED, 25L), Map.entry(WriteOutcome.UNKNOWN, 25L),
                                Map.entry(WriteOutcome.NOT_SENT, 11L)));
    }

    private Event hold() {
        return ecobee.thermostat(UPSTAIRS).events().stream().filter(event -> "hold".equals(event.getType())).findFirst()
                .orElseThrow();
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }
}
