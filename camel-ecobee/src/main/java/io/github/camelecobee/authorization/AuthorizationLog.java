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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes events to the log: a warning when somebody may have to do something, and not again while it stays so. */
final class AuthorizationLog implements AuthorizationListener {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationManager.class);

    @Override
    public void onEvent(AuthorizationEvent event) {
        AuthorizationStatus status = event.status();
        String account = status.account();
        switch (event.type()) {
            case PIN_ISSUED -> LOG.info("To authorize account {}, enter PIN {} at {} before {}", account, status.pin(),
                    status.portal(), status.pinExpiresAt());
            case PIN_EXPIRED -> LOG.warn("A PIN of account {} is of no use any more: {}", account, status.lastError());
            case AUTHORIZED -> LOG.info("Account {} is authorized, scope {}", account, status.scope());
            case REFRESHED -> LOG.debug("The grant of account {} was renewed until {}", account,
                    status.accessTokenExpiresAt());
            // Nobody has to do anything yet, and in an outage all accounts are in doubt.
            case SUSPECT -> LOG.info("The authorization of account {} is in doubt: {} {}", account,
                    sentence(status.lastError()), status.nextStep());
            case REAUTHORIZATION_REQUIRED -> LOG.warn("Account {} has no authorization that works: {} {}", account,
                    sentence(status.lastError()), status.nextStep());
            case REFRESH_FAILED -> {
                if (status.failures() == 1) {
                    LOG.warn("The authorization of account {} makes no progress at the moment, and will be tried again: {}",
                            account, status.lastError());
                } else {
                    LOG.debug("Attempt {} at the authorization of account {} failed: {}", status.failures(), account,
                            status.lastError());
                }
            }
        }
    }

    /** What ecobee says ends with a full stop in places. */
    private static String sentence(@Nullable String error) {
        return error == null || error.endsWith(".") ? String.valueOf(error) : error + ".";
    }
}
