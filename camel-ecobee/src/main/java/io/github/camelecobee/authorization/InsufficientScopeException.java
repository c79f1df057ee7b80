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
package io.github.camelecobee.authorization;

import org.jspecify.annotations.Nullable;

/** The account is authorized, but not for this. Nothing was sent. The name is that of RFC 6750, 3.1. */
public final class InsufficientScopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The name of the account. */
    private final String account;
    /** The scope as ecobee said it. */
    private final @Nullable String granted;
    /** The permission that is missing. */
    private final Permission needed;

    /**
     * A grant that is too small.
     *
     * @param account the name of the account
     * @param granted the scope that was granted
     * @param needed  what was to be done
     */
    public InsufficientScopeException(String account, @Nullable String granted, Permission needed) {
        super("Account " + account + " is authorized with scope " + granted + ", which does not allow this; it needs "
              + needed.scope() + ". Nothing was sent. Set the option scope to " + needed.scope()
              + " and authorize the account again.");
        this.account = account;
        this.granted = granted;
        this.needed = needed;
    }

    /**
     * The account.
     *
     * @return its name
     */
    public String account() {
        return account;
    }

    /**
     * What was granted.
     *
     * @return the scope as ecobee said it
     */
    public @Nullable String granted() {
        return granted;
    }

    /**
     * What was to be done.
     *
     * @return the permission that is missing
     */
    public Permission needed() {
        return needed;
    }
}
