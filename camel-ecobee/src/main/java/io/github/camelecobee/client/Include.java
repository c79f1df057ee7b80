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
package io.github.camelecobee.client;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A part of a thermostat that is sent only when asked for (Selection.shtml), and the revision that moves when it
 * changes (get-thermostat-summary.shtml).
 */
public enum Include {
    /** {@code runtime}: readings and set points. */
    RUNTIME(Revision.RUNTIME),
    /** {@code extendedRuntime}: the last three five-minute readings. */
    EXTENDED_RUNTIME(Revision.INTERVAL),
    /** {@code electricity}: last meter readings. */
    ELECTRICITY(Revision.INTERVAL),
    /** {@code settings}: the configuration. */
    SETTINGS(Revision.THERMOSTAT),
    /** {@code location}: address and zone. */
    LOCATION(Revision.THERMOSTAT),
    /** {@code program}: schedule and climates. */
    PROGRAM(Revision.THERMOSTAT),
    /** {@code events}: holds, vacations and the like. */
    EVENTS(Revision.THERMOSTAT),
    /** {@code devices}: wired devices. */
    DEVICE(Revision.THERMOSTAT, "devices"),
    /** {@code technician}: the contractor. */
    TECHNICIAN(Revision.THERMOSTAT),
    /** {@code utility}: the utility company. */
    UTILITY(Revision.THERMOSTAT),
    /** {@code management}: the management company, EMS only. */
    MANAGEMENT(Revision.THERMOSTAT),
    /** {@code alerts}: unacknowledged alerts. */
    ALERTS(Revision.ALERTS),
    /** {@code reminders}: undocumented. */
    REMINDERS(Revision.ALERTS),
    /** {@code weather}: the forecast; no revision moves with it. */
    WEATHER(null),
    /** {@code houseDetails}: the house. */
    HOUSE_DETAILS(Revision.THERMOSTAT),
    /** {@code oemCfg}: undocumented. */
    OEM_CFG(Revision.THERMOSTAT),
    /** {@code equipmentStatus}: running equipment. */
    EQUIPMENT_STATUS(Revision.RUNTIME),
    /** {@code notificationSettings}: alert configuration. */
    NOTIFICATION_SETTINGS(Revision.THERMOSTAT),
    /** {@code privacy}: for utility logins, and some others. */
    PRIVACY(Revision.THERMOSTAT),
    /** {@code version}: firmware; no revision moves with it. */
    VERSION(null),
    /** {@code securitySettings}: for utility logins. */
    SECURITY_SETTINGS(Revision.THERMOSTAT),
    /** {@code remoteSensors}: sensors and their readings. */
    SENSORS(Revision.RUNTIME, "remoteSensors"),
    /** {@code audio}: volume and voice assistants. */
    AUDIO(Revision.THERMOSTAT),
    /** {@code energy}: eco+ state, undocumented. */
    ENERGY(Revision.THERMOSTAT),
    /** {@code capabilities}: what the device can do. */
    CAPABILITIES(Revision.THERMOSTAT);

    /** What most routes look at: readings, set points, equipment, holds, schedule, sensors, alerts, and the zone. */
    public static final Set<Include> USUAL = Set.copyOf(
            EnumSet.of(RUNTIME, SETTINGS, EVENTS, PROGRAM, SENSORS, EQUIPMENT_STATUS, ALERTS, LOCATION));

    private final @Nullable Revision revision;
    private final @Nullable String property;

    Include(@Nullable Revision revision) {
        this(revision, null);
    }

    Include(@Nullable Revision revision, @Nullable String property) {
        this.revision = revision;
        this.property = property;
    }

    /**
     * The revision that moves when this part changes.
     *
     * @return the revision, {@code null} when none does
     */
    public @Nullable Revision revision() {
        return revision;
    }

    /**
     * The property of a thermostat that holds this part (Thermostat.shtml).
     *
     * @return for example {@code remoteSensors}
     */
    public String property() {
        return property == null ? optionName() : property;
    }

    /**
     * The flag in ecobee's selection.
     *
     * @return for example {@code includeEquipmentStatus}
     */
    public String flag() {
        return Arrays.stream(name().split("_")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", "include", ""));
    }

    /**
     * The name in an {@code include} option.
     *
     * @return for example {@code equipmentStatus}
     */
    public String optionName() {
        String words = flag().substring("include".length());
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * Reads a list of parts.
     *
     * @param  names                    comma-separated, in any letter case, with or without the word include
     * @return                          the parts, none for a blank list
     * @throws IllegalArgumentException if one is unknown; the message lists those that exist
     */
    public static Set<Include> parse(String names) {
        return Arrays.stream(names.split(",")).map(String::strip).filter(name -> !name.isEmpty()).map(Include::parseOne)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Include.class)));
    }

    private static Include parseOne(String name) {
        return Arrays.stream(values())
                .filter(part -> part.optionName().equalsIgnoreCase(name) || part.flag().equalsIgnoreCase(name)).findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "include: '" + name + "' is no part of a thermostat; allowed are "
                                                                + Arrays.stream(values()).map(Include::optionName)
                                                                        .collect(Collectors.joining(", "))));
    }
}
