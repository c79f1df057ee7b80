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
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can happen to a thermostat. Changes that are found together come in this order: first whether the thermostat is
 * there, then what was asked of it, then what it does about it.
 */
public enum ChangeType {
    /** A thermostat is gone, and one of the same name has come. */
    THERMOSTAT_REPLACED("A thermostat is gone from the account, and another one of the same name has come."),
    /** A thermostat is gone. */
    THERMOSTAT_REMOVED("A thermostat is gone from the account."),
    /** A thermostat has come. */
    THERMOSTAT_ADDED("A thermostat has come to the account."),
    /** The thermostat lost its connection. */
    THERMOSTAT_DISCONNECTED("The thermostat lost its connection to ecobee; what ecobee knows of it is old from now on."),
    /** The thermostat is connected again. */
    THERMOSTAT_CONNECTED("The thermostat is connected to ecobee again."),
    /** Another firmware. */
    FIRMWARE_CHANGED("The thermostat runs another firmware."),
    /** Another system mode. */
    HVAC_MODE_CHANGED("Somebody chose another system mode: heat, cool, auto, auxHeatOnly or off."),
    /** A vacation was made. */
    VACATION_CREATED("A vacation was made; it may begin later."),
    /** A vacation has other dates or set points. */
    VACATION_CHANGED("A vacation got other dates or set points."),
    /** A vacation was taken back. */
    VACATION_DELETED("A vacation that was not running is gone."),
    /** A vacation began. */
    VACATION_STARTED("A vacation began."),
    /** A vacation ended. */
    VACATION_ENDED("A vacation that was running is over, by its date or because somebody deleted it."),
    /** A demand response began. */
    DEMAND_RESPONSE_STARTED("A demand response of the utility began."),
    /** A demand response ended. */
    DEMAND_RESPONSE_ENDED("A demand response of the utility is over, or somebody left it."),
    /** An event of another kind began. */
    EVENT_STARTED("An event of another kind began, for example autoAway, autoHome or touSetback."),
    /** An event of another kind ended. */
    EVENT_ENDED("An event of another kind is over."),
    /** A hold ended. */
    HOLD_ENDED("A hold is over: the program rules again."),
    /** A hold was replaced. */
    HOLD_REPLACED("A hold was replaced by another one, or changed."),
    /** A hold began. */
    HOLD_STARTED("A hold began: somebody or something overrides the program."),
    /** The schedule moved on. */
    SCHEDULED_CLIMATE_CHANGED("The schedule is in another climate, whether or not a hold overrides it."),
    /** Another climate rules. */
    ACTIVE_CLIMATE_CHANGED("Another climate rules, by schedule or by a hold; none while mere temperatures are held."),
    /** Another heat set point. */
    HEAT_SET_POINT_CHANGED("The heat set point in force moved."),
    /** Another cool set point. */
    COOL_SET_POINT_CHANGED("The cool set point in force moved."),
    /** Another fan mode. */
    FAN_MODE_CHANGED("The fan mode in force changed; none when the system is off."),
    /** Equipment stopped. */
    EQUIPMENT_STOPPED("Equipment stopped running."),
    /** Equipment started. */
    EQUIPMENT_STARTED("Equipment started to run."),
    /** An alert is gone. */
    ALERT_CLEARED("An alert is gone: it was acknowledged, or its cause is."),
    /** An alert has come. */
    ALERT_RAISED("An alert has come. That a sensor's battery is low is told by an alert, and in no other way."),
    /** A sensor lost contact. */
    SENSOR_OFFLINE("A sensor has no readings any more: out of reach, or its battery is empty."),
    /** A sensor is back. */
    SENSOR_ONLINE("A sensor has readings again.");

    private final String meaning;

    ChangeType(String meaning) {
        this.meaning = meaning;
    }

    /**
     * What happened, for the manual.
     *
     * @return a sentence
     */
    public String meaning() {
        return meaning;
    }

    /**
     * The name in JSON, in headers and in the option {@code changeTypes}.
     *
     * @return for example {@code holdStarted}
     */
    public String typeName() {
        String words = Arrays.stream(name().split("_")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * Reads a name.
     *
     * @param  name                     a {@link #typeName()}, in any letter case
     * @return                          the type
     * @throws IllegalArgumentException if there is none of that name; the message lists those that exist
     */
    public static ChangeType parse(String name) {
        return Arrays.stream(values()).filter(type -> type.typeName().equalsIgnoreCase(name.strip())).findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is no type of a change; allowed are "
                                                                + Arrays.stream(values()).map(ChangeType::typeName)
                                                                        .collect(Collectors.joining(", "))));
    }

    /**
     * Reads a list of names.
     *
     * @param  names                    comma-separated, in any letter case
     * @return                          the types, none for a blank list
     * @throws IllegalArgumentException if one is unknown; the message lists those that exist
     */
    public static Set<ChangeType> parseAll(String names) {
        return Arrays.stream(names.split(",")).map(String::strip).filter(name -> !name.isEmpty()).map(ChangeType::parse)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChangeType.class)));
    }
}
