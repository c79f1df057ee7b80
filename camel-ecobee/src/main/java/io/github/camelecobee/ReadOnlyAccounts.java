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

import java.util.Arrays;
import java.util.List;

import io.github.camelecobee.operation.AuthorizationHandler;
import org.jspecify.annotations.Nullable;

/**
 * The accounts whose thermostats this component never changes, whatever ecobee would allow. Immutable.
 *
 * @param names their names, or the one that stands for all
 */
record ReadOnlyAccounts(List<String> names) {

    /**
     * Reads the option.
     *
     * @param  text                     names, comma-separated, or {@code *}; {@code null} for none
     * @return                          the accounts
     * @throws IllegalArgumentException if a name is blank, or stands beside the one for all
     */
    static ReadOnlyAccounts parse(@Nullable String text) {
        if (text == null) {
            return new ReadOnlyAccounts(List.of());
        }
        List<String> names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (names.stream().anyMatch(String::isEmpty) || names.size() > 1 && names.contains(AuthorizationHandler.ALL)) {
            throw new IllegalArgumentException(
                    "readOnlyAccounts: '" + text + "' is not allowed; give names of accounts, comma-separated, or * alone for"
                                               + " all of them");
        }
        return new ReadOnlyAccounts(names);
    }

    /**
     * Holds a change back.
     *
     * @param  account                  the account whose thermostats are to be changed
     * @param  operation                what is to be done
     * @throws IllegalArgumentException if the account is one of these
     */
    void refuse(String account, String operation) {
        if (names.contains(account) || names.contains(AuthorizationHandler.ALL)) {
            throw new IllegalArgumentException(
                    "ecobee:" + operation + " was not sent: account '" + account
                                               + "' is read-only by the component option readOnlyAccounts="
                                               + String.join(",", names)
                                               + "; take it from there to change its thermostats, or try dryRun=true");
        }
    }
}
