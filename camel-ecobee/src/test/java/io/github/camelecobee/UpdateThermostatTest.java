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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.EcobeeNotAppliedException;
import io.github.camelecobee.client.EcobeeUnknownOutcomeException;
import io.github.camelecobee.model.Audio;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.ObjectSchema;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.operation.UpdateThermostat;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Properties of a thermostat are set by their names, and only what can be set is sent. */
class UpdateThermostatTest extends EcobeeTestSupport {
    private static final String UPDATE = "ecobee:updateThermostat?thermostatIds=" + UPSTAIRS;

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @Test
    void jsonSetsSettingsAndNothingElseIsSent() {
        String asked = "{\"settings\":{\"hvacMode\":\"heat\"}}";

        Exchange done = send(UPDATE, asked);

        assertThat(done.getException()).isNull();
        assertThat(settings().getHvacMode()).isEqualTo("heat");
        // The example of the reference, section 11, without functions.
        assertThat(posted(asked)).isEqualTo(Map.of(
                "selection", Map.of("selectionType", "thermostats", "selectionMatch", UPSTAIRS),
                "thermostat", Map.of("settings", Map.of("hvacMode", "heat"))));
        assertThat(ecobee.requests().count("GET", "/1/thermostat")).isZero();
        assertThat(ecobee.requests().all()).allSatisfy(request -> assertThat(request.warnings()).isEmpty());
    }

    @Test
    void aSettingIsGivenByItsNameInBodyHeaderOrOption() {
        send(UPDATE, "{\"hvacMode\":\"heat\",\"name\":\"Attic\"}");
        assertThat(settings().getHvacMode()).isEqualTo("heat");
        assertThat(snapshot().getName()).isEqualTo("Attic");

        send(UPDATE, "a route's own", Map.of("CamelEcobeeHvacMode", "COOL"));
        assertThat(settings().getHvacMode()).isEqualTo("cool");

        send(UPDATE + "&hvacMode=off", null);
        assertThat(settings().getHvacMode()).isEqualTo("off");
    }

    @Test
    void aHeaderOverrulesTheBodyAndTheBodyAnOption() {
        send(UPDATE + "&hvacMode=cool", "{\"settings\":{\"hvacMode\":\"heat\",\"fanMinOnTime\":10}}",
                Map.of("CamelEcobeeFanMinOnTime", 20));

        assertThat(settings().getHvacMode()).isEqualTo("heat");
        assertThat(settings().getFanMinOnTime()).isEqualTo(20);
    }

    @Test
    void aTypedThermostatIsTaken() {
        Thermostat change = new Thermostat().withSettings(new Settings().withUseCelsius(true))
                .withAudio(new Audio().withPlaybackVolume(30));

        assertThat(send(UPDATE, change).getException()).isNull();

        assertThat(settings().getUseCelsius()).isTrue();
        assertThat(EcobeeJson.toMap(thermostat(posted(change)))).containsOnlyKeys("settings", "audio");
    }

    @ParameterizedTest
    @CsvSource({ "coldTempAlert,40F,400", "hotTempAlert,35C,950", "heatCoolMinDelta,2C,36", "tempCorrection,-1F,-10" })
    void temperaturesAndTheirDifferencesHaveAUnit(String setting, String given, int tenths) {
        assertThat(send(UPDATE, Map.of(setting, given)).getException()).isNull();

        assertThat(EcobeeJson.toMap(settings())).containsEntry(setting, tenths);
    }

    @ParameterizedTest
    @ValueSource(strings = { "36", "36%", "36 %", "36.0" })
    @Tag("field-53")
    void humidityIsGivenAsNumberOrTextAndSentAsText(String given) {
        assertThat(thermostat(posted(Map.of("humidity", given))).getSettings().getHumidity()).isEqualTo("36");
    }

    @Test
    @Tag("field-53")
    void humidityMayBeANumber() {
        send(UPDATE, Map.of("humidity", 41));
        assertThat(settings().getHumidity()).isEqualTo("41");

        send(UPDATE + "&humidity=42%25", null);
        assertThat(settings().getHumidity()).isEqualTo("42");

        assertThat(send(UPDATE, Map.of("humidity", "much")).getException()).hasMessage(
                "body property humidity: 'much' is not allowed; give a whole number from 0 to 100, or 36%");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"settings\":{\"coolStages\":2}}|body property settings: 'coolStages' of Settings is read-only",
            "{\"hasHeatPump\":true}|body: 'hasHeatPump' of Settings is read-only",
            "{\"identifier\":\"1\"}|body: 'identifier' of Thermostat is read-only",
            "{\"settings\":{\"hvacmode\":\"heat\"}}|near it are hvacMode",
            "{\"fanMinTime\":5}|near it are fanMinOnTime",
            "{\"nonsense\":5}|can be set name, settings, location",
            "{\"program\":{}}|changed by updateProgram",
            "{\"fanMinOnTime\":61}|'61' is not allowed; give a whole number from 0 to 60",
            "{\"fanMinOnTime\":\"long\"}|give a whole number from 0 to 60",
            "{\"useCelsius\":\"perhaps\"}|give true or false",
            "{\"settings\":\"all\"}|give an object",
            "{\"notificationSettings\":{\"limit\":[{\"enabled\":true}]}}|type is missing",
            "{}|nothing to set" })
    void whatCannotBeSetIsRefusedByNameBeforeAnythingIsSent(String body, String message) {
        assertThat(send(UPDATE, body).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    @Tag("field-54")
    void everyModeCanBeSetWhereTheEquipmentIsThere() {
        Map.of("settings.hasHeatPump", true, "settings.autoHeatCoolFeatureEnabled", true)
                .forEach((path, value) -> ecobee.thermostat(UPSTAIRS).setProperty(path, value));

        for (String mode : List.of("auxHeatOnly", "heat", "cool", "auto", "off")) {
            assertThat(send(UPDATE + "&validation=read&hvacMode=" + mode, null).getException()).as(mode).isNull();
            assertThat(settings().getHvacMode()).isEqualTo(mode);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "hasHeatPump|false|auxHeatOnly|no auxiliary heat; possible are auto, cool, heat, off",
            "coolStages|0|cool|no cooling (coolStages 0); possible are",
            "coolStages|0|auto|no cooling (coolStages 0); possible are",
            "heatStages|0|heat|no heating (heatStages 0); possible are",
            "autoHeatCoolFeatureEnabled|false|auto|autoHeatCoolFeatureEnabled is false" })
    @Tag("field-54")
    void aModeThatTheThermostatLacksIsRefused(String property, String value, String mode, String message) {
        ecobee.thermostat(UPSTAIRS).setProperty("settings.hasHeatPump", false);
        ecobee.thermostat(UPSTAIRS).setProperty("settings.autoHeatCoolFeatureEnabled", true);
        ecobee.thermostat(UPSTAIRS).setProperty("settings." + property, EcobeeJson.readMap("{\"v\":" + value + "}").get("v"));

        Exchange done = send(UPDATE + "&validation=read&hvacMode=" + mode, null);

        assertThat(done.getException()).hasMessageContaining(message).hasMessageContaining(UPSTAIRS);
        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isZero();
    }

    @Test
    void aModeOfANewerEcobeeIsLeftToEcobee() {
        Exchange done = send(UPDATE + "&validation=read", Map.of("hvacMode", "dry"));

        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isEqualTo(1);
        assertThat(done.getException()).isNotInstanceOf(IllegalArgumentException.class).isNotNull();
    }

    @Test
    void aRangeOutsideOfTheFirmwaresIsRefused() {
        Exchange done = send(UPDATE + "&validation=read", Map.of("heatRangeHigh", "200F"));

        assertThat(done.getException()).hasMessageContaining("settings.heatRangeHigh: '2000' is not possible");
        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isZero();
    }

    @Test
    @Tag("field-49")
    void aSettingThatEcobeeIgnoresIsNotApplied() {
        ecobee.faults().next("POST", "/1/thermostat", Fault.ignored());

        Exchange done = send(UPDATE + "&verify=true", Map.of("vent", "on"));

        assertThat(done.getException()).isInstanceOfSatisfying(EcobeeNotAppliedException.class, failure -> assertThat(
                failure.adjustments()).containsExactly(new Adjustment(UPSTAIRS, "settings.vent", "on", "off")));
    }

    @Test
    void whatWasSetIsFoundWhenItIsReadBack() {
        Exchange done = send(UPDATE + "&verify=true",
                Map.of("name", "Attic", "vent", "on", "location", Map.of("city", "Ottawa"), "houseDetails", Map.of("age", 5)));

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
    }

    @Test
    void notificationsThatAreNotNamedStayAsTheyAre() {
        ecobee.thermostat(UPSTAIRS).setProperty("notificationSettings.emailAddresses", List.of("owner@example.com"));

        Exchange done = send(UPDATE + "&verify=true", Map.of("notificationSettings", Map.of(
                "limit", List.of(Map.of("type", "lowTemp", "enabled", true, "limit", 450)))));

        assertThat(done.getException()).isNull();
        assertThat(snapshot().getNotificationSettings().getEmailAddresses()).containsExactly("owner@example.com");
        assertThat(snapshot().getNotificationSettings().getLimit()).anySatisfy(limit -> {
            assertThat(limit.getType()).isEqualTo("lowTemp");
            assertThat(limit.getLimit()).isEqualTo(450);
        });
    }

    @Test
    void whatNobodyKnowsIsOfUnknownOutcomeAndNotSentTwice() {
        ecobee.faults().next("POST", "/1/thermostat", Fault.dropConnectionAfterHandling());

        assertThat(send(UPDATE, Map.of("vent", "on")).getException()).isInstanceOf(EcobeeUnknownOutcomeException.class);
        assertThat(settings().getVent()).isEqualTo("on");
        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isEqualTo(1);
    }

    @Test
    @Tag("field-58")
    void theFanIsSetByItsSettings() {
        assertThat(send(UPDATE, Map.of("fanMinOnTime", "0", "fanSpeed", "LOW")).getException()).isNull();

        assertThat(settings().getFanMinOnTime()).isZero();
        assertThat(settings().getFanSpeed()).isEqualTo("low");
    }

    @Test
    void everySettingThatAThermostatHasAndThatCanBeSetIsTaken() {
        Map<String, Object> present = new LinkedHashMap<>();
        EcobeeJson.toMap(settings()).forEach((name, value) -> {
            if (value != null && ObjectSchema.of(Settings.class).writable().contains(name)) {
                present.put(name, value);
            }
        });
        assertThat(present).hasSizeGreaterThan(50).doesNotContainKeys("coolStages", "hasHeatPump", "ventilatorType");

        Exchange done = send(UPDATE + "&verify=true", Map.of("settings", present));

        assertThat(done.getException()).isNull();
        assertThat(ecobee.requests().all()).allSatisfy(request -> assertThat(request.warnings()).isEmpty());
        assertThat(EcobeeJson.toMap(thermostat(posted(Map.of("settings", present))).getSettings()))
                .containsExactlyInAnyOrderEntriesOf(present);
    }

    /** A consumer's headers go with its exchange into the producer. */
    @Test
    void noHeaderOfAConsumerIsASettingToBeSet() {
        Set<String> headers = Catalog.component().getEndpointHeaders().stream()
                .filter(header -> header.getLabel().contains("consumer")).map(header -> header.getName())
                .collect(Collectors.toSet());

        assertThat(new UpdateThermostat().parameters()).contains("hvacMode", "name", "settings").noneMatch(
                name -> headers.contains("CamelEcobee" + Character.toUpperCase(name.charAt(0)) + name.substring(1)));
    }

    private Settings settings() {
        return snapshot().getSettings();
    }

    private Thermostat snapshot() {
        return ecobee.thermostat(UPSTAIRS).snapshot();
    }

    /** The body that is posted for something. */
    private Map<String, @Nullable Object> posted(Object given) {
        String shown = send(UPDATE + "&dryRun=true", given).getMessage().getBody(String.class);
        List<?> requests = (List<?>) Objects.requireNonNull(EcobeeJson.readMap("{\"all\":" + shown + "}").get("all"));
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) requests.get(0)).get("body")))
                .forEach((name, value) -> body.put(name.toString(), value));
        return body;
    }

    private static Thermostat thermostat(Map<String, @Nullable Object> posted) {
        return EcobeeJson.convert(Objects.requireNonNull(posted.get("thermostat")), Thermostat.class);
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
