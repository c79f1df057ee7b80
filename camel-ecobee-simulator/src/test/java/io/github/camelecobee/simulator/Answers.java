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
package io.github.camelecobee.simulator;

import java.net.http.HttpResponse;
import java.util.Map;

import io.github.camelecobee.model.DemandResponseResponse;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.GroupResponse;
import io.github.camelecobee.model.HierarchySetResponse;
import io.github.camelecobee.model.HierarchyUserResponse;
import io.github.camelecobee.model.MeterReportResponse;
import io.github.camelecobee.model.OAuthError;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.RegisterResponse;
import io.github.camelecobee.model.RuntimeReportJobCreateResponse;
import io.github.camelecobee.model.RuntimeReportJobStatusResponse;
import io.github.camelecobee.model.RuntimeReportResponse;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.evidence.Deviations;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.PlannedFault;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds every answer that a test gets against the contract, in which it may use nothing that is not there. */
final class Answers {
    private static final Map<String, Class<? extends EcobeeObject>> TYPES = Map.ofEntries(
            Map.entry("GET /1/thermostatSummary", ThermostatSummaryResponse.class),
            Map.entry("GET /1/thermostat", ThermostatResponse.class),
            Map.entry("GET /1/runtimeReport", RuntimeReportResponse.class),
            Map.entry("GET /1/meterReport", MeterReportResponse.class),
            Map.entry("GET /1/group", GroupResponse.class),
            Map.entry("POST /1/group", GroupResponse.class),
            Map.entry("GET /1/hierarchy/set", HierarchySetResponse.class),
            Map.entry("GET /1/hierarchy/user", HierarchyUserResponse.class),
            Map.entry("GET /1/demandResponse", DemandResponseResponse.class),
            Map.entry("POST /1/demandResponse", DemandResponseResponse.class),
            Map.entry("POST /1/runtimeReportJob/create", RuntimeReportJobCreateResponse.class),
            Map.entry("GET /1/runtimeReportJob/status", RuntimeReportJobStatusResponse.class),
            Map.entry("POST /1/runtimeReportJob/status", RuntimeReportJobStatusResponse.class),
            Map.entry("POST /1/register", RegisterResponse.class),
            Map.entry("GET /authorize", PinResponse.class),
            Map.entry("POST /token", TokenResponse.class));

    private Answers() {
    }

    /** Whether a fault that is waiting may make an answer unlike the contract, on purpose. */
    static boolean areSpoilt(EcobeeSimulator simulator) {
        return simulator.faults().planned().stream().map(PlannedFault::fault)
                .anyMatch(fault -> !(fault instanceof Fault.Latency || fault instanceof Fault.Status));
    }

    static void assertValid(HttpResponse<String> answer) {
        String path = answer.uri().getPath().replaceAll("/{2,}", "/");
        // The contract leaves out what ecobee does not document.
        boolean api = path.startsWith("/1/") && !path.equals("/1/user");
        if (!api && !path.equals("/authorize") && !path.equals("/token")
                || answer.headers().firstValue("Content-Type").filter(type -> type.startsWith("application/json")).isEmpty()) {
            return;
        }
        Class<? extends EcobeeObject> type = answer.statusCode() != 200
                ? api ? StatusResponse.class : OAuthError.class
                : TYPES.getOrDefault(answer.request().method() + " " + path, StatusResponse.class);
        assertThat(Deviations.of(answer.body(), type)).as("%s %s: %s", answer.request().method(), path, answer.body())
                .isEmpty();
    }
}
