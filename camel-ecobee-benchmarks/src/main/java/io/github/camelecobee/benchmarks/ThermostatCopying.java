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
package io.github.camelecobee.benchmarks;

import java.util.concurrent.TimeUnit;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatCopies;
import io.github.camelecobee.simulator.EcobeeSimulator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to give each consumer a copy of a thermostat of 30 KB. What {@link #keep} allocates, as the profiler gc
 * says, is what the component keeps of each thermostat.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ThermostatCopying {
    private Thermostat thermostat;

    /** For JMH. */
    @SuppressWarnings("NullAway.Init") // JMH sets it up.
    public ThermostatCopying() {
    }

    /** Takes a thermostat out of a simulator. */
    @Setup
    public void start() {
        try (EcobeeSimulator ecobee = EcobeeSimulator.builder().port(0).thermostats(FullThermostats.of(1)).start()) {
            String json = EcobeeJson.write(ecobee.thermostats().get(0).snapshot());
            if (json.length() < 30_000) {
                throw new IllegalStateException("A full thermostat weighs " + json.length() + " bytes, not 30 KB");
            }
            thermostat = EcobeeJson.read(json, Thermostat.class);
        }
    }

    /**
     * The copy that a message holds.
     *
     * @return the copy
     */
    @Benchmark
    public Thermostat copy() {
        return ThermostatCopies.copy(thermostat);
    }

    /**
     * The copy that is kept.
     *
     * @return the copy
     */
    @Benchmark
    public Thermostat keep() {
        return ThermostatCopies.compact(thermostat);
    }

    /**
     * A copy made by writing and reading JSON.
     *
     * @return the copy
     */
    @Benchmark
    public Thermostat copyThroughJson() {
        return EcobeeJson.convert(thermostat, Thermostat.class);
    }
}
