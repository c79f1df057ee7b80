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
package io.github.camelecobee.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Smart Home/Away: thermostats that notice where people are. */
class SmartHomeAwayTest {
    private static final String ID = "311019854581";
    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-12T05:00:00Z");

    private final SimulatedClock clock = SimulatedClock.manual(START);
    private final EcobeeSimulator simulator = house(clock).smartHomeAway(true).start();
    private final SimulatedThermostat thermostat = simulator.thermostat(ID);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static EcobeeSimulatorBuilder house(SimulatedClock clock) {
        return EcobeeSimulator.builder().clock(clock).thermostat(SampleThermostats.of(ID, "Hall"))
                .accessTokenLife(Duration.ofDays(90));
    }

    /** What was seen every five minutes in a number of days. */
    private List<Thermostat> watch(int days) {
        List<Thermostat> seen = new ArrayList<>();
        for (int i = 0; i < days * 288; i++) {
            clock.advance(Duration.ofMinutes(5));
            seen.add(thermostat.snapshot());
        }
        return seen;
    }

    /** Lets time pass until an event of a type runs. */
    private Event await(String type) {
        for (int i = 0; i < 14 * 288; i++) {
            List<Event> events = thermostat.events();
            if (!events.isEmpty() && events.get(0).getType().equals(type)) {
                return events.get(0);
            }
            clock.advance(Duration.ofMinutes(5));
        }
        throw new AssertionError("no " + type + " in two weeks");
    }

    private boolean isAway() {
        return thermostat.events().stream().anyMatch(event -> event.getType().equals("autoAway"));
    }

    @Test
    void eventsComeAndGoWithThePeople() {
        List<Thermostat> seen = watch(14);

        assertThat(seen).flatExtracting(Thermostat::getEvents).extracting(Event::getType)
                .contains("autoAway", "autoHome").doesNotContain("hold");
        for (Thermostat each : seen) {
            String program = each.getProgram().getCurrentClimateRef();
            for (Event event : each.getEvents()) {
                Contract.assertValid(EcobeeJson.write(event), Event.class);
                assertThat(event.getType()).isEqualTo("away".equals(program) ? "autoHome" : "autoAway");
                assertThat(event.getHoldClimateRef()).isEqualTo("away".equals(program) ? "home" : "away");
                assertThat(each.getRuntime().getDesiredHeat()).isEqualTo(event.getHeatHoldTemp());
            }
        }
        assertThat(seen.stream().filter(each -> each.getEvents().isEmpty()).count()).isGreaterThan(seen.size() / 2);
    }

    @Test
    void awayEndsWhenSomebodyIsSeen() {
        await("autoAway");
        List<Boolean> motion = new ArrayList<>();
        while (isAway()) {
            clock.advance(Duration.ofMinutes(5));
            motion.add(thermostat.snapshot().getRemoteSensors().stream().flatMap(sensor -> sensor.getCapability().stream())
                    .anyMatch(capability -> "true".equals(capability.getValue())));
        }

        assertThat(motion).isNotEmpty();
        assertThat(motion.subList(0, motion.size() - 1)).containsOnly(false);
    }

    @Test
    void holdTakesItsPlaceAndResumedItStaysAway() {
        Event event = await("autoHome");
        SimulatorClient client = new SimulatorClient(simulator);
        client.authorize();

        client.call(ID, "{\"type\":\"resumeProgram\"}");
        assertThat(thermostat.events()).isEmpty();
        clock.advance(Duration.ofMinutes(10));
        assertThat(thermostat.events()).isEmpty();

        Event next = await("autoHome");
        assertThat(next.getStartDate() + next.getStartTime()).isGreaterThan(event.getStartDate() + event.getStartTime());
        client.call(ID, "{\"type\":\"setHold\",\"params\":{\"holdType\":\"indefinite\",\"holdClimateRef\":\"away\"}}");
        clock.advance(Duration.ofMinutes(5));
        assertThat(thermostat.events()).extracting(Event::getType).containsExactly("hold");
    }

    @Test
    void settingSwitchesItOff() {
        thermostat.setProperty("settings.autoAway", false);

        assertThat(watch(7)).flatExtracting(Thermostat::getEvents).isEmpty();
    }

    @Test
    void nothingHappensUnlessTheSimulatorIsToldTo() {
        SimulatedClock other = SimulatedClock.manual(START);
        try (EcobeeSimulator plain = house(other).start()) {
            for (int i = 0; i < 7 * 24; i++) {
                other.advance(Duration.ofHours(1));
                assertThat(plain.thermostat(ID).events()).isEmpty();
            }
        }
    }
}
