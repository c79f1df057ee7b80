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

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Readiness check {@code ecobee-polling}, or of the name that the component has instead of {@code ecobee}: DOWN when
 * too many polls of a consumer failed in a row. It tells what the consumers remember and makes no request. It needs no
 * class of camel-health, so that the component runs without it.
 */
public final class PollingHealthCheck implements HealthCheck {
    private final String component;
    private final Supplier<List<PollingStatus>> polls;
    private volatile boolean enabled = true;

    /**
     * Creates it; the caller registers it.
     *
     * @param component name of the component
     * @param polls     tells how the consumers do
     */
    public PollingHealthCheck(String component, Supplier<List<PollingStatus>> polls) {
        this.component = component;
        this.polls = polls;
    }

    @Override
    public String getGroup() {
        return "camel";
    }

    @Override
    public String getId() {
        return component + "-polling";
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder builder = HealthCheckResultBuilder.on(this).detail(CHECK_KIND, Kind.READINESS);
        if (!enabled) {
            return builder.message("Disabled").detail(CHECK_ENABLED, false).unknown().build();
        }
        List<PollingStatus> all = polls.get();
        all.forEach(poll -> describe(builder, poll));
        List<PollingStatus> down = all.stream().filter(PollingStatus::down).toList();
        if (down.isEmpty()) {
            return builder.up().build();
        }
        return builder.message(down.stream()
                .map(poll -> "Route " + poll.consumer() + ": " + poll.failures() + " polls failed since " + poll.since()
                             + ", the last one: " + poll.error())
                .collect(Collectors.joining(" "))).down().build();
    }

    private static void describe(HealthCheckResultBuilder builder, PollingStatus poll) {
        String name = "ecobee." + poll.consumer() + ".";
        builder.detail(name + "account", poll.account());
        builder.detail(name + "failedPolls", poll.failures());
        if (poll.since() != null) {
            builder.detail(name + "failingSince", poll.since().toString());
        }
        if (poll.code() != null) {
            builder.detail(name + "code", poll.code());
            builder.detail(name + "text", poll.text());
        }
    }
}
