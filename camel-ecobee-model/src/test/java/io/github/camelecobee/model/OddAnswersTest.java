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
package io.github.camelecobee.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** The oddities of recorded answers, in examples of our own. */
class OddAnswersTest {
    @ParameterizedTest
    @ValueSource(strings = { "unknown-fields.json", "explicit-nulls.json", "odd-sensors.json", "names.json" })
    void answerLosesNothingAndGainsNothing(String name) {
        ThermostatResponse answer = EcobeeJson.read(Examples.text(name), ThermostatResponse.class);

        Examples.assertSameMeaning(EcobeeJson.write(answer), Examples.text(name));
        Examples.assertSameMeaning(EcobeeJson.write(EcobeeJson.toMap(answer)), Examples.text(name));
        assertThat(EcobeeJson.convert(answer, ThermostatResponse.class)).isEqualTo(answer).hasSameHashCodeAs(answer);
        assertThat(EcobeeJson.convert(EcobeeJson.toMap(answer), ThermostatResponse.class)).isEqualTo(answer);
    }

    @Test
    @Tag("field-62")
    void unknownFieldsAreKeptAtEveryLevel() {
        ThermostatResponse answer = EcobeeJson.read(Examples.text("unknown-fields.json"), ThermostatResponse.class);
        Thermostat attic = answer.getThermostatList().get(0);
        RemoteSensor sensor = attic.getRemoteSensors().get(0);
        Climate nap = attic.getProgram().getClimates().get(0);

        assertThat(answer.getAdditionalProperties())
                .containsExactly(entry("serverTime", Examples.integer("12345678901234567890")));
        assertThat(answer.getPage().getAdditionalProperties()).containsExactly(entry("cursor", "abc"));
        assertThat(answer.getStatus().getAdditionalProperties()).containsExactly(entry("requestId", "r-1"));
        assertThat(attic.getAdditionalProperties()).containsExactly(entry("moonPhase", "waxing"));
        assertThat(attic.getRuntime().getAdditionalProperties()).containsExactly(entry("actualRadon", Map.of(
                "value", Examples.decimal("1.25"), "history", Arrays.asList(1, Examples.decimal("2.50"), null))));
        assertThat(sensor.getAdditionalProperties()).containsExactly(entry("battery", 87));
        assertThat(sensor.getCapability().get(0).getAdditionalProperties())
                .containsExactly(entry("confidence", Examples.decimal("0.123456789012345678901")));
        assertThat(nap.getSensors().get(0).getAdditionalProperties()).containsExactly(entry("weight", 2));
        assertThat(attic.getProgram().getAdditionalProperties()).containsExactly(entry("season", null));
    }

    @Test
    @Tag("field-62")
    void unknownFieldSurvivesAChangeOfAKnownOne() {
        Thermostat attic = Examples.thermostat("unknown-fields.json");

        attic.setName("Loft");

        assertThat(EcobeeJson.toMap(attic)).containsEntry("name", "Loft").containsEntry("moonPhase", "waxing");
    }

    @Test
    @Tag("field-73")
    void nullIsNeitherAbsentNorZero() {
        Thermostat cellar = Examples.thermostat("explicit-nulls.json");
        Runtime runtime = cellar.getRuntime();

        assertThat(runtime.getActualTemperature()).isZero();
        assertThat(runtime.getActualHumidity()).isNull();
        assertThat(runtime.getDesiredHeat()).isNull();
        assertThat(runtime.isExplicitNull("actualTemperature")).isFalse();
        assertThat(runtime.isExplicitNull("actualHumidity")).isTrue();
        assertThat(runtime.isExplicitNull("desiredFanMode")).isTrue();
        assertThat(runtime.isExplicitNull("desiredHeat")).isFalse();
        assertThat(cellar.isExplicitNull("location")).isTrue();
        assertThat(cellar.getEvents()).isEmpty();
        assertThat(cellar.getAlerts()).isNull();
    }

    @Test
    @Tag("field-73")
    void absentStaysAbsentWhenWritten() {
        assertThat(EcobeeJson.write(new Thermostat())).isEqualTo("{}");
        assertThat(EcobeeJson.write(new Thermostat().withName(null).withEvents(new ArrayList<>())))
                .isEqualTo("{\"events\":[]}");
    }

    @Test
    @Tag("field-63")
    @Tag("field-64")
    @Tag("field-65")
    void modelsAndCapabilityTypesAreOpen() {
        List<RemoteSensor> sensors = Examples.thermostat("odd-sensors.json").getRemoteSensors();

        assertThat(Examples.thermostat("unknown-fields.json").getModelNumber()).isEqualTo("zephyrSmart");
        assertThat(sensors.get(1).getCapability()).extracting(RemoteSensorCapability::getType)
                .containsExactly("occupancy", "airQuality", "vocPPM", "starlight");
    }

    @Test
    @Tag("field-66")
    void sensorNeedsNeitherCodeNorCapabilityId() {
        List<RemoteSensor> sensors = Examples.thermostat("odd-sensors.json").getRemoteSensors();

        assertThat(sensors).extracting(RemoteSensor::getId).containsExactly("rs2:101", "ei:0", "ei:0:1");
        assertThat(sensors).extracting(RemoteSensor::getCode).containsExactly("QX7Z", null, null);
        assertThat(sensors.get(2).getCapability().get(0).getId()).isEmpty();
    }

    @Test
    @Tag("field-67")
    void occupancyComesAsBooleanAndAsText() {
        List<RemoteSensor> sensors = Examples.thermostat("odd-sensors.json").getRemoteSensors();

        assertThat(sensors.get(0).getCapability().get(1).getValue()).isEqualTo(true);
        assertThat(sensors.get(1).getCapability().get(0).getValue()).isEqualTo("false");
    }

    @Test
    @Tag("field-68")
    void namesKeepDegreeSignsAccentsAndApostrophes() {
        ThermostatResponse answer = EcobeeJson.read(Examples.text("names.json"), ThermostatResponse.class);

        assertThat(answer.getThermostatList()).extracting(Thermostat::getName)
                .containsExactly("Wohnzimmer 21°", "Chambre d'été – « Zoé »", "居間 🌡️: \"2nd\" \\ floor");
        assertThat(EcobeeJson.write(answer)).contains("21°", "d'été");
    }

    @Test
    void humidifierSetPointIsTextHoweverItCame() {
        assertThat(EcobeeJson.read("{\"humidity\":\"36%\"}", Settings.class).getHumidity()).isEqualTo("36%");

        Settings sentAsNumber = EcobeeJson.read("{\"humidity\":36}", Settings.class);

        assertThat(sentAsNumber.getHumidity()).isEqualTo("36");
        assertThat(EcobeeJson.write(sentAsNumber)).as("as ecobee wants it").isEqualTo("{\"humidity\":\"36\"}");
    }

    @Test
    void scalarOfAnotherTypeBecomesThatOfTheContract() {
        Runtime runtime = EcobeeJson.read("""
                {"actualTemperature":"725","rawTemperature":72.5,"actualHumidity":"","connected":"true"}""",
                Runtime.class);

        assertThat(runtime).isEqualTo(
                new Runtime().withActualTemperature(725).withRawTemperature(72).withConnected(true));
    }

    @Test
    void parametersOfAFunctionBecomeTheirOwnClass() {
        Function function = EcobeeJson.read("""
                {"type":"setHold","params":{"holdType":"holdHours","holdHours":2,"heatHoldTemp":680,"newThing":null}}""",
                Function.class);

        SetHoldParams params = EcobeeJson.convert(function.getParams(), SetHoldParams.class);

        assertThat(params.getHoldHours()).isEqualTo(2);
        assertThat(params.getHeatHoldTemp()).isEqualTo(680);
        assertThat(params.getAdditionalProperties()).containsExactly(entry("newThing", null));
        Examples.assertSameMeaning(EcobeeJson.write(new Function().withType("setHold").withParams(params)),
                EcobeeJson.write(function));
    }
}
