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
package io.github.camelecobee.kamelets;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulator that approves PINs by itself, and an application that knows Kamelets and routes in YAML. */
abstract class KameletTestSupport {
    static final String UPSTAIRS = "311019854581";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    EcobeeSimulator ecobee;
    final Main main = new Main();

    @BeforeEach
    void startEcobee() {
        ecobee = simulator().start();
        main.addInitialProperty("ecobee.url", ecobee.baseUri().toString());
        main.addInitialProperty("ecobee.apiKey", EcobeeSimulator.DEFAULT_API_KEY);
        main.addInitialProperty("ecobee.grants", grants("grants.json"));
        main.addInitialProperty("camel.main.shutdown-timeout", "5");
    }

    @AfterEach
    void stopEcobee() {
        main.stop();
        ecobee.close();
    }

    static EcobeeSimulatorBuilder simulator() {
        return EcobeeSimulator.builder().port(0).clock(SimulatedClock.accelerated(60)).pinInterval(Duration.ofSeconds(1))
                .pinApproval(PinApproval.automaticAfter(Duration.ZERO));
    }

    String grants(String name) {
        return folder.resolve("grants").resolve(name).toString();
    }

    /** Starts the application; properties of Kamelets stand in it as in application.properties. */
    CamelContext start(Map<String, String> properties) {
        properties.forEach(main::addInitialProperty);
        main.start();
        return main.getCamelContext();
    }

    /** The same with the connection of every Kamelet that is named. */
    CamelContext startWith(String... kamelets) {
        for (String kamelet : kamelets) {
            connect("camel.kamelet." + kamelet);
        }
        return start(Map.of());
    }

    void connect(String prefix) {
        main.addInitialProperty(prefix + ".apiKey", "{{ecobee.apiKey}}");
        main.addInitialProperty(prefix + ".baseUrl", "{{ecobee.url}}");
        main.addInitialProperty(prefix + ".grantFile", "{{ecobee.grants}}");
    }

    void routes(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(main.getCamelContext()).loadRoutes(ResourceHelper.fromString("routes.yaml", yaml));
    }

    MockEndpoint mock(String name) {
        return main.getCamelContext().getEndpoint("mock:" + name, MockEndpoint.class);
    }

    Object send(String endpoint, Object body, Map<String, Object> headers) {
        return main.getCamelContext().createProducerTemplate().requestBodyAndHeaders(endpoint, body, headers);
    }
}
