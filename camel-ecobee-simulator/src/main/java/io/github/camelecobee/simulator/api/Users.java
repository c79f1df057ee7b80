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

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.User;
import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.account.LiveAccount;

/** {@code GET /1/user}: the account, as the consumer portal asks for it. No page documents it. */
final class Users {

    String get(Caller caller) {
        LiveAccount account = caller.account();
        User user = new User().withUserName(caller.userName()).withDisplayName(account.name())
                .withFirstName("").withLastName("").withIsResidential(caller.isSmart())
                .withIsManagement(account.type() == AccountType.EMS)
                .withIsUtility(account.type() == AccountType.UTILITY).withIsDeveloper(false).withIsContractor(false);
        account.owned().stream().findFirst().ifPresent(user::setDefaultThermostatIdentifier);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("user", user);
        answer.put("status", EcobeeStatus.SUCCESS.status());
        return EcobeeJson.write(answer);
    }
}
