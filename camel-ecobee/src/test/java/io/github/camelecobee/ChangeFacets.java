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

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.camelecobee.change.AlertChange;
import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.ChangeType;
import io.github.camelecobee.change.EquipmentChange;
import io.github.camelecobee.change.EventDetails;
import io.github.camelecobee.change.NamedClimate;
import io.github.camelecobee.change.SensorChange;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Revision;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The facets of changes, all but which thermostats there are: of these some odd answers tell tales. */
final class ChangeFacets implements FacetView {
    private static final Set<ChangeType> COMINGS = EnumSet.of(
            ChangeType.THERMOSTAT_ADDED, ChangeType.THERMOSTAT_REMOVED, ChangeType.THERMOSTAT_REPLACED);
    private static final String THERE = "there";

    @Override
    public String uri() {
        return "ecobee:changes?changeTypes=" + Arrays.stream(ChangeType.values()).filter(each -> !COMINGS.contains(each))
                .map(ChangeType::typeName).collect(Collectors.joining(","));
    }

    @Override
    public Set<Revision> revisions() {
        return EnumSet.of(Revision.THERMOSTAT, Revision.ALERTS, Revision.RUNTIME);
    }

    @Override
    public boolean tellsFirstState() {
        return false;
    }

    @Override
    public boolean tellsWhatGoes() {
        return true;
    }

    @Override
    public boolean repeatsThePast() {
        return true;
    }

    @Override
    public SortedMap<String, String> facets(Thermostat read, boolean connected) {
        SortedMap<String, String> facets = new TreeMap<>();
        facets.put("connected", String.valueOf(connected));
        facets.put("firmware", text(read.getVersion().getThermostatFirmwareVersion()));
        facets.put("mode", text(read.getSettings().getHvacMode()));
        List<Event> running
                = read.getEvents().stream().filter(each -> Boolean.TRUE.equals(each.getRunning())).toList();
        running.forEach(each -> facets.putIfAbsent(
                eventKey(each.getType(), each.getName()),
                each.getType().equals("hold")
                        ? hold(each.getName(), each.getHeatHoldTemp(), each.getCoolHoldTemp()) : THERE));
        String scheduled = text(read.getProgram().getCurrentClimateRef());
        facets.put("scheduled", scheduled);
        facets.put("active", running.isEmpty() ? scheduled : text(running.get(0).getHoldClimateRef()));
        Runtime runtime = read.getRuntime();
        facets.put("heat", text(runtime.getDesiredHeat()));
        facets.put("cool", text(runtime.getDesiredCool()));
        facets.put("fan", text(runtime.getDesiredFanMode()));
        Arrays.stream(read.getEquipmentStatus().split(",")).filter(each -> !each.isEmpty())
                .forEach(each -> facets.put("equipment/" + each, THERE));
        for (Alert alert : read.getAlerts()) {
            facets.put("alert/" + alert.getAcknowledgeRef(), THERE);
        }
        read.getRemoteSensors().forEach(each -> facets.put(
                "sensor/" + each.getId(), String.valueOf(SensorFacets.isOnline(each.getCapability()))));
        facets.values().removeIf(String::isEmpty);
        return facets;
    }

    @Override
    public Told told(Message message) {
        Change change = message.getBody(Change.class);
        return new Told(change.id(), key(change), value(change, change.before()), value(change, change.after()));
    }

    private static String key(Change change) {
        return switch (change.type()) {
            case THERMOSTAT_CONNECTED, THERMOSTAT_DISCONNECTED -> "connected";
            case FIRMWARE_CHANGED -> "firmware";
            case HVAC_MODE_CHANGED -> "mode";
            case HOLD_STARTED, HOLD_REPLACED, HOLD_ENDED -> eventKey("hold", "");
            case EVENT_STARTED, EVENT_ENDED -> {
                EventDetails event = (EventDetails) Objects.requireNonNull(
                        change.type() == ChangeType.EVENT_STARTED ? change.after() : change.before());
                yield eventKey(event.eventType(), event.name());
            }
            case SCHEDULED_CLIMATE_CHANGED -> "scheduled";
            case ACTIVE_CLIMATE_CHANGED -> "active";
            case HEAT_SET_POINT_CHANGED -> "heat";
            case COOL_SET_POINT_CHANGED -> "cool";
            case FAN_MODE_CHANGED -> "fan";
            case EQUIPMENT_STARTED, EQUIPMENT_STOPPED -> "equipment/" + ((EquipmentChange) change).equipment();
            case ALERT_RAISED -> "alert/" + Objects.requireNonNull(((AlertChange) change).after()).acknowledgeRef();
            case ALERT_CLEARED -> "alert/" + Objects.requireNonNull(((AlertChange) change).before()).acknowledgeRef();
            case SENSOR_ONLINE, SENSOR_OFFLINE -> "sensor/" + ((SensorChange) change).sensorId();
            default -> throw new IllegalStateException("Nothing of the kind happens to the fleet: " + change);
        };
    }

    private static String value(Change change, @Nullable Object value) {
        if (value instanceof NamedClimate climate) {
            return climate.ref();
        } else if (value instanceof Temperature temperature) {
            return String.valueOf(temperature.tenthsFahrenheit());
        } else if (value instanceof EventDetails event && event.eventType().equals("hold")) {
            return hold(event.name(), tenths(event.heat()), tenths(event.cool()));
        } else if (change instanceof EquipmentChange || change instanceof AlertChange || value instanceof EventDetails) {
            return value == null || value.equals(false) ? NOTHING : THERE;
        }
        return text(value);
    }

    private static String eventKey(String type, String name) {
        return type.equals("hold") ? "hold" : "event/" + type + "/" + name;
    }

    private static String hold(String name, @Nullable Integer heat, @Nullable Integer cool) {
        return name + " " + heat + " " + cool;
    }

    private static @Nullable Integer tenths(@Nullable Temperature temperature) {
        return temperature == null ? null : temperature.tenthsFahrenheit();
    }

    private static String text(@Nullable Object value) {
        return value == null ? NOTHING : value.toString();
    }
}
