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

import java.time.Duration;

/** By logging in again: a utility has no refresh token. */
final class UtilityRenewal implements Renewal {
    /** ecobee has refused logins in outages, too; but a wrong password is not to be tried all the time. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final TokenEndpoint endpoint;
    private final UtilityLogin login;

    UtilityRenewal(TokenEndpoint endpoint, UtilityLogin login) {
        this.endpoint = endpoint;
        this.login = login;
    }

    @Override
    public boolean canBegin(Snapshot now) {
        return true;
    }

    @Override
    public TokenAnswer next(Snapshot now) {
        return endpoint.register(login);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }
}
