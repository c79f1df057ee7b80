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

/** Begins an authorization by code; the body is where to send the browser (authz-code-authorization.shtml). */
public final class AuthorizationUrl implements AuthorizationHandler {
    /** Creates it. */
    public AuthorizationUrl() {
    }

    @Override
    public Result handle(AuthorizationManager manager, AuthorizationRequest request) {
        String redirectUri = request.redirectUri();
        if (redirectUri == null) {
            throw new IllegalArgumentException(
                    "redirectUri: is missing; authorizationUrl needs the address, registered for the application, to which"
                                               + " ecobee sends the browser back");
        }
        return new Result(manager.authorizationUrl(request.account(), redirectUri, request.binding()).toString());
    }
}
