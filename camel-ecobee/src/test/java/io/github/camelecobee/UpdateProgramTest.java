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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.camelecobee.client.EcobeeNotAppliedException;
import io.github.camelecobee.client.EcobeeNotSentException;
import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.ClimateSensor;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Program;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A program is changed without losing anything that was not meant. */
class UpdateProgramTest extends EcobeeTestSupport {
    private static final String UPDATE = "ecobee:updateProgram?thermostatIds=" + UPSTAIRS;
    private static final String THERMOSTAT = "/1/thermostat";
    private static final String SUMMARY = "/1/thermostatSummary";

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @Test
    void aClimateIsChangedAndTheRestStaysAsItIs() {
        Program before = program();

        Exchange done = send(UPDATE + "&verify=true",
                "{\"climates\":[{\"climateRef\":\"home\",\"heatTemp\":\"69F\",\"coolFan\":\"ON\"}]}");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
        assertThat(climate("home").getHeatTemp()).isEqualTo(690);
        assertThat(climate("home").getCoolFan()).isEqualTo("on");
        Program after = program();
        climate(after, "home").setHeatTemp(climate(before, "home").getHeatTemp());
        climate(after, "home").setCoolFan(climate(before, "home").getCoolFan());
        assertThat(withoutNamesOfSensors(after)).isEqualTo(withoutNamesOfSensors(before));
        assertThat(ecobee.requests().all()).allSatisfy(request -> assertThat(request.warnings()).isEmpty());
    }

    @Test
    @Tag("field-55")
    void theClimateOfTheMomentIsNotSentAndUnknownPropertiesAre() {
        ecobee.thermostat(UPSTAIRS).setProperty("program.newer", Map.of("kept", 1));

        String shown = send(UPDATE + "&dryRun=true", Map.of("climates", Map.of("home", Map.of("heatTemp", "69F"))))
                .getMessage().getBody(String.class);

        assertThat(shown).contains("\"newer\":{\"kept\":1}", "\"heatTemp\":690").doesNotContain("currentClimateRef");
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isZero();
    }

    @Test
    @Tag("field-55")
    void sensorsOfAClimateAreGivenByNameOrIdentifier() {
        Exchange done = send(UPDATE + "&verify=true",
                Map.of("climates", Map.of("away", Map.of("sensors", List.of("Den", "ei:0")))));

        assertThat(done.getException()).isNull();
        assertThat(climate("away").getSensors()).extracting(ClimateSensor::getId).containsExactly("rs:100:1", "ei:0:1");
        assertThat(climate("home").getHeatTemp()).isNotNull();
    }

    @Test
    @Tag("field-55")
    void aChangeAtTheThermostatInBetweenIsNotLost() throws Exception {
        ecobee.faults().next("GET", THERMOSTAT, Fault.latency(Duration.ofMillis(500)));

        CompletableFuture<Exchange> sending
                = CompletableFuture.supplyAsync(() -> send(UPDATE, "{\"climates\":{\"home\":{\"heatTemp\":\"69F\"}}}"));
        Awaitility.await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", THERMOSTAT) == 1);
        aPersonCallsTheClimate("sleep", "Night");
        Exchange done = sending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(done.getException()).isNull();
        assertThat(climate("home").getHeatTemp()).isEqualTo(690);
        assertThat(climate("sleep").getName()).isEqualTo("Night");
        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(2);
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isEqualTo(1);
    }

    @Test
    void routesThatChangeItAtTheSameTimeLoseNothing() {
        List<String> climates = List.of("home", "away", "sleep");

        List<CompletableFuture<Exchange>> all = climates.stream().map(climate -> CompletableFuture.supplyAsync(
                () -> send(UPDATE, Map.of("climates", Map.of(climate, Map.of("heatTemp", "66F")))))).toList();

        assertThat(all)
                .allSatisfy(each -> assertThat(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).getException()).isNull());
        assertThat(climates).allSatisfy(climate -> assertThat(climate(climate).getHeatTemp()).isEqualTo(660));
    }

    @Test
    void aProgramThatChangesAllTheTimeIsLeftAlone() throws Exception {
        ecobee.faults().next(4, "GET", THERMOSTAT, Fault.latency(Duration.ofMillis(500)));

        CompletableFuture<Exchange> sending
                = CompletableFuture.supplyAsync(() -> send(UPDATE, "{\"climates\":{\"home\":{\"heatTemp\":\"69F\"}}}"));
        for (int i = 1; i <= 4; i++) {
            int reads = i;
            Awaitility.await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", THERMOSTAT) == reads);
            clock.advance(Duration.ofSeconds(1));
            aPersonCallsTheClimate("sleep", "Night " + i);
        }
        Exchange done = sending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(done.getException()).isInstanceOf(EcobeeNotSentException.class)
                .hasMessageContaining("was not sent").hasMessageContaining("changed by somebody else each time");
        assertThat(climate("sleep").getName()).isEqualTo("Night 4");
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isZero();
    }

    @Test
    void withoutTheRevisionNothingIsSent() {
        ecobee.faults().next("GET", SUMMARY, Fault.ecobeeStatus(3));

        Exchange done = send(UPDATE, "{\"climates\":{\"home\":{\"heatTemp\":\"69F\"}}}");

        assertThat(done.getException()).isInstanceOf(EcobeeNotSentException.class).hasMessageContaining("could not be read");
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isZero();
    }

    @Test
    void aProgramThatIsAsWantedAlreadyIsNotSent() {
        Exchange done = send(UPDATE, program());

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("UNCHANGED");
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isZero();
    }

    @Test
    void oneDayOfTheScheduleIsReplaced() {
        List<List<String>> before = program().getSchedule();
        List<String> away = Collections.nCopies(48, "away");

        Exchange done = send(UPDATE + "&verify=true", null, Map.of("CamelEcobeeSchedule", Map.of("Sunday", away)));

        assertThat(done.getException()).isNull();
        assertThat(program().getSchedule().get(6)).isEqualTo(away);
        assertThat(program().getSchedule().subList(0, 6)).isEqualTo(before.subList(0, 6));
    }

    @Test
    void theWholeScheduleIsReplaced() {
        List<List<String>> away = Collections.nCopies(7, Collections.nCopies(48, "away"));

        assertThat(send(UPDATE, Map.of("schedule", EcobeeJson.write(away))).getException()).isNull();

        assertThat(program().getSchedule()).isEqualTo(away);
    }

    @Test
    void aClimateIsAddedAndRemovedOnlyWhenThatIsSaid() {
        int before = program().getClimates().size();
        assertThat(send(UPDATE + "&verify=true", Map.of("addClimates", List.of(Map.of("name", "Party", "heatTemp", "70F"))))
                .getException()).isNull();
        assertThat(program().getClimates()).hasSize(before + 1);
        String reference = program().getClimates().get(before).getClimateRef();

        assertThat(send(UPDATE + "&verify=true", Map.of("removeClimates", reference)).getException()).isNull();

        assertThat(program().getClimates()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"climates\":{\"party\":{\"heatTemp\":\"70F\"}}}|no climate 'party'; it has",
            "{\"climates\":[{\"heatTemp\":\"70F\"}]}|climateRef is missing",
            "{\"climates\":{\"home\":{\"heattemp\":\"70F\"}}}|near it are heatTemp",
            "{\"climates\":{\"home\":{\"heatTemp\":\"warm\"}}}|'warm' is not a temperature",
            "{\"climates\":{\"home\":{\"colour\":-1}}}|give a whole number from 0 to 16777215",
            "{\"climates\":{\"home\":{\"name\":\"Away\"}}}|two climates would have the name 'Away'",
            "{\"climates\":{\"home\":{\"sensors\":[\"Cellar\"]}}}|give a sensor of the thermostat: ei:0:1 (",
            "{\"removeClimates\":\"home\"}|one of ecobee's own climates",
            "{\"addClimates\":[{\"heatTemp\":\"70F\"}]}|a new climate needs a name",
            "{\"schedule\":{\"funday\":[]}}|'funday' is no day; allowed are monday,",
            "{\"schedule\":{\"monday\":[\"home\"]}}|has 1 half hours",
            "{\"schedule\":[[\"home\"]]}|has 1 days",
            "{\"hvacMode\":\"heat\"}|no parameter of updateProgram",
            "{}|nothing to change" })
    void whatIsWrongIsRefusedBeforeAnythingIsSent(String body, String message) {
        assertThat(send(UPDATE, body).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isZero();
    }

    @Test
    void aScheduleOfUnknownClimatesIsRefused() {
        List<String> day = new ArrayList<>(Collections.nCopies(48, "home"));
        day.set(7, "party");

        assertThat(send(UPDATE, Map.of("schedule", Map.of("monday", day))).getException())
                .hasMessageContaining("the climate 'party' on MONDAY, which does not exist");
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isZero();
    }

    @Test
    void aSetPointThatTheThermostatCannotHaveIsRefused() {
        assertThat(send(UPDATE + "&validation=read", "{\"climates\":{\"home\":{\"heatTemp\":\"110F\"}}}").getException())
                .hasMessageContaining("climates.home.heatTemp: '1100' is not possible").hasMessageContaining(UPSTAIRS);
    }

    @Test
    @Tag("field-49")
    void aProgramThatEcobeeIgnoresIsNotApplied() {
        ecobee.faults().next("POST", THERMOSTAT, Fault.ignored());

        Exchange done = send(UPDATE + "&verify=true", "{\"climates\":{\"home\":{\"heatTemp\":\"69F\"}}}");

        assertThat(done.getException()).isInstanceOfSatisfying(EcobeeNotAppliedException.class, failure -> assertThat(
                failure.adjustments()).singleElement().satisfies(adjustment -> {
                    assertThat(adjustment.property()).startsWith("program.climates[").endsWith(".heatTemp");
                    assertThat(adjustment.asked()).isEqualTo(690);
                }));
    }

    private void aPersonCallsTheClimate(String reference, String name) {
        Program program = program();
        climate(program, reference).setName(name);
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(EcobeeJson.toMap(program));
        ecobee.thermostat(UPSTAIRS).setProperty("program", changed);
    }

    /** ecobee writes its own names of sensors into what is posted. */
    private static Program withoutNamesOfSensors(Program program) {
        program.getClimates().forEach(climate -> climate.getSensors().forEach(sensor -> sensor.setName(null)));
        return program;
    }

    private Program program() {
        return ecobee.thermostat(UPSTAIRS).snapshot().getProgram();
    }

    private Climate climate(String reference) {
        return climate(program(), reference);
    }

    private static Climate climate(Program program, String reference) {
        return program.getClimates().stream().filter(each -> reference.equals(each.getClimateRef())).findFirst().orElseThrow();
    }

    private Exchange send(String uri, @Nullable Object body) {
        return send(uri, body, Map.of());
    }

    private Exchange send(String uri, @Nullable Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody(body);
            headers.forEach(exchange.getIn()::setHeader);
        }));
    }
}
