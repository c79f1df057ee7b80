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
package io.github.camelecobee.examples.quickstart;

import java.nio.file.Path;
import java.time.Duration;

import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.EcobeeConstants;
import io.github.camelecobee.authorization.AuthorizationStatus;
import org.apache.camel.main.Main;

/**
 * A Camel application with the quick start's routes. What is set here as properties would stand in
 * application.properties.
 */
final class CamelApplication implements AutoCloseable {
    private final Main main = new Main();
    private final FailureCount failures = new FailureCount();

    CamelApplication(String baseUrl, String apiKey, Path grants, Duration delay, boolean fast, Story story) {
        main.configure().addRoutesBuilder(new QuickstartRoutes());
        main.bind("story", story);
        main.bind("failures", failures);
        main.addOverrideProperty("camel.component.ecobee.api-key", apiKey);
        main.addOverrideProperty("camel.component.ecobee.base-url", baseUrl);
        main.addOverrideProperty("camel.component.ecobee.grant-file", grants.toString());
        main.addOverrideProperty("poll.delay", Long.toString(delay.toMillis()));
        main.addOverrideProperty("poll.fast", Boolean.toString(fast));
        main.addOverrideProperty("camel.main.shutdown-timeout", "5");
        main.addOverrideProperty("camel.main.startup-summary-level", "Off");
    }

    void start() {
        main.start();
    }

    void send(String route, String thermostat) {
        main.getCamelContext().createFluentProducerTemplate().to("direct:" + route)
                .withHeader(EcobeeConstants.THERMOSTAT_IDS, thermostat).send();
    }

    long failures() {
        return failures.sum();
    }

    EcobeeComponent component() {
        return main.getCamelContext().getComponent("ecobee", EcobeeComponent.class);
    }

    AuthorizationStatus authorization() {
        return component().authorization("default").status();
    }

    @Override
    public void close() {
        main.stop();
    }
}
