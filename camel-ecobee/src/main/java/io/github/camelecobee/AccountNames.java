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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.camelecobee.operation.AuthorizationHandler;
import io.github.camelecobee.operation.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that an option names: one, several, or all that there are.
 *
 * @param names at least one; {@value AuthorizationHandler#ALL} alone for all
 */
record AccountNames(List<String> names) {

    /**
     * Reads the option.
     *
     * @param  text                     names, comma-separated; {@code null} for the default
     * @return                          the names
     * @throws IllegalArgumentException if one is blank, is there twice, or stands beside the one for all
     */
    static AccountNames parse(@Nullable String text) {
        if (text == null) {
            return new AccountNames(List.of(EcobeeConfiguration.DEFAULT_ACCOUNT));
        }
        List<String> names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException(
                        names.size() == 1
                                ? "account: is blank; give the account a name, or leave the option out"
                                : "account: '" + Shown.of(text) + "' has a blank name; give names, comma-separated");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "account: '" + Shown.of(text) + "' names '" + Shown.of(name) + "' twice; give each account once");
            }
        }
        if (names.size() > 1 && seen.contains(AuthorizationHandler.ALL)) {
            throw new IllegalArgumentException(
                    "account: '" + Shown.of(text) + "' is not allowed; give names, or * alone for all accounts");
        }
        return new AccountNames(names);
    }

    /** Whether all accounts are meant, whatever their names. */
    boolean isAll() {
        return names.get(0).equals(AuthorizationHandler.ALL);
    }

    /** Whether more than one is meant, or may be. */
    boolean isSeveral() {
        return isAll() || names.size() > 1;
    }

    boolean covers(String account) {
        return isAll() || names.contains(account);
    }

    /** As it was given. */
    @Override
    public String toString() {
        return String.join(",", names);
    }
}
