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

import io.github.camelecobee.simulator.account.DemandOffsets;
import io.github.camelecobee.simulator.home.Home;
import io.github.camelecobee.simulator.requests.RequestTrace;

/** Answers the requests that concern an account and not its thermostats' state. */
final class AccountOperations {
    private final Home home;
    private final Users users = new Users();
    private final Groups groups = new Groups();
    private final HierarchySets sets = new HierarchySets();
    private final HierarchyUsers people = new HierarchyUsers();
    private final HierarchyThermostats members = new HierarchyThermostats();
    private final DemandResponseCalls responses = new DemandResponseCalls();
    private final DemandManagementCalls management;

    AccountOperations(Home home, DemandOffsets offsets) {
        this.home = home;
        this.management = new DemandManagementCalls(offsets);
    }

    /** Answers a request of a caller who may make it. */
    String answer(Operation operation, ApiRequest request, Caller caller, RequestTrace trace) throws StatusException {
        boolean post = request.method().equals("POST");
        return switch (operation) {
            case GROUP -> home.visit((thermostats, now) -> post
                    ? groups.post(request.json(), caller, thermostats, now, trace)
                    : groups.get(request.json(), caller, thermostats, trace));
            case HIERARCHY_SET -> home.visit((thermostats, now) -> post
                    ? sets.post(request.json(), caller) : sets.get(request.json(), caller));
            case HIERARCHY_USER -> home.visit((thermostats, now) -> post
                    ? people.post(request.json(), caller) : people.get(request.json(), caller));
            case HIERARCHY_THERMOSTAT -> home.visit((thermostats, now) -> members.post(
                    request.json(), caller, thermostats, now));
            case DEMAND_RESPONSE -> home.visit((thermostats, now) -> post
                    ? responses.post(request.json(), caller, thermostats, now, trace)
                    : responses.get(request.json(), caller, thermostats, now));
            case DEMAND_MANAGEMENT -> home.visit((thermostats, now) -> management.post(
                    request.json(), caller, thermostats, now, trace));
            case USER -> users.get(caller);
            default -> throw EcobeeStatus.PROCESSING_ERROR.with("Request " + operation.path() + " is not simulated.");
        };
    }
}
