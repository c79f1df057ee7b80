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

import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.account.LiveAccount;
import io.github.camelecobee.simulator.oauth.Login;

/**
 * A person in front of the portal or of a consent page.
 *
 * @param account  the account that the person belongs to
 * @param userName who it is
 * @param role     what the person may do there, for people
 */
record Visitor(LiveAccount account, String userName, String role) {

    /** A utility logs in by itself and has no applications. */
    boolean hasApplications() {
        return account.type() != AccountType.UTILITY;
    }

    Login login() {
        return new Login(account.name(), userName);
    }
}
