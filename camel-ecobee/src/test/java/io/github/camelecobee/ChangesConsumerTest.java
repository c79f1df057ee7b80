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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelecobee.change.AlertChange;
import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.ChangeType;
import io.github.camelecobee.change.ClimateChange;
import io.github.camelecobee.change.EquipmentChange;
import io.github.camelecobee.change.EventChange;
import io.github.camelecobee.change.HeatingSource;
import io.github.camelecobee.change.ModeChange;
import io.github.camelecobee.change.NamedClimate;
import io.github.camelecobee.change.SensorChange;
import io.github.camelecobee.change.SetPointChange;
import io.github.camelecobee.change.ThermostatChange;
import io.github.camelecobee.client.Governor;
import io.github.camelecobee.client.RequestKind;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import org.apache.camel.Exchange;
import org.apache.camel.FailedToCreateRouteException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.faults.FaultRule.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

/** The consumer ecobee:changes: what happened, one exchange each. */
class ChangesConsumerTest extends FeedTestSupport {
    private static final String ALL = "ecobee:changes";
    private static final String HOLDS = "ecobee:changes?changeTypes=holdStarted,holdReplaced,holdEnded";

    private final Governor governor = new Governor(clock, Duration.ofMillis(1));

    @Override
    EcobeeComponent newComponent() {
        EcobeeComponent component = super.newComponent();
        component.setGovernor(governor);
        return component;
    }

    private static Map<String, Object> event(String type, String name, boolean running) {
        return Map.ofEntries(
                Map.entry("type", type), Map.entry("name", name), Map.entry("running", running),
                Map.entry("startDate", running ? "2025-01-14" : "2025-01-16"), Map.entry("startTime", "08:00:00"),
                Map.entry("endDate", "2025-01-20"), Map.entry("endTime", "08:00:00"), Map.entry("isOccupied", false),
                Map.entry("heatHoldTemp", 550), Map.entry("coolHoldTemp", 880),
                Map.entry("isTemperatureAbsolute", true), Map.entry("holdClimateRef", ""));
    }

    private void happens(String path, @Nullable Object value) {
        ecobee.thermostat(UPSTAIRS).setProperty(path, value);
    }

    private static List<String> types(List<Change> changes) {
        return changes.stream().map(change -> change.type().typeName()).toList();
    }

    @Test
    void theFirstPollHasNothingToCompareWith() throws Exception {
        startAt(ALL);

        assertThat(received).isEmpty();
    }

    @Test
    void aPollWithoutAChangeDeliversNothingAndIsOneRequest() throws Exception {
        startAt(ALL);
        int read = ecobee.requests().count("GET", THERMOSTAT);

        assertThat(changes()).isEmpty();
        assertThat(changes()).isEmpty();

        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(read);
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(3);
    }

    @Test
    void aReadingThatMovesIsNoChange() throws Exception {
        startAt("ecobee:changes?changeTypes=hvacModeChanged,sensorOffline,alertRaised,heatSetPointChanged");

        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(81.5));

        assertThat(changes()).isEmpty();
    }

    @Test
    @Tag("field-74")
    void aHoldThatSomebodySetsIsToldWithWhatItWants() throws Exception {
        startAt(HOLDS);

        camel.createProducerTemplate().sendBody(
                "ecobee:setHold?thermostatIds=" + UPSTAIRS
                                                + "&heatHoldTemp=65F&coolHoldTemp=80F&holdType=holdHours&holdHours=2",
                "");
        List<Change> changes = changes();

        assertThat(changes).singleElement().isInstanceOfSatisfying(EventChange.class, change -> {
            assertThat(change.type()).isEqualTo(ChangeType.HOLD_STARTED);
            assertThat(change.thermostatId()).isEqualTo(UPSTAIRS);
            assertThat(change.thermostatName()).isEqualTo("Chambre d'été 21°");
            assertThat(change.detectedAt()).isEqualTo(clock.instant());
            assertThat(change.before()).isNull();
            assertThat(Objects.requireNonNull(change.after())).satisfies(hold -> {
                assertThat(hold.heat()).isEqualTo(Temperature.ofFahrenheit(65));
                assertThat(hold.cool()).isEqualTo(Temperature.ofFahrenheit(80));
                assertThat(hold.climateRef()).isNull();
                assertThat(hold.indefinite()).isFalse();
                assertThat(hold.bySensor()).isFalse();
                assertThat(Duration.between(Objects.requireNonNull(hold.start()).local(),
                        Objects.requireNonNull(hold.end()).local())).isEqualTo(Duration.ofHours(2));
            });
        });
    }

    @Test
    void aHoldThatIsReplacedAndOneThatEndsAreToldOnce() throws Exception {
        startAt(HOLDS);
        String setHold = "ecobee:setHold?thermostatIds=" + UPSTAIRS + "&holdClimateRef=";

        camel.createProducerTemplate().sendBody(setHold + "away", "");
        assertThat(types(changes())).containsExactly("holdStarted");
        assertThat(changes()).isEmpty();
        camel.createProducerTemplate().sendBody(setHold + "home", "");
        assertThat(changes()).singleElement().isInstanceOfSatisfying(EventChange.class, change -> {
            assertThat(change.type()).isEqualTo(ChangeType.HOLD_REPLACED);
            assertThat(Objects.requireNonNull(change.before()).climateRef()).isEqualTo("away");
            assertThat(Objects.requireNonNull(change.after()).climateRef()).isEqualTo("home");
        });
        camel.createProducerTemplate().sendBody("ecobee:resumeProgram?thermostatIds=" + UPSTAIRS, "");
        assertThat(types(changes())).containsExactly("holdEnded");
        assertThat(changes()).isEmpty();
    }

    @Test
    void oneSetHoldIsSeveralChangesInOneOrder() throws Exception {
        startAt(ALL + "?changeTypes=holdStarted,activeClimateChanged,scheduledClimateChanged,heatSetPointChanged,"
                + "coolSetPointChanged,hvacModeChanged");

        happens("settings.hvacMode", "off");
        camel.createProducerTemplate().sendBody(
                "ecobee:setHold?thermostatIds=" + UPSTAIRS + "&heatHoldTemp=61F&coolHoldTemp=85F", "");
        List<Change> changes = changes();

        assertThat(types(changes)).containsExactly(
                "hvacModeChanged", "holdStarted", "activeClimateChanged", "heatSetPointChanged", "coolSetPointChanged");
        assertThat(changes.get(0)).isInstanceOfSatisfying(ModeChange.class, mode -> assertThat(mode.after()).isEqualTo("off"));
        assertThat(changes.get(2)).isInstanceOfSatisfying(ClimateChange.class, climate -> {
            assertThat(Objects.requireNonNull(climate.before()).name()).isNotBlank();
            assertThat(climate.after()).isNull();
        });
        assertThat(changes.get(3)).isInstanceOfSatisfying(SetPointChange.class, point -> {
            assertThat(point.after()).isEqualTo(Temperature.ofFahrenheit(61));
            assertThat(point.before()).isNotNull();
        });
    }

    @Test
    @Tag("field-46")
    void theScheduledClimateAndTheActiveOneAreTwoThings() throws Exception {
        startAt(ALL + "?changeTypes=activeClimateChanged,scheduledClimateChanged&thermostatIds=" + UPSTAIRS);
        camel.createProducerTemplate().sendBody(
                "ecobee:setHold?holdType=indefinite&holdClimateRef=sleep&thermostatIds=" + UPSTAIRS, "");
        assertThat(types(changes())).containsExactly("activeClimateChanged");

        // Until shortly before midnight.
        clock.advance(Duration.ofHours(12));

        assertThat(changes()).singleElement().isInstanceOfSatisfying(ClimateChange.class, climate -> {
            assertThat(climate.type()).isEqualTo(ChangeType.SCHEDULED_CLIMATE_CHANGED);
            assertThat(climate.after()).isEqualTo(new NamedClimate("sleep", "Sleep"));
        });
    }

    @Test
    void aVacationIsCreatedChangedBeginsAndEnds() throws Exception {
        startAt(ALL + "?changeTypes=vacationCreated,vacationChanged,vacationStarted,vacationEnded,vacationDeleted");

        happens("events", List.of(event("vacation", "Skiing", false)));
        assertThat(types(changes())).containsExactly("vacationCreated");
        Map<String, Object> warmer = new HashMap<>(event("vacation", "Skiing", false));
        warmer.put("heatHoldTemp", 600);
        happens("events", List.of(warmer));
        assertThat(types(changes())).containsExactly("vacationChanged");
        warmer.put("running", true);
        happens("events", List.of(warmer));
        assertThat(types(changes())).containsExactly("vacationStarted");
        happens("events", List.of());
        assertThat(types(changes())).containsExactly("vacationEnded");
    }

    @Test
    void aVacationThatIsTakenBackIsDeleted() throws Exception {
        startAt(ALL + "?changeTypes=vacationStarted,vacationEnded,vacationDeleted");

        happens("events", List.of(event("vacation", "Skiing", false)));
        assertThat(changes()).isEmpty();
        happens("events", List.of());

        assertThat(types(changes())).containsExactly("vacationDeleted");
    }

    @Test
    void demandResponsesAndEventsOfOtherKindsBeginAndEnd() throws Exception {
        startAt(ALL + "?changeTypes=demandResponseStarted,demandResponseEnded,eventStarted,eventEnded");

        happens("events", List.of(event("demandResponse", "peak", true), event("touSetback", "sbk070000", false)));
        assertThat(types(changes())).containsExactly("demandResponseStarted");
        happens("events", List.of(event("touSetback", "sbk070000", true)));
        assertThat(types(changes())).containsExactly("demandResponseEnded", "eventStarted");
        happens("events", List.of());
        assertThat(changes()).singleElement().isInstanceOfSatisfying(EventChange.class, change -> {
            assertThat(change.type()).isEqualTo(ChangeType.EVENT_ENDED);
            assertThat(Objects.requireNonNull(change.before()).eventType()).isEqualTo("touSetback");
        });
    }

    @Test
    void theFanModeIsNoneWhileTheSystemIsOff() throws Exception {
        startAt(ALL + "?changeTypes=fanModeChanged");

        happens("runtime.desiredFanMode", "on");
        assertThat(changes()).singleElement()
                .isInstanceOfSatisfying(ModeChange.class, fan -> assertThat(fan.after()).isEqualTo("on"));
        happens("runtime.desiredFanMode", null);
        assertThat(changes()).singleElement()
                .isInstanceOfSatisfying(ModeChange.class, fan -> assertThat(fan.after()).isNull());
    }

    @Test
    @Tag("field-70")
    void aFurnaceIsNotTheAuxiliaryHeatOfAHeatPump() throws Exception {
        ecobee.thermostat(UPSTAIRS).setProperty("equipmentStatus", "");
        ecobee.thermostat(COTTAGE).setProperty("equipmentStatus", "");
        startAt(ALL + "?changeTypes=equipmentStarted,equipmentStopped");

        ecobee.thermostat(UPSTAIRS).setProperty("equipmentStatus", "auxHeat1,fan");
        ecobee.thermostat(COTTAGE).setProperty("equipmentStatus", "heatPump,auxHeat1");

        assertThat(changes()).extracting(Change::thermostatId, change -> ((EquipmentChange) change).equipment(),
                change -> ((EquipmentChange) change).heatingSource()).containsExactlyInAnyOrder(
                        tuple(UPSTAIRS, "auxHeat1", HeatingSource.FURNACE),
                        tuple(UPSTAIRS, "fan", null),
                        tuple(COTTAGE, "auxHeat1", HeatingSource.HEAT_PUMP_AUXILIARY),
                        tuple(COTTAGE, "heatPump", HeatingSource.HEAT_PUMP));
        ecobee.thermostat(UPSTAIRS).setProperty("equipmentStatus", "fan");
        assertThat(changes()).singleElement().isInstanceOfSatisfying(EquipmentChange.class, stopped -> {
            assertThat(stopped.type()).isEqualTo(ChangeType.EQUIPMENT_STOPPED);
            assertThat(stopped.heatingSource()).isEqualTo(HeatingSource.FURNACE);
        });
    }

    @Test
    void anAlertIsRaisedAndCleared() throws Exception {
        startAt(ALL + "?changeTypes=alertRaised,alertCleared");

        camel.createProducerTemplate().sendBody("ecobee:sendMessage?thermostatIds=" + UPSTAIRS, "Filter day");
        // Readings that look older than an own change are not believed for two minutes.
        clock.advance(Duration.ofMinutes(3));
        assertThat(changes()).singleElement().isInstanceOfSatisfying(AlertChange.class, change -> {
            assertThat(change.type()).isEqualTo(ChangeType.ALERT_RAISED);
            assertThat(Objects.requireNonNull(change.after()).text()).isEqualTo("Filter day");
            assertThat(change.after().raisedAt()).isNotNull();
        });
        happens("alerts", List.of());
        assertThat(types(changes())).containsExactly("alertCleared");
    }

    @Test
    @Tag("field-59")
    void aSensorWithoutContactIsOfflineAndTheOthersAreUntouched() throws Exception {
        startAt(ALL + "?changeTypes=sensorOnline,sensorOffline");

        ecobee.thermostat(UPSTAIRS).setSensorOnline("rs:100", false);
        assertThat(changes()).singleElement().isInstanceOfSatisfying(SensorChange.class, change -> {
            assertThat(change.type()).isEqualTo(ChangeType.SENSOR_OFFLINE);
            assertThat(change.sensorId()).isEqualTo("rs:100");
            assertThat(change.sensorName()).isNotBlank();
        });
        ecobee.thermostat(UPSTAIRS).setSensorOnline("rs:100", true);
        assertThat(types(changes())).containsExactly("sensorOnline");
    }

    @Test
    void aThermostatThatIsDisconnectedIsToldWithoutBeingRead() throws Exception {
        startAt(ALL + "?changeTypes=thermostatConnected,thermostatDisconnected");

        ecobee.thermostat(UPSTAIRS).setConnected(false);
        assertThat(types(changes())).containsExactly("thermostatDisconnected");
        ecobee.thermostat(UPSTAIRS).setConnected(true);
        assertThat(types(changes())).containsExactly("thermostatConnected");
        assertThat(changes()).isEmpty();

        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isZero();
    }

    @Test
    void anotherFirmwareIsFoundWhenTheThermostatIsReadNext() throws Exception {
        startAt(ALL + "?changeTypes=firmwareChanged");

        happens("version", Map.of("thermostatFirmwareVersion", "4.9.9.9"));

        assertThat(changes()).singleElement()
                .isInstanceOfSatisfying(ModeChange.class, change -> assertThat(change.after()).isEqualTo("4.9.9.9"));
    }

    @Test
    @Tag("field-71")
    void aThermostatThatIsGoneIsToldOnceAndSoIsItsReturn() throws Exception {
        startAt(ALL + "?changeTypes=thermostatAdded,thermostatRemoved,hvacModeChanged");
        String revision = ecobee.thermostat(COTTAGE).snapshot().getThermostatRev();

        ecobee.faults().when(requests("*", "/1/*")).then(Fault.answer(AnswerChange.VANISHED, COTTAGE));
        assertThat(changes()).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        assertThat(changes()).singleElement().isInstanceOfSatisfying(ThermostatChange.class, change -> {
            assertThat(change.type()).isEqualTo(ChangeType.THERMOSTAT_REMOVED);
            assertThat(change.before()).isEqualTo(COTTAGE);
            assertThat(change.thermostatName()).isEqualTo("Cottage");
            assertThat(change.revision()).isEqualTo(revision);
        });
        assertThat(changes()).isEmpty();
        ecobee.thermostat(COTTAGE).setProperty("settings.hvacMode", "off");
        ecobee.faults().clear();
        assertThat(types(changes())).containsExactly("thermostatAdded");
        assertThat(changes()).isEmpty();
        ecobee.thermostat(COTTAGE).setProperty("settings.hvacMode", "heat");
        assertThat(types(changes())).containsExactly("hvacModeChanged");
    }

    @Test
    @Tag("field-71")
    void aNewThermostatOfTheSameNameReplacesTheOldOne() throws Exception {
        startAt(ALL);

        ecobee.faults().when(requests("*", "/1/*")).then(Fault.answer(AnswerChange.REPLACED, COTTAGE));

        assertThat(changes()).singleElement().isInstanceOfSatisfying(ThermostatChange.class, change -> {
            assertThat(change.type()).isEqualTo(ChangeType.THERMOSTAT_REPLACED);
            assertThat(change.before()).isEqualTo(COTTAGE);
            assertThat(change.after()).isEqualTo("6" + COTTAGE.substring(1));
        });
        assertThat(changes()).isEmpty();
    }

    @Test
    @Tag("field-71")
    void withoutANameItIsOneGoneAndOneCome() throws Exception {
        startAt(ALL + "?changeTypes=thermostatAdded,thermostatRemoved,thermostatReplaced");

        ecobee.faults().when(requests("*", "/1/*")).then(Fault.answer(AnswerChange.REPLACED, UNNAMED));

        assertThat(types(changes())).containsExactly("thermostatAdded");
        clock.advance(Duration.ofMinutes(3));
        assertThat(types(changes())).containsExactly("thermostatRemoved");
    }

    @Test
    @Tag("field-71")
    void aSummaryThatLeavesThermostatsOutOnceTakesNoneAway() throws Exception {
        startAt(ALL + "?changeTypes=thermostatAdded,thermostatRemoved,thermostatReplaced,hvacModeChanged");
        String[] most = ecobee.thermostats().stream().skip(1).map(SimulatedThermostat::identifier).toArray(String[]::new);

        ecobee.faults().next("GET", SUMMARY, Fault.answer(AnswerChange.VANISHED, most));
        assertThat(changes()).isEmpty();
        happens("settings.hvacMode", "off");
        clock.advance(Duration.ofMinutes(3));

        assertThat(types(changes())).containsExactly("hvacModeChanged");
        assertThat(changes()).isEmpty();
    }

    @Test
    @Tag("field-71")
    void whoWantsToKnowOnlyOfNewThermostatsIsNotToldOfOneThatWasLeftOutOnce() throws Exception {
        startAt(ALL + "?changeTypes=thermostatAdded");

        ecobee.faults().next("GET", SUMMARY, Fault.answer(AnswerChange.VANISHED, COTTAGE));
        assertThat(changes()).isEmpty();
        clock.advance(Duration.ofMinutes(3));

        assertThat(changes()).isEmpty();
    }

    @Test
    @Tag("field-71")
    void theSameSummarySeenTwiceTakesNoThermostatAway() throws Exception {
        start(route("feed", ALL + "?changeTypes=thermostatRemoved&scheduler=#hand&cursorRepository=#cursors"));
        hand.poll();
        clock.advance(Duration.ofMinutes(3));
        ecobee.faults().next("GET", SUMMARY, Fault.answer(AnswerChange.VANISHED, COTTAGE));
        assertThat(changes()).isEmpty();
        clock.advance(Duration.ofMinutes(1));

        assertThat(changes()).isEmpty();
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(2);
    }

    @Test
    @Tag("field-32")
    void aThermostatThatOnlySeemedDisconnectedIsToldToBeConnected() throws Exception {
        startAt(ALL + "?changeTypes=thermostatConnected,thermostatDisconnected,hvacModeChanged");
        assertThat(changes()).isEmpty();
        ecobee.faults().next("GET", SUMMARY, Fault.answer(AnswerChange.DISCONNECTED, UPSTAIRS));
        assertThat(types(changes())).containsExactly("thermostatDisconnected");

        assertThat(types(changes())).containsExactly("thermostatConnected");
    }

    @Test
    void whatHappensAfterMoreTypesAreWantedIsToldAlsoWhenTheFirstDeliveryFails() throws Exception {
        startAt(ALL + "?changeTypes=hvacModeChanged");
        camel.close();
        happens("settings.hvacMode", "off");
        broken = exchange -> true;
        restart(ALL + "?changeTypes=hvacModeChanged,holdStarted");
        assertThat(received).isEmpty();

        happens("events", List.of(event("hold", "auto", true)));
        broken = exchange -> false;

        assertThat(types(changes())).containsExactly("hvacModeChanged", "holdStarted");
    }

    @Test
    void aSummaryThatFailsTakesNoThermostatAway() throws Exception {
        startAt(ALL);

        ecobee.faults().next("GET", SUMMARY, Fault.ecobeeStatus(3, "Processing error."));
        assertThat(changes()).isEmpty();
        // A poll that failed has the next one wait.
        clock.advance(Duration.ofMinutes(3));

        assertThat(changes()).noneMatch(ThermostatChange.class::isInstance);
    }

    @Test
    void aThermostatThatIsSetAsideIsNotGone() throws Exception {
        startAt(ALL + "?changeTypes=thermostatRemoved,hvacModeChanged");
        ecobee.thermostat(COTTAGE).setProperty("settings.hvacMode", "off");
        ecobee.thermostat(UPSTAIRS).setProperty("settings.hvacMode", "off");
        ecobee.faults().when(requests("GET", THERMOSTAT).times(1))
                .then(Fault.ecobeeStatus(3, "Error processing thermostats: [" + COTTAGE + "]"));

        assertThat(changes()).extracting(Change::thermostatId).containsExactly(UPSTAIRS);
        clock.advance(Duration.ofMinutes(15));

        assertThat(changes()).extracting(Change::thermostatId, Change::type)
                .containsExactly(tuple(COTTAGE, ChangeType.HVAC_MODE_CHANGED));
    }

    @Test
    void aFailedChangeComesAgainWithThoseAfterItAndThoseBeforeDoNot() throws Exception {
        startAt(ALL + "?changeTypes=hvacModeChanged,holdStarted,heatSetPointChanged");
        happens("settings.hvacMode", "off");
        happens("events", List.of(event("hold", "auto", true)));
        happens("runtime.desiredHeat", 555);
        ecobee.thermostat(COTTAGE).setProperty("settings.hvacMode", "off");
        broken = exchange -> "holdStarted".equals(exchange.getIn().getHeader(EcobeeConstants.CHANGE_TYPE));

        assertThat(changes()).extracting(Change::thermostatId, change -> change.type().typeName()).containsExactlyInAnyOrder(
                tuple(UPSTAIRS, "hvacModeChanged"),
                tuple(COTTAGE, "hvacModeChanged"));
        assertThat(changes()).isEmpty();
        broken = exchange -> false;

        assertThat(types(changes())).containsExactly("holdStarted", "heatSetPointChanged");
        assertThat(changes()).isEmpty();
    }

    @Test
    void aChangeThatComesAgainHasTheSameIdAndNoOtherHasIt() throws Exception {
        startAt(ALL + "?changeTypes=hvacModeChanged");
        List<String> tried = new ArrayList<>();
        broken = exchange -> tried.add(exchange.getIn().getHeader(EcobeeConstants.CHANGE_ID, String.class));
        happens("settings.hvacMode", "off");
        changes();
        clock.advance(Duration.ofMinutes(3));
        changes();
        assertThat(tried).hasSize(2).containsOnly(tried.get(0));
        broken = exchange -> false;
        Set<String> ids = new HashSet<>();

        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.id()).isEqualTo(tried.get(0));
            ids.add(change.id());
        });
        for (String mode : List.of("heat", "off", "heat", "off")) {
            happens("settings.hvacMode", mode);
            changes().forEach(change -> ids.add(change.id()));
        }
        assertThat(ids).hasSize(5);
    }

    @Test
    void aValueThatComesBackAfterItWasDeliveredIsDelivered() throws Exception {
        startAt(ALL + "?changeTypes=hvacModeChanged,holdStarted");
        String mode = ecobee.thermostat(UPSTAIRS).snapshot().getSettings().getHvacMode();
        happens("settings.hvacMode", "off");
        happens("events", List.of(event("hold", "auto", true)));
        broken = exchange -> "holdStarted".equals(exchange.getIn().getHeader(EcobeeConstants.CHANGE_TYPE));
        assertThat(types(changes())).containsExactly("hvacModeChanged");

        happens("settings.hvacMode", mode);
        happens("events", List.of());
        broken = exchange -> false;
        List<Change> changes = changes();

        // The route may have done something with the hold before it failed.
        assertThat(types(changes)).containsExactly("holdStarted", "hvacModeChanged");
        assertThat(changes.get(1)).isInstanceOfSatisfying(ModeChange.class, change -> {
            assertThat(change.before()).isEqualTo("off");
            assertThat(change.after()).isEqualTo(mode);
        });
    }

    @Test
    void whatHappenedWhileNobodyPolledIsFoundAfterwards() throws Exception {
        startAt(HOLDS);
        camel.close();

        happens("events", List.of(event("hold", "auto", true)));
        restart(HOLDS);

        assertThat(types(receivedChanges())).containsExactly("holdStarted");
        restart(HOLDS);
        assertThat(received).isEmpty();
    }

    @Test
    void typesThatAreWantedLaterBeginWithWhatIsThere() throws Exception {
        startAt(HOLDS);
        happens("settings.hvacMode", "off");
        restart(HOLDS + ",hvacModeChanged");
        assertThat(received).isEmpty();

        happens("settings.hvacMode", "heat");

        assertThat(types(changes())).containsExactly("hvacModeChanged");
    }

    @Test
    void consumersWithOtherTypesShareOneSummaryAndOneReading() throws Exception {
        String uri = "ecobee:changes?cursorRepository=#cursors&scheduler=";
        start(route("modes", uri + "#hand&changeTypes=hvacModeChanged"));
        camel.addRoutes(route("holds", uri + "#other&changeTypes=holdStarted"));
        hand.poll();
        other.poll();
        ecobee.requests().clear();
        clock.advance(Duration.ofMinutes(3));
        happens("settings.hvacMode", "off");
        happens("events", List.of(event("hold", "auto", true)));

        hand.poll();
        other.poll();

        assertThat(types(receivedChanges())).containsExactly("hvacModeChanged", "holdStarted");
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(1);
        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(1);
    }

    @Test
    void onlyThePartsThatTheTypesNeedAreRead() throws Exception {
        startAt(HOLDS);

        assertThat(ecobee.requests().matching(request -> request.is("GET", THERMOSTAT))).isNotEmpty()
                .allSatisfy(request -> assertThat(Objects.requireNonNull(request.selection())).satisfies(selection -> {
                    assertThat(selection.getIncludeEvents()).isTrue();
                    assertThat(selection.getIncludeRuntime()).isNotEqualTo(true);
                    assertThat(selection.getIncludeSettings()).isNotEqualTo(true);
                    assertThat(selection.getIncludeSensors()).isNotEqualTo(true);
                }));
    }

    @Test
    void noMoreThanTheLimitAreDeliveredInOnePoll() throws Exception {
        startAt(ALL + "?changeTypes=hvacModeChanged,holdStarted&maxMessagesPerPoll=1");
        happens("settings.hvacMode", "off");
        happens("events", List.of(event("hold", "auto", true)));
        ecobee.thermostat(COTTAGE).setProperty("settings.hvacMode", "off");

        List<String> all = new ArrayList<>();
        for (int poll = 0; poll < 4; poll++) {
            List<Change> some = changes();
            assertThat(some).hasSizeLessThanOrEqualTo(1);
            some.forEach(change -> all.add(change.thermostatId() + " " + change.type().typeName()));
        }

        assertThat(all).containsExactlyInAnyOrder(
                UPSTAIRS + " hvacModeChanged", UPSTAIRS + " holdStarted", COTTAGE + " hvacModeChanged");
    }

    @Test
    void headersTellTheChangeAndTheThermostat() throws Exception {
        startAt(ALL + "?changeTypes=hvacModeChanged");
        happens("settings.hvacMode", "off");

        Exchange exchange = poll().get(0);

        assertThat(exchange.getIn().getHeaders()).containsEntry(EcobeeConstants.CHANGE_TYPE, "hvacModeChanged")
                .containsEntry(EcobeeConstants.CHANGE_ID, exchange.getIn().getBody(Change.class).id())
                .containsEntry(EcobeeConstants.THERMOSTAT_ID, UPSTAIRS).containsEntry(EcobeeConstants.ACCOUNT, "default")
                .containsEntry(EcobeeConstants.CONNECTED, true)
                .containsEntry(EcobeeConstants.POLL_TIME, clock.instant())
                .containsEntry(EcobeeConstants.THERMOSTAT_REVISION,
                        ecobee.thermostat(UPSTAIRS).snapshot().getThermostatRev());
    }

    @Test
    void aTypeThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThatThrownBy(() -> startAt(ALL + "?changeTypes=holdStarted,holdForgotten"))
                .isInstanceOf(FailedToCreateRouteException.class).rootCause()
                .hasMessageContaining("changeTypes: 'holdForgotten' is no type of a change")
                .hasMessageContaining("holdStarted, ");
    }

    @Test
    void aDelayBelowThreeMinutesIsRefused() {
        assertThatThrownBy(() -> start(route("feed", "ecobee:changes?delay=60000")))
                .rootCause().hasMessageContaining("delay: '60000' ms").hasMessageContaining("180000");
    }

    @Test
    void anOwnChangeIsToldWithoutWaitingForThePoll() throws Exception {
        startAt(HOLDS + "&pollAfterWrite=50");

        camel.createProducerTemplate().sendBody("ecobee:setHold?holdClimateRef=away&thermostatIds=" + UPSTAIRS, "");

        await().atMost(PATIENCE).until(() -> !received.isEmpty());
        assertThat(types(receivedChanges())).containsExactly("holdStarted");
    }

    @Test
    @Tag("field-38")
    void aReadingFromBeforeAnOwnChangeTakesNothingBack() throws Exception {
        startAt(HOLDS);
        happens("program.currentClimateRef", "home");
        ecobee.faults().next("GET", THERMOSTAT, Fault.latency(Duration.ofSeconds(2)));
        long before = governor.requests(RequestKind.THERMOSTAT);
        Thread poll = new Thread(hand::poll);
        poll.start();
        await().atMost(PATIENCE).until(() -> governor.requests(RequestKind.THERMOSTAT) > before);

        camel.createProducerTemplate().sendBody("ecobee:setHold?holdClimateRef=away&thermostatIds=" + UPSTAIRS, "");
        poll.join();

        assertThat(received).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        assertThat(types(changes())).containsExactly("holdStarted");
        assertThat(changes()).isEmpty();
    }

    @Test
    @Tag("field-71")
    void aThermostatThatWentWhileNobodyPolledIsToldWithItsLastRevisions() throws Exception {
        startAt(ALL);
        String revision = ecobee.thermostat(COTTAGE).snapshot().getThermostatRev();
        camel.close();

        ecobee.faults().when(requests("*", "/1/*")).then(Fault.answer(AnswerChange.VANISHED, COTTAGE));
        restart(ALL);
        clock.advance(Duration.ofMinutes(3));

        assertThat(changes()).filteredOn(ThermostatChange.class::isInstance).singleElement().satisfies(change -> {
            assertThat(change.thermostatName()).isEqualTo("Cottage");
            assertThat(change.revision()).isEqualTo(revision);
        });
    }

    @Test
    @Tag("field-71")
    void comingsThatFailComeAgainAndHoldUpNoOther() throws Exception {
        startAt(ALL + "?changeTypes=thermostatAdded,thermostatRemoved,hvacModeChanged");
        broken = exchange -> COTTAGE.equals(exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID));
        ecobee.faults().when(requests("*", "/1/*")).then(Fault.answer(AnswerChange.REPLACED, COTTAGE));
        happens("settings.hvacMode", "off");

        assertThat(types(changes())).containsExactly("thermostatAdded", "hvacModeChanged");
        clock.advance(Duration.ofMinutes(3));
        assertThat(changes()).isEmpty();
        broken = exchange -> false;
        assertThat(types(changes())).containsExactly("thermostatRemoved");
        assertThat(changes()).isEmpty();
    }
}
