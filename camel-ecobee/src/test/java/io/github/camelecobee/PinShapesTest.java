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

import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.oauth.PinLifeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The two shapes of ecobee's answer to /authorize, pin-api-authorization.shtml and what clients saw later. */
class PinShapesTest extends EcobeeTestSupport {
    @ParameterizedTest
    @Tag("field-17")
    @CsvSource({ "MINUTES, PT9M, PT30S", "SECONDS, PT15M, PT5S" })
    void theDeadlineOfAPinIsRightInMinutesAndInSeconds(PinLifeUnit unit, Duration life, Duration interval) throws Exception {
        try (EcobeeSimulator other = EcobeeSimulator.builder().port(0).clock(clock).pinExpiresIn(life).pinLifeUnit(unit)
                .pinInterval(interval).start()) {
            component().setBaseUrl(other.baseUri().toString());
            camel.start();
            component().authorization(ACCOUNT).start();
            await().atMost(PATIENCE).until(() -> component().authorization(ACCOUNT).status().pin() != null);

            AuthorizationStatus status = component().authorization(ACCOUNT).status();

            Instant deadline = clock.instant().plus(life);
            assertThat(status.pinExpiresAt()).isEqualTo(deadline);
            assertThat(status.pin()).isEqualTo(other.outstandingPins().get(0));
        }
    }
}
