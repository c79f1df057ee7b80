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

import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/** Turns a snapshot into what may be shown of it. */
final class Statuses {

    private Statuses() {
    }

    static AuthorizationStatus of(String account, Snapshot now) {
        AuthorizationRecord record = now.record();
        PinPrompt pin = record.pin();
        Grant grant = record.grant();
        return new AuthorizationStatus(
                account, now.state(), now.since(), pin == null ? null : pin.pin(), pin == null ? null : pin.expiresAt(),
                pin == null ? null : pin.portal(), grant == null ? null : grant.expiresAt(),
                grant == null ? null : grant.scope(), now.lastRefresh(), now.refreshes(), now.failures(),
                error(now), now.isUnsaved(), nextStep(now, pin));
    }

    private static @Nullable String error(Snapshot now) {
        Refusal refusal = now.record().refusal();
        if (now.lastError() == null && refusal != null) {
            return refusal.error() + ": " + refusal.description();
        }
        return now.lastError();
    }

    private static String nextStep(Snapshot now, @Nullable PinPrompt pin) {
        if (now.isUnsaved() && now.isUsable()) {
            return "Make the grant store writable: the grant is only in memory, and a restart would lose it.";
        }
        return switch (now.state()) {
            case AUTHORIZED -> "Nothing has to be done.";
            case SUSPECT -> "A refresh will tell whether the authorization is really gone.";
            case PIN_ISSUED -> pin == null
                    ? "Wait for the PIN."
                    : "Enter PIN " + pin.pin() + " at " + pin.portal() + " before "
                      + pin.expiresAt().truncatedTo(ChronoUnit.SECONDS) + ".";
            case REAUTHORIZATION_REQUIRED -> now.isMisconfigured()
                    ? "Check the option apiKey: ecobee does not know this API key."
                    : "Authorize the account again: enter the next PIN, or ask for one now.";
            case UNAUTHORIZED -> unauthorized(now);
        };
    }

    private static String unauthorized(Snapshot now) {
        if (now.lastError() == null) {
            return now.isLoaded() ? "A PIN is being asked for." : "The account has not been started yet.";
        } else if (!now.isLoaded()) {
            return "Make the grant store readable: " + now.lastError();
        } else if (now.notBefore() != null) {
            return "Wait, a PIN is asked for as soon as ecobee can be reached: " + now.lastError();
        }
        return "Remedy what went wrong, then ask for a new PIN: " + now.lastError();
    }
}
