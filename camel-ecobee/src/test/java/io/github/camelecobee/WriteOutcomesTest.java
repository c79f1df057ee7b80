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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.EcobeeNotAppliedException;
import io.github.camelecobee.client.EcobeePartlyAppliedException;
import io.github.camelecobee.client.EcobeeUnavailableException;
import io.github.camelecobee.client.EcobeeUnknownOutcomeException;
import io.github.camelecobee.client.ThermostatOutcome;
import io.github.camelecobee.client.WriteOutcome;
import io.github.camelecobee.console.OperationCount;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

/** What a producer tells of a change: that it is there, that it is not, or that nobody knows. */
class WriteOutcomesTest extends EcobeeTestSupport {
    private static final String HOLD = "ecobee:setHold?thermostatIds=" + UPSTAIRS;
    /** Above desiredCoolRange of the thermostat, which ecobee clamps without a word (SetHold.shtml). */
    private static final String TOO_COLD = HOLD + "&heatHoldTemp=46F&coolHoldTemp=50F&validation=none";

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @Test
    void aChangeThatEcobeeTookIsApplied() {
        Exchange done = send(HOLD + "&holdClimateRef=away");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
        assertThat(ecobee.requests().count("GET", "/1/thermostat")).isZero();
    }

    @Test
    @Tag("field-49")
    void aChangeThatEcobeeClampedIsNotApplied() {
        Exchange done = send(TOO_COLD + "&verify=true");

        assertThat(done.getException()).isInstanceOfSatisfying(EcobeeNotAppliedException.class, failure -> {
            assertThat(failure.adjustments()).extracting(Adjustment::property)
                    .contains("events.hold.coolHoldTemp");
            assertThat(failure.adjustments()).allSatisfy(
                    adjustment -> assertThat(adjustment.asked()).isNotEqualTo(adjustment.actual()));
            assertThat(failure.thermostats()).containsExactly(UPSTAIRS);
            assertThat(failure.content()).contains("\"coolHoldTemp\":500");
        });
    }

    @Test
    void aClampedChangeMayBeEnough() {
        Exchange done = send(TOO_COLD + "&verify=true&failOnAdjusted=false");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("ADJUSTED");
        assertThat(done.getMessage().getHeader(EcobeeConstants.ADJUSTMENTS, List.class)).isNotEmpty();
    }

    @Test
    void whatWasAskedForIsFoundWhenItIsReadBack() {
        Exchange done = send(HOLD + "&heatHoldTemp=70F&coolHoldTemp=78F&holdType=holdHours&holdHours=2&verify=true");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
        assertThat(done.getMessage().getHeader(EcobeeConstants.ACTIVE_EVENTS)).isEqualTo("hold:auto");
    }

    @Test
    void anUnknownOutcomeIsSettledByReadingBack() {
        ecobee.faults().next("POST", "/1/thermostat", Fault.dropConnectionAfterHandling());
        Exchange applied = send(HOLD + "&holdClimateRef=away&verify=true");
        send("ecobee:resumeProgram?resumeAll=true&thermostatIds=" + UPSTAIRS);
        ecobee.faults().next("POST", "/1/thermostat", Fault.dropConnection());
        Exchange lost = send(HOLD + "&holdClimateRef=away&verify=true");

        assertThat(applied.getException()).isNull();
        assertThat(applied.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
        assertThat(lost.getException()).isInstanceOf(EcobeeNotAppliedException.class);
        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isEqualTo(3);
    }

    @Test
    void whatCannotBeReadBackIsOfUnknownOutcome() {
        ecobee.faults().next("GET", "/1/thermostat", Fault.ecobeeStatus(3));

        Exchange done = send(HOLD + "&holdClimateRef=away&verify=true");

        assertThat(done.getException()).isInstanceOf(EcobeeUnknownOutcomeException.class)
                .hasMessageContaining("could not be read back");
    }

    @Test
    void aChangeWhoseFreshStateCannotBeReadIsNoChangeToSendAgain() {
        failReads(Fault.ecobeeStatus(3), 1);

        Exchange done = send(HOLD + "&holdClimateRef=away&resultBody=thermostats");

        assertThat(ecobee.thermostat(UPSTAIRS).events()).isNotEmpty();
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("UNKNOWN");
        assertThat(done.getException()).isInstanceOfSatisfying(EcobeeUnknownOutcomeException.class, failure -> {
            assertThat(failure).hasMessageContaining("ecobee answered success, but it could not be read back");
            assertThat(failure.isRepeatSafe()).isFalse();
        });
    }

    @Test
    void aPauseBetweenAChangeAndItsFreshStateDoesNotUnsendIt() {
        failReads(Fault.httpStatus(429, Duration.ofMinutes(10)), 1);

        Exchange done = send(HOLD + "&holdClimateRef=away&resultBody=thermostats");

        assertThat(done.getException()).isInstanceOf(EcobeeUnknownOutcomeException.class);
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("UNKNOWN");
    }

    @Test
    void anAuthorizationLostBetweenAChangeAndReadingBackDoesNotUnsendIt() {
        failReads(Fault.ecobeeStatus(14), 2);
        ecobee.faults().next("POST", "/token", Fault.httpStatus(503));

        Exchange done = send(HOLD + "&holdClimateRef=away&verify=true");

        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isEqualTo(1);
        assertThat(done.getException()).isInstanceOf(EcobeeUnknownOutcomeException.class);
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("UNKNOWN");
    }

    @Test
    void aChangeThatCouldNotReadWhatItNeedsFirstWasNotSent() {
        failReads(Fault.httpStatus(429, Duration.ofMinutes(10)), 1);

        Exchange done = send(HOLD + "&heatHoldTemp=68F&missingSetPoint=running");

        assertThat(done.getException()).isInstanceOf(EcobeeUnavailableException.class);
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("NOT_SENT");
        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isZero();
    }

    @Test
    void anUnknownOutcomeOfAllThermostatsIsSettledByReadingBack() {
        ecobee.faults().next("POST", "/1/thermostat", Fault.dropConnectionAfterHandling());

        Exchange done = send("ecobee:setHold?all=true&holdClimateRef=away&verify=true&resultBody=outcomes");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).asInstanceOf(list(ThermostatOutcome.class))
                .extracting(ThermostatOutcome::thermostat).containsExactlyInAnyOrderElementsOf(
                        ecobee.thermostats().stream().map(SimulatedThermostat::identifier).toList());
    }

    @Test
    void whatIsReadBackOfAllThermostatsIsToldOfEach() {
        Exchange done = send(TOO_COLD.replace("thermostatIds=" + UPSTAIRS, "all=true") + "&verify=true");

        assertThat(done.getException()).isInstanceOf(EcobeeNotAppliedException.class);
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("NOT_APPLIED");
    }

    @Test
    void ofSeveralThermostatsOneMayHaveBeenChangedBeforeAnotherIsRefused() {
        String climate = climateOf(UPSTAIRS);
        String other = ecobee.thermostats().get(1).identifier();
        String uri = "ecobee:setHold?validation=none&holdClimateRef=" + climate;
        Map<String, Object> both = Map.of(EcobeeConstants.THERMOSTAT_IDS, List.of(UPSTAIRS, other));

        Exchange done = send(uri, both);
        Exchange verified = send(uri + "&verify=true", both);

        assertThat(ecobee.thermostat(UPSTAIRS).events()).isNotEmpty();
        assertThat(ecobee.thermostat(other).events()).isEmpty();
        assertThat(done.getException()).isInstanceOf(EcobeeUnknownOutcomeException.class)
                .hasMessageContaining("Climate not found");
        assertThat(verified.getException()).isInstanceOfSatisfying(EcobeePartlyAppliedException.class, partly -> {
            assertThat(partly.applied()).containsExactly(UPSTAIRS);
            assertThat(partly.open()).containsExactly(other);
        });
        assertThat(component().operations()).extracting(OperationCount::outcome, OperationCount::count)
                .contains(tuple("PARTLY_APPLIED", 1L), tuple("UNKNOWN", 1L));
    }

    @Test
    void theStatusOfTheOperationBeforeIsNotThatOfAFailure() {
        ecobee.faults().next("POST", "/1/thermostat", Fault.ecobeeStatus(7));

        Exchange done = send(HOLD + "&holdClimateRef=away", Map.of(EcobeeConstants.STATUS_CODE, 0));

        assertThat(done.getException()).isNotNull();
        assertThat(done.getMessage().getHeader(EcobeeConstants.STATUS_CODE)).isNull();
    }

    /** Of a climate that other thermostats do not have. */
    private String climateOf(String thermostat) {
        Objects.requireNonNull(camel.createProducerTemplate().send("ecobee:updateProgram?thermostatIds=" + thermostat,
                exchange -> exchange.getIn().setBody(Map.of("addClimates", List.of(Map.of("name", "Siesta"))))));
        return ecobee.thermostat(thermostat).snapshot().getProgram().getClimates().stream()
                .filter(climate -> "Siesta".equals(climate.getName())).findFirst().orElseThrow().getClimateRef();
    }

    private void failReads(Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            ecobee.faults().next("GET", "/1/thermostat", fault);
        }
    }

    @Test
    void aDryRunShowsTheRequestAndSendsNothing() {
        Exchange done = send(HOLD + "&heatHoldTemp=70F&coolHoldTemp=78F&dryRun=true");

        assertThat(done.getMessage().getBody(String.class)).contains("\"heatHoldTemp\":700", "POST /1/thermostat", UPSTAIRS);
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("DRY_RUN");
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void theFreshStateIsTheBodyWhereThatIsWanted() {
        Exchange done = send(HOLD + "&holdClimateRef=away&resultBody=thermostats&include=events");

        assertThat(done.getMessage().getBody()).asInstanceOf(list(Thermostat.class)).singleElement().satisfies(
                thermostat -> assertThat(thermostat.getEvents().get(0).getHoldClimateRef()).isEqualTo("away"));
    }

    @Test
    void theOutcomeOfEachThermostatIsTheBodyWhereThatIsWanted() {
        Exchange done = send(HOLD + "&holdClimateRef=away&resultBody=outcomes");

        assertThat(done.getMessage().getBody()).asInstanceOf(list(ThermostatOutcome.class))
                .extracting(ThermostatOutcome::thermostat, ThermostatOutcome::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(UPSTAIRS, WriteOutcome.APPLIED));
    }

    @Test
    void anUnknownOutcomeOfAllThermostatsIsSettledForEach() {
        ecobee.faults().next("POST", "/1/thermostat", Fault.dropConnectionAfterHandling());

        Exchange done = send("ecobee:setHold?all=true&holdClimateRef=away&verify=true&resultBody=outcomes");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).asInstanceOf(list(ThermostatOutcome.class))
                .hasSameSizeAs(ecobee.thermostats()).extracting(ThermostatOutcome::outcome).containsOnly(WriteOutcome.APPLIED);
    }

    @Test
    void aChangeWhoseThermostatsCouldNotBeReadForTheBodyMustNotBeRepeated() {
        ecobee.faults().next("GET", "/1/thermostat", Fault.ecobeeStatus(3));

        Exchange done = send(HOLD + "&holdClimateRef=away&resultBody=thermostats");

        assertThat(done.getException()).isInstanceOfSatisfying(EcobeeUnknownOutcomeException.class,
                failure -> assertThat(failure.isRepeatSafe()).isFalse());
        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isEqualTo(1);
    }

    @Test
    void aMessageThatWasShownBeforeSettlesNothing() {
        String message = "ecobee:sendMessage?text=Filter day&verify=true&thermostatIds=" + UPSTAIRS;
        assertThat(send(message).getException()).isNull();
        ecobee.faults().next("POST", "/1/thermostat", Fault.dropConnection());

        assertThat(send(message).getException()).isInstanceOf(EcobeeNotAppliedException.class);
    }

    @Test
    void aThermostatThatIsMissingWhenItIsReadBackIsOfUnknownOutcome() {
        ecobee.faults().next("GET", "/1/thermostat", Fault.answer(AnswerChange.VANISHED, UPSTAIRS));

        assertThat(send(HOLD + "&holdClimateRef=away&verify=true").getException())
                .isInstanceOf(EcobeeUnknownOutcomeException.class).hasMessageContaining(UPSTAIRS);
    }

    private Exchange send(String uri) {
        return send(uri, Map.of());
    }

    private Exchange send(String uri, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody("mine");
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }
}
