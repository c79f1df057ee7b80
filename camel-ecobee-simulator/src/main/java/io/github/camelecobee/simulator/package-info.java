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
/**
 * An ecobee cloud in one process: start an {@link io.github.camelecobee.simulator.EcobeeSimulator}, point a client at
 * it, and it answers as ecobee answers, by a clock of its own.
 *
 * <pre>{@code
 * SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
 * try (EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock).start()) {
 *     // ... a client asks simulator.baseUri() for a PIN
 *     simulator.approveNewestPin();
 *     // ... the client polls, gets tokens and reads thermostats
 *     clock.advance(Duration.ofHours(1)); // its access token has expired
 *     simulator.faults().next("POST", "/1/thermostat", Fault.dropConnectionAfterHandling());
 *     simulator.requests().count("GET", "/1/thermostatSummary");
 * }
 * }</pre>
 */
@NullMarked
package io.github.camelecobee.simulator;

import org.jspecify.annotations.NullMarked;
