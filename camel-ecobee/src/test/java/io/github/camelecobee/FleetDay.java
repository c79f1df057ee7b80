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
import java.util.List;
import java.util.Random;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultRule;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import org.jspecify.annotations.Nullable;

/** Time that passes for a fleet: what happens to it, what goes wrong with ecobee, and polls in between. */
final class FleetDay {
    private static final double ONE_PERCENT = 0.01;

    private final EcobeeSimulator ecobee;
    private final HandScheduler scheduler;
    private final PollOutcome outcome;
    private final long seed;
    private final FleetLife life;
    private final Random chance;
    private final DayRequests requests;
    private double failingExchanges;
    private Instant portClosesAt = Instant.MAX;
    private Instant portOpensAt = Instant.MAX;
    private int pollsOfClosedPort;

    FleetDay(EcobeeSimulator ecobee, HandScheduler scheduler, PollOutcome outcome, long seed) {
        this.ecobee = ecobee;
        this.scheduler = scheduler;
        this.outcome = outcome;
        this.seed = seed;
        this.life = new FleetLife(ecobee, seed);
        this.chance = new Random(seed);
        this.requests = new DayRequests(ecobee);
    }

    EcobeeSimulator ecobee() {
        return ecobee;
    }

    DayRequests requests() {
        return requests;
    }

    Instant now() {
        return ecobee.clock().instant();
    }

    /** Lets the consumer poll, and tells why that failed, {@code null} if it did not. */
    @Nullable
    Exception poll() {
        scheduler.poll();
        return outcome.take();
    }

    /** Polls for some time, the last one at its end. */
    void polls(DayAccount account, Duration time) {
        Instant end = now().plus(time);
        while (now().isBefore(end)) {
            next(account);
        }
    }

    /** Polls as long as it is not yet that time. */
    void pollsBefore(DayAccount account, Instant end) {
        while (now().plus(account.delay()).isBefore(end)) {
            next(account);
        }
    }

    private void next(DayAccount account) {
        ecobee.clock().advance(account.delay());
        life.goesOn();
        closeOrOpenPort();
        account.poll();
    }

    /** From now on one request in a hundred meets each of the faults, and one exchange in a hundred fails. */
    void everythingFails() {
        long next = seed;
        List<String> identifiers = ecobee.thermostats().stream().map(SimulatedThermostat::identifier).toList();
        List<Fault> all = new ArrayList<>(EveryFault.failing(identifiers));
        all.addAll(EveryFault.odd());
        for (Fault fault : all) {
            next++;
            ecobee.faults().when(FaultRule.anyRequest().withProbability(ONE_PERCENT, next)).then(fault);
        }
        failingExchanges = ONE_PERCENT;
    }

    /** From now on nothing fails, and what ecobee had told wrongly can be read again. */
    void nothingFails() {
        ecobee.faults().clear();
        failingExchanges = 0;
        life.comesTogether();
    }

    /**
     * From now on ecobee is away, for two of the six hours with a closed port. Returns when it is back: a request of
     * that moment is answered.
     */
    Instant sixHoursWithoutEcobee() {
        Instant from = now();
        fails(from, Duration.ofHours(1), Fault.dropConnection());
        portClosesAt = from.plus(Duration.ofHours(1));
        portOpensAt = from.plus(Duration.ofHours(3));
        fails(portOpensAt, Duration.ofHours(1), Fault.httpStatus(503));
        fails(from.plus(Duration.ofHours(4)), Duration.ofHours(1), Fault.htmlPage());
        fails(from.plus(Duration.ofHours(5)), Duration.ofHours(1), Fault.httpStatus(500));
        return from.plus(Duration.ofHours(6));
    }

    private void closeOrOpenPort() {
        if (now().isBefore(portClosesAt) || !now().isBefore(portOpensAt)) {
            ecobee.openPort();
        } else {
            ecobee.closePort();
            pollsOfClosedPort++;
        }
    }

    /** How many polls met a closed port. */
    int pollsOfClosedPort() {
        return pollsOfClosedPort;
    }

    private void fails(Instant from, Duration time, Fault fault) {
        ecobee.faults().when(FaultRule.anyRequest().between(from, from.plus(time))).then(fault);
    }

    /** Whether the exchange at hand fails. */
    boolean exchangeFails() {
        return chance.nextDouble() < failingExchanges;
    }

    /** What the route of an account does with an exchange that fails. */
    static IllegalStateException failure() {
        return new IllegalStateException("The route fails, as one in a hundred does");
    }
}
