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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.ExtendedRuntime;
import io.github.camelecobee.model.MeterReportResponse;
import io.github.camelecobee.model.RemoteSensorCapability;
import io.github.camelecobee.model.RuntimeReport;
import io.github.camelecobee.model.RuntimeReportResponse;
import io.github.camelecobee.model.RuntimeSensorMetadata;
import io.github.camelecobee.model.RuntimeSensorReport;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.SimulatorClient.one;
import static io.github.camelecobee.simulator.SimulatorClient.status;
import static org.assertj.core.api.Assertions.assertThat;

class ReportsTest {
    private static final String FIRST = "311019854581";

    /** A Wednesday, 11:00 in Toronto. */
    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock)
            .accessTokenLife(Duration.ofDays(900)).start();
    private final SimulatorClient client = new SimulatorClient(simulator);
    private final SimulatedThermostat thermostat = simulator.thermostat(FIRST);

    ReportsTest() {
        client.authorize();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> ask(String path, String selection, String rest) {
        return client.get(path, Map.of("format", "json", "body", "{\"selection\":" + selection + "," + rest + "}"));
    }

    private RuntimeReportResponse report(String rest) {
        HttpResponse<String> answer = ask("/1/runtimeReport", one(FIRST, ""), rest);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        SchemaTest.assertValid(answer.body(), RuntimeReportResponse.class);
        return EcobeeJson.read(answer.body(), RuntimeReportResponse.class);
    }

    private List<String> rows(String rest) {
        RuntimeReport report = report(rest).getReportList().get(0);
        assertThat(report.getRowCount()).isEqualTo(report.getRowList().size());
        return report.getRowList();
    }

    private String refused(int code, String selection, String rest) {
        HttpResponse<String> answer = ask("/1/runtimeReport", selection, rest);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(status(answer).getCode()).as(answer.body()).isEqualTo(code);
        return status(answer).getMessage();
    }

    private static String days(String start, String end, String more) {
        return "\"startDate\":\"" + start + "\",\"endDate\":\"" + end + "\"" + more;
    }

    @Test
    void rowsHaveLocalTimesAndACommaAtTheEnd() {
        RuntimeReportResponse report = report(days("2025-01-15", "2025-01-15",
                ",\"startInterval\":\"0\",\"endInterval\":2,\"columns\":\"auxHeat1,fan,outdoorTemp,zoneAveTemp,hvacMode\""));

        assertThat(report.getStartDate()).isEqualTo("2025-01-15");
        assertThat(report.getEndInterval()).isEqualTo(2);
        assertThat(report.getColumns()).isEqualTo("auxHeat1,fan,outdoorTemp,zoneAveTemp,HVACmode");
        assertThat(report.getSensorList()).isEmpty();
        List<String> rows = report.getReportList().get(0).getRowList();
        // UTC midnight is 19:00 of the day before in Toronto.
        assertThat(rows).hasSize(3).allMatch(row -> row.matches(
                "2025-01-14,19:(00|05|10):00,\\d+,\\d+,-?\\d+\\.\\d,\\d+\\.\\d,auto,"));
    }

    @Test
    void columnsComeBackInTheLettersOfEcobee() {
        assertThat(report(days("2026-01-01", "2026-01-01", ",\"columns\":\"ZONEHVACMODE,zoneavetemp,hvacMode,zoneHvacMode\""))
                .getColumns()).isEqualTo("zoneHVACmode,zoneAveTemp,HVACmode,zoneHVACmode");
    }

    @Test
    void everyColumnHasItsKindOfValue() {
        List<String> rows = rows(days("2026-01-13", "2026-01-13",
                ",\"columns\":\"auxHeat1,auxHeat2,auxHeat3,compCool1,compCool2,compHeat1,compHeat2,dehumidifier,dmOffset,"
                                                                  + "economizer,fan,humidifier,hvacMode,outdoorHumidity,"
                                                                  + "outdoorTemp,sky,ventilator,wind,zoneAveTemp,"
                                                                  + "zoneCalendarEvent,zoneClimate,zoneCoolTemp,"
                                                                  + "zoneHeatTemp,zoneHumidity,zoneHumidityHigh,"
                                                                  + "zoneHumidityLow,zoneHvacMode,zoneOccupancy\""));

        assertThat(rows).hasSize(288).allMatch(row -> row.matches(
                "2026-01-1[23],\\d\\d:\\d\\d:00(,\\d+){8},0\\.0(,\\d+){3},auto,\\d+,-?\\d+\\.\\d,\\d+,\\d+,\\d+,\\d+\\.\\d,,"
                                                                  + "(Home|Away|Sleep),\\d+\\.\\d,\\d+\\.\\d,\\d+,60,36,"
                                                                  + "heat(Off|Stage10n),[01],"));
        assertThat(rows).anyMatch(row -> row.contains("heatStage10n")).anyMatch(row -> row.endsWith(",1,"))
                .anyMatch(row -> row.endsWith(",0,"));
    }

    @Test
    void newestRowsAreEmptyUntilTheThermostatHasTold() {
        clock.advance(Duration.ofMinutes(22));

        List<String> rows = rows(days("2026-01-14", "2026-01-14",
                ",\"startInterval\":192,\"endInterval\":198,\"columns\":\"zoneAveTemp,fan\""));

        assertThat(rows).hasSize(7);
        assertThat(rows.subList(0, 3)).noneMatch(row -> row.endsWith(",,,"));
        assertThat(rows.subList(3, 7)).allMatch(row -> row.endsWith(",,,"));
        assertThat(rows.get(6)).isEqualTo("2026-01-14,11:30:00,,,");
    }

    @Test
    void offlineGapsAreEmpty() {
        clock.advance(Duration.ofMinutes(30));
        thermostat.setConnected(false);
        clock.advance(Duration.ofHours(1));
        thermostat.setConnected(true);
        clock.advance(Duration.ofHours(1));

        List<String> rows = rows(days("2026-01-14", "2026-01-14",
                ",\"startInterval\":192,\"endInterval\":221,\"columns\":\"zoneAveTemp\""));

        assertThat(rows.stream().map(row -> row.endsWith(",,")).toList()).containsExactly(
                false, false, false, false, false, false,
                true, true, true, true, true, true, true, true, true, true, true, true,
                false, false, false, false, false, false, false, false, false, false, false, false);
    }

    @Test
    void sensorsHaveColumnsOfTheirOwn() {
        clock.advance(Duration.ofMinutes(30));
        thermostat.setSensorOnline("rs:100", false);
        clock.advance(Duration.ofMinutes(30));

        RuntimeSensorReport sensors = report(days("2026-01-14", "2026-01-14", ",\"startInterval\":192,\"endInterval\":203,"
                                                                              + "\"columns\":\"zoneAveTemp\",\"includeSensors\":\"true\""))
                .getSensorList().get(0);

        assertThat(sensors.getColumns()).containsExactly("date", "time", "ei:0:1", "ei:0:2", "ei:0:3", "rs:100:1",
                "rs:100:2");
        assertThat(sensors.getSensors()).extracting(RuntimeSensorMetadata::getSensorType)
                .containsExactly("temperature", "humidity", "occupancy", "temperature", "occupancy");
        assertThat(sensors.getSensors().get(3).getSensorName()).isEqualTo("Den");
        assertThat(sensors.getData().get(0)).matches("2026-01-14,11:00:00,\\d+\\.\\d,\\d+,[01],\\d+\\.\\d,[01]");
        assertThat(sensors.getData().get(6)).matches("2026-01-14,11:30:00,\\d+\\.\\d,\\d+,[01],,");
    }

    @Test
    void daysOfTheClockChangeHave23And25Hours() {
        // In Toronto 9 March 2025 begins at 05:00 UTC and the next day at 04:00.
        List<String> spring = rows(days("2025-03-09", "2025-03-10",
                ",\"startInterval\":60,\"endInterval\":47,\"columns\":\"zoneAveTemp\""));
        assertThat(spring).hasSize(23 * 12).allMatch(row -> row.startsWith("2025-03-09"))
                .noneMatch(row -> row.contains(",02:"));
        List<String> autumn = rows(days("2025-11-02", "2025-11-03",
                ",\"startInterval\":48,\"endInterval\":59,\"columns\":\"zoneAveTemp\""));
        assertThat(autumn).hasSize(25 * 12).allMatch(row -> row.startsWith("2025-11-02"));
        assertThat(autumn.stream().filter(row -> row.contains(",01:30:00"))).hasSize(2);
    }

    @Test
    void rangesThatEndInTheGapFailWhenSwitchedOn() {
        // The clock jumps at 07:00 UTC, the beginning of interval 84.
        String range = days("2025-03-08", "2025-03-09", ",\"endInterval\":86,\"columns\":\"zoneAveTemp\"");
        assertThat(rows(range)).isNotEmpty();

        simulator.reports().failInDaylightSavingGap(true);

        assertThat(refused(3, one(FIRST, ""), range)).isEqualTo("Processing error. Illegal instant due to time zone offset "
                                                                + "transition (daylight savings time 'gap'): "
                                                                + "2025-03-09T02:15:00.000 (America/Toronto)");
        assertThat(rows(range.replace("86", "98"))).isNotEmpty();
    }

    @Test
    void limitsAreThoseOfEcobee() {
        String columns = ",\"columns\":\"zoneAveTemp\"";
        assertThat(rows(days("2025-12-01", "2025-12-31", columns))).hasSize(31 * 288);
        assertThat(refused(7, one(FIRST, ""), days("2025-12-01", "2026-01-01", columns))).contains("31 days");
        assertThat(refused(7, one(FIRST, ""), days("2025-12-02", "2025-12-01", columns))).contains("/endDate");
        assertThat(refused(7, one(FIRST, ""), days("2025-12-01", "tomorrow", columns))).contains("tomorrow");
        assertThat(refused(7, one(FIRST, ""), days("2025-12-01", "2025-12-01", ",\"endInterval\":288" + columns)))
                .isEqualTo("Validation error. [Rule range(0,287) failed on: 288 /endInterval]");
        assertThat(refused(7, one(FIRST, ""), days("2025-12-01", "2025-12-01", ",\"columns\":\"colour\"")))
                .isEqualTo("Validation error. [Rule columns failed on: colour /columns]");
        assertThat(refused(7, one(FIRST, ""), days("2025-12-01", "2025-12-01", ""))).contains("/columns");
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            many.add(String.valueOf(i));
        }
        refused(6, one(String.join(",", many), ""), days("2025-12-01", "2025-12-01", columns));
        refused(9, SimulatorClient.ALL.formatted(""), days("2025-12-01", "2025-12-01", columns));
    }

    @Test
    void reportSummaryAndThermostatAgreeOverADay() {
        Map<String, String> told = new HashMap<>();
        Map<String, String> shown = new HashMap<>();
        Map<String, String> intervals = new HashMap<>();
        for (int i = 0; i < 96; i++) {
            if (i == 20) {
                client.call(FIRST, "{\"type\":\"setHold\",\"params\":{\"holdType\":\"holdHours\",\"holdHours\":4,"
                                   + "\"heatHoldTemp\":720,\"coolHoldTemp\":790}}");
            }
            clock.advance(Duration.ofMinutes(15));
            Thermostat now = client.thermostat(FIRST);
            ExtendedRuntime last = now.getExtendedRuntime();
            for (int k = 0; k < 3; k++) {
                Instant start = Instant.parse(last.getLastReadingTimestamp().replace(' ', 'T') + "Z")
                        .minusSeconds(300L * (2 - k));
                told.put(local(start), tenths(last.getActualTemperature().get(k)) + "," + tenths(last.getDesiredHeat().get(k))
                                       + "," + last.getAuxHeat1().get(k) + "," + last.getFan().get(k) + ","
                                       + last.getActualHumidity().get(k) + "," + last.getHvacMode().get(k) + ",");
            }
            RemoteSensorCapability den = now.getRemoteSensors().get(1).getCapability().get(0);
            shown.put(local(clock.instant()), tenths(now.getRuntime().getActualTemperature()) + " "
                                              + tenths(Integer.parseInt(String.valueOf(den.getValue()))));
            // What the equipment did in the minute before stands in the reading before.
            String equipment = String.valueOf(client.summary().getStatusList().get(0));
            assertThat(equipment).isEqualTo(FIRST + ":" + now.getEquipmentStatus());
            if (equipment.contains("auxHeat1")) {
                assertThat(last.getAuxHeat1().get(2)).isPositive();
            }
            intervals.put(local(clock.instant()), String.valueOf(client.summary().getRevisionList().get(0)).split(":", -1)[6]);
        }

        RuntimeReportResponse report = report(days("2026-01-14", "2026-01-15",
                ",\"startInterval\":192,\"endInterval\":191,\"includeSensors\":true,"
                                                                               + "\"columns\":\"zoneAveTemp,zoneHeatTemp,auxHeat1,fan,zoneHumidity,zoneHvacMode\""));
        List<String> rows = report.getReportList().get(0).getRowList();
        List<String> sensors = report.getSensorList().get(0).getData();

        assertThat(rows).hasSize(288);
        assertThat(told).hasSize(288);
        for (int i = 0; i < rows.size(); i++) {
            String time = rows.get(i).substring(0, 19);
            assertThat(rows.get(i).substring(20)).isEqualTo(told.get(time));
            if (shown.containsKey(time)) {
                String[] sensor = sensors.get(i).split(",", -1);
                assertThat(sensor[2] + " " + sensor[5]).isEqualTo(shown.get(time));
            }
        }
        assertThat(intervals.values()).doesNotHaveDuplicates();
        assertThat(rows).anyMatch(row -> row.contains(",72.0,")).anyMatch(row -> row.contains(",300,300,"));
    }

    private static String local(Instant instant) {
        return instant.minus(Duration.ofHours(5)).toString().replace('T', ',').replace("Z", "");
    }

    private static String tenths(int value) {
        return value / 10 + "." + value % 10;
    }

    @Test
    void meterReportIsEmptyWithoutAMeter() {
        String range = days("2026-01-13", "2026-01-13", ",\"meters\":\"energy\"");
        HttpResponse<String> answer = ask("/1/meterReport", one(FIRST, ""), range);
        SchemaTest.assertValid(answer.body(), MeterReportResponse.class);
        assertThat(EcobeeJson.read(answer.body(), MeterReportResponse.class).getReportList().get(0).getMeterList()).isEmpty();

        thermostat.setProperty("electricity.devices", List.of(Map.of("name", "Meter")));
        answer = ask("/1/meterReport", one(FIRST, ""), range);
        SchemaTest.assertValid(answer.body(), MeterReportResponse.class);
        MeterReportResponse report = EcobeeJson.read(answer.body(), MeterReportResponse.class);
        assertThat(report.getMeters()).isEqualTo("energy");
        assertThat(report.getReportList().get(0).getMeterList().get(0).getColumns()).isEqualTo("date,time,value");
        assertThat(report.getReportList().get(0).getMeterList().get(0).getData()).hasSize(288)
                .allMatch(row -> row.matches("2026-01-1[23],\\d\\d:\\d\\d:00,0\\.\\d{3}"));

        assertThat(status(ask("/1/meterReport", one(FIRST, ""), range.replace("energy", "water"))).getCode()).isEqualTo(7);
    }
}
