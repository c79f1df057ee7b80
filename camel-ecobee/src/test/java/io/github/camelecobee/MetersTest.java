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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.camelecobee.console.OperationCount;
import io.github.camelecobee.simulator.faults.Fault;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** Requests and what is left of them as Micrometer meters, when the context has a registry of meters. */
class MetersTest extends EcobeeTestSupport {
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        context.getRegistry().bind("meters", meters);
        return context;
    }

    @Test
    @Tag("field-27")
    void requestsAreCountedByEndpointUntilTheComponentStops() throws Exception {
        authorize();
        camel.start();

        camel.createProducerTemplate().requestBody("ecobee:getThermostats?include=runtime", "");

        assertThat(meters.get("ecobee.requests").tag("component", "ecobee").tag("endpoint", "GET /1/thermostat")
                .functionCounter().count()).isEqualTo(1);
        assertThat(meters.get("ecobee.requests.failed").tag("endpoint", "GET /1/thermostat").functionCounter().count())
                .isZero();
        assertThat(meters.get("ecobee.budget.left").gauge().value()).isEqualTo(84_999);
        assertThat(meters.get("ecobee.requests.open").gauge().value()).isZero();
        camel.stop();
        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void changesAreCountedByOperationAndOutcome() throws Exception {
        authorize();
        camel.start();
        ProducerTemplate template = camel.createProducerTemplate();
        String hold = "ecobee:setHold?heatHoldTemp=68F&coolHoldTemp=75F&thermostatIds=" + UPSTAIRS;

        template.send(hold, new DefaultExchange(camel));
        template.send(hold, new DefaultExchange(camel));
        ecobee.faults().next("POST", "/1/thermostat", Fault.ecobeeStatus(7, "Validation error."));
        template.send(hold, new DefaultExchange(camel));
        ecobee.faults().next("POST", "/1/thermostat", Fault.dropConnectionAfterHandling());
        template.send(hold, new DefaultExchange(camel));
        ecobee.faults().next("POST", "/1/thermostat", Fault.ignored());
        template.send(hold.replace("68F", "66F") + "&verify=true", new DefaultExchange(camel));
        template.send(hold + "&dryRun=true", new DefaultExchange(camel));
        template.send("ecobee:setHold?heatHoldTemp=68F", new DefaultExchange(camel));

        assertThat(component().operations()).extracting(OperationCount::outcome, OperationCount::count)
                .containsExactly(tuple("APPLIED", 2L), tuple("DRY_RUN", 1L), tuple("NOT_APPLIED", 1L), tuple("NOT_SENT", 1L),
                        tuple("REFUSED", 1L), tuple("UNKNOWN", 1L));
        for (OperationCount each : component().operations()) {
            assertThat(meters.get("ecobee.writes").tag("component", "ecobee").tag("operation", "setHold")
                    .tag("outcome", each.outcome()).functionCounter().count()).isEqualTo(each.count());
        }
    }

    @Test
    void readsAndPollsAreCounted() throws Exception {
        authorize();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?delay=600000&initialDelay=0").to("mock:out");
            }
        });
        await().atMost(PATIENCE).until(() -> component().operations().size() == 1);
        ProducerTemplate template = camel.createProducerTemplate();

        template.requestBody("ecobee:getThermostats", "");
        template.send("ecobee:getThermostats?include=runtime", message -> message.getIn()
                .setHeader(EcobeeConstants.THERMOSTAT_IDS, "no identifier"));
        camel.createConsumerTemplate().receive("ecobee:summary", 1);

        assertThat(component().operations()).containsExactly(
                new OperationCount(OperationCount.Kind.READ, "getThermostats", "FAILED", 1),
                new OperationCount(OperationCount.Kind.READ, "getThermostats", "SUCCEEDED", 1),
                new OperationCount(OperationCount.Kind.POLL, "summary", "SUCCEEDED", 1),
                new OperationCount(OperationCount.Kind.POLL, "thermostats", "SUCCEEDED", 1));
        assertThat(meters.get("ecobee.polls").tag("operation", "thermostats").tag("outcome", "SUCCEEDED")
                .functionCounter().count()).isEqualTo(1);
    }

    @Test
    void pollThatFailsIsCountedAsSuch() throws Exception {
        authorize();
        ecobee.faults().next("GET", "/1/thermostatSummary", Fault.ecobeeStatus(7, "Validation error."));
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?delay=600000&initialDelay=0").to("mock:out");
            }
        });

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(component().operations())
                .containsExactly(new OperationCount(OperationCount.Kind.POLL, "thermostats", "FAILED", 1)));
    }

    @Test
    void changeThatWaitsIsAGaugeAndSupersededOneIsCounted() throws Exception {
        authorize();
        camel.start();
        String hold = "ecobee:setHold?writeInterval=30000&heatHoldTemp=68F&coolHoldTemp=75F&thermostatIds=" + UPSTAIRS;
        ProducerTemplate template = camel.createProducerTemplate();
        template.send(hold, new DefaultExchange(camel));

        var first = template.asyncSend(hold, new DefaultExchange(camel));
        await().atMost(PATIENCE).until(() -> meters.get("ecobee.writes.waiting").gauge().value() == 1);
        var second = template.asyncSend(hold, new DefaultExchange(camel));
        await().atMost(PATIENCE).until(() -> component().operations().size() == 2);

        assertThat(component().operations()).extracting(OperationCount::outcome).containsExactly("APPLIED", "SUPERSEDED");
        clock.advance(Duration.ofSeconds(30));
        await().atMost(PATIENCE).until(() -> meters.get("ecobee.writes.waiting").gauge().value() == 0);
        assertThat(first.get().getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("SUPERSEDED");
        assertThat(second.get().getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
    }

    @Test
    void accountsAreCountedByStateAndRefreshesInSum() throws Exception {
        authorize();
        camel.start();
        camel.createProducerTemplate().requestBody("ecobee:getThermostats", "");
        assertThat(meters.get("ecobee.refreshes").functionCounter().count()).isZero();

        ecobee.expireAccessTokens();
        camel.createProducerTemplate().requestBody("ecobee:getThermostats", "");

        assertThat(meters.get("ecobee.refreshes").functionCounter().count()).isEqualTo(1);
        assertThat(meters.get("ecobee.accounts").tag("state", "AUTHORIZED").gauge().value()).isEqualTo(1);
        assertThat(meters.get("ecobee.accounts").tag("state", "REAUTHORIZATION_REQUIRED").gauge().value()).isZero();
        assertThat(meters.get("ecobee.accounts.failing").gauge().value()).isZero();
    }

    @Test
    void countsOutliveARestartOfTheComponentAndAreShownAgain() throws Exception {
        authorize();
        camel.start();
        camel.createProducerTemplate().requestBody("ecobee:getThermostats", "");
        component().stop();
        assertThat(meters.getMeters()).isEmpty();

        component().start();
        camel.createProducerTemplate().requestBody("ecobee:getThermostats?include=runtime", "");

        assertThat(meters.get("ecobee.reads").functionCounter().count()).isEqualTo(2);
    }

    @Test
    void ofSeveralRegistriesTheOneThatStandsForAllIsTaken() throws Exception {
        authorize();
        CompositeMeterRegistry all = new CompositeMeterRegistry();
        all.add(meters);
        camel.getRegistry().bind("all", all);
        camel.start();

        camel.createProducerTemplate().requestBody("ecobee:getThermostats", "");

        assertThat(all.get("ecobee.reads").functionCounter().count()).isEqualTo(1);
        assertThat(meters.get("ecobee.reads").functionCounter().count()).isEqualTo(1);
    }

    @Test
    void namesAndTagsAreAsMicrometerWantsThemAndInTheManual() throws Exception {
        authorize();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?delay=600000&initialDelay=0")
                        .to("ecobee:setHold?heatHoldTemp=68F&coolHoldTemp=75F").to("ecobee:getThermostats").to("mock:out");
            }
        });
        await().atMost(PATIENCE).until(() -> component().operations().size() == 3);
        String manual = Manual.page("operations");

        assertThat(meters.getMeters()).allSatisfy(meter -> {
            Meter.Id id = meter.getId();
            assertThat(id.getName()).matches("ecobee(\\.[a-z]+)+");
            assertThat(id.getDescription()).isNotBlank();
            assertThat(manual).contains("`" + id.getName() + "`");
            assertThat(id.getTags()).extracting(io.micrometer.core.instrument.Tag::getKey)
                    .isSubsetOf("component", "endpoint", "operation", "outcome", "state");
            assertThat(id.getTags()).extracting(io.micrometer.core.instrument.Tag::getValue)
                    .doesNotContain(UPSTAIRS, ACCOUNT);
        });
        // Prometheus takes one set of tags for each name.
        meters.getMeters().stream().map(Meter::getId).collect(Collectors.groupingBy(Meter.Id::getName)).values()
                .forEach(same -> assertThat(same).extracting(id -> id.getTags().stream()
                        .map(io.micrometer.core.instrument.Tag::getKey).toList()).containsOnly(
                                same.get(0).getTags().stream().map(io.micrometer.core.instrument.Tag::getKey).toList()));
        List<String> told
                = Pattern.compile("`(ecobee\\.(?:requests|budget|accounts|writes|reads|polls|refreshes|deliveries|reports)"
                                  + "[.a-z]*)`")
                        .matcher(manual).results().map(result -> result.group(1)).toList();
        assertThat(meters.getMeters()).extracting(meter -> meter.getId().getName()).containsAll(told);
    }

    @Test
    void whatIsLeftOfHistoryIsAGauge() throws Exception {
        authorize();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:runtimeReport?reportDelivery=perChunk&reportStart=P40D&thermostatIds=" + UPSTAIRS)
                        .to("mock:out");
            }
        });

        // The present first, and history with the next poll, in a quarter of an hour.
        await().atMost(PATIENCE).until(() -> meters.get("ecobee.reports.rows").functionCounter().count() > 0);
        assertThat(meters.get("ecobee.reports.missing").tag("component", "ecobee").gauge().value())
                .isBetween(9.0 * 288, 39.0 * 288);
        assertThat(meters.get("ecobee.reports.behind").gauge().value()).isEqualTo(1);
    }
}
