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
import java.util.Locale;

import io.github.camelecobee.change.AlertChange;
import io.github.camelecobee.change.AlertDetails;
import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.ChangeJson;
import io.github.camelecobee.change.ChangeType;
import io.github.camelecobee.change.ClimateChange;
import io.github.camelecobee.change.ConnectionChange;
import io.github.camelecobee.change.EquipmentChange;
import io.github.camelecobee.change.EventChange;
import io.github.camelecobee.change.EventDetails;
import io.github.camelecobee.change.HeatingSource;
import io.github.camelecobee.change.ModeChange;
import io.github.camelecobee.change.NamedClimate;
import io.github.camelecobee.change.Occurrence;
import io.github.camelecobee.change.SensorChange;
import io.github.camelecobee.change.SetPointChange;
import io.github.camelecobee.change.ThermostatChange;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.ThermostatTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Changes as JSON. */
class ChangeJsonTest {
    private static final Occurrence AT = new Occurrence(
            "c1", "311019854581", "Upstairs", Instant.parse("2025-01-14T16:46:03Z"), "250114164603");
    private static final EventDetails HOLD = EventDetails.of(new Event().withType("hold").withName("auto")
            .withStartDate("2025-01-14").withStartTime("11:46:00").withEndDate("2035-01-01").withEndTime("00:00:00")
            .withHeatHoldTemp(685).withCoolHoldTemp(780).withFan("auto").withHoldClimateRef("").withIsOptional(true));
    private static final AlertDetails ALERT = AlertDetails.of(new Alert().withAcknowledgeRef("a1").withText("Filter")
            .withAlertNumber(3130).withDate("2025-01-14").withTime("11:46:00"));

    private static Change example(ChangeType type) {
        return switch (type) {
            case THERMOSTAT_ADDED -> new ThermostatChange(AT, type, null, "311019854581");
            case THERMOSTAT_REMOVED -> new ThermostatChange(AT, type, "311019854581", null);
            case THERMOSTAT_REPLACED -> new ThermostatChange(AT, type, "311019854580", "311019854581");
            case THERMOSTAT_CONNECTED, THERMOSTAT_DISCONNECTED -> new ConnectionChange(AT, type);
            case FIRMWARE_CHANGED, HVAC_MODE_CHANGED, FAN_MODE_CHANGED -> new ModeChange(AT, type, "one", "two");
            case SCHEDULED_CLIMATE_CHANGED, ACTIVE_CLIMATE_CHANGED -> new ClimateChange(
                    AT, type, new NamedClimate("smart1", "Party"), null);
            case HEAT_SET_POINT_CHANGED, COOL_SET_POINT_CHANGED -> new SetPointChange(
                    AT, type, Temperature.ofFahrenheit(68.5), Temperature.ofCelsius(19.5));
            case EQUIPMENT_STARTED, EQUIPMENT_STOPPED -> new EquipmentChange(AT, type, "auxHeat1", HeatingSource.FURNACE);
            case ALERT_RAISED -> new AlertChange(AT, type, null, ALERT);
            case ALERT_CLEARED -> new AlertChange(AT, type, ALERT, null);
            case SENSOR_ONLINE, SENSOR_OFFLINE -> new SensorChange(AT, type, "rs:100", "Bedroom", "ecobee3_remote_sensor");
            case VACATION_CHANGED, HOLD_REPLACED -> new EventChange(AT, type, HOLD, HOLD);
            case VACATION_DELETED, VACATION_ENDED, DEMAND_RESPONSE_ENDED, EVENT_ENDED, HOLD_ENDED -> new EventChange(
                    AT, type, HOLD, null);
            case VACATION_CREATED, VACATION_STARTED, DEMAND_RESPONSE_STARTED, EVENT_STARTED, HOLD_STARTED -> new EventChange(
                    AT, type, null, HOLD);
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsWrittenAsPublishedAndReadAgain(ChangeType type) {
        ChangeSchema.check(example(type));
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasANameOfItsOwnThatIsReadInAnyLetterCase(ChangeType type) {
        assertThat(ChangeType.parse(type.typeName().toUpperCase(Locale.ROOT))).isEqualTo(type);
    }

    @Test
    void temperaturesAreInBothUnitsAndTimesOfTheThermostatHaveNoZone() {
        assertThat(ChangeJson.write(example(ChangeType.HOLD_STARTED)))
                .startsWith("{\"id\":\"c1\",\"type\":\"holdStarted\",\"thermostatId\":\"311019854581\"")
                .contains("\"detectedAt\":\"2025-01-14T16:46:03Z\"", "\"start\":\"2025-01-14T11:46:00\"",
                        "\"heat\":{\"fahrenheit\":68.5,\"celsius\":20.3}")
                .doesNotContain("null", "\"end\"", "climateRef");
    }

    @Test
    void aHoldWithoutEndIsIndefinite() {
        assertThat(HOLD.indefinite()).isTrue();
        assertThat(HOLD.end()).isNull();
        assertThat(HOLD.start()).isEqualTo(new ThermostatTime(LocalDateTime.parse("2025-01-14T11:46:00")));
    }

    @Test
    void aHoldOfTheFanHasNoTemperatures() {
        EventDetails fan = EventDetails.of(new Event().withType("hold").withName("auto").withFan("on").withHeatHoldTemp(685)
                .withIsTemperatureAbsolute(false).withIsTemperatureRelative(false));

        assertThat(fan.heat()).isNull();
        assertThat(fan.fan()).isEqualTo("on");
    }

    @Test
    void sentinelsAreAbsent() {
        EventDetails hold = EventDetails.of(new Event().withType("hold").withHeatHoldTemp(-5002).withCoolHoldTemp(4000));

        assertThat(hold.heat()).isNull();
        assertThat(hold.cool()).isNull();
    }

    @Test
    void theSchemaRefusesWhatIsNoChange() {
        String json = ChangeJson.write(example(ChangeType.HOLD_STARTED));

        assertThat(ChangeSchema.accepts(json)).isTrue();
        assertThat(ChangeSchema.accepts(json.replace("holdStarted", "holdForgotten"))).isFalse();
        assertThat(ChangeSchema.accepts(json.replace("holdStarted", "holdEnded"))).isFalse();
        assertThat(ChangeSchema.accepts(json.replace("\"fahrenheit\":68.5", "\"fahrenheit\":\"68.5F\""))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "[]", "{}", "{\"type\":\"holdForgotten\"}", "{\"type\":\"holdStarted\",\"detectedAt\":\"today\"}" })
    void whatIsNoChangeIsNotRead(String json) {
        assertThatThrownBy(() -> ChangeJson.read(json)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("describes no change");
    }
}
