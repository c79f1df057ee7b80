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

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.github.camelecobee.authorization.AuthorizationEvent;
import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.time.SimulatedClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Lives a whole life at log level TRACE with tokens and a key that can be recognised, and looks for them everywhere.
 */
class SecrecyTest extends EcobeeTestSupport {
    private static final String TOKENS = "tell-tale-token";
    private static final String SECRET_KEY = "tell-tale-key-0123456789abcdefgh";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger simulator = (Logger) LoggerFactory.getLogger("io.github.camelecobee.simulator");
    private final AppenderBase<ILoggingEvent> collector = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    };

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return EcobeeSimulator.builder().port(0).clock(SimulatedClock.real()).pinInterval(Duration.ofSeconds(1))
                .apiKey(SECRET_KEY).tokenPrefix(TOKENS);
    }

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        context.setDevConsole(true);
        context.getRegistry().bind("meters", meters);
        TracingTest.trace(context, spans);
        return context;
    }

    @Override
    EcobeeComponent newComponent() {
        EcobeeComponent component = super.newComponent();
        component.setApiKey(SECRET_KEY);
        component.setClock(Clock.systemUTC());
        return component;
    }

    @BeforeEach
    void listenAtTrace() {
        collector.start();
        root.addAppender(collector);
        root.setLevel(Level.TRACE);
        // Not ours to judge here: the simulator is the other side, and its web server logs what it receives.
        simulator.setLevel(Level.OFF);
        ((Logger) LoggerFactory.getLogger("io.undertow")).setLevel(Level.OFF);
        ((Logger) LoggerFactory.getLogger("org.xnio")).setLevel(Level.OFF);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(collector);
        root.setLevel(Level.INFO);
    }

    @Test
    void noSecretShowsInLogsExceptionsHealthUrisTextsMetersOrSpans() throws Exception {
        List<Object> shown = new CopyOnWriteArrayList<>();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:authorization").process(exchange -> shown.add(exchange.getIn().getBody())).to("mock:steps");
                from("ecobee:thermostats?" + OFTEN).to("mock:changed");
            }
        });
        await().atMost(PATIENCE).until(() -> !ecobee.outstandingPins().isEmpty());
        ecobee.approveNewestPin();
        mock("changed").expectedMinimumMessageCount(1);
        mock("changed").assertIsSatisfied();

        ecobee.faults().next("POST", "/token", Fault.truncatedJson());
        ecobee.expireAccessTokens();
        await().atMost(PATIENCE).until(() -> component().authorization(ACCOUNT).status().refreshes() > 0);
        for (Fault fault : List.of(Fault.emptyBody(), Fault.truncatedJson(), Fault.dropConnection(),
                Fault.ecobeeStatus(1, "Authentication failed."), Fault.ecobeeStatus(7, "Validation error."))) {
            ecobee.faults().next("POST", "/1/thermostat", fault);
            Exchange exchange = camel.createProducerTemplate().send(
                    "ecobee:sendMessage?thermostatIds=" + UPSTAIRS, message -> message.getIn().setBody("hello"));
            shown.add(trace(exchange.getException()));
        }
        ecobee.revoke(SECRET_KEY);
        await().atMost(PATIENCE).until(() -> shown.stream().anyMatch(
                step -> step instanceof AuthorizationEvent event && event.type() == Type.REAUTHORIZATION_REQUIRED));
        shown.add(component().authorization(ACCOUNT).status());
        for (HealthCheck.Result result : HealthCheckHelper.invoke(camel, "full")) {
            shown.add(result.getMessage() + " " + result.getDetails());
            result.getError().ifPresent(error -> shown.add(trace(error)));
        }
        camel.getEndpoints().forEach(endpoint -> shown.add(endpoint.getEndpointUri() + " " + endpoint));
        List<Object> beans = managed();
        List<Object> consoles = consoles();
        assertThat(beans).asString().contains("nextStep");
        assertThat(consoles).asString().contains("REAUTHORIZATION_REQUIRED");
        assertThat(meters.getMeters()).isNotEmpty();
        assertThat(spans.getFinishedSpanItems()).extracting(SpanData::getName).contains("ecobee:authorization",
                "ecobee:thermostats", "ecobee:sendMessage");
        meters.getMeters().forEach(meter -> shown.add(meter.getId() + " " + meter.measure()));
        shown.addAll(spans.getFinishedSpanItems());
        shown.addAll(beans);
        shown.addAll(consoles);
        camel.close();

        assertThat(lines).hasSizeGreaterThan(500);
        for (String secret : List.of(TOKENS, SECRET_KEY, URLEncoder.encode(SECRET_KEY, StandardCharsets.UTF_8))) {
            assertThat(lines).noneMatch(line -> line.contains(secret));
            assertThat(shown).noneMatch(text -> String.valueOf(text).contains(secret));
        }
    }

    /** Every attribute of every bean that Camel shows through JMX. */
    private List<Object> managed() throws JMException {
        MBeanServer server = camel.getManagementStrategy().getManagementAgent().getMBeanServer();
        List<Object> values = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            values.add(name);
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                values.add(attribute.getName() + "=" + value(server, name, attribute));
            }
        }
        return values;
    }

    private static @Nullable Object value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            return server.getAttribute(name, attribute.getName());
        } catch (JMException | RuntimeException e) {
            return trace(e); // some of Camel's own are not there when nothing has happened yet
        }
    }

    /**
     * What every developer console says, as text and as JSON. Not the one of Camel 4.22 that writes all memory to a
     * file.
     */
    private List<Object> consoles() {
        DevConsoleRegistry registry = camel.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        registry.loadDevConsoles();
        return registry.stream().filter(console -> !"heap-dump".equals(console.getId()))
                .<Object> flatMap(console -> Stream.of(DevConsole.MediaType.TEXT, DevConsole.MediaType.JSON)
                        .filter(console::supportMediaType).map(type -> String.valueOf(console.call(type, Map.of()))))
                .toList();
    }

    private static String trace(@Nullable Throwable problem) {
        StringWriter text = new StringWriter();
        if (problem != null) {
            problem.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
