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
package io.github.camelecobee.simulator.scenario;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.input.StrictObject;

/** A part of a scenario file: reads some of the keys at its top. */
interface ScenarioSection {
    /**
     * Reads the keys.
     *
     * @param  given                    the top of the file
     * @return                          what to do about them
     * @throws IllegalArgumentException if something is wrong; the message names the key
     */
    Step read(StrictObject given);

    /** What a section does, before the simulator starts and after. */
    interface Step {
        /** Describes the simulator. */
        default void describe(EcobeeSimulatorBuilder builder) {
        }

        /** Changes the simulator that has just started. */
        default void begin(EcobeeSimulator simulator) {
        }
    }
}
