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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import io.github.camelecobee.client.Governor;
import io.github.camelecobee.client.RequestKind;
import io.github.camelecobee.console.ReportProgress;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * What a governor knows, as Micrometer meters. The only class that needs Micrometer, which is optional: load it last.
 */
final class EcobeeMeters implements Backend.Meters {
    /** Under this name camel-micrometer binds its own. */
    private static final String CAMELS = "metricsRegistry";

    private final MeterRegistry registry;
    private final List<Meter> meters = new ArrayList<>();

    private EcobeeMeters(MeterRegistry registry, String component, Governor governor, Parking parking,
                         Supplier<List<ReportProgress>> reports) {
        this.registry = registry;
        Tags tags = Tags.of("component", component);
        for (RequestKind kind : RequestKind.values()) {
            Tags endpoint = tags.and("endpoint", kind.endpoint());
            meters.add(FunctionCounter.builder("ecobee.requests", governor, each -> each.requests(kind)).tags(endpoint)
                    .description("Requests sent to ecobee").register(registry));
            meters.add(FunctionCounter.builder("ecobee.requests.failed", governor, each -> each.failures(kind)).tags(endpoint)
                    .description("Requests to ecobee that brought no success").register(registry));
        }
        meters.add(Gauge.builder("ecobee.requests.open", governor, each -> each.status().open()).tags(tags)
                .description("Requests to ecobee that are open").register(registry));
        meters.add(Gauge.builder("ecobee.requests.waiting", governor, each -> each.status().waiting()).tags(tags)
                .description("Requests to ecobee that wait for others to end").register(registry));
        meters.add(Gauge.builder("ecobee.budget.left", governor, each -> each.status().budgetLeft()).tags(tags)
                .description("Requests left of those that a month is said to have").register(registry));
        meters.add(Gauge.builder("ecobee.accounts.paused", governor, each -> each.status().pausedUntil().size()).tags(tags)
                .description("Accounts that ecobee asked to be left alone").register(registry));
        meters.add(FunctionCounter.builder("ecobee.deliveries.parked", parking, Parking::total).tags(tags)
                .description("Deliveries that routes failed with too often").register(registry));
        // Routes come and go; these are of all of them.
        meters.add(FunctionCounter.builder("ecobee.reports.rows", reports, each -> sum(each, ReportProgress::rows)).tags(tags)
                .description("Rows of reports that routes were done with").register(registry));
        meters.add(Gauge.builder("ecobee.reports.missing", reports, each -> sum(each, ReportProgress::intervalsMissing))
                .tags(tags).strongReference(true)
                .description("Five-minute intervals of history that are still to be read").register(registry));
        meters.add(Gauge.builder("ecobee.reports.behind", reports, each -> sum(each, ReportProgress::thermostatsToGo))
                .tags(tags).strongReference(true)
                .description("Thermostats of which history is still to be read").register(registry));
    }

    private static double sum(Supplier<List<ReportProgress>> reports, ToLongFunction<ReportProgress> field) {
        return reports.get().stream().mapToLong(field).sum();
    }

    /** Registers the meters, if the context has a registry of meters. Micrometer must be there. */
    static Backend.@Nullable Meters open(
            CamelContext context, String component, Governor governor, Parking parking,
            Supplier<List<ReportProgress>> reports) {
        Set<MeterRegistry> found = context.getRegistry().findByType(MeterRegistry.class);
        MeterRegistry registry = found.size() == 1
                ? found.iterator().next() : context.getRegistry().lookupByNameAndType(CAMELS, MeterRegistry.class);
        return registry == null ? null : new EcobeeMeters(registry, component, governor, parking, reports);
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
