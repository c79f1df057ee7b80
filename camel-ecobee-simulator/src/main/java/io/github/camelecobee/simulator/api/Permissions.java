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

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.oauth.Access;

/**
 * Which accounts and scopes an operation takes (the table at the head of each page of {@code operations/}). ecobee
 * refuses with code 2; what it says is known for no case, so the texts are ours.
 */
final class Permissions {
    private static final Set<AccountType> ALL = EnumSet.allOf(AccountType.class);
    private static final Set<AccountType> SMART = EnumSet.of(AccountType.SMART);
    private static final Set<AccountType> SMART_AND_EMS = EnumSet.of(AccountType.SMART, AccountType.EMS);
    private static final Set<AccountType> MANAGED = EnumSet.of(AccountType.EMS, AccountType.UTILITY);
    private static final Set<AccountType> UTILITY = EnumSet.of(AccountType.UTILITY);

    private static final Map<Operation, Set<AccountType>> READERS = new EnumMap<>(
            Map.ofEntries(
                    Map.entry(Operation.THERMOSTAT_SUMMARY, ALL),
                    Map.entry(Operation.THERMOSTAT, ALL),
                    // Withdrawn from utilities in May 2019 (change-log.shtml).
                    Map.entry(Operation.RUNTIME_REPORT, SMART_AND_EMS),
                    Map.entry(Operation.METER_REPORT, ALL),
                    Map.entry(Operation.GROUP, SMART),
                    Map.entry(Operation.HIERARCHY_SET, MANAGED),
                    Map.entry(Operation.HIERARCHY_USER, MANAGED),
                    Map.entry(Operation.HIERARCHY_THERMOSTAT, MANAGED),
                    Map.entry(Operation.DEMAND_RESPONSE, UTILITY),
                    Map.entry(Operation.DEMAND_MANAGEMENT, UTILITY),
                    Map.entry(Operation.RUNTIME_REPORT_JOB_CREATE, MANAGED),
                    Map.entry(Operation.RUNTIME_REPORT_JOB_STATUS, MANAGED),
                    Map.entry(Operation.RUNTIME_REPORT_JOB_CANCEL, MANAGED)));

    private Permissions() {
    }

    /** Refuses whoever may not use an operation. */
    static void require(Operation operation, String method, Caller caller) throws StatusException {
        boolean writes = method.equals("POST");
        AccountType type = caller.account().type();
        boolean allowed = writes && operation == Operation.THERMOSTAT
                ? SMART_AND_EMS.contains(type) : READERS.getOrDefault(operation, ALL).contains(type);
        if (!allowed) {
            throw EcobeeStatus.NOT_AUTHORIZED.with(
                    method + " " + operation.path() + " is not available to " + type.title() + " accounts.");
        }
        String scope = missingScope(type, writes, caller.access());
        if (!scope.isEmpty()) {
            throw EcobeeStatus.NOT_AUTHORIZED.with("Scope " + scope + " is required.");
        }
    }

    /** A utility's token comes from its login, the others' from a user who has granted a scope (auth-intro.shtml). */
    private static String missingScope(AccountType type, boolean writes, Access access) {
        return switch (type) {
            case SMART -> access.has("smartWrite") || !writes && access.has("smartRead")
                    ? "" : writes ? "smartWrite" : "smartRead";
            case EMS -> access.has("ems") ? "" : "ems";
            case UTILITY -> access.has(Access.IMPLICIT) ? "" : Access.IMPLICIT;
        };
    }
}
