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
package io.github.camelecobee.change;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Program;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/** Takes one thermostat apart into its facets. */
final class FacetReader {
    static final String HOLD = FacetGroup.EVENTS.key("hold");
    static final String VACATION = FacetGroup.EVENTS.key("vacation", "");
    static final String VACATION_RUNNING = FacetGroup.EVENTS.key("vacationRunning", "");
    static final String DEMAND_RESPONSE = FacetGroup.EVENTS.key("demandResponse", "");
    static final String SCHEDULED = FacetGroup.CLIMATES.key("scheduled");
    static final String ACTIVE = FacetGroup.CLIMATES.key("active");
    static final String HEAT = FacetGroup.RUNTIME.key("heat");
    static final String COOL = FacetGroup.RUNTIME.key("cool");
    static final String FAN = FacetGroup.RUNTIME.key("fan");
    static final String ONLINE = "online";

    private final Thermostat thermostat;
    private final Set<String> parts = new HashSet<>();
    private final SortedMap<String, Object> values = new TreeMap<>();

    private FacetReader(Thermostat thermostat) {
        this.thermostat = thermostat;
    }

    static Facets read(Set<FacetGroup> groups, ThermostatRevisions revisions, @Nullable Thermostat thermostat) {
        FacetReader reader = new FacetReader(thermostat == null ? new Thermostat() : thermostat);
        for (FacetGroup group : groups) {
            if (group == FacetGroup.CONNECTION) {
                reader.values.put(group.part(), revisions.connected());
                reader.parts.add(group.part());
            } else if (reader.read(group)) {
                reader.parts.add(group.part());
            }
        }
        return new Facets(reader.parts, reader.values);
    }

    /** Whether ecobee sent the part. */
    private boolean read(FacetGroup group) {
        return switch (group) {
            case CONNECTION -> true;
            case FIRMWARE -> thermostat.getVersion() != null
                    && put(group.key("version"), thermostat.getVersion().getThermostatFirmwareVersion());
            case MODE -> thermostat.getSettings() != null && put(group.key("hvac"), thermostat.getSettings().getHvacMode());
            case EVENTS -> readEvents();
            case CLIMATES -> readClimates();
            case RUNTIME -> readRuntime();
            case EQUIPMENT -> readEquipment();
            case ALERTS -> readAlerts();
            case SENSORS -> readSensors();
        };
    }

    private boolean readEvents() {
        if (thermostat.getEvents() == null) {
            return false;
        }
        events().forEach(event -> {
            EventDetails details = EventDetails.of(event);
            boolean running = Boolean.TRUE.equals(event.getRunning());
            if (details.eventType().equals("vacation")) {
                put(VACATION + details.name(), Values.map(details));
                put(VACATION_RUNNING + details.name(), running ? Values.map(details) : null);
            } else if (running) {
                String key = switch (details.eventType()) {
                    case "hold" -> HOLD;
                    case "demandResponse" -> DEMAND_RESPONSE + details.name();
                    default -> FacetGroup.EVENTS.key("other", details.eventType(), details.name());
                };
                // The first running one is in force.
                values.putIfAbsent(key, Values.map(details));
            }
        });
        return true;
    }

    private boolean readClimates() {
        Program program = thermostat.getProgram();
        if (program == null || thermostat.getEvents() == null) {
            return false;
        }
        Map<String, String> names = new HashMap<>();
        if (program.getClimates() != null) {
            program.getClimates().stream().filter(climate -> climate.getClimateRef() != null && climate.getName() != null)
                    .forEach((Climate climate) -> names.put(climate.getClimateRef(), climate.getName()));
        }
        put(SCHEDULED, climate(program.getCurrentClimateRef(), names));
        put(ACTIVE, climate(activeClimate(program), names));
        return true;
    }

    private @Nullable String activeClimate(Program program) {
        EventDetails inForce = events().filter(event -> Boolean.TRUE.equals(event.getRunning())).findFirst()
                .map(EventDetails::of).orElse(null);
        if (inForce == null || inForce.climateRef() == null && !movesSetPoints(inForce)) {
            return program.getCurrentClimateRef();
        }
        return inForce.climateRef();
    }

    /** An offset leaves the climate in force, and so does a hold of the fan. */
    private static boolean movesSetPoints(EventDetails event) {
        return event.heat() != null || event.cool() != null;
    }

    private static @Nullable Map<String, Object> climate(@Nullable String ref, Map<String, String> names) {
        return ref == null || ref.isEmpty() ? null : Values.map(new NamedClimate(ref, names.get(ref)));
    }

    private boolean readRuntime() {
        Runtime runtime = thermostat.getRuntime();
        if (runtime == null) {
            return false;
        }
        put(HEAT, Temperature.ofReading(runtime.getDesiredHeat()).map(Temperature::tenthsFahrenheit).orElse(null));
        put(COOL, Temperature.ofReading(runtime.getDesiredCool()).map(Temperature::tenthsFahrenheit).orElse(null));
        return put(FAN, runtime.getDesiredFanMode());
    }

    private boolean readEquipment() {
        if (thermostat.getEquipmentStatus() == null) {
            return false;
        }
        Arrays.stream(thermostat.getEquipmentStatus().split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .forEach(name -> put(
                        FacetGroup.EQUIPMENT.key(name),
                        HeatingSource.of(name, thermostat.getSettings()).map(HeatingSource::sourceName).orElse("")));
        return true;
    }

    private boolean readAlerts() {
        if (thermostat.getAlerts() == null) {
            return false;
        }
        thermostat.getAlerts().stream().filter(Objects::nonNull).map(AlertDetails::of)
                .forEach(alert -> put(FacetGroup.ALERTS.key(alert.key()), Values.map(alert)));
        return true;
    }

    private boolean readSensors() {
        List<RemoteSensor> sensors = thermostat.getRemoteSensors();
        if (sensors == null) {
            return false;
        }
        SensorReading.sensors(thermostat).forEach(sensor -> put(
                FacetGroup.SENSORS.key(sensor.getId()),
                Map.of(ONLINE, SensorReading.isOnline(sensor), "name", Objects.requireNonNullElse(sensor.getName(), ""),
                        "type", Objects.requireNonNullElse(sensor.getType(), ""))));
        return true;
    }

    private Stream<Event> events() {
        return thermostat.getEvents().stream().filter(Objects::nonNull);
    }

    private boolean put(String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
        return true;
    }
}
