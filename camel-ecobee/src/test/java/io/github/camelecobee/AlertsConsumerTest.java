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
import java.util.Map;

import io.github.camelecobee.model.Alert;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The consumer ecobee:alerts: one exchange for each alert that was not there before. */
class AlertsConsumerTest extends FeedTestSupport {
    private static final String NEW_ONES = "ecobee:alerts?initialState=false";

    private void message(String text) {
        camel.createProducerTemplate().sendBody("ecobee:sendMessage?thermostatIds=" + UPSTAIRS, text);
        // Readings that look older than an own change are not believed for two minutes.
        clock.advance(Duration.ofMinutes(3));
    }

    private static List<String> texts(List<Exchange> exchanges) {
        return exchanges.stream().map(exchange -> exchange.getIn().getBody(Alert.class).getText()).toList();
    }

    @Test
    void whatIsThereAlreadyIsDeliveredAtFirst() throws Exception {
        ecobee.thermostat(UPSTAIRS).setProperty(
                "alerts",
                List.of(Map.of("acknowledgeRef", "a1", "text", "Filter"), Map.of("acknowledgeRef", "a0", "text", "UV lamp")));

        startAt("ecobee:alerts");

        assertThat(texts(received)).containsExactly("Filter", "UV lamp");
        assertThat(poll()).isEmpty();
    }

    @Test
    void withoutInitialStateOnlyWhatComesLaterIs() throws Exception {
        ecobee.thermostat(UPSTAIRS).setProperty("alerts", List.of(Map.of("acknowledgeRef", "a1", "text", "Filter")));

        startAt(NEW_ONES);
        assertThat(received).isEmpty();
        message("Hello");

        assertThat(poll()).singleElement().satisfies(exchange -> {
            Alert alert = exchange.getIn().getBody(Alert.class);
            assertThat(alert.getText()).isEqualTo("Hello");
            assertThat(exchange.getIn().getHeaders()).containsEntry(EcobeeConstants.ALERT_REF, alert.getAcknowledgeRef())
                    .containsEntry(EcobeeConstants.THERMOSTAT_ID, UPSTAIRS)
                    .containsEntry(EcobeeConstants.ALERTS_REVISION,
                            exchange.getIn().getHeader(EcobeeConstants.ALERTS_REVISION));
        });
    }

    @Test
    void anAlertThatIsStillThereIsNotDeliveredAgainAndOneThatCameBackIs() throws Exception {
        startAt(NEW_ONES);
        Map<String, Object> filter = Map.of("acknowledgeRef", "a1", "text", "Filter");

        ecobee.thermostat(UPSTAIRS).setProperty("alerts", List.of(filter));
        assertThat(texts(poll())).containsExactly("Filter");
        ecobee.thermostat(UPSTAIRS).setProperty("alerts", List.of(filter, Map.of("acknowledgeRef", "a2", "text", "Lamp")));
        assertThat(texts(poll())).containsExactly("Lamp");
        ecobee.thermostat(UPSTAIRS).setProperty("alerts", List.of());
        assertThat(poll()).isEmpty();
        ecobee.thermostat(UPSTAIRS).setProperty("alerts", List.of(filter));
        assertThat(texts(poll())).containsExactly("Filter");
    }

    @Test
    void anAlertWithoutAReferenceIsKnownByWhatItSays() throws Exception {
        startAt(NEW_ONES);
        Map<String, Object> filter = Map.of("text", "Filter", "date", "2025-01-14", "time", "08:00:00");

        ecobee.thermostat(UPSTAIRS).setProperty("alerts", List.of(filter));
        assertThat(texts(poll())).containsExactly("Filter");
        ecobee.thermostat(UPSTAIRS).setProperty("alerts", List.of(filter, Map.of("text", "Lamp")));

        assertThat(texts(poll())).containsExactly("Lamp");
    }

    @Test
    void anAlertWhoseMessageFailedComesAgain() throws Exception {
        startAt(NEW_ONES);
        broken = exchange -> true;
        message("Hello");
        assertThat(poll()).isEmpty();
        broken = exchange -> false;

        assertThat(texts(poll())).containsExactly("Hello");
        assertThat(poll()).isEmpty();
    }

    @Test
    void anAlertRaisedWhileNobodyPolledIsFoundAfterARestart() throws Exception {
        startAt("ecobee:alerts?initialState=false");
        message("While you were away");

        restart(NEW_ONES);

        assertThat(texts(received)).containsExactly("While you were away");
    }

    @Test
    void onlyAlertsAreReadAndOnlyWhenTheirRevisionMoved() throws Exception {
        startAt(NEW_ONES);
        int read = ecobee.requests().count("GET", THERMOSTAT);

        ecobee.thermostat(UPSTAIRS).setProperty("settings.hvacMode", "off");
        poll();

        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(read);
        assertThat(ecobee.requests().matching(request -> request.is("GET", THERMOSTAT)))
                .allSatisfy(request -> assertThat(request.selection()).satisfies(selection -> {
                    assertThat(selection.getIncludeAlerts()).isTrue();
                    assertThat(selection.getIncludeRuntime()).isNotEqualTo(true);
                }));
    }
}
