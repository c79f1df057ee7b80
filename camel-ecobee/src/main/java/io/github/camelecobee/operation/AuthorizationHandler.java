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
package io.github.camelecobee.operation;

import io.github.camelecobee.authorization.AuthorizationManager;

/** Does one operation on the authorization of accounts. Safe for use by several threads. */
public interface AuthorizationHandler {
    /** The name that stands for all accounts. */
    String ALL = "*";

    /**
     * Does it.
     *
     * @param  manager                  knows the accounts
     * @param  request                  what to do
     * @return                          what came of it, as the body
     * @throws IllegalArgumentException if something is missing or wrong
     * @throws IllegalStateException    if the component authorizes accounts in another way
     */
    Result handle(AuthorizationManager manager, AuthorizationRequest request);

    /**
     * Whether it is for all accounts at once, too.
     *
     * @return whether the account may be {@value #ALL}
     */
    default boolean isForAll() {
        return false;
    }

    /**
     * Whether it reads the parameters of a callback.
     *
     * @return whether it does
     */
    default boolean readsCallback() {
        return false;
    }
}
