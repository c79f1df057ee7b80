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
package io.github.camelecobee.simulator.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How often one application asks for the same. Guarded by the lock of {@link Usage}. */
final class Polls {
    private static final Duration SUMMARY = Duration.ofMinutes(3);
    private static final Duration THERMOSTAT = Duration.ofMinutes(3);
    private static final Duration REPORT = Duration.ofMinutes(15);
    private static final Duration JOB_STATUS = Duration.ofMinutes(5);
    private static final int LARGEST_SET = 1000;
    /** A poll that comes this much too early has been delayed before, not sent too early. */
    private static final Duration JITTER = Duration.ofSeconds(5);

    /** Grows with the number of different requests; a client that asks for endless others is not to fill the memory. */
    private static final int LARGEST = 100_000;

    private final Map<List<Object>, Poll> last = new HashMap<>();
    private final Map<String, Seen> thermostats = new HashMap<>();
    private final Map<String, Duration> shortest = new TreeMap<>();

    Map<String, Duration> shortestIntervals() {
        return Map.copyOf(shortest);
    }

    void check(Observed observed, Consumer<Violation> violations) {
        if (observed.slowDown()) {
            violations.accept(violation(observed, UsageRule.TOKEN_POLL_TOO_FAST, "the answer was slow_down"));
        }
        if (!observed.succeeded()) {
            return;
        }
        if (last.size() > LARGEST) {
            last.clear();
        }
        if (observed.setSize() >= LARGEST_SET) {
            violations.accept(violation(observed, UsageRule.MANAGEMENT_SET_TOO_LARGE, observed.setSize() + " thermostats"));
        }
        switch (observed.operation()) {
            case "GET /1/thermostatSummary" -> interval(
                    observed, observed.operation(), SUMMARY, UsageRule.SUMMARY_TOO_OFTEN, violations);
            case "GET /1/thermostat" -> thermostats(observed, violations);
            case "POST /1/thermostat" -> observed.revisions().keySet().forEach(thermostats::remove);
            case "GET /1/runtimeReport", "GET /1/meterReport" -> interval(
                    observed, observed.operation(), REPORT, UsageRule.REPORT_TOO_OFTEN, violations);
            // Clients ask by GET, as documented, and by POST, as in ecobee's sample.
            case "GET /1/runtimeReportJob/status", "POST /1/runtimeReportJob/status" -> interval(
                    observed, "GET /1/runtimeReportJob/status", JOB_STATUS, UsageRule.JOB_STATUS_TOO_OFTEN, violations);
            default -> {
            }
        }
    }

    private void interval(Observed observed, String poll, Duration least, UsageRule rule, Consumer<Violation> violations) {
        Instant now = observed.request().instant();
        Poll before = last.put(
                List.of(poll, String.valueOf(observed.request().selection()), observed.detail()),
                new Poll(now, observed.revisions()));
        if (before == null) {
            return;
        }
        Duration passed = Duration.between(before.instant, now);
        note(poll, passed);
        if (passed.plus(JITTER).compareTo(least) < 0) {
            violations.accept(violation(observed, rule, passed.toSeconds() + " s after the last one"));
        } else if (!before.revisions.isEmpty() && before.revisions.equals(observed.revisions())) {
            violations.accept(violation(observed, UsageRule.REPORT_UNCHANGED,
                    "no revision of " + before.revisions.keySet() + " has changed since the last one"));
        }
    }

    private void thermostats(Observed observed, Consumer<Violation> violations) {
        Instant now = observed.request().instant();
        Duration shortestPassed = null;
        String tooOften = null;
        String unchanged = null;
        for (Map.Entry<String, String> each : observed.revisions().entrySet()) {
            Seen before = thermostats.put(each.getKey(), new Seen(now, each.getValue(), observed.detail()));
            if (before == null || !before.page.equals(observed.detail())) {
                continue;
            }
            Duration passed = Duration.between(before.instant, now);
            if (shortestPassed == null || passed.compareTo(shortestPassed) < 0) {
                shortestPassed = passed;
            }
            if (passed.plus(JITTER).compareTo(THERMOSTAT) < 0) {
                tooOften = each.getKey();
            } else if (before.revisions.equals(each.getValue())) {
                unchanged = each.getKey();
            }
        }
        if (shortestPassed != null) {
            note(observed.operation(), shortestPassed);
        }
        if (tooOften != null && shortestPassed != null) {
            violations.accept(violation(observed, UsageRule.THERMOSTAT_TOO_OFTEN,
                    "thermostat " + tooOften + " again after " + shortestPassed.toSeconds() + " s"));
        } else if (unchanged != null) {
            violations.accept(violation(observed, UsageRule.THERMOSTAT_UNCHANGED,
                    "no revision of thermostat " + unchanged + " has changed since it was fetched"));
        }
    }

    private void note(String operation, Duration passed) {
        shortest.merge(operation, passed, (a, b) -> a.compareTo(b) < 0 ? a : b);
    }

    private static Violation violation(Observed observed, UsageRule rule, String detail) {
        return new Violation(
                observed.request().instant(), observed.apiKeyId(), rule,
                observed.operation() + ": " + detail);
    }

    /** When a list was last fetched, with which revisions; without those that say nothing about it. */
    private record Poll(Instant instant, Map<String, String> revisions) {
    }

    /** When a thermostat was last fetched, with which revisions, on which page. */
    private record Seen(Instant instant, String revisions, List<Object> page) {
    }
}
