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

/** Finds out which account a message is for: a header, else the option, else the account that the message came from. */
final class Accounts {
    private Accounts() {
    }

    static String of(EcobeeEndpoint endpoint, Message message) {
        String chosen = header(message, EcobeeConstants.TARGET_ACCOUNT);
        if (chosen == null) {
            chosen = endpoint.getConfiguration().getAccount();
        }
        if (chosen == null) {
            chosen = header(message, EcobeeConstants.ACCOUNT);
        }
        return chosen == null ? EcobeeConfiguration.DEFAULT_ACCOUNT : chosen;
    }

    /** The same, for what cannot be done to all accounts at once. */
    static String one(EcobeeEndpoint endpoint, Message message) {
        String account = of(endpoint, message);
        if (account.equals(AuthorizationHandler.ALL)) {
            throw new IllegalArgumentException(
                    "account: '" + account + "' is not allowed; ecobee:" + endpoint.getOperation().uriName()
                                               + " is for one account");
        }
        return account;
    }

    private static @Nullable String header(Message message, String name) {
        Object value = message.getHeader(name);
        if (value != null && value.toString().isBlank()) {
            throw new IllegalArgumentException("header " + name + ": is blank; give a value or leave the header out");
        }
        return value == null ? null : value.toString().strip();
    }
}
