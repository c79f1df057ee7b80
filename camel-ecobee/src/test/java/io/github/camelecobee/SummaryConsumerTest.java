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
import java.util.Objects;

import io.github.camelecobee.change.ThermostatStatus;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The consumer ecobee:summary: one exchange for each line of the summary that changed, for one request a poll. */
class SummaryConsumerTest extends FeedTestSupport {
    private List<ThermostatStatus> statuses() {
        return poll().stream().map(exchange -> exchange.getIn().getBody(ThermostatStatus.class)).toList();
    }

    @Test
    void everyThermostatIsDeliveredAtFirst() throws Exception {
        startAt("ecobee:summary");

        assertThat(received).extracting(exchange -> exchange.getIn().getBody(ThermostatStatus.class).thermostatId())
                .containsExactlyInAnyOrderElementsOf(ecobee.thermostats().stream().map(each -> each.identifier()).toList());
        Exchange upstairs = received.get(0);
        ThermostatStatus status = upstairs.getIn().getBody(ThermostatStatus.class);
        assertThat(status.name()).isEqualTo("Chambre d'été 21°");
        assertThat(status.connected()).isTrue();
        assertThat(upstairs.getIn().getHeaders()).containsEntry(EcobeeConstants.RUNTIME_REVISION, status.runtimeRevision())
                .containsEntry(EcobeeConstants.THERMOSTAT_REVISION, status.thermostatRevision());
    }

    @Test
    void withoutInitialStateOnlyWhatMovesLaterIs() throws Exception {
        startAt("ecobee:summary?initialState=false");

        assertThat(received).isEmpty();
        assertThat(poll()).isEmpty();
    }

    @Test
    void anyRevisionTheConnectionAndTheEquipmentCount() throws Exception {
        startAt("ecobee:summary?initialState=false");

        ecobee.thermostat(UPSTAIRS).setProperty("settings.hvacMode", "off");
        assertThat(statuses()).extracting(ThermostatStatus::thermostatId).containsExactly(UPSTAIRS);
        ecobee.thermostat(UPSTAIRS).setProperty("alerts", List.of());
        assertThat(statuses()).extracting(ThermostatStatus::thermostatId).containsExactly(UPSTAIRS);
        ecobee.thermostat(COTTAGE).setProperty("equipmentStatus", "heatPump,fan");
        assertThat(statuses()).singleElement().satisfies(
                status -> assertThat(Objects.requireNonNull(status.equipment())).containsExactlyInAnyOrder("fan", "heatPump"));
        ecobee.thermostat(COTTAGE).setConnected(false);
        assertThat(statuses()).singleElement().satisfies(status -> assertThat(status.connected()).isFalse());
        assertThat(statuses()).isEmpty();
    }

    @Test
    void nothingIsAskedForButTheSummary() throws Exception {
        startAt("ecobee:summary");
        ecobee.thermostat(UPSTAIRS).setProperty("settings.hvacMode", "off");
        poll();

        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(2);
        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isZero();
    }

    @Test
    void aStatusWhoseMessageFailedComesAgainAndHoldsUpNoOther() throws Exception {
        startAt("ecobee:summary?initialState=false");
        broken = exchange -> UPSTAIRS.equals(exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID));
        ecobee.thermostat(UPSTAIRS).setProperty("settings.hvacMode", "off");
        ecobee.thermostat(COTTAGE).setProperty("settings.hvacMode", "off");
        assertThat(statuses()).extracting(ThermostatStatus::thermostatId).containsExactly(COTTAGE);
        broken = exchange -> false;

        assertThat(statuses()).extracting(ThermostatStatus::thermostatId).containsExactly(UPSTAIRS);
        assertThat(statuses()).isEmpty();
    }

    @Test
    void whatMovedWhileNobodyPolledIsFoundAfterARestart() throws Exception {
        startAt("ecobee:summary");
        ecobee.thermostat(UPSTAIRS).setProperty("settings.hvacMode", "off");

        restart("ecobee:summary");

        assertThat(received).extracting(exchange -> exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID))
                .containsExactly(UPSTAIRS);
    }

    @Test
    void itCanBePolledOnDemand() throws Exception {
        camel.start();

        Exchange exchange = camel.createConsumerTemplate().receive(
                "ecobee:summary?allowFastPolling=true&thermostatIds=" + UPSTAIRS, 10_000);

        assertThat(exchange.getIn().getBody(ThermostatStatus.class).thermostatId()).isEqualTo(UPSTAIRS);
    }
}
