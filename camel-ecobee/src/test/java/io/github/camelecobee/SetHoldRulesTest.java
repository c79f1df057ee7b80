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
import java.util.Map;

import io.github.camelecobee.model.Event;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a hold holds and for how long, where ecobee leaves it to its clients (SetHold.shtml). */
class SetHoldRulesTest extends FunctionTestSupport {
    private static final String HOLD = to("setHold");
    private static final String AWAY = HOLD + "&holdClimateRef=away";

    @ParameterizedTest
    @Tag("field-43")
    @CsvSource({
            "useEndTime2hour,holdHours,2", "useEndTime4hour,holdHours,4", "nextPeriod,nextTransition,",
            "indefinite,indefinite,", "askMe,nextTransition," })
    void aHoldEndsAsTheUserOfTheThermostatPrefers(String holdAction, String holdType, Integer hours) {
        upstairs().setProperty("settings.holdAction", holdAction);

        Map<String, Object> params = shownParams(AWAY + "&holdType=auto");

        assertThat(params.get("holdType")).isEqualTo(holdType);
        assertThat(params.get("holdHours")).isEqualTo(hours);
    }

    @Test
    @Tag("field-43")
    void whoWantsToBeAskedIsNot() {
        upstairs().setProperty("settings.holdAction", "askMe");

        assertThat(shownParams(AWAY + "&holdType=auto&askMeHoldType=useEndTime4hour")).containsEntry("holdHours", 4);
        assertThat(send(AWAY + "&holdType=auto&askMeHoldType=never", "").getException())
                .hasMessageContaining("option askMeHoldType: 'never' is not allowed");
    }

    @Test
    @Tag("field-44")
    void headerBodyEndpointComponentAndPreferenceCountInThisOrder() {
        upstairs().setProperty("settings.holdAction", "useEndTime2hour");
        component().getConfiguration().setHoldType("auto");
        Map<String, Object> body = Map.of("holdType", "nextTransition");
        Map<String, Object> header = Map.of(EcobeeConstants.HOLD_TYPE, "holdHours", EcobeeConstants.HOLD_HOURS, 7);

        assertThat(shownParams(AWAY)).containsEntry("holdType", "holdHours").containsEntry("holdHours", 2);
        assertThat(shownParams(AWAY + "&holdType=indefinite")).containsEntry("holdType", "indefinite");
        assertThat(shownParams(AWAY + "&holdType=indefinite", body, Map.of())).containsEntry("holdType", "nextTransition");
        assertThat(shownParams(AWAY + "&holdType=indefinite", body, header)).containsEntry("holdHours", 7);
    }

    @Test
    @Tag("field-48")
    void oneSetPointIsRefusedAndBothAreNamed() {
        Exchange done = send(HOLD + "&heatHoldTemp=68F", "");

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heatHoldTemp and coolHoldTemp must be given together, but only heatHoldTemp was")
                .hasMessageContaining("missingSetPoint=running");
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @ParameterizedTest
    @Tag("field-48")
    @CsvSource({
            "heatHoldTemp=68F,680,820", "heatHoldTemp=78F,780,830", "coolHoldTemp=80F,640,800",
            "coolHoldTemp=68F,630,680" })
    void theOtherSetPointIsTheRunningOneFarEnoughAway(String given, int heat, int cool) {
        Exchange done = send(HOLD + "&missingSetPoint=running&verify=true&" + given, "");

        assertThat(done.getException()).isNull();
        assertThat(event("hold").getHeatHoldTemp()).isEqualTo(heat);
        assertThat(event("hold").getCoolHoldTemp()).isEqualTo(cool);
    }

    @Test
    void setPointsCloserThanTheThermostatAllowsAreRefusedWhenItIsRead() {
        upstairs().setProperty("settings.hvacMode", "auto");

        Exchange done = send(HOLD + "&validation=read&heatHoldTemp=70F&coolHoldTemp=72F", "");

        assertThat(done.getException()).hasMessageContaining("closer than this thermostat allows in mode auto; keep them 50");
        assertThat(posts()).isZero();
    }

    @Test
    void whatAConsumerKnowsOfTheThermostatIsEnoughToRefuse() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?include=runtime,settings&thermostatIds=" + UPSTAIRS).to("mock:read");
            }
        });
        mock("read").expectedMinimumMessageCount(1);
        mock("read").setResultWaitTime(PATIENCE.toMillis());
        mock("read").assertIsSatisfied();
        int asked = ecobee.requests().count("GET", "/1/thermostat");

        Exchange done = send(HOLD + "&heatHoldTemp=46F&coolHoldTemp=50F", "");

        assertThat(done.getException()).hasMessageContaining("coolHoldTemp 50.0F is outside the range of this thermostat");
        assertThat(posts()).isZero();
        assertThat(ecobee.requests().count("GET", "/1/thermostat")).isEqualTo(asked);
    }

    @Test
    void aClimateThatTheThermostatDoesNotHaveIsRefusedWhenItIsRead() {
        Exchange done = send(HOLD + "&validation=read&holdClimateRef=smart9", "");

        assertThat(done.getException()).hasMessageContaining("option holdClimateRef: 'smart9' is not allowed")
                .hasMessageContaining("away, home, sleep");
        assertThat(posts()).isZero();
    }

    @Test
    @Tag("field-40")
    @Tag("field-58")
    void aHoldOfTheFanSendsNoTemperatures() {
        int heat = upstairs().snapshot().getRuntime().getDesiredHeat();
        String fan = HOLD + "&fan=on&fanMinOnTime=20&fanSpeed=low";

        assertThat(shownParams(fan)).isEqualTo(Map.of("fan", "on", "fanMinOnTime", 20, "fanSpeed", "low",
                "isTemperatureAbsolute", false, "isTemperatureRelative", false));
        assertThat(send(fan + "&verify=true", "").getException()).isNull();
        assertThat(event("hold")).extracting(Event::getFan, Event::getFanMinOnTime, Event::getFanSpeed)
                .containsExactly("on", 20, "low");
        assertThat(upstairs().snapshot().getRuntime().getDesiredHeat()).isEqualTo(heat);
    }

    @Test
    void aHoldOfTheVentilatorSendsNoTemperatures() {
        assertThat(shownParams(HOLD + "&vent=minontime&ventilatorMinOnTime=15")).isEqualTo(Map.of("vent", "minontime",
                "ventilatorMinOnTime", 15, "isTemperatureAbsolute", false, "isTemperatureRelative", false));
    }

    @ParameterizedTest
    @ValueSource(strings = { "vent=on", "ventilatorMinOnTime=15", "fanMinOnTime=20", "fanSpeed=low" })
    void aHoldOfAirAloneIsTakenWithoutAFanMode(String air) {
        int heat = upstairs().snapshot().getRuntime().getDesiredHeat();

        assertThat(send(HOLD + "&verify=true&" + air, "").getException()).isNull();

        assertThat(has("hold")).isTrue();
        assertThat(upstairs().snapshot().getRuntime().getDesiredHeat()).isEqualTo(heat);
    }

    @Test
    void aHoldMayMoveTheSetPoints() {
        Exchange done = send(HOLD + "&verify=true", Map.of("heatRelativeTemp", "-2F"));

        assertThat(done.getException()).isNull();
        assertThat(event("hold")).extracting(Event::getHeatRelativeTemp, Event::getCoolRelativeTemp,
                Event::getIsTemperatureRelative).containsExactly(-20, 0, true);
    }

    @ParameterizedTest
    @ValueSource(strings = { "heatHoldTemp=68F&coolHoldTemp=78F", "holdClimateRef=away" })
    void moveAndHoldExcludeEachOther(String held) {
        assertThat(send(HOLD + "&" + held, Map.of("coolRelativeTemp", 20)).getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("give ");
        assertThat(posts()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
            "vent=open,vent", "fanSpeed=turbo,fanSpeed", "fanMinOnTime=61,fanMinOnTime",
            "ventilatorMinOnTime=-1,ventilatorMinOnTime" })
    void wrongWordsAndNumbersAreNamed(String option, String name) {
        assertThat(send(HOLD + "&fan=on&" + option, "").getException()).hasMessageContaining("option " + name + ": '");
        assertThat(posts()).isZero();
    }

    @Test
    @Tag("field-47")
    void theClimateOfTheScheduleIsResumedInsteadOfHeld() {
        String climate = upstairs().snapshot().getProgram().getCurrentClimateRef();
        String scheduled = HOLD + "&resumeIfScheduled=true&verify=true&holdClimateRef=" + climate;
        send(AWAY, "");
        send(HOLD + "&fan=on", "");

        Exchange resumed = send(scheduled, "");
        Exchange again = send(scheduled, "");

        assertThat(resumed.getException()).isNull();
        assertThat(resumed.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
        assertThat(has("hold")).isFalse();
        assertThat(again.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("UNCHANGED");
        assertThat(posts()).isEqualTo(3);
    }

    @Test
    @Tag("field-47")
    void anotherClimateAndALaterOneAreHeld() {
        String climate = upstairs().snapshot().getProgram().getCurrentClimateRef();
        String scheduled = HOLD + "&resumeIfScheduled=true&holdClimateRef=";

        assertThat(shownParams(scheduled + "sleep")).containsEntry("holdClimateRef", "sleep");
        assertThat(shownParams(scheduled + climate, "", Map.of(EcobeeConstants.START, "2025-01-15T12:00")))
                .containsEntry("holdClimateRef", climate);
    }

    @Test
    @Tag("field-45")
    void resumingTellsWhatIsStillActive() {
        send(to("createVacation") + "&name=Skiing&heatHoldTemp=60F&coolHoldTemp=85F", "");
        send(AWAY, "");

        Exchange done = send(to("resumeProgram") + "&resumeAll=true&verify=true", "");

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(EcobeeConstants.ACTIVE_EVENTS)).isEqualTo("vacation:Skiing");
        assertThat(upstairs().events()).extracting(Event::getType).isEqualTo(List.of("vacation"));
    }
}
