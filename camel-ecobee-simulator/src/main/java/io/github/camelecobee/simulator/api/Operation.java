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

import java.util.Arrays;
import java.util.Optional;

/** The requests that the ecobee API knows, and the HTTP methods they take. */
enum Operation {
    THERMOSTAT_SUMMARY("thermostatSummary", true, false),
    THERMOSTAT("thermostat", true, true),
    RUNTIME_REPORT("runtimeReport", true, false),
    METER_REPORT("meterReport", true, false),
    GROUP("group", true, true),
    HIERARCHY_SET("hierarchy/set", true, true),
    HIERARCHY_USER("hierarchy/user", true, true),
    HIERARCHY_THERMOSTAT("hierarchy/thermostat", false, true),
    DEMAND_RESPONSE("demandResponse", true, true),
    DEMAND_MANAGEMENT("demandManagement", false, true),
    RUNTIME_REPORT_JOB_CREATE("runtimeReportJob/create", false, true),
    RUNTIME_REPORT_JOB_STATUS("runtimeReportJob/status", true, true),
    RUNTIME_REPORT_JOB_CANCEL("runtimeReportJob/cancel", false, true),
    /** Seen, not documented. */
    REGISTER("register", false, true),
    /** Seen, not documented. */
    USER("user", true, false);

    private static final String VERSION = "/1/";

    private final String path;
    private final boolean get;
    private final boolean post;

    Operation(String path, boolean get, boolean post) {
        this.path = path;
        this.get = get;
        this.post = post;
    }

    String path() {
        return path;
    }

    /** The operation of a path and method. */
    static Operation of(String method, String path) throws StatusException {
        String name = path.startsWith(VERSION) ? path.substring(VERSION.length()) : path;
        Optional<Operation> found = Arrays.stream(values()).filter(each -> each.path.equals(name)).findFirst();
        if (found.isEmpty()) {
            throw EcobeeStatus.PROCESSING_ERROR.with("Invalid request type: " + name);
        }
        if (method.equals("POST") && !found.get().post) {
            throw EcobeeStatus.POST_NOT_SUPPORTED.exception();
        }
        if (method.equals("GET") && !found.get().get) {
            throw EcobeeStatus.GET_NOT_SUPPORTED.exception();
        }
        if (!method.equals("GET") && !method.equals("POST")) {
            throw EcobeeStatus.PROCESSING_ERROR.with("Invalid request method: " + method);
        }
        return found.get();
    }
}
