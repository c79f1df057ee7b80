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

import java.util.concurrent.CompletionStage;

/**
 * The authorization of one account. Safe for use by several threads. No method waits for a human.
 */
public interface Authorization {

    /**
     * The name of the account.
     *
     * @return as the user chose it
     */
    String account();

    /**
     * Loads what is stored, and asks for a PIN if that is nothing, both in the background. Starting twice does nothing.
     */
    void start();

    /**
     * The access token to send with a request. A fresh one costs one volatile read; a stale one is answered while one
     * refresh runs in the background; an expired one is renewed first, by one refresh whose outcome all callers share.
     *
     * @return                                   a token that has not expired by our clock
     * @throws AuthorizationRequiredException    if only a human can help; a PIN is being asked for in the background
     * @throws AuthorizationUnavailableException if a refresh is needed and the token endpoint cannot be reached
     */
    AccessToken accessToken();

    /**
     * Replaces an access token that ecobee called expired or invalid (status codes 14 and 1), whatever our clock says.
     *
     * @param  failed                            the token that the failed request carried
     * @return                                   the next token; no request is made if there is one already
     * @throws AuthorizationRequiredException    if the grant has been refused
     * @throws AuthorizationUnavailableException if the token endpoint cannot be reached
     */
    AccessToken renew(AccessToken failed);

    /**
     * Notes that ecobee called a token revoked (status code 16, or 2 with such a text). That alone takes nothing away:
     * ecobee has said so during outages. A refresh in the background confirms or clears it.
     *
     * @param failed  the token that the failed request carried; ignored if it has been replaced
     * @param code    the status code
     * @param message the text beside it
     */
    void suspect(AccessToken failed, int code, String message);

    /**
     * Asks for a new PIN, in the background. A grant that works keeps working until the new one is there.
     *
     * @return                       the status once there is an answer, with the PIN or with what went wrong
     * @throws IllegalStateException if the account is not authorized by PINs
     */
    CompletionStage<AuthorizationStatus> requestPin();

    /**
     * Says whether the present grant allows something, before it is tried.
     *
     * @param  permission                        what is to be done
     * @throws InsufficientScopeException        if what was granted certainly does not allow it
     * @throws AuthorizationRequiredException    if there is no grant
     * @throws AuthorizationUnavailableException if the first grant is still to be had, and cannot be at the moment
     */
    void require(Permission permission);

    /**
     * Where the authorization stands.
     *
     * @return a snapshot without secrets
     */
    AuthorizationStatus status();

    /**
     * Does something once there is a usable grant; at once if there is one already.
     *
     * @param  task what to do, once; called outside every lock, what it throws is logged
     * @return      to take it back
     */
    Registration whenAuthorized(Runnable task);
}
