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

import io.github.camelecobee.client.EcobeeFunctionException;
import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.client.EcobeeSelectionException;
import io.github.camelecobee.client.EcobeeUnavailableException;
import io.github.camelecobee.client.EcobeeUnknownOutcomeException;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.SetHoldParams;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The producers, SetHold.shtml, ResumeProgram.shtml, SendMessage.shtml, get-thermostats.shtml. */
class ProducersTest extends EcobeeTestSupport {
    private static final String HOLD = "ecobee:setHold?thermostatIds=" + UPSTAIRS;

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @ParameterizedTest
    @EnumSource(value = ExchangePattern.class, names = { "InOnly", "InOut" })
    void aHoldIsAppliedAndTheMessageStaysWhatItWas(ExchangePattern pattern) {
        Exchange done = camel.createProducerTemplate().send(
                HOLD + "&heatHoldTemp=72F&coolHoldTemp=78F&holdType=holdHours&holdHours=2", pattern, exchange -> {
                    exchange.getIn().setBody("mine");
                    exchange.getIn().setHeader("also", "mine");
                });

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).isEqualTo("mine");
        assertThat(done.getMessage().getHeaders()).containsEntry("also", "mine")
                .containsEntry(EcobeeConstants.STATUS_CODE, 0);
        assertThat(hold()).satisfies(hold -> {
            assertThat(hold.getHeatHoldTemp()).isEqualTo(720);
            assertThat(hold.getCoolHoldTemp()).isEqualTo(780);
        });
        assertThat(ecobee.thermostat(UPSTAIRS).snapshot().getRuntime().getDesiredHeat()).isEqualTo(720);
    }

    @ParameterizedTest
    @CsvSource({ "68F,76F,680,760", "20C,25C,680,770", "680,760,680,760", "20.5C,77.4F,689,774" })
    void temperaturesAreGivenInEveryUnit(String heat, String cool, int heatTenths, int coolTenths) {
        send(HOLD + "&heatHoldTemp=" + heat + "&coolHoldTemp=" + cool, "");

        assertThat(hold().getHeatHoldTemp()).isEqualTo(heatTenths);
        assertThat(hold().getCoolHoldTemp()).isEqualTo(coolTenths);
    }

    @Test
    void aHeaderCountsBeforeTheBodyAndTheBodyBeforeTheOption() {
        Exchange done = send(HOLD + "&heatHoldTemp=60F&coolHoldTemp=80F", Map.of("heatHoldTemp", "66F", "coolHoldTemp", "79F"),
                Map.of(EcobeeConstants.HEAT_HOLD_TEMP, "70F"));

        assertThat(done.getException()).isNull();
        assertThat(hold().getHeatHoldTemp()).isEqualTo(700);
        assertThat(hold().getCoolHoldTemp()).isEqualTo(790);
    }

    @Test
    void aBodyMayBeTheCommandItselfOrItsJson() {
        send(HOLD, new SetHoldParams().withHeatHoldTemp(690).withCoolHoldTemp(770).withHoldType("nextTransition"));
        assertThat(hold().getHeatHoldTemp()).isEqualTo(690);

        send(HOLD, "{\"heatHoldTemp\":\"71F\",\"coolHoldTemp\":780}");
        assertThat(hold().getHeatHoldTemp()).isEqualTo(710);
    }

    @Test
    void aThermostatThatTheRouteReadIsNoCommand() {
        Thermostat read = ecobee.thermostat(UPSTAIRS).snapshot();

        Exchange done = send("ecobee:setHold?holdClimateRef=away", read, Map.of(EcobeeConstants.THERMOSTAT_ID, UPSTAIRS));

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).isSameAs(read);
        assertThat(hold().getHoldClimateRef()).isEqualTo("away");
    }

    @Test
    void whatTheRouteReadNeverOverrulesTheOption() {
        String other = ecobee.thermostats().get(1).identifier();

        send(HOLD + "&holdClimateRef=away", "", Map.of(EcobeeConstants.THERMOSTAT_ID, other));

        assertThat(ecobee.thermostat(other).events()).noneMatch(event -> "hold".equals(event.getType()));
        assertThat(hold().getHoldClimateRef()).isEqualTo("away");
    }

    @Test
    void aFanHoldLeavesTheTemperaturesToTheProgram() {
        int before = ecobee.thermostat(UPSTAIRS).snapshot().getRuntime().getDesiredHeat();

        send(HOLD + "&fan=on", "");

        assertThat(hold().getFan()).isEqualTo("on");
        assertThat(ecobee.thermostat(UPSTAIRS).snapshot().getRuntime().getDesiredHeat()).isEqualTo(before);
    }

    @Test
    void resumingGoesBackToTheProgram() {
        send(HOLD + "&holdClimateRef=away", "");

        send("ecobee:resumeProgram?thermostatIds=" + UPSTAIRS, "");

        assertThat(ecobee.thermostat(UPSTAIRS).events()).noneMatch(event -> "hold".equals(event.getType()));
    }

    @Test
    @Tag("field-68")
    void aMessageKeepsItsAccentsAndDegrees() {
        String text = "L'été à 21°: «très» chaud, 日本";

        send("ecobee:sendMessage?thermostatIds=" + UPSTAIRS, text);

        List<Alert> alerts = ecobee.thermostat(UPSTAIRS).snapshot().getAlerts();
        assertThat(alerts).extracting(Alert::getText).contains(text);
    }

    @Test
    void thermostatsAreReadIntoTheBody() {
        Exchange done = send("ecobee:getThermostats?include=runtime,events", "ignored");

        List<?> read = done.getMessage().getBody(List.class);
        assertThat(read).hasSameSizeAs(ecobee.thermostats()).first().isInstanceOfSatisfying(Thermostat.class, first -> {
            assertThat(first.getRuntime()).isNotNull();
            assertThat(first.getSettings()).isNull();
        });
    }

    @ParameterizedTest
    @Tag("field-41")
    @CsvSource(delimiter = '|',
               textBlock = """
                                  holdType=holdHours&holdClimateRef=away                | setHold: holdType holdHours needs holdHours
                                  holdHours=2&holdClimateRef=away                       | option holdHours '2' counts only with holdType holdHours
                                  holdType=holdHours&holdHours=0&holdClimateRef=away    | option holdHours: '0' is not allowed
                                  holdType=forever&holdClimateRef=away                  | option holdType: 'forever' is not allowed; give one of indefinite
                                  holdType=dateTime&holdClimateRef=away                 | holdType dateTime needs endDate
                                  heatHoldTemp=68F                                      | only heatHoldTemp was
                                  coolHoldTemp=68F                                      | only coolHoldTemp was
                                  heatHoldTemp=80F&coolHoldTemp=70F                     | heatHoldTemp 80.0F is above coolHoldTemp 70.0F
                                  heatHoldTemp=72&coolHoldTemp=78                       | option heatHoldTemp: '72' is not allowed; give 45.0F to 120.0F
                                  heatHoldTemp=20F&coolHoldTemp=26F                     | '20F' is not allowed; give 45.0F to 120.0F, which is 7.2C to 48.9C
                       heatHoldTemp=68F&coolHoldTemp=180F                    | option coolHoldTemp: '180F' is not allowed; give -10.0F to 120.0F
                       heatHoldTemp=warm&coolHoldTemp=78F                    | option heatHoldTemp: 'warm' is not a temperature
                                  fan=sideways                                          | option fan: 'sideways' is not allowed; give one of auto, on
                                  holdType=indefinite                                   | nothing to hold
                                  """)
    void whatEcobeeWouldRefuseOrMisunderstandIsNotSent(String options, String complaint) {
        Exchange done = send(HOLD + "&" + options, "");

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(complaint);
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void anUnknownParameterInTheBodyIsNamedWithThoseThatExist() {
        Exchange done = send(HOLD, Map.of("heatTemp", "68F"));

        assertThat(done.getException()).hasMessageContaining("body: 'heatTemp' is no parameter of setHold")
                .hasMessageContaining("heatHoldTemp");
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void malformedJsonIsRefused() {
        assertThat(send(HOLD, "{\"heatHoldTemp\":").getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("body:");
    }

    @Test
    void aTextThatIsTooLongOrEmptyIsNotSent() {
        assertThat(send("ecobee:sendMessage?thermostatIds=" + UPSTAIRS, "x".repeat(501)).getException())
                .hasMessageContaining("501 characters").hasMessageContaining("1 to 500");
        assertThat(send("ecobee:sendMessage?thermostatIds=" + UPSTAIRS, "").getException())
                .hasMessageContaining("sendMessage: a text is needed");
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "setHold?holdClimateRef=away", "resumeProgram", "sendMessage?text=hello" })
    void nothingIsChangedThatWasNotNamed(String operation) {
        assertThat(send("ecobee:" + operation, "").getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("thermostatIds").hasMessageContaining("all=true");
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void everythingIsChangedWhenTheOptionSaysSo() {
        send("ecobee:setHold?holdClimateRef=away&all=true", "", Map.of(EcobeeConstants.THERMOSTAT_ID, UPSTAIRS));

        assertThat(ecobee.thermostats()).allSatisfy(thermostat -> assertThat(thermostat.events())
                .anyMatch(event -> "away".equals(event.getHoldClimateRef())));
    }

    @Test
    void refusalsCarryEcobeesCodeAndText() {
        Exchange unknownClimate = send(HOLD + "&holdClimateRef=nowhere", "");
        Exchange unknownThermostat = send("ecobee:resumeProgram?thermostatIds=999999999999", "");

        assertThat(unknownClimate.getException()).isInstanceOfSatisfying(EcobeeFunctionException.class, refused -> {
            assertThat(refused.code()).isEqualTo(11);
            assertThat(refused.httpStatus()).isEqualTo(500);
            assertThat(refused.account()).isEqualTo("default");
            assertThat(refused.request()).isEqualTo("POST /1/thermostat of thermostats " + UPSTAIRS);
        });
        assertThat(unknownThermostat.getException()).isInstanceOf(EcobeeSelectionException.class)
                .hasMessageContaining("No thermostats in selection");
    }

    @Test
    void aWriteThatMayHaveBeenAppliedIsOfUnknownOutcomeAndSentOnce() {
        ecobee.faults().next("POST", "/1/thermostat", Fault.dropConnectionAfterHandling());

        Exchange done = send(HOLD + "&holdClimateRef=away", "");

        assertThat(done.getException()).isInstanceOf(EcobeeUnknownOutcomeException.class)
                .hasMessageContaining("may or may not have been applied");
        assertThat(hold().getHoldClimateRef()).isEqualTo("away");
        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isEqualTo(1);
    }

    @Test
    void anUnreadableAnswerToAWriteIsOfUnknownOutcome() {
        for (Fault fault : List.of(Fault.emptyBody(), Fault.truncatedJson(), Fault.htmlPage(), Fault.httpStatus(502))) {
            ecobee.faults().next("POST", "/1/thermostat", fault);
            assertThat(send(HOLD + "&holdClimateRef=away", "").getException())
                    .isInstanceOf(EcobeeUnknownOutcomeException.class);
            // After 503 the account is left alone for a while.
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void aReadThatGotNoAnswerMayBeMadeAgain() {
        ecobee.faults().next("GET", "/1/thermostat", Fault.htmlPage());

        Exchange done = send("ecobee:getThermostats", "");

        assertThat(done.getException()).isInstanceOfSatisfying(EcobeeUnavailableException.class,
                unavailable -> assertThat(unavailable.httpStatus()).isEqualTo(503))
                .hasMessageContaining("503 Service Temporarily Unavailable");
    }

    @Test
    void aWriteThatNeverLeftIsRefused() throws Exception {
        send("ecobee:getThermostats", "");
        ecobee.close();

        assertThat(send(HOLD + "&holdClimateRef=away", "").getException())
                .isInstanceOf(EcobeeRefusedException.class).hasMessageContaining("was not sent");
    }

    private Event hold() {
        return ecobee.thermostat(UPSTAIRS).events().stream().filter(event -> "hold".equals(event.getType())).findFirst()
                .orElseThrow();
    }

    private Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }
}
