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
package io.github.camelecobee.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import io.github.camelecobee.EcobeeConstants;
import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.ChangeType;
import io.github.camelecobee.change.EventChange;
import io.github.camelecobee.change.EventDetails;
import io.github.camelecobee.change.ModeChange;
import io.github.camelecobee.change.SensorReading;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.report.IntervalRange;
import io.github.camelecobee.report.RuntimeReportRow;
import io.github.camelecobee.simulator.home.Revision;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer delivers, as an account of it sees it: items of a thermostat, each with a name. Another feed joins
 * with a constant.
 */
public enum Feed {
    /** An item is all that a summary says of a thermostat: connected, and four revisions. */
    THERMOSTATS("ecobee:thermostats?include=alerts,events,runtime,extendedRuntime", Duration.ofMinutes(3)) {
        @Override
        public List<String> told(SimulatedThermostat thermostat, Instant from) {
            return List.of(String.join(":", String.valueOf(thermostat.snapshot().getRuntime().getConnected()),
                    thermostat.revision(Revision.THERMOSTAT), thermostat.revision(Revision.ALERTS),
                    thermostat.revision(Revision.RUNTIME), thermostat.revision(Revision.INTERVAL)));
        }

        @Override
        public String item(Message message) {
            return String.join(":", message.getHeader(EcobeeConstants.CONNECTED, String.class),
                    message.getHeader(EcobeeConstants.THERMOSTAT_REVISION, String.class),
                    message.getHeader(EcobeeConstants.ALERTS_REVISION, String.class),
                    message.getHeader(EcobeeConstants.RUNTIME_REVISION, String.class),
                    message.getHeader(EcobeeConstants.INTERVAL_REVISION, String.class));
        }

        @Override
        Runnable change(SimulatedThermostat thermostat, Random random) {
            return random.nextInt(4) == 0 ? flipConnection(thermostat) : super.change(thermostat, random);
        }
    },
    /** An item is the start of a five-minute interval. */
    RUNTIME_REPORT("ecobee:runtimeReport?reportOrder=oldestFirst&columns=zoneAveTemp", Duration.ofMinutes(15)) {
        @Override
        public String uri(Instant from) {
            return super.uri(from) + "&reportStart=" + from;
        }

        @Override
        public List<String> told(SimulatedThermostat thermostat, Instant from) {
            List<String> intervals = new ArrayList<>();
            thermostat.history().readings(from, thermostat.history().uploadedUntil(), reading -> {
                // Nobody measures for the cloud while the thermostat is offline.
                if (reading.connected()) {
                    intervals.add(Instant.ofEpochSecond(reading.tick() * IntervalRange.INTERVAL.toSeconds()).toString());
                }
            });
            return intervals;
        }

        @Override
        public String item(Message message) {
            return message.getBody(RuntimeReportRow.class).instant().toString();
        }
    },
    /** The system mode, the hold and the connection are what can change. */
    CHANGES("ecobee:changes?changeTypes=hvacModeChanged,holdStarted,holdReplaced,holdEnded,thermostatConnected,"
            + "thermostatDisconnected", Duration.ofMinutes(3)) {
        private final List<String> modes = List.of("heat", "cool", "off");
        private final List<Integer> holds = List.of(0, 610, 650);

        @Override
        public List<String> told(SimulatedThermostat thermostat, Instant from) {
            return List.of("mode=" + thermostat.snapshot().getSettings().getHvacMode(), "hold=" + heat(thermostat),
                    "connected=" + thermostat.snapshot().getRuntime().getConnected());
        }

        @Override
        public String item(Message message) {
            Change change = message.getBody(Change.class);
            if (change instanceof ModeChange mode) {
                return state("mode", mode.after(), mode.before(), mode.id());
            }
            if (change instanceof EventChange hold) {
                return state("hold", heat(hold.after()), heat(hold.before()), hold.id());
            }
            boolean connected = change.type() == ChangeType.THERMOSTAT_CONNECTED;
            return state("connected", connected, !connected, change.id());
        }

        @Override
        Runnable change(SimulatedThermostat thermostat, Random random) {
            switch (random.nextInt(3)) {
                case 0 -> {
                    String before = thermostat.snapshot().getSettings().getHvacMode();
                    thermostat.setProperty("settings.hvacMode", another(modes, before, random));
                    return () -> thermostat.setProperty("settings.hvacMode", before);
                }
                case 1 -> {
                    int before = heat(thermostat);
                    hold(thermostat, another(holds, before, random));
                    return () -> hold(thermostat, before);
                }
                default -> {
                    return flipConnection(thermostat);
                }
            }
        }

        @Override
        Account account() {
            return new StateAccount(false);
        }

        private <T> T another(List<T> values, T value, Random random) {
            List<T> others = values.stream().filter(each -> !each.equals(value)).toList();
            return others.get(random.nextInt(others.size()));
        }

        /** In tenths of a degree, 0 without a hold. */
        private int heat(SimulatedThermostat thermostat) {
            return thermostat.events().stream().filter(event -> event.getType().equals("hold")).findFirst()
                    .map(Event::getHeatHoldTemp).orElse(0);
        }

        private int heat(@Nullable EventDetails hold) {
            return hold == null ? 0 : Objects.requireNonNull(hold.heat()).tenthsFahrenheit();
        }

        private void hold(SimulatedThermostat thermostat, int heat) {
            thermostat.setProperty("events", heat == 0
                    ? List.of() : List.of(Map.ofEntries(
                            Map.entry("type", "hold"), Map.entry("name", "auto"), Map.entry("running", true),
                            Map.entry("startDate", "2025-01-14"), Map.entry("startTime", "08:00:00"),
                            Map.entry("endDate", "2035-01-01"), Map.entry("endTime", "00:00:00"),
                            Map.entry("isOccupied", false), Map.entry("heatHoldTemp", heat),
                            Map.entry("coolHoldTemp", 880), Map.entry("isTemperatureAbsolute", true),
                            Map.entry("holdClimateRef", ""))));
        }
    },
    /** Each reading of a sensor can change. */
    SENSORS("ecobee:sensors?initialState=true", Duration.ofMinutes(3)) {
        @Override
        public List<String> told(SimulatedThermostat thermostat, Instant from) {
            return thermostat.snapshot().getRemoteSensors().stream()
                    .flatMap(sensor -> sensor.getCapability().stream().map(capability -> String.join("/", sensor.getId(),
                            capability.getId(), capability.getType()) + "=" + capability.getValue()))
                    .toList();
        }

        @Override
        public String item(Message message) {
            SensorReading reading = message.getBody(SensorReading.class);
            return String.join("/", reading.sensorId(), reading.capabilityId(), reading.capability()) + ";" + reading.raw();
        }

        @Override
        Runnable change(SimulatedThermostat thermostat, Random random) {
            RemoteSensor own = thermostat.snapshot().getRemoteSensors().stream()
                    .filter(sensor -> sensor.getId().equals("ei:0")).findFirst().orElseThrow();
            int before = Integer.parseInt(String.valueOf(own.getCapability().get(0).getValue()));
            thermostat.setTemperature(new Temperature(650 + random.nextInt(100)));
            return () -> thermostat.setTemperature(new Temperature(before));
        }

        @Override
        Account account() {
            return new StateAccount(true);
        }
    };

    private final String uri;
    private final Duration delay;

    Feed(String uri, Duration delay) {
        this.uri = uri;
        this.delay = delay;
    }

    /** Where a route reads it, from a full hour on if the feed has a past. */
    public String uri(Instant from) {
        return uri;
    }

    /** The time between two polls. */
    public Duration delay() {
        return delay;
    }

    /** The items of a thermostat that a poll can find now, oldest first. */
    public abstract List<String> told(SimulatedThermostat thermostat, Instant from);

    /** The item that a route was given. */
    public abstract String item(Message message);

    /** Somebody changes something; whoever runs the result takes it back. */
    Runnable change(SimulatedThermostat thermostat, Random random) {
        Object before = thermostat.snapshot().getSettings().getFanMinOnTime();
        thermostat.setProperty("settings.fanMinOnTime", random.nextInt(60));
        return () -> thermostat.setProperty("settings.fanMinOnTime", before);
    }

    /** An account of what it delivers. */
    Account account() {
        return new DeliveryAccount();
    }

    private static Runnable flipConnection(SimulatedThermostat thermostat) {
        boolean before = thermostat.snapshot().getRuntime().getConnected();
        thermostat.setConnected(!before);
        return () -> thermostat.setConnected(before);
    }

    private static String state(String facet, @Nullable Object after, @Nullable Object before, String id) {
        return facet + ";" + after + ";" + before + ";" + id;
    }

    /** For people. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
