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

import io.github.camelecobee.operation.AuthorizationHandler;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which account a message is for: a header, else the option, else the account that the message came from.
 * Where the option is a component's and names several, the message came from one of them.
 */
final class Accounts {
    private Accounts() {
    }

    /** One account, or the name that stands for all. */
    static String oneOrAll(EcobeeEndpoint endpoint, Message message) {
        AccountNames found = find(endpoint, message);
        return found.isAll() ? AuthorizationHandler.ALL : one(endpoint, found);
    }

    /** One account, for what cannot be done to all at once. */
    static String one(EcobeeEndpoint endpoint, Message message) {
        return one(endpoint, find(endpoint, message));
    }

    private static String one(EcobeeEndpoint endpoint, AccountNames found) {
        if (found.isSeveral()) {
            throw new IllegalArgumentException(
                    "account: '" + found + "' is not allowed; ecobee:" + endpoint.getOperation().uriName()
                                               + " is for one account, which the option account names, or the header "
                                               + EcobeeConstants.TARGET_ACCOUNT);
        }
        return found.toString();
    }

    private static AccountNames find(EcobeeEndpoint endpoint, Message message) {
        String chosen = header(message, EcobeeConstants.TARGET_ACCOUNT);
        String option = endpoint.getConfiguration().getAccount();
        String noted = header(message, EcobeeConstants.ACCOUNT);
        if (chosen != null) {
            return AccountNames.parse(chosen);
        }
        AccountNames named = AccountNames.parse(option == null ? noted : option);
        return named.isSeveral() && noted != null && named.covers(noted) ? AccountNames.parse(noted) : named;
    }

    private static @Nullable String header(Message message, String name) {
        Object value = message.getHeader(name);
        if (value != null && value.toString().isBlank()) {
            throw new IllegalArgumentException("header " + name + ": is blank; give a value or leave the header out");
        }
        return value == null ? null : value.toString().strip();
    }
}
