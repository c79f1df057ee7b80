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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A poll asks for a summary, and of the thermostats that changed for what changed, get-thermostat-summary.shtml; the
 * message is complete all the same. Nothing polls by itself, and but for a test that says so no time passes.
 */
@Timeout(120)
class LeastReadingTest extends EcobeeTestSupport {
    private static final String SUMMARY = "/1/thermostatSummary";
    private static final String THERMOSTAT = "/1/thermostat";
    private static final String MUCH = "runtime,equipmentStatus,sensors,settings,events,program,alerts,extendedRuntime";
    private static final String FAST = "&allowFastPolling=true&scheduler=#";

    private final HandScheduler one = new HandScheduler();
    private final HandScheduler two = new HandScheduler();
    private final MemoryStateRepository cursors = new MemoryStateRepository();

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        context.getRegistry().bind("one", one);
        context.getRegistry().bind("two", two);
        context.getRegistry().bind("cursors", cursors);
        return context;
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 25, 26, 1000 })
    void aPollMakesOneRequestAndOneForTwentyFiveThatChanged(int size) throws Exception {
        camel.close();
        ecobee.close();
        ecobee = EcobeeSimulator.builder().port(0).clock(clock).thermostats(SampleThermostats.fleet(size)).start();
        camel = newContext();
        authorize();
        start(route("one", "ecobee:thermostats?include=runtime,settings" + FAST + "one"));
        camel.addRoutes(route("two", "ecobee:thermostats?include=runtime,alerts" + FAST + "two"));

        assertThat(poll(one)).hasSize(1 + chunks(size));
        assertThat(poll(two)).hasSize(1);
        assertThat(poll(one)).hasSize(1);
        assertThat(mock("one").getExchanges()).hasSize(size);
        assertThat(mock("two").getExchanges()).hasSize(size);

        List<SimulatedThermostat> changed = ecobee.thermostats().subList(0, (size + 1) / 2);
        for (int index = 0; index < changed.size(); index++) {
            changed.get(index).setProperty(index % 2 == 0 ? "settings.hvacMode" : "runtime.actualHumidity",
                    index % 2 == 0 ? "off" : (Object) 41);
        }
        List<LoggedRequest> requests = poll(one);
        assertThat(requests).hasSize(1 + chunks(changed.size()));
        assertThat(poll(two)).hasSize(1);
        assertThat(mock("one").getExchanges()).hasSize(size + changed.size());
        assertThat(requests.stream().skip(1).filter(request -> includes(request).size() > 1)).hasSizeLessThanOrEqualTo(1);
        assertThat(ecobee.requests().matching(request -> request.httpStatus() != 200)).isEmpty();
    }

    @Test
    void onlyThePartsWhoseRevisionMovedAreAskedFor() throws Exception {
        authorize();
        SimulatedThermostat upstairs = ecobee.thermostat(UPSTAIRS);
        List<Climate> climates = upstairs.snapshot().getProgram().getClimates();
        List<Climate> more = new ArrayList<>(climates);
        more.add(EcobeeJson.convert(climates.get(0), Climate.class).withClimateRef("smart9").withName("Guests"));
        upstairs.setProperty("program.climates", maps(more));
        start(route("one", "ecobee:thermostats?include=" + MUCH + FAST + "one"));
        assertThat(includes(poll(one).get(1))).isEqualTo(Include.parse(MUCH));

        upstairs.setProperty("events", List.of(Map.of("type", "hold", "name", "auto", "running", true)));
        assertThat(asked(poll(one))).isEqualTo(Include.parse("settings,events,program"));
        assertThat(last("one").getEvents()).extracting("type").containsExactly("hold");
        assertComplete(last("one"));

        upstairs.setTemperature(Temperature.ofFahrenheit(81.5));
        assertThat(asked(poll(one))).isEqualTo(Include.parse("runtime,equipmentStatus,sensors"));
        assertThat(last("one").getRuntime().getActualTemperature()).isEqualTo(815);
        assertThat(last("one").getEvents()).hasSize(1);
        assertComplete(last("one"));

        upstairs.setProperty("alerts", List.of(Map.of("acknowledgeRef", "a1", "text", "change the filter")));
        assertThat(asked(poll(one))).isEqualTo(Include.parse("alerts"));
        assertThat(last("one").getAlerts()).hasSize(1);
        assertComplete(last("one"));

        upstairs.setProperty("extendedRuntime.actualHumidity", List.of(30, 31, 32));
        assertThat(asked(poll(one))).isEqualTo(Include.parse("extendedRuntime"));
        assertComplete(last("one"));

        upstairs.setProperty("events", List.of());
        upstairs.setProperty("program.climates", maps(climates));
        poll(one);
        assertThat(last("one").getEvents()).isEmpty();
        upstairs.setTemperature(Temperature.ofFahrenheit(70));
        poll(one);
        assertThat(last("one").getEvents()).isEmpty();
        assertThat(last("one").getProgram().getClimates()).hasSameSizeAs(climates);
        assertComplete(last("one"));

        assertThat(poll(one)).hasSize(1);
    }

    @Test
    void ofAnUnpluggedThermostatTheReadingsAreRead() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?include=" + MUCH + FAST + "one"));
        poll(one);

        ecobee.thermostat(UPSTAIRS).setConnected(false);

        assertThat(asked(poll(one))).isEqualTo(Include.parse("runtime,equipmentStatus,sensors"));
        assertThat(last("one").getRuntime().getConnected()).isFalse();
        assertComplete(last("one"));
        assertThat(header("one", EcobeeConstants.FRESH_SECTIONS)).isEqualTo("runtime,equipmentStatus,sensors");
    }

    @Test
    void whatIsAlwaysSentIsReadWithoutAnyPart() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?include=runtime" + FAST + "one"));
        poll(one);

        ecobee.thermostat(UPSTAIRS).setProperty("name", "Loft");

        assertThat(asked(poll(one))).isEmpty();
        assertThat(last("one").getName()).isEqualTo("Loft");
        assertThat(last("one").getRuntime()).isNotNull();
        assertThat(header("one", EcobeeConstants.FRESH_SECTIONS)).isEqualTo("");
    }

    @Test
    void partsWithoutARevisionComeAlong() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?include=runtime,alerts,weather,version" + FAST + "one"));
        poll(one);

        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(81.5));

        assertThat(asked(poll(one))).isEqualTo(Include.parse("runtime,weather,version"));
    }

    @Test
    void everyConsumerGetsThePartsThatItAskedFor() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?include=runtime,events" + FAST + "one"));
        camel.addRoutes(route("two", "ecobee:thermostats?include=settings&thermostatIds=" + UPSTAIRS + FAST + "two"));

        assertThat(poll(one)).hasSize(2);
        assertThat(poll(two)).hasSize(1);

        assertThat(mock("one").getExchanges()).map(each -> each.getIn().getBody(Thermostat.class)).allSatisfy(body -> {
            assertThat(body.getRuntime()).isNotNull();
            assertThat(body.getEvents()).isNotNull();
            assertThat(body.getSettings()).isNull();
        });
        assertThat(last("two").getSettings()).isNotNull();
        assertThat(last("two").getRuntime()).isNull();
    }

    @Test
    void whatAnotherConsumerWillAskForIsReadAlong() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?include=alerts&scheduler=#one"));
        camel.addRoutes(route("two", "ecobee:thermostats?include=settings,extendedRuntime&scheduler=#two"));
        poll(one);
        poll(two);
        clock.advance(Duration.ofMinutes(15));
        ecobee.thermostat(UPSTAIRS).setProperty("alerts", List.of(Map.of("acknowledgeRef", "a1")));

        assertThat(poll(one)).hasSize(2);
        assertThat(poll(two)).isEmpty();

        assertThat(mock("one").getExchanges()).hasSize(4 + 1);
        assertThat(mock("two").getExchanges()).hasSize(4 + 4);
        assertThat(ecobee.usage().violations()).isEmpty();
    }

    @Test
    void whatAConsumerOfOtherNamesWouldAskForIsNotReadAlong() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?include=alerts&thermostatIds=" + UPSTAIRS + FAST + "one"));
        camel.addRoutes(route("two", "ecobee:thermostats?include=settings,program&thermostatNames=Cottage" + FAST + "two"));
        poll(two);

        assertThat(includes(poll(one).get(1))).isEqualTo(Include.parse("alerts"));
    }

    @Test
    @Tag("field-33")
    void anIdentifierThatDoesNotExistTakesNothingFromTheOthersBesideAConsumerOfAll() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?scheduler=#one&thermostatIds=311000000001," + UPSTAIRS));
        camel.addRoutes(route("two", "ecobee:thermostats?scheduler=#two"));

        poll(one);

        assertThat(mock("one").getExchanges()).hasSize(1);
        clock.advance(Duration.ofMinutes(3));
        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(81.5));
        assertThat(poll(one)).hasSize(2);
        assertThat(mock("one").getExchanges()).hasSize(2);
    }

    @Test
    @Tag("field-62")
    void aPropertyThatNobodyKnowsSurvivesInAPartThatIsNotReadAgain() throws Exception {
        authorize();
        ecobee.thermostat(UPSTAIRS).setProperty("settings.moodRing", "teal");
        start(route("one", "ecobee:thermostats?include=" + MUCH + FAST + "one"));
        poll(one);

        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(81.5));

        assertThat(asked(poll(one))).doesNotContain(Include.SETTINGS);
        assertThat(last("one").getSettings().getAdditionalProperties()).containsEntry("moodRing", "teal");
    }

    @Test
    void afterARestartTheWholeThermostatIsReadAgain() throws Exception {
        authorize();
        cursors.start();
        String uri = "ecobee:thermostats?cursorRepository=#cursors&include=" + MUCH + FAST + "one";
        start(route("one", uri));
        poll(one);
        camel.close();
        camel = newContext();
        start(route("one", uri));
        assertThat(poll(one)).hasSize(1);

        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(81.5));

        assertThat(asked(poll(one))).isEqualTo(Include.parse(MUCH));
        assertComplete(last("one"));
        assertThat(header("one", EcobeeConstants.FRESH_SECTIONS)).isEqualTo("runtime,equipmentStatus,sensors");
    }

    @Test
    void aThermostatThatWasGoneIsReadAsAWhole() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?include=" + MUCH + FAST + "one"));
        poll(one);
        ecobee.faults().next("GET", SUMMARY, Fault.answer(AnswerChange.VANISHED, UPSTAIRS));
        poll(one);

        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(81.5));

        assertThat(asked(poll(one))).isEqualTo(Include.parse(MUCH));
    }

    @Test
    void whatIsKnownIsForgottenSomeTimeAfterTheLastConsumerStopped() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?include=" + MUCH + FAST + "one"));
        poll(one);
        camel.getRouteController().stopRoute("one");
        clock.advance(Duration.ofMinutes(4));
        camel.getRouteController().startRoute("one");

        assertThat(asked(poll(one))).isEqualTo(Include.parse(MUCH));
    }

    @Test
    void allThermostatsAreDeliveredWithoutReadingThoseThatDidNotChange() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?deliver=all&include=" + MUCH + FAST + "one"));
        poll(one);
        assertThat(header("one", EcobeeConstants.FRESH_SECTIONS))
                .isEqualTo("runtime,extendedRuntime,settings,program,events,alerts,equipmentStatus,sensors");
        mock("one").reset();

        assertThat(poll(one)).hasSize(1);

        assertThat(mock("one").getExchanges()).hasSize(4)
                .allSatisfy(each -> assertThat(each.getIn().getHeader(EcobeeConstants.FRESH_SECTIONS)).isEqualTo(""));
        mock("one").getExchanges().forEach(each -> assertComplete(each.getIn().getBody(Thermostat.class)));

        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(81.5));
        assertThat(asked(poll(one))).isEqualTo(Include.parse("runtime,equipmentStatus,sensors"));
        assertThat(mock("one").getExchanges()).hasSize(8);
    }

    @Test
    void withoutInitialStateOnlyWhatComesLaterIsDelivered() throws Exception {
        authorize();
        cursors.start();
        String uri = "ecobee:thermostats?initialState=false&cursorRepository=#cursors&include=" + MUCH + FAST + "one";
        ecobee.faults().next(3, "GET", SUMMARY, Fault.answer(AnswerChange.VANISHED, UPSTAIRS));
        start(route("one", uri));
        assertThat(poll(one)).hasSize(1);
        assertThat(poll(one)).hasSize(1);
        camel.close();
        camel = newContext();
        start(route("one", uri));
        assertThat(poll(one)).hasSize(1);
        assertThat(mock("one").getExchanges()).isEmpty();

        poll(one);

        assertThat(mock("one").getExchanges()).hasSize(1);
        assertThat(last("one").getIdentifier()).isEqualTo(UPSTAIRS);
        assertComplete(last("one"));
        SimulatedThermostat other
                = ecobee.thermostats().stream().filter(each -> !each.identifier().equals(UPSTAIRS)).findFirst().orElseThrow();
        other.setTemperature(Temperature.ofFahrenheit(81.5));
        assertThat(asked(poll(one))).isEqualTo(Include.parse(MUCH));
        assertThat(last("one").getIdentifier()).isEqualTo(other.identifier());
    }

    @Test
    void whoHasCursorsAlreadyMissesNothingByGivingUpTheInitialState() throws Exception {
        authorize();
        cursors.start();
        ecobee.faults().next("GET", SUMMARY, Fault.answer(AnswerChange.VANISHED, UPSTAIRS));
        start(route("one", "ecobee:thermostats?cursorRepository=#cursors" + FAST + "one"));
        poll(one);
        camel.close();
        camel = newContext();
        start(route("one", "ecobee:thermostats?initialState=false&cursorRepository=#cursors" + FAST + "one"));

        poll(one);

        assertThat(mock("one").getExchanges()).hasSize(1);
        assertThat(last("one").getIdentifier()).isEqualTo(UPSTAIRS);
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> camel.getEndpoint("ecobee:thermostats?deliver=some")).rootCause()
                .hasMessage("deliver: 'some' is unknown; give one of changed, all");
        assertThatThrownBy(() -> camel.getEndpoint("ecobee:thermostats?initialState=maybe"))
                .hasStackTraceContaining("initialState").hasStackTraceContaining("maybe")
                .hasStackTraceContaining("true or false");
    }

    @Test
    @Tag("field-39")
    void aMessageTellsWhenTheThermostatSentItsReadings() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?thermostatIds=" + UPSTAIRS + FAST + "one"));
        ecobee.thermostat(UPSTAIRS).setProperty("runtime.lastStatusModified", "2025-01-14 16:44:00");

        poll(one);

        assertThat(header("one", EcobeeConstants.LAST_STATUS_MODIFIED)).isEqualTo(Instant.parse("2025-01-14T16:44:00Z"));
        assertThat(header("one", EcobeeConstants.POLL_TIME)).isEqualTo(clock.instant());
        assertThat(header("one", EcobeeConstants.AGE))
                .isEqualTo(Duration.between(Instant.parse("2025-01-14T16:44:00Z"), clock.instant()));

        ecobee.thermostat(UPSTAIRS).setProperty("runtime.lastStatusModified", "2025-01-14 19:00:00");
        poll(one);
        assertThat(header("one", EcobeeConstants.AGE)).isEqualTo(Duration.ZERO);
    }

    @Test
    @Tag("field-39")
    void withoutRuntimeNothingIsSaidOfItsAge() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?include=settings" + FAST + "one"));

        poll(one);

        assertThat(mock("one").getExchanges().get(0).getIn().getHeaders())
                .doesNotContainKeys(EcobeeConstants.AGE, EcobeeConstants.LAST_STATUS_MODIFIED);
    }

    @Test
    @Tag("field-32")
    void aFailedPollAndAnUnpluggedThermostatShowInTheAgeOfTheReadings() throws Exception {
        authorize();
        start(route("one", "ecobee:thermostats?deliver=all&scheduler=#one&thermostatIds=" + UPSTAIRS));
        ecobee.thermostat(UPSTAIRS).setConnected(false);
        poll(one);
        Duration before = (Duration) Objects.requireNonNull(header("one", EcobeeConstants.AGE));
        clock.advance(Duration.ofMinutes(3));
        ecobee.faults().next(4, "GET", SUMMARY, Fault.httpStatus(502));
        poll(one);
        assertThat(mock("one").getExchanges()).hasSize(1);
        clock.advance(Duration.ofMinutes(3));

        poll(one);

        assertThat(mock("one").getExchanges()).hasSize(2);
        assertThat(header("one", EcobeeConstants.CONNECTED)).isEqualTo(false);
        assertThat(header("one", EcobeeConstants.AGE)).isEqualTo(before.plusMinutes(6));
    }

    /** Polls once, and tells what ecobee was asked for. */
    private List<LoggedRequest> poll(HandScheduler consumer) {
        ecobee.requests().clear();
        consumer.poll();
        return ecobee.requests().all();
    }

    /** The parts asked for in the one request that followed the summary. */
    private static Set<Include> asked(List<LoggedRequest> requests) {
        assertThat(requests).hasSize(2);
        assertThat(requests.get(0).is("GET", SUMMARY)).isTrue();
        assertThat(requests.get(1).is("GET", THERMOSTAT)).isTrue();
        return includes(requests.get(1));
    }

    private static Set<Include> includes(LoggedRequest request) {
        Selection selection = Objects.requireNonNull(request.selection());
        Map<String, Object> asked = EcobeeJson.toMap(selection);
        return Arrays.stream(Include.values()).filter(part -> Boolean.TRUE.equals(asked.get(part.flag())))
                .collect(Collectors.toSet());
    }

    private Thermostat last(String route) {
        List<Exchange> exchanges = mock(route).getExchanges();
        return exchanges.get(exchanges.size() - 1).getIn().getBody(Thermostat.class);
    }

    private @Nullable Object header(String route, String name) {
        List<Exchange> exchanges = mock(route).getExchanges();
        return exchanges.get(exchanges.size() - 1).getIn().getHeader(name);
    }

    /** All the parts of {@link #MUCH} are as the cloud has them. */
    private void assertComplete(Thermostat body) {
        Map<String, Object> actual = EcobeeJson.toMap(body);
        Map<String, Object> expected = EcobeeJson.toMap(ecobee.thermostat(body.getIdentifier()).snapshot());
        for (Include part : Include.parse(MUCH)) {
            assertThat(actual.get(part.property())).as(part.property()).isNotNull().isEqualTo(expected.get(part.property()));
        }
        assertThat(body.getThermostatRev()).isEqualTo(expected.get("thermostatRev"));
    }

    private static List<Map<String, Object>> maps(List<Climate> climates) {
        return climates.stream().map(EcobeeJson::toMap).toList();
    }

    private static int chunks(int thermostats) {
        return (thermostats + 24) / 25;
    }

    private static RouteBuilder route(String name, String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId(name).to("mock:" + name);
            }
        };
    }
}
