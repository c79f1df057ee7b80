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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Turns a snapshot into what may be shown of it. */
final class Statuses {

    private Statuses() {
    }

    static AuthorizationStatus of(String account, AuthorizationMethod method, Snapshot now) {
        AuthorizationRecord record = now.record();
        PinPrompt pin = record.pin();
        Grant grant = record.grant();
        return new AuthorizationStatus(
                account, method, now.state(), now.since(), pin == null ? null : pin.pin(), pin == null ? null : pin.expiresAt(),
                pin == null ? null : pin.portal(),
                grant == null || grant.expiresAt().equals(Instant.MAX) ? null : grant.expiresAt(),
                grant == null || grant.scope().isBlank() ? null : grant.scope(), now.lastRefresh(), now.refreshes(),
                now.failures(),
                error(now), now.isUnsaved(), nextStep(now, method, pin));
    }

    private static @Nullable String error(Snapshot now) {
        Refusal refusal = now.record().refusal();
        if (now.lastError() == null && refusal != null) {
            return refusal.error() + ": " + refusal.description();
        }
        return now.lastError();
    }

    private static String nextStep(Snapshot now, AuthorizationMethod method, @Nullable PinPrompt pin) {
        if (now.isUnsaved() && now.isUsable()) {
            return "Make the grant store writable: the grant is only in memory, and a restart would lose it.";
        }
        return switch (now.state()) {
            case AUTHORIZED -> now.failures() == 0
                    ? "Nothing has to be done." : "Wait, the grant is good and renewing it is tried again: " + now.lastError();
            case SUSPECT -> "A refresh will tell whether the authorization is really gone.";
            case PIN_ISSUED -> pin == null
                    ? "Wait for the PIN."
                    : "Enter PIN " + pin.pin() + " at " + pin.portal() + " before "
                      + pin.expiresAt() + ".";
            case REAUTHORIZATION_REQUIRED -> {
                String remedy = now.remedy();
                yield remedy == null ? method.wayBack() : remedy;
            }
            case UNAUTHORIZED -> unauthorized(now, method);
        };
    }

    private static String unauthorized(Snapshot now, AuthorizationMethod method) {
        if (now.lastError() == null) {
            return now.isLoaded() ? beginning(method) : "The account has not been started yet.";
        } else if (!now.isLoaded()) {
            return "Make the grant store readable: " + now.lastError();
        } else if (now.notBefore() != null) {
            return "Wait, the next attempt is made as soon as ecobee can be reached: " + now.lastError();
        } else if (method == AuthorizationMethod.PIN) {
            return "Remedy what went wrong, then ask for a new PIN: " + now.lastError();
        }
        return "Remedy what went wrong, then " + method.wayIn() + " What went wrong: " + now.lastError();
    }

    private static String beginning(AuthorizationMethod method) {
        return switch (method) {
            case PIN -> "A PIN is being asked for.";
            case UTILITY -> "The utility is being logged in.";
            case TOKEN_SOURCE -> "The token source is being asked.";
            case AUTHORIZATION_CODE, REFRESH_TOKEN -> {
                String way = method.wayIn();
                yield Character.toUpperCase(way.charAt(0)) + way.substring(1);
            }
        };
    }
}
