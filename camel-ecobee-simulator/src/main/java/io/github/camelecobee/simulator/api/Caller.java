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

import java.util.Map;

import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.account.Hierarchy;
import io.github.camelecobee.simulator.account.LiveAccount;
import io.github.camelecobee.simulator.account.ManagementSet;
import io.github.camelecobee.simulator.account.Right;
import io.github.camelecobee.simulator.account.Sight;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import io.github.camelecobee.simulator.oauth.Access;

/**
 * Who asks.
 *
 * @param access   what the token is worth
 * @param account  the account it was given for
 * @param userName the user who gave it
 */
record Caller(Access access, LiveAccount account, String userName) {

    /** Whether it is a consumer's account. */
    boolean isSmart() {
        return account.type() == AccountType.SMART;
    }

    /** The thermostats to read. */
    Sight sees(Map<String, VirtualThermostat> thermostats) {
        return new Sight(account, userName, Right.VIEW, thermostats);
    }

    /** The thermostats to change. */
    Sight mayChange(Map<String, VirtualThermostat> thermostats) {
        return new Sight(account, userName, Right.CHANGE, thermostats);
    }

    Hierarchy hierarchy() {
        return account.hierarchy();
    }

    /** Refuses a user who lacks a right on a set; ecobee's wording is not known. */
    void require(Right right, ManagementSet set) throws StatusException {
        if (!hierarchy().allows(userName, set, right)) {
            throw EcobeeStatus.NOT_AUTHORIZED.with(
                    "User " + userName + " lacks the privilege " + right.words() + " on set " + set.path() + ".");
        }
    }
}
