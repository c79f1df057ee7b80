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
package io.github.camelecobee.simulator.oauth;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Who enters a PIN into the portal.
 *
 * @param after simulated time after which the simulator enters it by itself, {@code null} to wait for somebody to do it
 */
public record PinApproval(@Nullable Duration after) {
    /**
     * Somebody must enter the PIN, in the portal or by a method of the simulator.
     *
     * @return this approval
     */
    public static PinApproval byHand() {
        return new PinApproval(null);
    }

    /**
     * The simulator enters the PIN itself.
     *
     * @param  time simulated time after the PIN was issued; zero for at once
     * @return      this approval
     */
    public static PinApproval automaticAfter(Duration time) {
        return new PinApproval(time);
    }
}
