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
package io.github.camelecobee.simulator.reports;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.RemoteSensorCapability;
import io.github.camelecobee.model.RuntimeSensorMetadata;
import io.github.camelecobee.simulator.home.History;
import io.github.camelecobee.simulator.home.Reading;
import io.github.camelecobee.simulator.home.Reading.Part;
import org.jspecify.annotations.Nullable;

/**
 * The rows of reports: one for each five minutes, with local times. Where the cloud has no data - the thermostat was
 * offline, or has not told yet, or the time has not come - the row is there and its values are empty
 * (get-runtime-report.shtml). No row is kept; each is made, handed on and forgotten.
 */
public final class ReportRows {
    private static final int TICK_SECONDS = 300;

    private final History history;
    private final ReportRange range;

    /**
     * Rows of one thermostat.
     *
     * @param history its readings
     * @param range   from when until when
     */
    public ReportRows(History history, ReportRange range) {
        this.history = history;
        this.range = range;
    }

    /**
     * Rows of a runtime report: date, time, a value for each column, and a comma at the end.
     *
     * @param columns  the columns
     * @param consumer takes the rows
     */
    public void runtime(ReportColumns columns, Consumer<String> consumer) {
        each((row, reading) -> {
            row.append(',');
            columns.append(row, reading);
        }, consumer);
    }

    /**
     * Rows of the sensors: date, time and a value for each of {@link #sensors()}, with no comma at the end.
     *
     * @param consumer takes the rows
     */
    public void sensors(Consumer<String> consumer) {
        List<RemoteSensor> sensors = history.sensors();
        each((row, reading) -> {
            for (int number = 0; number < sensors.size(); number++) {
                for (RemoteSensorCapability capability : sensors.get(number).getCapability()) {
                    row.append(',');
                    if (reading != null && reading.reaches(sensors.get(number))) {
                        appendSensor(row, String.valueOf(capability.getType()), reading, number);
                    }
                }
            }
        }, consumer);
    }

    /**
     * Rows of the electricity meter: date, time and kilowatt-hours in the five minutes.
     *
     * @param consumer takes the rows
     */
    public void meter(Consumer<String> consumer) {
        each((row, reading) -> {
            row.append(',');
            if (reading != null) {
                int watts = reading.occupied() ? 450 : 220;
                int wattHours = watts / 12 + reading.seconds(Part.FAN) * 400 / 3600
                                + (reading.seconds(Part.COOL_1) + reading.seconds(Part.HEAT_PUMP_1)) * 2400 / 3600
                                + (reading.seconds(Part.COOL_2) + reading.seconds(Part.HEAT_PUMP_2)) * 1200 / 3600;
                row.append(wattHours / 1000).append('.');
                row.append(String.valueOf(1000 + wattHours % 1000), 1, 4);
            }
        }, consumer);
    }

    /**
     * What the columns of {@link #sensors(Consumer)} are.
     *
     * @return one for each capability of each sensor
     */
    public List<RuntimeSensorMetadata> sensors() {
        List<RuntimeSensorMetadata> all = new ArrayList<>();
        for (RemoteSensor sensor : history.sensors()) {
            for (RemoteSensorCapability capability : sensor.getCapability()) {
                all.add(new RuntimeSensorMetadata().withSensorId(sensor.getId() + ":" + capability.getId())
                        .withSensorName(sensor.getName()).withSensorType(capability.getType())
                        .withSensorUsage("monitor_sensor".equals(sensor.getType()) ? "monitor" : "indoor"));
            }
        }
        return all;
    }

    private static void appendSensor(StringBuilder row, String type, Reading reading, int number) {
        String value = reading.sensorValue(type, number);
        switch (type) {
            case "temperature" -> ReportColumns.appendTenths(row, Integer.parseInt(value));
            case "occupancy" -> row.append("true".equals(value) ? 1 : 0);
            default -> row.append(value);
        }
    }

    private void each(Values values, Consumer<String> consumer) {
        Writer writer = new Writer(values, consumer, history.zone().getRules(), range.fromTick());
        long known = history.uploadedUntil().getEpochSecond() / TICK_SECONDS;
        history.readings(range.from(), Instant.ofEpochSecond(Math.min(range.toTick(), known) * TICK_SECONDS), reading -> {
            writer.emptyUntil(reading.tick());
            writer.write(reading.connected() ? reading : null);
        });
        writer.emptyUntil(range.toTick());
    }

    @FunctionalInterface
    private interface Values {
        void append(StringBuilder row, @Nullable Reading reading);
    }

    private static final class Writer {
        private final Values values;
        private final Consumer<String> consumer;
        private final ZoneRules rules;
        private final StringBuilder row = new StringBuilder(128);
        private long tick;

        Writer(Values values, Consumer<String> consumer, ZoneRules rules, long tick) {
            this.values = values;
            this.consumer = consumer;
            this.rules = rules;
            this.tick = tick;
        }

        void emptyUntil(long end) {
            while (tick < end) {
                write(null);
            }
        }

        void write(@Nullable Reading reading) {
            long second = tick * TICK_SECONDS;
            LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, rules.getOffset(Instant.ofEpochSecond(second)));
            row.setLength(0);
            row.append(local.getYear()).append('-');
            two(local.getMonthValue()).append('-');
            two(local.getDayOfMonth()).append(',');
            two(local.getHour()).append(':');
            two(local.getMinute()).append(":00");
            values.append(row, reading);
            consumer.accept(row.toString());
            tick++;
        }

        private StringBuilder two(int number) {
            return row.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
        }
    }
}
