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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.camelecobee.client.Governor;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;

/** Polls when the test says so, tries failed requests again without resting, and collects what is warned of. */
abstract class PollingTestSupport extends EcobeeTestSupport {
    static final String SUMMARY = "/1/thermostatSummary";
    static final String THERMOSTAT = "/1/thermostat";
    static final String HAND = "scheduler=#hand";

    final Governor governor = new Governor(clock, Duration.ofMillis(1));
    final HandScheduler scheduler = new HandScheduler();
    final Queue<ILoggingEvent> warnings = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> collector = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                warnings.add(event);
            }
        }
    };

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        context.getRegistry().bind("hand", scheduler);
        return context;
    }

    @Override
    EcobeeComponent newComponent() {
        EcobeeComponent component = super.newComponent();
        component.setGovernor(governor);
        return component;
    }

    @BeforeEach
    void listen() {
        collector.start();
        root.addAppender(collector);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(collector);
        collector.stop();
    }

    /** Those about polls, without those about tokens. */
    List<ILoggingEvent> ours() {
        return warnings.stream().filter(event -> !event.getLoggerName().contains("authorization")).toList();
    }

    void pollLater() {
        clock.advance(Duration.ofMinutes(3));
        scheduler.poll();
    }

    HealthCheck.Result health() {
        return HealthCheckRegistry.get(camel).getCheck("ecobee-polling").orElseThrow().call();
    }

    static RouteBuilder route(String uri) {
        return route("changed", uri);
    }

    static RouteBuilder route(String name, String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId(name).to("mock:" + name);
            }
        };
    }
}
