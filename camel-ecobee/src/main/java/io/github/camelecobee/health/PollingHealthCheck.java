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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Readiness check {@code ecobee-polling}, or of the name that the component has instead of {@code ecobee}: DOWN when
 * too many polls of a consumer failed in a row.
 */
public final class PollingHealthCheck extends ReadinessCheck {
    private static final int MOST_TOLD = 10;

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
        Map<String, List<PollingStatus>> byConsumer = new TreeMap<>();
        polls.get().forEach(poll -> byConsumer.computeIfAbsent(poll.consumer(), key -> new ArrayList<>()).add(poll));
        List<String> problems = new ArrayList<>();
        byConsumer.forEach((consumer, accounts) -> {
            boolean several = accounts.size() > 1;
            describe(details, consumer, accounts);
            accounts.stream().filter(PollingStatus::down).limit(MOST_TOLD).map(poll -> problem(poll, several))
                    .forEach(problems::add);
        });
        return problems.isEmpty() ? null : String.join(" ", problems);
    }

    private static String problem(PollingStatus poll, boolean several) {
        return "Route " + poll.consumer() + (several ? ", account " + poll.account() : "") + ": " + poll.failures()
               + " polls failed since " + poll.since() + ", the last one: " + poll.error();
    }

    /** Of several accounts only those are told that fail: there may be thousands. */
    private static void describe(HealthCheckResultBuilder builder, String consumer, List<PollingStatus> accounts) {
        String name = "ecobee." + consumer + ".";
        if (accounts.size() == 1) {
            builder.detail(name + "account", accounts.get(0).account());
            describe(builder, name, accounts.get(0));
            return;
        }
        List<PollingStatus> failing = accounts.stream().filter(poll -> poll.failures() > 0).toList();
        builder.detail(name + "failingAccounts", failing.size());
        failing.stream().limit(MOST_TOLD).forEach(poll -> describe(builder, name + poll.account() + ".", poll));
    }

    private static void describe(HealthCheckResultBuilder builder, String name, PollingStatus poll) {
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
