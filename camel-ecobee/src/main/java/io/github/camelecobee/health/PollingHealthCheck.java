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
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Readiness check {@code ecobee-polling}, or of the name that the component has instead of {@code ecobee}: DOWN when
 * too many polls of a consumer failed in a row.
 */
public final class PollingHealthCheck extends ReadinessCheck {
    private final Supplier<List<PollingStatus>> polls;

    /**
     * Creates it; the caller registers it.
     *
     * @param component name of the component
     * @param polls     tells how the consumers do
     */
    public PollingHealthCheck(String component, Supplier<List<PollingStatus>> polls) {
        super(component + "-polling");
        this.polls = polls;
    }

    @Override
    @Nullable
    String problem(HealthCheckResultBuilder details) {
        List<PollingStatus> all = polls.get();
        all.forEach(poll -> describe(details, poll));
        List<PollingStatus> down = all.stream().filter(PollingStatus::down).toList();
        return down.isEmpty()
                ? null : down.stream()
                        .map(poll -> "Route " + poll.consumer() + ": " + poll.failures() + " polls failed since " + poll.since()
                                     + ", the last one: " + poll.error())
                        .collect(Collectors.joining(" "));
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
