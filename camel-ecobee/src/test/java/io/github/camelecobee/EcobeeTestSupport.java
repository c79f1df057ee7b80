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
import java.util.function.Consumer;

import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A simulator whose clock is moved by hand, a Camel context, and an account that is authorized already. What a test
 * wants different it overrides.
 */
abstract class EcobeeTestSupport {
    static final Instant START = Instant.parse("2025-01-14T16:46:03Z");
    static final String UPSTAIRS = "311019854581";
    static final String KEY = EcobeeSimulator.DEFAULT_API_KEY;
    static final String ACCOUNT = EcobeeConfiguration.DEFAULT_ACCOUNT;
    static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Polls often: the simulator asks for no mercy. */
    static final String OFTEN = "delay=50&initialDelay=0&allowFastPolling=true";

    final SimulatedClock clock = SimulatedClock.manual(START);
    final MemoryGrantStore grants = new MemoryGrantStore();
    EcobeeSimulator ecobee;
    CamelContext camel;

    @BeforeEach
    void startEcobee() throws Exception {
        ecobee = simulator(EcobeeSimulator.builder().port(0).clock(clock)).start();
        camel = newContext();
    }

    @AfterEach
    void stopEcobee() throws Exception {
        camel.close();
        ecobee.close();
    }

    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder;
    }

    CamelContext newContext() throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.addComponent("ecobee", newComponent());
        context.getShutdownStrategy().setTimeout(5);
        return context;
    }

    EcobeeComponent newComponent() {
        EcobeeComponent component = new EcobeeComponent();
        component.setApiKey(KEY);
        component.setBaseUrl(ecobee.baseUri().toString());
        component.setGrantStore(grants);
        component.setClock(clock);
        return component;
    }

    /** Makes it log in as the utility of the scenario {@code utility}. */
    static EcobeeComponent asUtility(EcobeeComponent component) {
        component.setApiKey(null);
        component.setAuthorizationMethod("utility");
        component.setUsername("grid@power.example.org");
        component.setPassword("kilowatt");
        return component;
    }

    EcobeeComponent component() {
        return camel.getComponent("ecobee", EcobeeComponent.class);
    }

    MockEndpoint mock(String name) {
        return camel.getEndpoint("mock:" + name, MockEndpoint.class);
    }

    void start(RouteBuilder routes) throws Exception {
        camel.addRoutes(routes);
        camel.start();
    }

    /** Lets a person authorize the account before the test begins, without the component. */
    void authorize() throws Exception {
        authorize(ACCOUNT, pin -> ecobee.approvePin(pin));
    }

    /** The same for an account of ours; who approves decides whose thermostats it has. */
    void authorize(String account, Consumer<String> approval) throws Exception {
        if (!grants.compareAndSet(AccountKey.of(KEY, account), 0, Authorized.by(ecobee, approval))) {
            throw new IllegalStateException("there is a grant already");
        }
        ecobee.requests().clear();
    }
}
