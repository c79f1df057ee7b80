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

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationSettings;
import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.authorization.TokenSource;
import io.github.camelecobee.authorization.UtilityLogin;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.Governor;
import io.github.camelecobee.console.ReportProgress;
import io.github.camelecobee.health.AuthorizationHealthCheck;
import io.github.camelecobee.health.PollingHealthCheck;
import io.github.camelecobee.health.PollingStatus;
import io.github.camelecobee.transport.CamelHttpTransport;
import io.github.camelecobee.transport.CountingTransport;
import io.github.camelecobee.transport.TransportSettings;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a component: transport, grants and threads. Made when the first endpoint needs it, so that a
 * component that nobody uses opens nothing and needs no options; gone when the component stops.
 */
final class Backend {
    private static final String ALL = "*";
    private static final String MICROMETER = "io.micrometer.core.instrument.MeterRegistry";

    private final EcobeeComponent component;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Running running;
    private final Set<PollState> polls = ConcurrentHashMap.newKeySet();
    private final Parking parking = new Parking();
    private final WaitingChanges waiting;
    private final Activity activity = new Activity();
    private @Nullable Governor own;
    private boolean closed;

    Backend(EcobeeComponent component) {
        this.component = component;
        this.waiting = new WaitingChanges(component);
    }

    /** The changes that wait for their time. */
    WaitingChanges waiting() {
        return waiting;
    }

    /** What the routes did; it stays through a restart of the component. */
    Activity activity() {
        return activity;
    }

    AuthorizationManager authorizations() {
        return running().manager;
    }

    EcobeeClient client(String account) {
        Running now = running();
        return new EcobeeClient(
                now.baseUri, now.transport, now.manager.authorization(account), account, governor(),
                component.effectiveClock());
    }

    /** What routes failed with too often; it stays through a restart of the component. */
    Parking parking() {
        return parking;
    }

    /** The consumers that poll. */
    Set<PollState> polls() {
        return polls;
    }

    /** The user's, or one of its own, which outlives a restart of the component: so do ecobee's limits. */
    Governor governor() {
        Governor given = component.getGovernor();
        if (given != null) {
            return given;
        }
        lock.lock();
        try {
            if (own == null) {
                own = new Governor(component.effectiveClock());
            }
            return own;
        } finally {
            lock.unlock();
        }
    }

    Map<String, Long> requests() {
        lock.lock();
        try {
            return running == null ? Map.of() : running.calls();
        } finally {
            lock.unlock();
        }
    }

    List<AuthorizationStatus> statuses() {
        lock.lock();
        try {
            return running == null ? List.of() : running.manager.statuses();
        } finally {
            lock.unlock();
        }
    }

    private Running running() {
        lock.lock();
        try {
            if (closed) {
                throw new RejectedExecutionException("The component ecobee is stopped");
            }
            if (running == null) {
                running = open();
            }
            return running;
        } finally {
            lock.unlock();
        }
    }

    private Running open() {
        CamelContext context = component.getCamelContext();
        ComponentSettings settings = new ComponentSettings(component);
        // Options are read before anything is opened: a wrong one leaves nothing behind.
        URI baseUri = settings.baseUri();
        TokenSource source = component.getTokenSource();
        AuthorizationSettings authorization = source == null ? settings.authorization() : null;
        GrantStore grants = source == null ? settings.grantStore() : null;
        TransportSettings http = settings.transport();
        TransportSettings tokenHttp = settings.tokenTransport();

        governor().serve(List.of(baseUri, authorization == null ? Objects.requireNonNull(source) : hash(authorization)));

        CountingTransport transport = new CountingTransport(new CamelHttpTransport(context, http));
        // Connections of its own: a refresh must not wait behind the requests that wait for it.
        CountingTransport tokenTransport = new CountingTransport(new CamelHttpTransport(context, tokenHttp));
        ScheduledExecutorService threads
                = context.getExecutorServiceManager().newScheduledThreadPool(component, "EcobeeAuthorization", 2);
        AuthorizationManager manager = authorization != null && grants != null
                ? new AuthorizationManager(authorization, grants, tokenTransport, component.effectiveClock(), threads)
                : new AuthorizationManager(Objects.requireNonNull(source), component.effectiveClock(), threads);
        List<HealthCheck> checks = List.of(
                new AuthorizationHealthCheck(name(context), manager, component.effectiveClock()),
                new PollingHealthCheck(name(context), this::statesOfPolls));
        HealthCheckRegistry health = HealthCheckRegistry.get(context);
        if (health != null) {
            // The instances: looking health checks up by name does not work in OSGi.
            checks.forEach(health::register);
        }
        return new Running(baseUri, transport, tokenTransport, manager, threads, checks, meters(context, manager));
    }

    /** As grants have it: the key is a secret. */
    private static String hash(AuthorizationSettings authorization) {
        UtilityLogin utility = authorization.utility();
        return AccountKey.of(utility == null ? authorization.apiKey() : "utility " + utility.userName(), ALL).application();
    }

    private List<PollingStatus> statesOfPolls() {
        return polls.stream().map(PollState::status).sorted(Comparator.comparing(PollingStatus::consumer)).toList();
    }

    /** How far the consumers are that read reports. */
    List<ReportProgress> reports() {
        return polls.stream().map(PollState::report).flatMap(Optional::stream)
                .sorted(Comparator.comparing(ReportProgress::route)).toList();
    }

    private @Nullable Meters meters(CamelContext context, AuthorizationManager manager) {
        return context.getClassResolver().resolveClass(MICROMETER) == null
                ? null : EcobeeMeters.open(context, name(context), new Figures(
                        governor(), parking, activity, waiting::waiting, this::reports, manager::statuses));
    }

    /** Under which the context knows the component: two of them need health checks of two names. */
    private String name(CamelContext context) {
        return context.getComponentNames().stream().filter(name -> context.hasComponent(name) == component).findFirst()
                .orElse("ecobee");
    }

    /** The component starts: from now on endpoints may be served. */
    void permit() {
        lock.lock();
        try {
            closed = false;
        } finally {
            lock.unlock();
        }
    }

    /** The component stops. A late caller must not open everything again. */
    void close() {
        waiting.close();
        Running last;
        lock.lock();
        try {
            closed = true;
            last = running;
            running = null;
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.close(component.getCamelContext());
        }
    }

    /** Where the figures are that meters show. */
    record Figures(
            Governor governor, Parking parking, Activity activity, Supplier<Integer> waiting,
            Supplier<List<ReportProgress>> reports, Supplier<List<AuthorizationStatus>> accounts) {
    }

    /** Meters that are shown. */
    interface Meters {
        /** They are shown no more. */
        void close();
    }

    private record Running(
            URI baseUri, CountingTransport transport, CountingTransport tokenTransport, AuthorizationManager manager,
            ScheduledExecutorService threads, List<HealthCheck> checks, @Nullable Meters meters) {

        Map<String, Long> calls() {
            Map<String, Long> all = new TreeMap<>(transport.calls());
            tokenTransport.calls().forEach((kind, count) -> all.merge(kind, count, Long::sum));
            return all;
        }

        void close(CamelContext context) {
            HealthCheckRegistry health = HealthCheckRegistry.get(context);
            if (health != null) {
                checks.forEach(health::unregister);
            }
            if (meters != null) {
                meters.close();
            }
            transport.close();
            // Before its network goes: a grant that is on its way must arrive.
            manager.close();
            tokenTransport.close();
            context.getExecutorServiceManager().shutdownNow(threads);
        }
    }
}
