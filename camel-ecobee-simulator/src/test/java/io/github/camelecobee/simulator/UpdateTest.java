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
package io.github.camelecobee.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.ClimateSensor;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.LimitSetting;
import io.github.camelecobee.model.Program;
import io.github.camelecobee.model.SecuritySettings;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.SimulatorClient.one;
import static io.github.camelecobee.simulator.SimulatorClient.status;
import static org.assertj.core.api.Assertions.assertThat;

/** What ecobee makes of the {@code thermostat} member of a POST. */
class UpdateTest {
    private static final String FIRST = "311019854581";

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock)
            .accessTokenLife(Duration.ofDays(90)).start();
    private final SimulatorClient client = new SimulatorClient(simulator);
    private final SimulatedThermostat thermostat = simulator.thermostat(FIRST);

    UpdateTest() {
        client.authorize();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> update(String thermostatJson) {
        return client.post("/1/thermostat", "{\"selection\":" + one(FIRST, "") + ",\"thermostat\":" + thermostatJson + "}");
    }

    private Thermostat done(String thermostatJson) {
        assertThat(update(thermostatJson).body()).isEqualTo("{\"status\":{\"code\":0,\"message\":\"\"}}");
        return thermostat.snapshot();
    }

    private String refused(String thermostatJson) {
        Thermostat before = thermostat.snapshot();
        HttpResponse<String> answer = update(thermostatJson);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(status(answer).getCode()).as(answer.body()).isEqualTo(7);
        assertThat(thermostat.snapshot()).isEqualTo(before);
        return status(answer).getMessage();
    }

    private Program program() {
        return thermostat.snapshot().getProgram();
    }

    private static String climates(List<?> climates) {
        return "{\"program\":{\"climates\":" + EcobeeJson.write(climates) + "}}";
    }

    private List<Object> and(Object climate) {
        List<Object> climates = new ArrayList<>(program().getClimates());
        climates.add(climate);
        return climates;
    }

    @Test
    void newClimateStartsWithTheSensorsOfHome() {
        done(climates(and(Map.of("name", "Reading", "heatTemp", "715"))));

        Climate reading = program().getClimates().get(3);
        assertThat(reading.getClimateRef()).isEqualTo("smart1");
        assertThat(reading.getHeatTemp()).isEqualTo(715);
        assertThat(reading.getCoolTemp()).isEqualTo(770);
        assertThat(reading.getSensors()).extracting(ClimateSensor::getId).containsExactly("ei:0:1", "rs:100:1");
        done(climates(and(Map.of("name", "Yoga"))));
        assertThat(program().getClimates()).extracting(Climate::getClimateRef)
                .containsExactly("away", "home", "sleep", "smart1", "smart2");
    }

    @Test
    void climateThatIsLeftOutGoesUnlessItIsNeeded() {
        done(climates(and(Map.of("name", "Reading"))));
        List<List<String>> schedule = program().getSchedule();
        schedule.get(6).set(47, "smart1");
        done("{\"program\":{\"schedule\":" + EcobeeJson.write(schedule) + "}}");

        assertThat(refused(climates(program().getClimates().subList(0, 3)))).contains("/thermostat/program/schedule");
        schedule.get(6).set(47, "sleep");
        done("{\"program\":{\"schedule\":" + EcobeeJson.write(schedule) + ",\"climates\":"
             + EcobeeJson.write(program().getClimates().subList(0, 3)) + ",\"currentClimateRef\":\"sleep\"}}");
        assertThat(program().getClimates()).hasSize(3);
        // The schedule decides which climate it is, whatever is posted.
        assertThat(program().getCurrentClimateRef()).isEqualTo("away");
    }

    @Test
    void climateOfThisMomentCanGoTogetherWithItsPlaceInTheSchedule() {
        done(climates(and(Map.of("name", "Reading"))));
        Program before = program();
        List<List<String>> schedule = thermostat.snapshot().getProgram().getSchedule();
        schedule.forEach(day -> day.replaceAll(cell -> "smart1"));
        done("{\"program\":{\"schedule\":" + EcobeeJson.write(schedule) + "}}");
        assertThat(program().getCurrentClimateRef()).isEqualTo("smart1");

        done("{\"program\":{\"schedule\":" + EcobeeJson.write(before.getSchedule()) + ",\"climates\":"
             + EcobeeJson.write(before.getClimates().subList(0, 3)) + "}}");
        assertThat(program().getCurrentClimateRef()).isEqualTo("away");
    }

    @Test
    void defaultClimatesCannotGo() {
        List<List<String>> schedule = program().getSchedule();
        schedule.forEach(day -> day.replaceAll(cell -> "home"));

        assertThat(refused("{\"program\":{\"schedule\":" + EcobeeJson.write(schedule) + ",\"climates\":"
                           + EcobeeJson.write(program().getClimates().subList(0, 2)) + "}}"))
                .isEqualTo("Validation error. [Rule climates failed on: sleep /thermostat/program/climates]");
    }

    @Test
    void climatesAreChecked() {
        assertThat(refused(climates(and(Map.of("name", "Home")))))
                .contains("Home /thermostat/program/climates/climate[4]/name");
        assertThat(refused(climates(and(Map.of("heatTemp", 700))))).contains("climate[4]/name");
        assertThat(refused(climates(and(Map.of("name", "New", "climateRef", "smart9"))))).contains("smart9");
        assertThat(refused(climates(and(Map.of("name", "Hot", "heatTemp", 1000))))).contains("range(450,790)");
        assertThat(refused(climates(and(Map.of("name", "Fan", "coolFan", "off"))))).contains("enum(auto,on)");
        assertThat(refused(climates(and(Map.of("name", "Pink", "colour", 16_777_216))))).contains("/colour");
        assertThat(refused(climates(and(Map.of("name", "Den", "sensors", List.of(Map.of("name", "Den")))))))
                .contains("climate[4]/sensors/sensor[1]/id");
        assertThat(refused(climates(and(Map.of("name", "Den", "sensors", List.of(Map.of("id", "rs:7:1")))))))
                .contains("rs:7:1");
    }

    @Test
    void climateWithoutSensorsGetsTheThermostatsOwnBack() {
        List<Climate> climates = program().getClimates();
        climates.get(0).setSensors(List.of());

        done(climates(climates));

        assertThat(program().getClimates().get(0).getSensors()).extracting(ClimateSensor::getId).containsExactly("ei:0:1");
    }

    @Test
    void whatAClimateDoesNotSayStays() {
        done(climates(List.of(Map.of("climateRef", "away", "heatTemp", 600), Map.of("climateRef", "home"),
                Map.of("climateRef", "sleep", "name", "Night"))));

        assertThat(program().getClimates().get(0).getCoolTemp()).isEqualTo(820);
        assertThat(program().getClimates().get(2).getName()).isEqualTo("Night");
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(600);
    }

    @Test
    void settingsHaveValuesAndRanges() {
        assertThat(refused("{\"settings\":{\"fanMinOnTime\":\"61\"}}"))
                .isEqualTo("Validation error. [Rule range(0,60) failed on: 61 /thermostat/settings/fanMinOnTime]");
        assertThat(refused("{\"settings\":{\"holdAction\":\"never\"}}")).contains("/thermostat/settings/holdAction");
        assertThat(refused("{\"settings\":{\"heatRangeLow\":400}}")).contains("range(450,790)");
        assertThat(refused("{\"settings\":{\"coolRangeLow\":800,\"coolRangeHigh\":700}}")).contains("coolRangeLow");
        assertThat(refused("{\"settings\":{\"autoHeatCoolFeatureEnabled\":false,\"hvacMode\":\"auto\"}}")).contains("auto");
        assertThat(refused("{\"audio\":{\"playbackVolume\":101}}")).contains("/thermostat/audio/playbackVolume");
        assertThat(refused("{\"houseDetails\":{\"windowEfficiency\":8}}")).contains("range(1,7)");
        assertThat(refused("{\"houseDetails\":{\"style\":\"castle\"}}")).contains("castle");
        assertThat(refused("{\"location\":{\"timeZone\":\"Mars/Olympus\"},\"settings\":{}}")).contains("timeZone");
    }

    @Test
    void readOnlyPropertiesAreIgnored() {
        Thermostat before = thermostat.snapshot();

        Thermostat after = done("{\"identifier\":\"1\",\"modelNumber\":\"x\",\"settings\":{\"heatStages\":3,\"hvacMode\":null},"
                                + "\"location\":{\"timeZoneOffsetMinutes\":0},\"audio\":{\"voiceEngines\":[]},\"events\":[]}");

        assertThat(after).isEqualTo(before);
    }

    @Test
    void dehumidifyingWithTheAirConditionerNeedsAnOffset() {
        assertThat(refused("{\"settings\":{\"dehumidifyWithAC\":true}}")).contains("dehumidifyWithAC");
        assertThat(refused("{\"settings\":{\"dehumidifyOvercoolOffset\":12}}")).contains("step(5)");
        // Nothing to write them to: no dehumidifier, and no offset.
        assertThat(done("{\"settings\":{\"dehumidifierMode\":\"on\"}}").getSettings().getDehumidifierMode()).isEqualTo("off");

        Settings settings = done("{\"settings\":{\"dehumidifyWithAC\":\"true\",\"dehumidifyOvercoolOffset\":15,"
                                 + "\"dehumidifierMode\":\"on\"}}")
                .getSettings();
        assertThat(settings.getDehumidifyWithAC()).isTrue();
        assertThat(settings.getDehumidifierMode()).isEqualTo("on");
        assertThat(done("{\"settings\":{\"dehumidifyOvercoolOffset\":0}}").getSettings().getDehumidifyWithAC()).isFalse();
    }

    @Test
    void ventilatorTimerRunsForTwentyMinutes() {
        Settings on = done("{\"settings\":{\"isVentilatorTimerOn\":true}}").getSettings();
        assertThat(on.getVentilatorOffDateTime()).isEqualTo("2026-01-14 11:20:00");

        clock.advance(Duration.ofMinutes(20));
        assertThat(thermostat.snapshot().getSettings().getIsVentilatorTimerOn()).isFalse();
        assertThat(done("{\"settings\":{\"isVentilatorTimerOn\":false}}").getSettings().getVentilatorOffDateTime())
                .isEqualTo("2014-01-01 00:00:00");
    }

    private LimitSetting limit(String type) {
        return thermostat.snapshot().getNotificationSettings().getLimit().stream()
                .filter(each -> type.equals(each.getType())).findFirst().orElseThrow();
    }

    private static String limits(String limits) {
        return "{\"notificationSettings\":{\"limit\":[" + limits + "]}}";
    }

    @Test
    void limitsFollowTheirRules() {
        done(limits("{\"type\":\"lowHumidity\",\"limit\":30,\"enabled\":true},"
                    + "{\"type\":\"highHumidity\",\"limit\":60,\"enabled\":true}"));
        assertThat(limit("lowTemp").getLimit()).isEqualTo(450);
        assertThat(refused(limits("{\"type\":\"lowHumidity\",\"limit\":57}"))).contains("lowHumidity+5<=highHumidity");
        assertThat(refused(limits("{\"type\":\"auxHeat\",\"limit\":0,\"enabled\":true}"))).contains("limit/auxHeat");
        assertThat(refused(limits("{\"type\":\"auxOutdoor\",\"limit\":800,\"enabled\":true}"))).contains("range(320,790)");
        assertThat(refused(limits("{\"type\":\"noise\",\"limit\":1}"))).contains("noise");

        done(limits("{\"type\":\"lowHumidity\",\"limit\":95}"));
        assertThat(limit("highHumidity").getLimit()).isEqualTo(-1);
        assertThat(limit("highHumidity").getEnabled()).isFalse();
        done(limits("{\"type\":\"auxOutdoor\",\"enabled\":false},{\"type\":\"lowHumidity\",\"enabled\":false}"));
        assertThat(limit("auxOutdoor").getLimit()).isEqualTo(800);
        assertThat(limit("lowHumidity").getLimit()).isEqualTo(-1);
        done(limits("{\"type\":\"lowTemp\",\"limit\":840}"));
        assertThat(limit("highTemp").getLimit()).isEqualTo(890);
    }

    @Test
    void emailAddressesAreReplacedAndEquipmentIsMerged() {
        done("{\"notificationSettings\":{\"emailAddresses\":[\"a@example.org\",\"b@example.org\"],"
             + "\"equipment\":[{\"type\":\"furnaceFilter\",\"filterLife\":6,\"remindMeDate\":\"2030-01-01\"}]}}");

        var settings = thermostat.snapshot().getNotificationSettings();
        assertThat(settings.getEmailAddresses()).hasSize(2);
        assertThat(settings.getEquipment().get(0).getFilterLife()).isEqualTo(6);
        assertThat(settings.getEquipment().get(0).getRemindMeDate()).isEqualTo("2026-04-15");
        assertThat(refused("{\"notificationSettings\":{\"equipment\":[{\"type\":\"uvLamp\",\"enabled\":true}]}}"))
                .contains("uvLamp");
        assertThat(refused("{\"notificationSettings\":{\"equipment\":[{\"type\":\"furnaceFilter\",\"filterLife\":13}]}}"))
                .contains("range(1,12)");
        assertThat(done("{\"notificationSettings\":{\"emailAddresses\":[]}}").getNotificationSettings()
                .getEmailAddresses()).isEmpty();
    }

    @Test
    void securityFlagsThatAreLeftOutBecomeFalse() {
        assertThat(refused("{\"securitySettings\":{\"programAccess\":true}}")).contains("userAccessCode");

        SecuritySettings set = done("{\"securitySettings\":{\"userAccessCode\":\"1234\",\"programAccess\":true}}")
                .getSecuritySettings();
        assertThat(set.getUserAccessCode()).isEqualTo("****");
        assertThat(set.getProgramAccess()).isTrue();
        assertThat(set.getDetailsAccess()).isFalse();
        set = done("{\"securitySettings\":{\"vacationAccess\":true}}").getSecuritySettings();
        assertThat(set.getProgramAccess()).isFalse();
        set = done("{\"securitySettings\":{\"vacationAccess\":true,\"programAccess\":true,\"detailsAccess\":true,"
                   + "\"quickSaveAccess\":true}}")
                .getSecuritySettings();
        assertThat(set.getAllUserAccess()).isTrue();
    }
}
