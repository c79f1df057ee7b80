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
package io.github.camelecobee.operation;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.camelecobee.model.DemandManagement;

/** Reads hours of offsets (DemandManagement.shtml), and refuses what ecobee would. */
final class DemandManagementReading implements Reading {
    private static final int LAST_HOUR = 23;
    private static final int STEPS = 12;
    private static final int LARGEST = 20;
    /** A thermostat keeps four days, and drops what is farthest (operations/utility). */
    private static final int MOST = 96;

    private final ObjectReading<DemandManagement> objects
            = new ObjectReading<>(DemandManagement.class, "", List.of("date", "hour", "tempOffsets"));

    @Override
    public List<DemandManagement> wire(Parameter parameter) {
        List<DemandManagement> hours = objects.wire(parameter);
        if (hours.size() > MOST) {
            throw new IllegalArgumentException(
                    parameter.place() + ": " + hours.size() + " hours are given; a thermostat keeps " + MOST);
        }
        Set<String> seen = new HashSet<>();
        for (DemandManagement each : hours) {
            Parameter one = new Parameter(each, parameter.place() + "[" + hours.indexOf(each) + "]");
            DemandResponseReading.date(each.getDate(), "date", one);
            if (each.getHour() < 0 || each.getHour() > LAST_HOUR) {
                throw new IllegalArgumentException(
                        one.place() + ": hour '" + each.getHour() + "' is not allowed; give 0 to " + LAST_HOUR + ", in UTC");
            }
            List<Integer> steps = each.getTempOffsets();
            if (steps.size() != STEPS) {
                throw new IllegalArgumentException(
                        one.place() + ": tempOffsets has " + steps.size() + " values; give " + STEPS
                                                   + ", one for each five minutes");
            }
            if (steps.stream().anyMatch(step -> Objects.requireNonNullElse(step, LARGEST + 1) > LARGEST || step < -LARGEST)) {
                throw new IllegalArgumentException(
                        one.place() + ": tempOffsets '" + steps + "' is not allowed; give " + -LARGEST + " to " + LARGEST
                                                   + " tenths of a degree Fahrenheit each");
            }
            if (!seen.add(each.getDate() + " " + each.getHour())) {
                throw new IllegalArgumentException(
                        one.place() + ": hour " + each.getHour() + " of " + each.getDate() + " is given twice");
            }
        }
        return hours;
    }
}
