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

import java.util.List;
import java.util.Objects;

import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchySetRequest;
import io.github.camelecobee.model.HierarchyThermostatRequest;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.model.HierarchyUserRequest;

/** What can be done with management sets, their users and thermostats (ecobee's pages operations/hierarchy). */
public final class HierarchyOperations {
    private static final String SET_PATH = "setPath";
    private static final String TO_PATH = "toPath";
    private static final String USERS = "users";
    private static final String PRIVILEGES = "privileges";
    private static final String THERMOSTATS = "thermostats";
    private static final String RECURSIVE = "recursive";
    private static final String INCLUDE_PRIVILEGES = "includePrivileges";
    private static final String USER_NAME = "userName";

    private static final Reading USER_LIST = new ObjectReading<>(HierarchyUser.class, USER_NAME, List.of(USER_NAME));
    private static final Reading PRIVILEGE_LIST
            = new ObjectReading<>(HierarchyPrivilege.class, "", List.of(SET_PATH, USER_NAME));

    private HierarchyOperations() {
    }

    /**
     * Lists a set and those below it.
     *
     * @return the handler
     */
    public static OperationHandler listSets() {
        return set("listSets", "list").reads().takes(SET_PATH, Readings.SET).takes(RECURSIVE, Readings.FLAG)
                .takes(INCLUDE_PRIVILEGES, Readings.FLAG).takes("includeThermostats", Readings.FLAG)
                .sent((client, request) -> new Result(client.hierarchy().sets(request)));
    }

    /**
     * Makes a set.
     *
     * @return the handler
     */
    public static OperationHandler addSet() {
        return changed(set("addSet", "add").needs("setName", Readings.SET_NAME).needs("parentPath", Readings.PARENT));
    }

    /**
     * Removes a set.
     *
     * @return the handler
     */
    public static OperationHandler removeSet() {
        return changed(set("removeSet", "remove").needs(SET_PATH, Readings.OWN_SET));
    }

    /**
     * Gives a set another name.
     *
     * @return the handler
     */
    public static OperationHandler renameSet() {
        return changed(
                set("renameSet", "rename").needs(SET_PATH, Readings.OWN_SET).needs("newName", Readings.SET_NAME));
    }

    /**
     * Puts a set below another one.
     *
     * @return the handler
     */
    public static OperationHandler moveSet() {
        return changed(set("moveSet", "move").needs(SET_PATH, Readings.OWN_SET).needs(TO_PATH, Readings.PARENT)
                .rule((command, request) -> {
                    if ((request.getToPath() + "/").startsWith(request.getSetPath() + "/")) {
                        throw command.parameter(TO_PATH).orElseThrow()
                                .wrong("a set that is neither " + request.getSetPath() + " nor below it");
                    }
                }));
    }

    /**
     * Lists users.
     *
     * @return the handler
     */
    public static OperationHandler listUsers() {
        return user("listUsers", "list").reads().takes(SET_PATH, Readings.SET).takes(RECURSIVE, Readings.FLAG)
                .takes(INCLUDE_PRIVILEGES, Readings.FLAG)
                .sent((client, request) -> new Result(client.hierarchy().users(request)));
    }

    /**
     * Invites users.
     *
     * @return the handler
     */
    public static OperationHandler addUsers() {
        return changedUsers(user("addUsers", "add").needs(USERS, USER_LIST).takes(PRIVILEGES, PRIVILEGE_LIST)
                .body(HierarchyUser.class, USERS).rule(HierarchyOperations::onlyForTheNewUsers));
    }

    /**
     * Takes the privileges of users on a set away.
     *
     * @return the handler
     */
    public static OperationHandler removeUsers() {
        return changedUsers(user("removeUsers", "remove").needs(SET_PATH, Readings.PARENT).needs(USERS, USER_LIST)
                .body(HierarchyUser.class, USERS));
    }

    /**
     * Deletes the accounts of users.
     *
     * @return the handler
     */
    public static OperationHandler unregisterUsers() {
        return changedUsers(
                user("unregisterUsers", "unregister").needs(USERS, USER_LIST).body(HierarchyUser.class, USERS));
    }

    /**
     * Changes users and their privileges.
     *
     * @return the handler
     */
    public static OperationHandler updateUsers() {
        return changedUsers(user("updateUsers", "update").takes(USERS, USER_LIST).takes(PRIVILEGES, PRIVILEGE_LIST)
                .body(HierarchyUser.class, USERS).rule((command, request) -> {
                    if (request.getUsers() == null && request.getPrivileges() == null) {
                        throw new IllegalArgumentException(
                                "updateUsers: users and privileges are missing; give at least one of them, as header"
                                                           + " CamelEcobeeUsers or CamelEcobeePrivileges or in the body");
                    }
                }));
    }

    /**
     * Adds thermostats.
     *
     * @return the handler
     */
    public static OperationHandler registerThermostats() {
        return changedThermostats(thermostat("registerThermostats", "register").needs(THERMOSTATS, Readings.IDENTIFIERS)
                .takes(SET_PATH, Readings.PARENT));
    }

    /**
     * Removes thermostats.
     *
     * @return the handler
     */
    public static OperationHandler unregisterThermostats() {
        return changedThermostats(
                thermostat("unregisterThermostats", "unregister").needs(THERMOSTATS, Readings.IDENTIFIERS));
    }

    /**
     * Moves thermostats from one set to another. All of a set are moved when the parameter {@code all} says so.
     *
     * @return the handler
     */
    public static OperationHandler moveThermostats() {
        return changedThermostats(thermostat("moveThermostats", "move").takes(THERMOSTATS, Readings.IDENTIFIERS)
                .needs(SET_PATH, Readings.SET).needs(TO_PATH, Readings.SET).hears("all", Readings.FLAG)
                .rule((command, request) -> {
                    if (request.getThermostats() == null && !command.parameter("all").map(Parameter::flag).orElse(false)) {
                        throw new IllegalArgumentException(
                                "moveThermostats: was not told which thermostats to move; give the header"
                                                           + " CamelEcobeeThermostatIds or the option thermostatIds, or all=true for"
                                                           + " every thermostat of " + request.getSetPath());
                    }
                }));
    }

    /**
     * Puts thermostats into a set, wherever they are.
     *
     * @return the handler
     */
    public static OperationHandler assignThermostats() {
        return changedThermostats(thermostat("assignThermostats", "assign").needs(THERMOSTATS, Readings.IDENTIFIERS)
                .needs(SET_PATH, Readings.SET));
    }

    private static void onlyForTheNewUsers(Command command, HierarchyUserRequest request) {
        List<HierarchyPrivilege> privileges = Objects.requireNonNullElse(request.getPrivileges(), List.of());
        for (HierarchyPrivilege privilege : privileges) {
            if (request.getUsers().stream().noneMatch(user -> privilege.getUserName().equals(user.getUserName()))) {
                throw new IllegalArgumentException(
                        "addUsers: a privilege is for " + privilege.getUserName()
                                                   + ", who is not among the users to add; give it with updateUsers");
            }
        }
    }

    private static RequestShape<HierarchySetRequest> set(String name, String operation) {
        return new RequestShape<>(name, HierarchySetRequest.class).operation(operation);
    }

    private static RequestShape<HierarchyUserRequest> user(String name, String operation) {
        return new RequestShape<>(name, HierarchyUserRequest.class).operation(operation);
    }

    private static RequestShape<HierarchyThermostatRequest> thermostat(String name, String operation) {
        return new RequestShape<>(name, HierarchyThermostatRequest.class).operation(operation);
    }

    private static OperationHandler changed(RequestShape<HierarchySetRequest> shape) {
        return shape.sent((client, request) -> {
            client.hierarchy().change(request);
            return Result.DONE;
        });
    }

    private static OperationHandler changedUsers(RequestShape<HierarchyUserRequest> shape) {
        return shape.sent((client, request) -> {
            client.hierarchy().change(request);
            return Result.DONE;
        });
    }

    private static OperationHandler changedThermostats(RequestShape<HierarchyThermostatRequest> shape) {
        return shape.sent((client, request) -> {
            client.hierarchy().change(request);
            return Result.DONE;
        });
    }
}
