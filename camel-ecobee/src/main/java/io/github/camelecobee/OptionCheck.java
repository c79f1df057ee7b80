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
package io.github.camelecobee;

import io.github.camelecobee.client.ThermostatFilter;
import io.github.camelecobee.client.ThermostatSelection;

/** Checks an endpoint's options when it is made, so that a wrong one stops the route and not the tenth exchange. */
final class OptionCheck {
    private OptionCheck() {
    }

    /** Checks the accounts that an endpoint names itself: what a component names is for whom it fits. */
    static void checkAccounts(EcobeeConfiguration options, EcobeeOperation operation) {
        AccountNames accounts = AccountNames.parse(options.getAccount());
        boolean allowed = operation.isConsumer() || accounts.isAll() && operation == EcobeeOperation.AUTHORIZATION_STATUS;
        if (accounts.isSeveral() && !allowed) {
            throw new IllegalArgumentException(
                    "account: '" + accounts + "' is not allowed; ecobee:" + operation.uriName()
                                               + " is for one account. Consumers take several, comma-separated, or * for all,"
                                               + " and ecobee:authorizationStatus takes *");
        }
    }

    /** A producer that was given groups beside something else would have to guess which thermostats are meant. */
    static void checkOneSelection(EcobeeConfiguration options) {
        String other = options.getThermostatIds() != null ? options.getThermostatIds() : options.getManagementSet();
        if (options.getGroups() != null && other != null) {
            throw new IllegalArgumentException(
                    "groups and " + (options.getThermostatIds() != null ? "thermostatIds" : "managementSet")
                                               + " cannot be given together to a producer: '" + options.getGroups()
                                               + "' and '" + other + "'");
        }
    }

    static void check(EcobeeConfiguration options, EcobeeOperation operation) {
        if (options.getThermostatIds() != null && options.getManagementSet() != null) {
            throw new IllegalArgumentException(
                    "thermostatIds and managementSet cannot be given together: '" + options.getThermostatIds() + "' and '"
                                               + options.getManagementSet() + "'");
        }
        if (options.getThermostatIds() != null) {
            ThermostatSelection.thermostats(options.getThermostatIds());
        }
        if (options.getManagementSet() != null) {
            ThermostatSelection.managementSet(options.getManagementSet());
        }
        AccountNames.parse(options.getAccount());
        if (options.getFailedPollsUntilDown() < 1) {
            throw new IllegalArgumentException(
                    "failedPollsUntilDown: '" + options.getFailedPollsUntilDown() + "' is not allowed; give 1 or more");
        }
        if (options.getPollAfterWrite() < 0) {
            throw new IllegalArgumentException(
                    "pollAfterWrite: '" + options.getPollAfterWrite()
                                               + "' is not allowed; give a time, 5s for example, or 0 for no such poll");
        }
        if (options.getWriteInterval() < 0) {
            throw new IllegalArgumentException(
                    "writeInterval: '" + options.getWriteInterval()
                                               + "' is not allowed; give a time, 30s for example, or 0 for no limit");
        }
        Pollers.feed(options);
        ChangeTypes.of(options);
        if (options.getMaxDeliveryAttempts() < 0) {
            throw new IllegalArgumentException(
                    "maxDeliveryAttempts: '" + options.getMaxDeliveryAttempts()
                                               + "' is not allowed; give 1 or more, or 0 for no limit");
        }
        ThermostatFilter.parse(options.getThermostatNames(), options.getGroups());
        ReportOptions.check(options);
    }
}
