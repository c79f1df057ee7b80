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
package io.github.camelecobee.simulator.junit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.evidence.Usage;
import io.github.camelecobee.simulator.evidence.Violation;
import io.github.camelecobee.simulator.faults.FaultPlan;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import io.github.camelecobee.simulator.requests.RequestLog;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A simulator for the tests of a class:
 *
 * <pre>
 * {@code
 * static @RegisterExtension EcobeeExtension ecobee = EcobeeExtension.with(builder -> builder.seed(7));
 *
 * void heatsWhenItIsCold() {
 *     ecobee.thermostat("Upstairs").reports(48.5);
 *     ...
 *     ecobee.account("office").thermostat("Lobby").goesOffline();
 *     ...
 *     ecobee.received("POST", "/1/thermostat").once();
 *     ecobee.sawNoViolations();
 * }
 * }
 * </pre>
 *
 * In a static field one simulator serves all tests of the class; before each test its request log, its faults and its
 * counters are cleared, while thermostats, grants and clock go on. In an instance field each test has a simulator of
 * its own. Tests can take an {@link EcobeeSimulator}, a {@link SimulatedClock}, a {@link RequestLog}, a
 * {@link FaultPlan} or the base {@link URI} as a parameter.
 */
public final class EcobeeExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final Consumer<EcobeeSimulatorBuilder> description;
    private @Nullable EcobeeSimulator simulator;
    private boolean forTheClass;

    private EcobeeExtension(Consumer<EcobeeSimulatorBuilder> description) {
        this.description = description;
    }

    /**
     * An extension whose simulator is as described.
     *
     * @param  description tells the builder what is to be different from the default
     * @return             the extension, to be registered
     */
    public static EcobeeExtension with(Consumer<EcobeeSimulatorBuilder> description) {
        return new EcobeeExtension(description);
    }

    /**
     * An extension whose simulator is the default one.
     *
     * @return the extension, to be registered
     */
    public static EcobeeExtension withDefaults() {
        return with(builder -> {
        });
    }

    /**
     * The simulator.
     *
     * @return                       the one of this test
     * @throws IllegalStateException outside of tests, or if the extension is not registered
     */
    public EcobeeSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator runs during tests only: is the extension registered?");
        }
        return simulator;
    }

    /**
     * Where it stands in for {@code https://api.ecobee.com}.
     *
     * @return the base URL without a slash at the end
     */
    public String baseUrl() {
        return simulator().baseUri().toString();
    }

    /**
     * A thermostat to script.
     *
     * @param  nameOrIdentifier         its name or its identifier
     * @return                          the script
     * @throws IllegalArgumentException if there is none, or several have the name
     */
    public ThermostatScript thermostat(String nameOrIdentifier) {
        Map<String, String> names = new TreeMap<>();
        simulator().thermostats().forEach(each -> names.put(each.identifier(), each.snapshot().getName()));
        List<String> found = names.entrySet().stream()
                .filter(each -> each.getKey().equals(nameOrIdentifier) || each.getValue().equals(nameOrIdentifier))
                .map(Map.Entry::getKey).toList();
        if (found.size() != 1) {
            String problem = found.isEmpty() ? "No thermostat is" : "Several thermostats are";
            throw new IllegalArgumentException(problem + " called '" + nameOrIdentifier + "': there are " + names);
        }
        return new ThermostatScript(simulator().thermostat(found.get(0)));
    }

    /**
     * An account to script.
     *
     * @param  name                     its name
     * @return                          the script
     * @throws IllegalArgumentException if there is none; the message lists what there is
     */
    public AccountScript account(String name) {
        return new AccountScript(this, simulator().account(name));
    }

    /** Enters the PIN that was issued last. */
    public void approveNewestPin() {
        simulator().approveNewestPin();
    }

    /**
     * What is to go wrong.
     *
     * @return the live plan
     */
    public FaultPlan faults() {
        return simulator().faults();
    }

    /**
     * Begins an assertion on the requests of this test.
     *
     * @param  method the HTTP method
     * @param  path   the path without query, for example {@code /1/thermostat}
     * @return        what is said next
     */
    public Received received(String method, String path) {
        List<LoggedRequest> all = simulator().requests().all();
        return new Received(method + " " + path, all.stream().filter(request -> request.is(method, path)).toList(), all);
    }

    /**
     * Asserts that no rule of ecobee was broken.
     *
     * @throws AssertionError if one was; the message lists them
     */
    public void sawNoViolations() {
        List<Violation> violations = simulator().usage().violations();
        if (!violations.isEmpty()) {
            throw new AssertionError("Rules of ecobee were broken:" + Received.lines(violations));
        }
    }

    /**
     * Asserts that no request deviated from the contract: no property that it does not know, no value of another type,
     * none that ecobee does not document.
     *
     * @throws AssertionError if one did; the message lists them
     */
    public void sawNoDeviations() {
        List<LoggedRequest> deviating = simulator().requests().matching(request -> !request.warnings().isEmpty());
        if (!deviating.isEmpty()) {
            throw new AssertionError("Requests deviated from the contract:" + Received.lines(deviating));
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // Nested classes come here, too.
        if (simulator == null) {
            simulator = start();
            forTheClass = true;
            context.getStore(ExtensionContext.Namespace.create(this)).put("owner", context.getUniqueId());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (simulator == null) {
            simulator = start();
        }
        simulator.requests().clear();
        simulator.faults().clear();
        simulator.usage().clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!forTheClass) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Object owner = context.getStore(ExtensionContext.Namespace.create(this)).get("owner");
        if (context.getUniqueId().equals(owner)) {
            stop();
            forTheClass = false;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return injectable().keySet().stream().anyMatch(parameter.getParameter().getType()::equals);
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return injectable().get(parameter.getParameter().getType());
    }

    private Map<Class<?>, Object> injectable() {
        if (simulator == null) {
            return Map.of();
        }
        return Map.of(
                EcobeeSimulator.class, simulator, SimulatedClock.class, simulator.clock(), RequestLog.class,
                simulator.requests(), FaultPlan.class, simulator.faults(), Usage.class, simulator.usage(), URI.class,
                simulator.baseUri());
    }

    private EcobeeSimulator start() {
        EcobeeSimulatorBuilder builder = EcobeeSimulator.builder();
        description.accept(builder);
        return builder.start();
    }

    private void stop() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }
}
