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

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.Revision;
import org.jspecify.annotations.Nullable;

/** Facets that are read from the same parts of a thermostat. The group's name is the first word of their keys. */
enum FacetGroup {
    CONNECTION(null),
    FIRMWARE(Revision.THERMOSTAT, Include.VERSION),
    MODE(Revision.THERMOSTAT, Include.SETTINGS),
    EVENTS(Revision.THERMOSTAT, Include.EVENTS),
    CLIMATES(Revision.THERMOSTAT, Include.PROGRAM, Include.EVENTS),
    RUNTIME(Revision.RUNTIME, Include.RUNTIME),
    EQUIPMENT(Revision.RUNTIME, Include.EQUIPMENT_STATUS, Include.SETTINGS),
    ALERTS(Revision.ALERTS, Include.ALERTS),
    SENSORS(Revision.RUNTIME, Include.SENSORS);

    private final @Nullable Revision revision;
    private final Set<Include> includes = EnumSet.noneOf(Include.class);

    FacetGroup(@Nullable Revision revision, Include... includes) {
        this.revision = revision;
        this.includes.addAll(Set.of(includes));
    }

    /** The revision that moves with it, {@code null} when each line of the summary tells of it. */
    @Nullable
    Revision revision() {
        return revision;
    }

    Set<Include> includes() {
        return includes;
    }

    String part() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key(String... names) {
        return part() + "/" + String.join("/", names);
    }

    /** The group that tells of a type, {@code null} for the coming and going of thermostats. */
    static @Nullable FacetGroup of(ChangeType type) {
        return switch (type) {
            case THERMOSTAT_ADDED, THERMOSTAT_REMOVED, THERMOSTAT_REPLACED -> null;
            case THERMOSTAT_CONNECTED, THERMOSTAT_DISCONNECTED -> CONNECTION;
            case FIRMWARE_CHANGED -> FIRMWARE;
            case HVAC_MODE_CHANGED -> MODE;
            case SCHEDULED_CLIMATE_CHANGED, ACTIVE_CLIMATE_CHANGED -> CLIMATES;
            case HEAT_SET_POINT_CHANGED, COOL_SET_POINT_CHANGED, FAN_MODE_CHANGED -> RUNTIME;
            case EQUIPMENT_STARTED, EQUIPMENT_STOPPED -> EQUIPMENT;
            case ALERT_RAISED, ALERT_CLEARED -> ALERTS;
            case SENSOR_ONLINE, SENSOR_OFFLINE -> SENSORS;
            default -> EVENTS;
        };
    }
}
