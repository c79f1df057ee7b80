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
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelecobee.simulator.faults.Fault;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the spans of Camel's tracer for OpenTelemetry say of ecobee endpoints. */
class TracingTest extends EcobeeTestSupport {
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        trace(context, spans);
        return context;
    }

    static void trace(CamelContext context, InMemorySpanExporter spans) {
        context.getRegistry().bind("tracer", SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans)).build().get("test"));
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        tracer.setCamelContext(context);
        tracer.init(context);
    }

    @Test
    void whatARouteReadsAndWhatItChangesIsOneTrace() throws Exception {
        authorize();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?thermostatIds=" + UPSTAIRS + "&" + OFTEN)
                        .to("ecobee:setHold?heatHoldTemp=68F&coolHoldTemp=75F").to("mock:out");
            }
        });
        mock("out").expectedMinimumMessageCount(1);
        mock("out").assertIsSatisfied();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(named("ecobee:thermostats")).isNotEmpty());
        SpanData read = named("ecobee:thermostats").get(0);
        SpanData changed = named("ecobee:setHold").get(0);
        assertThat(changed.getTraceId()).isEqualTo(read.getTraceId());
        assertThat(changed.getParentSpanId()).isEqualTo(read.getSpanId());
        for (SpanData span : List.of(read, changed)) {
            assertThat(tag(span, "component")).isEqualTo("camel-ecobee");
            assertThat(tag(span, "ecobee.account")).isEqualTo(ACCOUNT);
            assertThat(tag(span, "ecobee.thermostat.count")).isEqualTo("1");
            assertThat(tag(span, "ecobee.thermostat.ids")).isEqualTo(UPSTAIRS);
        }
        assertThat(tag(read, "ecobee.operation")).isEqualTo("thermostats");
        assertThat(tag(read, "ecobee.outcome")).as("what came of the poll, not of the change in its route").isNull();
        assertThat(tag(changed, "ecobee.operation")).isEqualTo("setHold");
        assertThat(tag(changed, "ecobee.outcome")).isEqualTo("APPLIED");
        assertThat(mock("out").getExchanges().get(0).getAllProperties()).noneSatisfy(
                (name, value) -> assertThat(value).isInstanceOf(OperationNotes.class));
    }

    @Test
    void refusedChangeHasEcobeesCodeAndHttpStatus() throws Exception {
        authorize();
        camel.start();
        ecobee.faults().next("POST", "/1/thermostat", Fault.ecobeeStatus(7, "Validation error."));

        camel.createProducerTemplate().send("ecobee:sendMessage?thermostatIds=" + UPSTAIRS,
                message -> message.getIn().setBody("hello"));

        SpanData span = named("ecobee:sendMessage").get(0);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(tag(span, "ecobee.outcome")).isEqualTo("REFUSED");
        assertThat(tag(span, "ecobee.status_code")).isEqualTo("7");
        assertThat(tag(span, "http.status_code")).isEqualTo("500");
        assertThat(span.toString()).doesNotContain("hello");
    }

    @Test
    void changeThatNeverLeftHasNoCode() throws Exception {
        authorize();
        camel.start();

        camel.createProducerTemplate().send("ecobee:sendMessage", new DefaultExchange(camel));

        SpanData span = named("ecobee:sendMessage").get(0);
        assertThat(tag(span, "ecobee.outcome")).isEqualTo("NOT_SENT");
        assertThat(tag(span, "ecobee.account")).isEqualTo(ACCOUNT);
        assertThat(tag(span, "ecobee.status_code")).isNull();
        assertThat(tag(span, "http.status_code")).isNull();
    }

    @Test
    void readHasNoOutcomeAlsoAfterAChange() throws Exception {
        authorize();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("ecobee:setHold?heatHoldTemp=68F&coolHoldTemp=75F&thermostatIds=" + UPSTAIRS)
                        .to("ecobee:getThermostats").to("ecobee:authorizationStatus");
            }
        });

        camel.createProducerTemplate().sendBody("direct:in", "");

        for (String name : List.of("ecobee:getThermostats", "ecobee:authorizationStatus")) {
            SpanData span = named(name).get(0);
            assertThat(tag(span, "ecobee.outcome")).as(name).isNull();
            assertThat(tag(span, "ecobee.account")).as(name).isEqualTo(ACCOUNT);
            assertThat(tag(span, "ecobee.thermostat.count")).as(name).isNull();
        }
    }

    @Test
    void ofManyThermostatsOnlyTheFirstAreNamed() throws Exception {
        authorize();
        camel.start();
        List<String> many = IntStream.range(0, 30).mapToObj(number -> "3110198545" + (10 + number)).toList();

        camel.createProducerTemplate().send("ecobee:getThermostats", message -> message.getIn()
                .setHeader(EcobeeConstants.THERMOSTAT_IDS, many));

        SpanData span = named("ecobee:getThermostats").get(0);
        assertThat(tag(span, "ecobee.thermostat.count")).isEqualTo("30");
        assertThat(tag(span, "ecobee.thermostat.ids")).isEqualTo(String.join(",", many.subList(0, 10)));
    }

    @Test
    void endpointOfAComponentWithAnotherNameIsNamedAlike() throws Exception {
        authorize();
        camel.addComponent("cabin", newComponent());
        camel.start();

        camel.createProducerTemplate().requestBody("cabin:getThermostats", "");

        assertThat(named("ecobee:getThermostats")).hasSize(1);
    }

    @Test
    void tagsAreInTheManual() throws Exception {
        assertThat(Manual.page("operations")).contains(Stream.of(EcobeeSpanDecorator.OPERATION, EcobeeSpanDecorator.ACCOUNT,
                EcobeeSpanDecorator.THERMOSTAT_COUNT, EcobeeSpanDecorator.THERMOSTAT_IDS, EcobeeSpanDecorator.MANAGEMENT_SET,
                EcobeeSpanDecorator.OUTCOME, EcobeeSpanDecorator.STATUS_CODE).map(tag -> "`" + tag + "`").toList());
    }

    private List<SpanData> named(String name) {
        return spans.getFinishedSpanItems().stream().filter(span -> span.getName().equals(name)).toList();
    }

    private static @Nullable String tag(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }
}
