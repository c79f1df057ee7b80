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

import java.util.List;
import java.util.Map;

import io.github.camelecobee.change.SensorReading;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.faults.FaultRule.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

/** The consumer ecobee:sensors: one exchange for each reading that changed. */
class SensorsConsumerTest extends FeedTestSupport {
    private static final String UPSTAIRS_ONLY = "ecobee:sensors?thermostatIds=" + UPSTAIRS;
    private static final String NEW_ONES = UPSTAIRS_ONLY + "&initialState=false";

    private void sensors(Map<?, ?>... sensors) {
        ecobee.thermostat(UPSTAIRS).setProperty("remoteSensors", List.of(sensors));
    }

    private static Map<String, Object> sensor(String id, String type, Map<?, ?>... capabilities) {
        return Map.of("id", id, "name", "Sensor " + id, "type", type, "inUse", true, "capability", List.of(capabilities));
    }

    private static Map<String, Object> capability(String id, String type, Object value) {
        return Map.of("id", id, "type", type, "value", value);
    }

    private List<SensorReading> readings() {
        return poll().stream().map(exchange -> exchange.getIn().getBody(SensorReading.class)).toList();
    }

    private List<SensorReading> receivedReadings() {
        return received.stream().map(exchange -> exchange.getIn().getBody(SensorReading.class)).toList();
    }

    @Test
    void everyReadingIsDeliveredAtFirstAndThenThoseThatChanged() throws Exception {
        sensors(sensor("ei:0", "thermostat", capability("1", "temperature", "712"), capability("2", "humidity", "36")),
                sensor("rs:100", "ecobee3_remote_sensor", capability("1", "temperature", "690"),
                        capability("2", "occupancy", "false")));
        startAt(UPSTAIRS_ONLY);
        assertThat(receivedReadings()).extracting(SensorReading::sensorId, SensorReading::capability)
                .containsExactly(tuple("ei:0", "temperature"),
                        tuple("ei:0", "humidity"),
                        tuple("rs:100", "temperature"),
                        tuple("rs:100", "occupancy"));
        assertThat(poll()).isEmpty();

        sensors(sensor("ei:0", "thermostat", capability("1", "temperature", "712"), capability("2", "humidity", "37")),
                sensor("rs:100", "ecobee3_remote_sensor", capability("1", "temperature", "690"),
                        capability("2", "occupancy", "true")));

        List<SensorReading> changed = readings();
        assertThat(changed).extracting(SensorReading::value).containsExactly(37, true);
        assertThat(changed.get(0).number()).contains(37);
        assertThat(changed.get(1).occupancy()).contains(true);
        assertThat(received.get(1).getIn().getHeaders()).containsEntry(EcobeeConstants.SENSOR_ID, "rs:100")
                .containsEntry(EcobeeConstants.SENSOR_CAPABILITY, "occupancy")
                .containsEntry(EcobeeConstants.THERMOSTAT_ID, UPSTAIRS);
    }

    @Test
    void withoutInitialStateOnlyWhatChangesLaterIs() throws Exception {
        startAt(NEW_ONES);
        assertThat(received).isEmpty();

        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(81.5));

        assertThat(readings()).isNotEmpty().anySatisfy(reading -> {
            assertThat(reading.sensorId()).isEqualTo("ei:0");
            assertThat(reading.temperature()).contains(Temperature.ofFahrenheit(81.5));
            assertThat(reading.raw()).isEqualTo("815");
        });
    }

    @Test
    @Tag("field-59")
    void aSensorWithoutContactHasNoValuesAndTheOthersAreUntouched() throws Exception {
        startAt(NEW_ONES);

        ecobee.thermostat(UPSTAIRS).setSensorOnline("rs:100", false);

        List<SensorReading> readings = readings();
        assertThat(readings).filteredOn(reading -> reading.sensorId().equals("rs:100")).isNotEmpty()
                .allSatisfy(reading -> {
                    assertThat(reading.online()).isFalse();
                    assertThat(reading.value()).isNull();
                    assertThat(reading.raw()).isEqualTo("unknown");
                });
        assertThat(readings).filteredOn(reading -> !reading.sensorId().equals("rs:100"))
                .allMatch(SensorReading::online);
    }

    @Test
    @Tag("field-60")
    void impossibleTemperaturesAreAbsentAndTheirRawValueIsNot() throws Exception {
        sensors(sensor("rs:100", "ecobee3_remote_sensor", capability("1", "temperature", "690")));
        startAt(NEW_ONES);

        for (String dead : List.of("-5002", "-5003", "-5000", "-2700")) {
            sensors(sensor("rs:100", "ecobee3_remote_sensor", capability("1", "temperature", dead)));
            assertThat(readings()).singleElement().satisfies(reading -> {
                assertThat(reading.temperature()).isEmpty();
                assertThat(reading.online()).isFalse();
                assertThat(reading.raw()).isEqualTo(dead);
            });
            sensors(sensor("rs:100", "ecobee3_remote_sensor", capability("1", "temperature", "690")));
            assertThat(readings()).singleElement().satisfies(reading -> assertThat(reading.online()).isTrue());
        }
    }

    @Test
    @Tag("field-65")
    void capabilitiesAreOpenAndTheKnownOnesTyped() throws Exception {
        sensors(sensor("ei:0", "thermostat", capability("1", "temperature", "712"), capability("2", "airQuality", "57"),
                capability("3", "airQualityAccuracy", "4"), capability("4", "vocPPM", "467"),
                capability("5", "co2PPM", "-5003"), capability("6", "airPressure", "1014"),
                capability("7", "moonPhase", "waxing")));

        startAt(UPSTAIRS_ONLY);

        assertThat(receivedReadings()).extracting(SensorReading::value)
                .containsExactly(new Temperature(712), 57, 4, 467, null, 1014, "waxing");
        assertThat(receivedReadings().get(4).raw()).isEqualTo("-5003");
    }

    @Test
    @Tag("field-65")
    void capabilitiesThatNobodyKnowsReachTheRoute() throws Exception {
        ecobee.faults().when(requests("GET", THERMOSTAT)).then(Fault.answer(AnswerChange.UNKNOWN_CAPABILITY_TYPES, UPSTAIRS));

        startAt(UPSTAIRS_ONLY);

        assertThat(received).isNotEmpty();
    }

    @Test
    @Tag("field-66")
    void wiredSensorsWithoutCodeAndCapabilityIdAreTold() throws Exception {
        sensors(sensor("01:02:03", "monitor_sensor", capability("", "dryContact", "open"),
                capability("", "dryContact", "shut")));
        startAt(UPSTAIRS_ONLY);
        assertThat(receivedReadings()).extracting(SensorReading::value).containsExactly("open", "shut");

        sensors(sensor("01:02:03", "monitor_sensor", capability("", "dryContact", "open"),
                capability("", "dryContact", "open")));

        assertThat(readings()).singleElement().satisfies(reading -> {
            assertThat(reading.sensorId()).isEqualTo("01:02:03");
            assertThat(reading.capabilityId()).isEmpty();
            assertThat(reading.value()).isEqualTo("open");
        });
    }

    @Test
    @Tag("field-67")
    void occupancyIsReadAsTextAndAsBoolean() throws Exception {
        sensors(sensor("rs:100", "ecobee3_remote_sensor", capability("1", "occupancy", true)),
                sensor("rs:101", "ecobee3_remote_sensor", capability("1", "occupancy", "true")));
        startAt(UPSTAIRS_ONLY);
        assertThat(receivedReadings()).extracting(SensorReading::occupancy)
                .allSatisfy(occupied -> assertThat(occupied).contains(true));

        sensors(sensor("rs:100", "ecobee3_remote_sensor", capability("1", "occupancy", "true")),
                sensor("rs:101", "ecobee3_remote_sensor", capability("1", "occupancy", true)));

        assertThat(readings()).isEmpty();
    }

    @Test
    void aFailedReadingComesAgainWithThoseAfterItAndThoseBeforeDoNot() throws Exception {
        sensors(sensor("ei:0", "thermostat", capability("1", "temperature", "712"), capability("2", "humidity", "36"),
                capability("3", "occupancy", "true")));
        broken = exchange -> "humidity".equals(exchange.getIn().getHeader(EcobeeConstants.SENSOR_CAPABILITY));
        startAt(UPSTAIRS_ONLY);
        assertThat(receivedReadings()).extracting(SensorReading::capability).containsExactly("temperature");
        broken = exchange -> false;

        assertThat(readings()).extracting(SensorReading::capability).containsExactly("humidity", "occupancy");
        assertThat(poll()).isEmpty();
    }

    @Test
    void aReadingAsJsonHasNoEntryForWhatIsAbsent() throws Exception {
        sensors(sensor("rs:100", "ecobee3_remote_sensor", capability("1", "temperature", "unknown")),
                sensor("rs:101", "ecobee3_remote_sensor", capability("1", "temperature", "700")));
        startAt(UPSTAIRS_ONLY);

        assertThat(receivedReadings().get(0).toMap()).doesNotContainKey("value").containsEntry("raw", "unknown");
        assertThat(receivedReadings().get(1).toMap()).containsEntry("value", Map.of("fahrenheit", 70.0, "celsius", 21.1));
    }
}
