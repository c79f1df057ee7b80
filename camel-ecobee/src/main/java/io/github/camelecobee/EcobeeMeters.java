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

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.client.Governor;
import io.github.camelecobee.client.RequestKind;
import io.github.camelecobee.console.ReportProgress;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;

/**
 * What a component knows, as Micrometer meters. They count nothing themselves. The only class that needs Micrometer,
 * which is optional: load it last.
 */
final class EcobeeMeters implements Backend.Meters, Activity.Watcher {
    /** Under this name camel-micrometer binds its own. */
    private static final String CAMELS = "metricsRegistry";

    private final MeterRegistry registry;
    private final Tags tags;
    /** Meters hold on to what they show weakly. */
    private final Backend.Figures figures;
    private final ConcurrentLinkedQueue<Meter> meters = new ConcurrentLinkedQueue<>();

    private EcobeeMeters(MeterRegistry registry, String component, Backend.Figures figures) {
        this.registry = registry;
        this.tags = Tags.of("component", component);
        this.figures = figures;
    }

    /** Registers the meters, if the context has a registry of meters. Micrometer must be there. */
    static Backend.@Nullable Meters open(CamelContext context, String component, Backend.Figures figures) {
        MeterRegistry registry = find(context.getRegistry());
        if (registry == null) {
            return null;
        }
        EcobeeMeters meters = new EcobeeMeters(registry, component, figures);
        meters.requests(figures.governor());
        meters.accounts();
        meters.routes();
        figures.activity().watch(meters);
        return meters;
    }

    /** The only one; else Camel's own; else the one that stands for the others, as in Spring Boot. */
    private static @Nullable MeterRegistry find(Registry beans) {
        Set<MeterRegistry> found = beans.findByType(MeterRegistry.class);
        if (found.size() == 1) {
            return found.iterator().next();
        }
        MeterRegistry camels = beans.lookupByNameAndType(CAMELS, MeterRegistry.class);
        List<MeterRegistry> composites = found.stream().filter(CompositeMeterRegistry.class::isInstance).toList();
        return camels == null && composites.size() == 1 ? composites.get(0) : camels;
    }

    private void requests(Governor governor) {
        for (RequestKind kind : RequestKind.values()) {
            Tags endpoint = tags.and("endpoint", kind.endpoint());
            counter("ecobee.requests", endpoint, governor, each -> each.requests(kind), "Requests sent to ecobee");
            counter("ecobee.requests.failed", endpoint, governor, each -> each.failures(kind),
                    "Requests to ecobee that brought no success");
        }
        gauge("ecobee.requests.open", governor, each -> each.status().open(), "Requests to ecobee that are open");
        gauge("ecobee.requests.waiting", governor, each -> each.status().waiting(),
                "Requests to ecobee that wait for others to end");
        meters.add(FunctionTimer.builder("ecobee.requests.wait", governor, each -> each.status().delayed(),
                each -> each.status().waited().toNanos(), TimeUnit.NANOSECONDS).tags(tags)
                .description("How long requests to ecobee waited for others to end").register(registry));
        gauge("ecobee.budget.left", governor, each -> each.status().budgetLeft(),
                "Requests left of those that a month is said to have");
        gauge("ecobee.accounts.paused", governor, each -> each.status().pausedUntil().size(),
                "Accounts that ecobee asked to be left alone");
    }

    private void accounts() {
        counter("ecobee.refreshes", tags, figures, each -> sum(each.accounts(), AuthorizationStatus::refreshes),
                "Grants that were renewed");
        gauge("ecobee.accounts.failing", figures, each -> sum(each.accounts(), status -> status.failures() > 0 ? 1 : 0),
                "Accounts whose last attempt at a grant failed");
        for (AuthorizationState state : AuthorizationState.values()) {
            meters.add(Gauge.builder("ecobee.accounts", figures,
                    each -> sum(each.accounts(), status -> status.state() == state ? 1 : 0))
                    .tags(tags.and("state", state.name())).description("Accounts by the state of their authorization")
                    .register(registry));
        }
    }

    private void routes() {
        gauge("ecobee.writes.waiting", figures, each -> each.waiting().get(), "Changes that wait for their time");
        counter("ecobee.deliveries.parked", tags, figures.parking(), Parking::total,
                "Deliveries that routes failed with too often");
        // Routes come and go; these are of all of them.
        counter("ecobee.reports.rows", tags, figures, each -> sum(each.reports(), ReportProgress::rows),
                "Rows of reports that routes were done with");
        gauge("ecobee.reports.missing", figures, each -> sum(each.reports(), ReportProgress::intervalsMissing),
                "Five-minute intervals of history that are still to be read");
        gauge("ecobee.reports.behind", figures, each -> sum(each.reports(), ReportProgress::thermostatsToGo),
                "Thermostats of which history is still to be read");
    }

    @Override
    public void appeared(Activity.Key key, LongAdder counter) {
        String description = switch (key.kind()) {
            case WRITE -> "Changes by routes";
            case READ -> "Reads on demand";
            case POLL -> "Polls of accounts by consumers";
        };
        counter("ecobee." + key.kind().plural(),
                tags.and("operation", key.operation().uriName(), "outcome", key.outcome()), counter, LongAdder::sum,
                description);
    }

    private <T> void counter(String name, Tags with, T source, ToDoubleFunction<T> value, String description) {
        meters.add(FunctionCounter.builder(name, source, value).tags(with).description(description).register(registry));
    }

    private <T> void gauge(String name, T source, ToDoubleFunction<T> value, String description) {
        meters.add(Gauge.builder(name, source, value).tags(tags).description(description).register(registry));
    }

    private static <T> double sum(Supplier<List<T>> all, ToLongFunction<T> field) {
        return all.get().stream().mapToLong(field).sum();
    }

    @Override
    public void close() {
        figures.activity().unwatch(this);
        meters.forEach(registry::remove);
    }
}
