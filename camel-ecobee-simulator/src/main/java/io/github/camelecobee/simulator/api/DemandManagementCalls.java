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

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.DemandManagement;
import io.github.camelecobee.model.DemandManagementRequest;
import io.github.camelecobee.simulator.account.DemandOffsets;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import io.github.camelecobee.simulator.requests.RequestTrace;

/** {@code POST /1/demandManagement}: offsets of set points, five minutes each, for hours of UTC. */
final class DemandManagementCalls {
    private static final int STEPS = 12;
    private static final int LARGEST = 20;
    private static final int LAST_HOUR = 23;

    private final DemandOffsets offsets;

    DemandManagementCalls(DemandOffsets offsets) {
        this.offsets = offsets;
    }

    String post(
            String json, Caller caller, Map<String, VirtualThermostat> thermostats, Instant now, RequestTrace trace)
            throws StatusException {
        DemandManagementRequest asked = Requests.read(json, DemandManagementRequest.class);
        trace.selection(asked.getSelection());
        List<DemandManagement> messages = asked.getDmList();
        if (messages == null || messages.isEmpty()) {
            throw EcobeeStatus.VALIDATION_ERROR.with("dmList is required.");
        }
        Map<Instant, List<Integer>> hours = new LinkedHashMap<>();
        for (DemandManagement message : messages) {
            hours.put(hour(message), checked(message.getTempOffsets()));
        }
        for (VirtualThermostat thermostat : Selector.select(asked.getSelection(), caller.mayChange(thermostats), false)) {
            String identifier = thermostat.state().getIdentifier();
            hours.forEach((hour, steps) -> offsets.send(identifier, hour, steps, now));
            thermostat.automatics().followDemand(instant -> offsets.at(identifier, instant));
        }
        return Hierarchies.success();
    }

    private static Instant hour(DemandManagement message) throws StatusException {
        Integer hour = message.getHour();
        if (message.getDate() == null || hour == null || hour < 0 || hour > LAST_HOUR) {
            throw EcobeeStatus.VALIDATION_ERROR.with("date and an hour of 0 to 23 are required.");
        }
        try {
            return LocalDate.parse(message.getDate()).atTime(hour, 0).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw EcobeeStatus.VALIDATION_ERROR.with("Not a date: " + message.getDate());
        }
    }

    private static List<Integer> checked(List<Integer> steps) throws StatusException {
        if (steps == null || steps.size() != STEPS) {
            throw EcobeeStatus.VALIDATION_ERROR.with("tempOffsets must have 12 values.");
        }
        if (steps.stream().anyMatch(step -> step == null || Math.abs(step) > LARGEST)) {
            throw EcobeeStatus.VALIDATION_ERROR.with("tempOffsets must be between -20 and 20.");
        }
        return steps;
    }
}
