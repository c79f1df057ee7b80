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
package io.github.camelecobee;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelecobee.crash.Feed;
import io.github.camelecobee.report.RuntimeReportRow;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** The account of report rows. */
final class RowAccount implements DayAccount {
    private final FleetDay day;
    private final Instant from = Instant.parse("2025-01-14T14:00:00Z");
    private final Map<String, Map<Instant, Set<String>>> processed = new HashMap<>();
    private final List<String> repeated = new ArrayList<>();
    private int deliveries;
    private int failedExchanges;
    private int otherValues;

    RowAccount(FleetDay day) {
        this.day = day;
    }

    @Override
    public RouteBuilder route() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(Feed.RUNTIME_REPORT.uri(from) + OPTIONS).routeId("telemetry").errorHandler(noErrorHandler())
                        .process(RowAccount.this::hand);
            }
        };
    }

    private void hand(Exchange exchange) {
        deliveries++;
        if (day.exchangeFails()) {
            failedExchanges++;
            throw FleetDay.failure();
        }
        RuntimeReportRow row = exchange.getIn().getBody(RuntimeReportRow.class);
        Set<String> versions = processed.computeIfAbsent(row.thermostatIdentifier(), key -> new HashMap<>())
                .computeIfAbsent(row.instant(), key -> new HashSet<>());
        if (!versions.isEmpty()) {
            otherValues++;
        }
        if (!versions.add(row.toString())) {
            repeated.add(row.id());
        }
    }

    @Override
    public Duration delay() {
        return Feed.RUNTIME_REPORT.delay();
    }

    /** Thermostats that lack different hours are asked for in requests of their own. */
    @Override
    public int mostRequestsOfAPoll() {
        return 12;
    }

    @Override
    public void poll() {
        day.poll();
        day.requests().take();
    }

    private Map<String, Set<String>> told() {
        Map<String, Set<String>> told = new HashMap<>();
        day.ecobee().thermostats().forEach(
                each -> told.put(each.identifier(), new TreeSet<>(Feed.RUNTIME_REPORT.told(each, from))));
        return told;
    }

    @Override
    public int delivered() {
        return deliveries;
    }

    @Override
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        told().forEach((thermostat, intervals) -> intervals.stream()
                .filter(each -> !processed.getOrDefault(thermostat, Map.of()).containsKey(Instant.parse(each)))
                .forEach(each -> missing.add(thermostat + " " + each)));
        return missing;
    }

    private List<String> madeUp() {
        Map<String, Set<String>> told = told();
        List<String> madeUp = new ArrayList<>();
        processed.forEach((thermostat, rows) -> rows.keySet().stream()
                .filter(each -> !told.getOrDefault(thermostat, Set.of()).contains(each.toString()))
                .forEach(each -> madeUp.add(thermostat + " " + each)));
        return madeUp;
    }

    @Override
    public void isExact() {
        day.requests().areWithinLimits();
        assertThat(madeUp()).as("made up").isEmpty();
        assertThat(repeated).as("delivered again with the same values").isEmpty();
    }

    @Override
    public String toString() {
        return String.format("%d rows told, %d missing, %d made up; %d deliveries, %d exchanges failed, %d with other values,"
                             + " %d repeated; %s",
                told().values().stream().mapToInt(Set::size).sum(), missing().size(), madeUp().size(), deliveries,
                failedExchanges, otherValues, repeated.size(), day.requests());
    }
}
