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
package io.github.camelecobee.simulator.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.evidence.KeyUsage;
import io.github.camelecobee.simulator.evidence.Violation;
import io.github.camelecobee.simulator.faults.PlannedFault;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import io.github.camelecobee.simulator.oauth.Application;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import org.jspecify.annotations.Nullable;

/** What control API and portal show, as JSON. None of it is a secret. */
final class Views {
    private Views() {
    }

    static Map<String, @Nullable Object> of(Application application) {
        return row("id", application.id(), "scope", application.scope(), "since", application.since().toString());
    }

    static Map<String, @Nullable Object> of(VirtualThermostat thermostat) {
        Thermostat state = thermostat.state();
        Runtime runtime = state.getRuntime();
        boolean held = !state.getEvents().isEmpty() && Boolean.TRUE.equals(state.getEvents().get(0).getRunning());
        return row(
                "identifier", state.getIdentifier(), "name", state.getName(), "model", state.getModelNumber(),
                "connected", runtime.getConnected(), "temperature", runtime.getActualTemperature(),
                "heat", runtime.getDesiredHeat(), "cool", runtime.getDesiredCool(),
                "mode", state.getSettings().getHvacMode(), "equipment", state.getEquipmentStatus(),
                "program", held ? state.getEvents().get(0).getType() : state.getProgram().getCurrentClimateRef());
    }

    static Map<String, @Nullable Object> of(LoggedRequest request) {
        return row(
                "time", request.instant().toString(), "method", request.method(), "path", request.path(),
                "grantType", request.grantType(), "apiKeyId", request.apiKeyId(), "account", request.account(), "selection",
                request.selection(),
                "functions", request.functions(), "httpStatus", request.httpStatus(), "code", request.ecobeeCode(),
                "changes", request.changes(), "warnings", request.warnings(), "fault", request.fault());
    }

    static Map<String, @Nullable Object> of(Violation violation) {
        return row(
                "time", violation.instant().toString(), "apiKeyId", violation.apiKeyId(),
                "violation", violation.rule().name(), "rule", violation.rule().text(), "detail", violation.detail());
    }

    static Map<String, @Nullable Object> of(KeyUsage usage) {
        return row(
                "apiKeyId", usage.apiKeyId(), "calls", usage.calls(), "callsIn30Days", usage.callsIn30Days(),
                "open", usage.open(), "peakOpen", usage.peakOpen(), "shortestIntervalSeconds",
                usage.shortestInterval().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toSeconds())));
    }

    static Map<String, @Nullable Object> of(PlannedFault planned) {
        var rule = planned.rule();
        return row(
                "id", planned.id(), "fault", planned.fault().description(), "on", rule.method() + " " + rule.path(),
                "apiKeyId", rule.apiKeyId(), "account", rule.account(), "fromCall", rule.firstCall(), "every", rule.every(),
                "times", rule.times() == Integer.MAX_VALUE ? null : rule.times(), "probability", rule.probability(),
                "from", text(rule.notBefore()), "until", text(rule.until()), "happened", planned.happened());
    }

    static <T> List<Map<String, @Nullable Object>> all(List<T> items, Function<T, Map<String, @Nullable Object>> view) {
        return items.stream().map(view).toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Keys and values in turn; what is {@code null} is left out. */
    private static Map<String, @Nullable Object> row(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            if (keysAndValues[index + 1] != null) {
                row.put(String.valueOf(keysAndValues[index]), keysAndValues[index + 1]);
            }
        }
        return row;
    }
}
