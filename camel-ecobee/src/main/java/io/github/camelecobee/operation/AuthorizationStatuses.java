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

/** Tells where an account stands, or a list of all accounts in use. Asks nobody. */
public final class AuthorizationStatuses implements AuthorizationHandler {
    /** Creates it. */
    public AuthorizationStatuses() {
    }

    @Override
    public boolean isForAll() {
        return true;
    }

    @Override
    public Result handle(AuthorizationManager manager, AuthorizationRequest request) {
        return new Result(
                request.account().equals(ALL)
                        ? manager.statuses() : manager.authorization(request.account()).status());
    }
}
