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
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import io.github.camelecobee.simulator.scenario.Scenario;
import io.github.camelecobee.transport.HttpCall;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every operation sends the request that the reference has for it: method, path, query, JSON and content type. */
class ExactRequestsTest extends EcobeeTestSupport {
    /** These tell what is known already. */
    private static final Set<EcobeeOperation> SILENT
            = EnumSet.of(EcobeeOperation.AUTHORIZATION_URL, EcobeeOperation.AUTHORIZATION_STATUS);

    @SuppressWarnings("NullAway.Init") // before the first test, by the class above
    private Wire wire;

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        Scenario.load("office").describe(builder);
        Scenario.load("utility").describe(builder);
        return builder.apiKey(KEY).apiKey(OperationExamples.KEY).grantedScope("smartWrite,ems")
                .webApplication(OperationExamples.WEB_KEY, OperationExamples.REDIRECT)
                .thermostats(List.of(SampleThermostats.of(UPSTAIRS, "Upstairs"),
                        SampleThermostats.of(OperationExamples.DEN, "Den")));
    }

    @Override
    CamelContext newContext() throws Exception {
        wire = new Wire(ecobee.baseUri());
        CamelContext context = super.newContext();
        context.addComponent("office", newComponent());
        context.addComponent("utility", asUtility(newComponent()));
        EcobeeComponent stranger = newComponent();
        stranger.setApiKey(OperationExamples.KEY);
        context.addComponent("stranger", stranger);
        EcobeeComponent web = newComponent();
        web.setApiKey(OperationExamples.WEB_KEY);
        web.setAuthorizationMethod("authorizationCode");
        context.addComponent("web", web);
        return context;
    }

    @Override
    EcobeeComponent newComponent() {
        EcobeeComponent component = super.newComponent();
        component.setBaseUrl(wire.uri().toString());
        return component;
    }

    @BeforeEach
    void allAreAuthorized() throws Exception {
        authorize();
        authorize("office", pin -> ecobee.account("office").approvePin(pin));
        // Behind the times of the example reports.
        clock.advance(Duration.ofDays(2));
        ecobee.thermostat(OperationExamples.DEN).setProperty("program.schedule", OperationExamples.SCHEDULE);
        ecobee.thermostat(OperationExamples.DEN).setProperty("program.climates", OperationExamples.CLIMATES);
        camel.start();
    }

    @AfterEach
    void nothingIsOnTheWire() {
        wire.close();
    }

    static Stream<OperationExample> examples() {
        return OperationExamples.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aRequestIsThatOfTheReference(OperationExample example) {
        WireRequest wanted = WireRequest.of(example.wanted());

        Exchange done = send(example);

        List<Wire.Arrival> same = wire.arrivals().stream()
                .filter(each -> each.request().method().equals(wanted.method()) && each.request().path().equals(wanted.path()))
                .toList();
        assertThat(same).as("%s, of all %s", done.getException(), wire.arrivals()).hasSize(1);
        assertThat(same.get(0).request()).isEqualTo(wanted);
        boolean ofTheApi = wanted.path().startsWith("/1/");
        assertThat(same.get(0).contentType()).isEqualTo(contentType(example.operation()));
        assertThat(String.valueOf(same.get(0).authorization()).startsWith("Bearer ")).isEqualTo(ofTheApi);
        assertThat(ecobee.requests().all()).flatExtracting(LoggedRequest::warnings).isEmpty();
    }

    @Test
    void everyOperationThatSendsARequestHasAnExample() {
        Set<EcobeeOperation> sending = Arrays.stream(EcobeeOperation.values()).filter(each -> !each.isConsumer())
                .filter(each -> !SILENT.contains(each)).collect(Collectors.toSet());

        assertThat(examples().map(OperationExample::operation)).containsAll(sending);
        assertThat(examples()).allSatisfy(each -> assertThat(each.source()).contains("section"));
    }

    @Test
    void whatTellsOfAuthorizationsSendsNothing() {
        for (EcobeeOperation operation : SILENT) {
            Exchange done = send(OperationExample.of(operation).by("web")
                    .with(operation == EcobeeOperation.AUTHORIZATION_URL ? "redirectUri=" + OperationExamples.REDIRECT : ""));
            assertThat(done.getException()).isNull();
        }

        assertThat(wire.arrivals()).isEmpty();
    }

    /** That of section 1.3; who keeps the bundles asks for none. */
    private static @Nullable String contentType(EcobeeOperation operation) {
        return switch (operation) {
            case EXCHANGE_CODE -> HttpCall.FORM;
            case DOWNLOAD_RUNTIME_REPORT_JOB -> null;
            default -> "application/json;charset=UTF-8";
        };
    }

    /** What a feed asks for with its first poll. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("feeds")
    void aFeedAsksAsTheReferenceHasIt(OperationExample example) throws Exception {
        WireRequest wanted = WireRequest.of(example.wanted());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(example.uri()).to("mock:fed");
            }
        });

        Awaitility.await().atMost(PATIENCE).until(() -> wire.arrivals().stream().map(Wire.Arrival::request)
                .anyMatch(each -> each.method().equals(wanted.method()) && each.path().equals(wanted.path())));

        assertThat(wire.arrivals()).extracting(Wire.Arrival::request).contains(wanted);
    }

    static Stream<OperationExample> feeds() {
        return OperationExamples.feeds();
    }

    private Exchange send(OperationExample example) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(
                example.uri(), exchange -> {
                    exchange.getIn().setBody(example.body() instanceof String text ? filled(text) : example.body());
                    example.headers().forEach((name, value) -> exchange.getIn().setHeader(name,
                            value instanceof String text ? filled(text) : value));
                }));
    }

    private String filled(String text) {
        String here = text.replace("${wire}", wire.uri().toString());
        return here.contains("${state}") ? here.replace("${state}", state()) : here;
    }

    private String state() {
        String address = camel.createProducerTemplate()
                .requestBody("web:authorizationUrl?redirectUri=" + OperationExamples.REDIRECT, "", String.class);
        return Stream.of(URI.create(address).getRawQuery().split("&")).filter(each -> each.startsWith("state="))
                .findFirst().orElseThrow().substring("state=".length());
    }
}
