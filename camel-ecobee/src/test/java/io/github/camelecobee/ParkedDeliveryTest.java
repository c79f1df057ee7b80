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

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.management.ObjectName;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.camelecobee.console.ParkedDelivery;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of a delivery that a route always fails with. */
@Timeout(120)
class ParkedDeliveryTest extends PollingTestSupport {
    private static final String QUIET = "ecobee:thermostats?include=settings&" + HAND;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Integer> attempts = new ArrayList<>();

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        context.setDevConsole(true);
        context.getRegistry().bind("meters", meters);
        return context;
    }

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
    }

    @Test
    void whatARouteFailedWithTooOftenIsParkedAndHoldsUpNoOther() throws Exception {
        start(failing(QUIET + "&maxDeliveryAttempts=3"));

        for (int poll = 0; poll < 6; poll++) {
            pollLater();
        }

        assertThat(attempts).containsExactly(1, 2, 3);
        assertThat(mock("changed").getReceivedCounter()).isEqualTo(ecobee.thermostats().size() - 1);
        assertThat(component().parkedDeliveries()).singleElement().satisfies(parked -> {
            assertThat(parked.consumer()).isEqualTo("changed");
            assertThat(parked.account()).isEqualTo(ACCOUNT);
            assertThat(parked.delivery()).startsWith(UPSTAIRS + "/");
            assertThat(parked.attempts()).isEqualTo(3);
            assertThat(parked.parkedAt()).isBefore(clock.instant());
            assertThat(parked.error()).startsWith("java.lang.IllegalStateException: no table at jdbc:db?password=xxxxxx");
        });
        assertThat(warnings).extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(text -> text.startsWith("Route changed failed")).singleElement().asString()
                .contains("failed 3 times with " + UPSTAIRS, "IllegalStateException").doesNotContain("geheim");
    }

    @Test
    void theNextRevisionOfAParkedThermostatIsDelivered() throws Exception {
        start(failing(QUIET + "&maxDeliveryAttempts=1"));
        scheduler.poll();
        pollLater();
        assertThat(attempts).containsExactly(1);

        ecobee.thermostat(UPSTAIRS).setConnected(false);
        pollLater();

        assertThat(attempts).containsExactly(1, 1);
        assertThat(component().parkedTotal()).isEqualTo(2);
    }

    @Test
    void aThermostatThatChangesAllTheTimeIsParkedAllTheSame() throws Exception {
        start(failing("ecobee:thermostats?maxDeliveryAttempts=3&" + HAND));

        for (int poll = 0; poll < 3; poll++) {
            pollLater();
        }

        assertThat(attempts).containsExactly(1, 2, 3);
        assertThat(component().parkedTotal()).isEqualTo(1);
    }

    @Test
    void withoutALimitItIsTriedForEver() throws Exception {
        start(failing(QUIET));

        for (int poll = 0; poll < 10; poll++) {
            pollLater();
        }

        assertThat(attempts).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(component().parkedDeliveries()).isEmpty();
    }

    @Test
    void anExchangeThatWasHandledIsNoFailure() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).to("mock:handled");
                from(QUIET + "&maxDeliveryAttempts=1").routeId("changed").throwException(new IllegalStateException("no"));
            }
        });

        scheduler.poll();

        assertThat(component().parkedDeliveries()).isEmpty();
        assertThat(mock("handled").getReceivedCounter()).isEqualTo(ecobee.thermostats().size());
    }

    @Test
    void rowsOfAReportAreParkedAndThoseAfterThemArrive() throws Exception {
        List<Object> rows = new ArrayList<>();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:runtimeReport?thermostatIds=" + UPSTAIRS + "&reportStart=PT2H&reportOrder=oldestFirst"
                     + "&maxDeliveryAttempts=2&allowFastPolling=true&delay=1&" + HAND).routeId("changed").process(exchange -> {
                         Object id = exchange.getIn().getHeader(EcobeeConstants.REPORT_ROW_ID);
                         rows.add(id);
                         if (id.equals(rows.get(0))) {
                             throw new IllegalStateException("a row that nobody can digest");
                         }
                     }).to("mock:changed");
            }
        });

        for (int poll = 0; poll < 3; poll++) {
            pollLater();
        }

        assertThat(component().parkedDeliveries()).extracting(ParkedDelivery::delivery).containsExactly(rows.get(0).toString());
        assertThat(rows).filteredOn(rows.get(0)::equals).hasSize(2);
        assertThat(mock("changed").getReceivedCounter()).isGreaterThan(10);
    }

    @Test
    @Tag("field-27")
    void consoleJmxAndMetersShowWhatIsParked() throws Exception {
        start(failing(QUIET + "&maxDeliveryAttempts=1"));

        scheduler.poll();

        DevConsole console
                = camel.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class).resolveById("ecobee");
        assertThat((String) console.call(DevConsole.MediaType.TEXT, Map.of())).contains("Parked deliveries: 1", UPSTAIRS);
        assertThat(console.call(DevConsole.MediaType.JSON, Map.of())).asString().contains("parkedTotal", UPSTAIRS);
        ObjectName name = ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName("org.apache.camel:type=components,name=\"ecobee\",*"), null).stream()
                .filter(each -> each.getKeyProperty("context").contains(camel.getManagementName())).findFirst().orElseThrow();
        assertThat((List<?>) ManagementFactory.getPlatformMBeanServer().getAttribute(name, "ParkedDeliveries"))
                .singleElement().asString().contains(UPSTAIRS);
        assertThat(ManagementFactory.getPlatformMBeanServer().getAttribute(name, "ParkedTotal")).isEqualTo(1L);
        assertThat(meters.get("ecobee.deliveries.parked").tag("component", "ecobee").functionCounter().count()).isEqualTo(1);
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThatThrownBy(() -> camel.getEndpoint("ecobee:thermostats?maxDeliveryAttempts=-1")).rootCause()
                .hasMessageContaining("maxDeliveryAttempts: '-1' is not allowed");
    }

    private RouteBuilder failing(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("changed").process(exchange -> fail(exchange)).to("mock:changed");
            }
        };
    }

    private void fail(Exchange exchange) {
        if (UPSTAIRS.equals(exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID))) {
            attempts.add(exchange.getIn().getHeader(EcobeeConstants.DELIVERY_ATTEMPT, Integer.class));
            throw new IllegalStateException("no table at jdbc:db?password=geheim&x=y");
        }
    }
}
