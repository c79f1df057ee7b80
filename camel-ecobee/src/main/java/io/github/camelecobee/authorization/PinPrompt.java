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
package io.github.camelecobee.authorization;

import java.time.Duration;
import java.time.Instant;

/**
 * A PIN that waits for a human (ecobee page pin-api-authorization).
 *
 * @param pin       what the human types, opaque text; no secret
 * @param code      what we ask with, a secret
 * @param expiresAt when the PIN expires
 * @param interval  the least time between two questions
 * @param portal    where the human types it
 */
public record PinPrompt(String pin, String code, Instant expiresAt, Duration interval, String portal) {

    PinPrompt slower() {
        return new PinPrompt(pin, code, expiresAt, interval.multipliedBy(2), portal);
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "PinPrompt[pin=" + pin + ", expiresAt=" + expiresAt + ", interval=" + interval + "]";
    }
}
