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

import java.util.List;
import java.util.Objects;

import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.HierarchySet;
import io.github.camelecobee.model.HierarchySetRequest;
import io.github.camelecobee.model.HierarchySetResponse;
import io.github.camelecobee.model.HierarchyThermostatRequest;
import io.github.camelecobee.model.HierarchyUserRequest;
import io.github.camelecobee.model.HierarchyUserResponse;
import io.github.camelecobee.model.StatusResponse;

/**
 * Speaks to ecobee of management sets, their users and thermostats, for EMS and utility accounts (ecobee's pages
 * operations/hierarchy). What is in no hierarchy is refused with code 2, what is there already with 7. Safe for use by
 * several threads; exceptions as in {@link EcobeeClient}.
 */
public final class HierarchyClient {
    private static final String SET = "/1/hierarchy/set";
    private static final String USER = "/1/hierarchy/user";
    private static final String THERMOSTAT = "/1/hierarchy/thermostat";

    private final RequestExecutor executor;

    HierarchyClient(RequestExecutor executor) {
        this.executor = executor;
    }

    /**
     * Lists sets.
     *
     * @param  request operation {@code list}, and from where
     * @return         the sets, with their children in them
     */
    public List<HierarchySet> sets(HierarchySetRequest request) {
        List<HierarchySet> sets = executor
                .get(SET, request, subject(request.getSetPath()), HierarchySetResponse.class, HierarchySetResponse::getStatus)
                .getSets();
        return sets == null ? List.of() : sets.stream().filter(Objects::nonNull).toList();
    }

    /**
     * Lists users.
     *
     * @param  request operation {@code list}, and of which set
     * @return         the users, and their privileges if they were asked for
     */
    public HierarchyUserResponse users(HierarchyUserRequest request) {
        return executor.get(USER, request, subject(request.getSetPath()), HierarchyUserResponse.class,
                HierarchyUserResponse::getStatus);
    }

    /**
     * Changes sets; sent once.
     *
     * @param request operation {@code add}, {@code remove}, {@code rename} or {@code move}, and what it needs
     */
    public void change(HierarchySetRequest request) {
        String set = request.getSetPath() == null
                ? request.getSetName() + " in " + request.getParentPath() : request.getSetPath();
        post(SET, request, request.getOperation() + " " + set);
    }

    /**
     * Changes users; sent once.
     *
     * @param request operation {@code add}, {@code remove}, {@code unregister} or {@code update}, and what it needs
     */
    public void change(HierarchyUserRequest request) {
        post(USER, request, request.getOperation());
    }

    /**
     * Changes which thermostats are where; sent once.
     *
     * @param request operation {@code register}, {@code unregister}, {@code move} or {@code assign}, and what it needs
     */
    public void change(HierarchyThermostatRequest request) {
        post(THERMOSTAT, request, request.getOperation() + " " + Objects.requireNonNullElse(request.getThermostats(), "all"));
    }

    private void post(String path, EcobeeObject request, String subject) {
        executor.post(path, request, subject, StatusResponse.class, StatusResponse::getStatus);
    }

    private static String subject(String setPath) {
        return setPath == null ? "all sets" : "set " + setPath;
    }
}
