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
package io.github.camelecobee.simulator.api;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.camelecobee.model.Group;

/**
 * What one {@code synchronize} flag of a group covers. ecobee says it in two words each (Group.shtml); which properties
 * and functions that means is our choice.
 *
 * @param flag      asks a group whether the flag is on
 * @param paths     properties of a thermostat, with dots between names
 * @param functions functions that are called on the other members too
 */
record GroupRule(Function<Group, Boolean> flag, List<String> paths, Set<String> functions) {

    static final String CLIMATES = "program.climates";
    static final String ACKNOWLEDGE = "acknowledge";

    /** All flags. The API sets neither technician nor utility, so nothing of these can spread. */
    static final List<GroupRule> ALL = List.of(
            new GroupRule(Group::getSynchronizeAlerts, List.of(), Set.of("sendMessage", ACKNOWLEDGE)),
            new GroupRule(Group::getSynchronizeSystemMode, List.of("settings.hvacMode"), Set.of()),
            new GroupRule(Group::getSynchronizeSchedule, List.of(CLIMATES, "program.schedule"), Set.of()),
            new GroupRule(
                    Group::getSynchronizeQuickSave,
                    List.of("settings.quickSaveSetBack", "settings.quickSaveSetForward"), Set.of()),
            new GroupRule(
                    Group::getSynchronizeReminders, List.of("notificationSettings", "settings.serviceRemindMe",
                            "settings.serviceRemindTechnician", "settings.monthsBetweenService", "settings.remindMeDate",
                            "settings.lastServiceDate"),
                    Set.of()),
            new GroupRule(
                    Group::getSynchronizeUserPreferences, List.of("settings.useCelsius", "settings.useTimeFormat12",
                            "settings.locale", "settings.holdAction", "settings.backlightOnIntensity",
                            "settings.backlightSleepIntensity", "settings.backlightOffTime", "settings.backlightOffDuringSleep",
                            "settings.soundTickVolume", "settings.soundAlertVolume"),
                    Set.of()),
            new GroupRule(Group::getSynchronizeLocation, List.of("location"), Set.of()),
            new GroupRule(Group::getSynchronizeReset, List.of(), Set.of("resetPreferences")),
            new GroupRule(Group::getSynchronizeVacation, List.of(), Set.of("createVacation", "deleteVacation")));

    /** Whether it is in force in a group. */
    boolean isOn(Group group) {
        return Boolean.TRUE.equals(flag.apply(group));
    }
}
