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

import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Polling on demand: pollEnrich and the consumer template, with the delay that ecobee wants. */
class PollEnrichTest extends EcobeeTestSupport {
    private static final String POLL = "ecobee:thermostats?thermostatIds=" + UPSTAIRS;

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
    }

    @Test
    @Timeout(60)
    void aRouteIsEnrichedWithTheThermostatThatChanged() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask").pollEnrich(POLL, 0);
            }
        });

        Object first = camel.createProducerTemplate().requestBody("direct:ask", "question");
        Object second = camel.createProducerTemplate().requestBody("direct:ask", "question");
        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(80));
        clock.advance(Duration.ofMinutes(3));
        Object third = camel.createProducerTemplate().requestBody("direct:ask", "question");

        assertThat(first).isInstanceOf(Thermostat.class);
        assertThat(second).isNull();
        assertThat(third).isInstanceOfSatisfying(Thermostat.class,
                thermostat -> assertThat(thermostat.getRuntime().getActualTemperature()).isEqualTo(800));
    }

    @Test
    @Timeout(60)
    void aThermostatWhoseRouteFailedComesAgain() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:fail").pollEnrich(POLL, 0).throwException(new IllegalStateException("the database is down"));
                from("direct:ask").pollEnrich(POLL, 0);
            }
        });

        Exchange failed = camel.createProducerTemplate().send("direct:fail", exchange -> exchange.getIn().setBody(""));
        Object again = camel.createProducerTemplate().requestBody("direct:ask", "question");

        assertThat(failed.getException()).isInstanceOf(IllegalStateException.class);
        assertThat(again).isInstanceOf(Thermostat.class);
    }

    @Test
    @Timeout(60)
    void everyThermostatOfAPollIsHandedOutOneByOne() throws Exception {
        camel.start();
        var template = camel.createConsumerTemplate();

        for (int count = 0; count < ecobee.thermostats().size(); count++) {
            assertThat(template.receiveBodyNoWait("ecobee:thermostats")).isInstanceOf(Thermostat.class);
        }

        assertThat(template.receiveBodyNoWait("ecobee:thermostats")).isNull();
        assertThat(ecobee.requests().count("GET", "/1/thermostat")).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void stoppingEndsAWaitingPoll() throws Exception {
        camel.start();
        var template = camel.createConsumerTemplate();
        while (template.receiveBodyNoWait(POLL) != null) {
            assertThat(ecobee.requests().all()).hasSizeLessThan(10);
        }
        Thread waiting = new Thread(() -> template.receive(POLL, Duration.ofHours(1).toMillis()));
        waiting.start();

        camel.close();
        waiting.join(Duration.ofSeconds(20).toMillis());

        assertThat(waiting.isAlive()).isFalse();
    }
}
