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
package io.github.camelecobee.health;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.authorization.AuthorizationStatus;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Readiness check {@code ecobee-authorization}, or of the name that the component has instead of {@code ecobee}: UP
 * when every account in use has a token that counts and its grant is stored, else DOWN with what to do next.
 */
public final class AuthorizationHealthCheck extends ReadinessCheck {
    private final AuthorizationManager manager;
    private final Clock clock;

    /**
     * Creates it; the caller registers it.
     *
     * @param component name of the component
     * @param manager   knows the accounts
     * @param clock     tells whether an access token has expired
     */
    public AuthorizationHealthCheck(String component, AuthorizationManager manager, Clock clock) {
        super(component + "-authorization");
        this.manager = manager;
        this.clock = clock;
    }

    @Override
    @Nullable
    String problem(HealthCheckResultBuilder details) {
        List<AuthorizationStatus> accounts = manager.statuses();
        accounts.forEach(account -> describe(details, account));
        List<AuthorizationStatus> waiting = accounts.stream().filter(account -> !isUsable(account)).toList();
        return waiting.isEmpty()
                ? null : waiting.stream().map(account -> "Account '" + account.account() + "': " + account.nextStep())
                        .collect(Collectors.joining(" "));
    }

    private static void describe(HealthCheckResultBuilder builder, AuthorizationStatus account) {
        String name = "ecobee." + account.account() + ".";
        builder.detail(name + "state", account.state().name());
        builder.detail(name + "since", account.since().toString());
        builder.detail(name + "nextStep", account.nextStep());
        if (account.pin() != null) {
            builder.detail(name + "pin", account.pin());
            builder.detail(name + "pinExpires", String.valueOf(account.pinExpiresAt()));
            builder.detail(name + "portal", String.valueOf(account.portal()));
        }
        if (account.accessTokenExpiresAt() != null) {
            builder.detail(name + "accessTokenExpires", account.accessTokenExpiresAt().toString());
        }
        if (account.lastRefresh() != null) {
            builder.detail(name + "lastRefresh", account.lastRefresh().toString());
        }
        builder.detail(name + "refreshes", account.refreshes());
        builder.detail(name + "failures", account.failures());
        if (account.scope() != null) {
            builder.detail(name + "scope", account.scope());
        }
        if (account.lastError() != null) {
            builder.detail(name + "lastError", account.lastError());
        }
    }

    /**
     * A suspected grant is still used: ecobee has called grants revoked during outages (home-assistant/core#146560).
     * One that cannot be saved needs somebody before the next restart. One that could not be renewed in time serves
     * nobody until it is.
     */
    private boolean isUsable(AuthorizationStatus account) {
        return (account.state() == AuthorizationState.AUTHORIZED || account.state() == AuthorizationState.SUSPECT)
                && !account.unsaved() && !(account.failures() > 0 && isExpired(account));
    }

    private boolean isExpired(AuthorizationStatus account) {
        Instant end = account.accessTokenExpiresAt();
        return end == null || !end.isAfter(clock.instant());
    }
}
