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

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelecobee.operation.AuthorizationHandler;
import io.github.camelecobee.operation.Shown;
import org.apache.camel.Message;

/**
 * Finds out which account a message is for: a header, else the option, else the account that the message came from.
 * Where the option is a component's and names several, the message came from one of them.
 */
final class Accounts {
    /** Who has thousands does not want to read them. */
    private static final int MOST_SHOWN = 20;

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

    /**
     * One account that there is. A header may be from outside: no person is asked to authorize what it names.
     *
     * @throws IllegalArgumentException if the account is none that an endpoint names, that was started, or of which the
     *                                  grant store has something
     */
    static String known(EcobeeEndpoint endpoint, Message message) {
        String account = one(endpoint, message);
        EcobeeComponent component = endpoint.getComponent();
        if (endpoint.accounts().names().contains(account) || component.authorizations().isKnown(account)
                || named(component).anyMatch(account::equals)) {
            return account;
        }
        Set<String> known = new TreeSet<>(component.authorizations().accounts());
        component.authorizationStatuses().forEach(status -> known.add(status.account()));
        named(component).forEach(known::add);
        throw new IllegalArgumentException(
                place(message) + ": '" + Shown.of(account) + "' is no account of this component; there are "
                                           + known.stream().limit(MOST_SHOWN).map(Shown::of)
                                                   .collect(Collectors.joining(", "))
                                           + (known.size() > MOST_SHOWN ? " and others" : "")
                                           + ". Another one has to be named by an option account, or be authorized, first");
    }

    private static Stream<String> named(EcobeeComponent component) {
        return component.getCamelContext().getEndpoints().stream()
                .filter(EcobeeEndpoint.class::isInstance).map(EcobeeEndpoint.class::cast)
                .filter(each -> each.getComponent() == component).map(EcobeeEndpoint::accounts)
                .filter(names -> !names.isAll()).flatMap(names -> names.names().stream());
    }

    private static String one(EcobeeEndpoint endpoint, AccountNames found) {
        if (found.isSeveral()) {
            throw new IllegalArgumentException(
                    "account: '" + Shown.of(found) + "' is not allowed; ecobee:" + endpoint.getOperation().uriName()
                                               + " is for one account, which the option account names, or the header "
                                               + EcobeeConstants.TARGET_ACCOUNT);
        }
        return found.toString();
    }

    private static AccountNames find(EcobeeEndpoint endpoint, Message message) {
        String chosen = Headers.text(message, EcobeeConstants.TARGET_ACCOUNT);
        String option = endpoint.getConfiguration().getAccount();
        String noted = Headers.text(message, EcobeeConstants.ACCOUNT);
        if (chosen != null) {
            return AccountNames.parse(chosen);
        }
        AccountNames named = AccountNames.parse(option == null ? noted : option);
        return named.isSeveral() && noted != null && named.covers(noted) ? AccountNames.parse(noted) : named;
    }

    private static String place(Message message) {
        return "header " + (message.getHeader(EcobeeConstants.TARGET_ACCOUNT) == null
                ? EcobeeConstants.ACCOUNT : EcobeeConstants.TARGET_ACCOUNT);
    }
}
