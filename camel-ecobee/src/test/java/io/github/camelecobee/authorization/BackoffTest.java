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
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {
    @Test
    void waitsDoubleUpToFiveMinutes() {
        Backoff backoff = new Backoff(() -> 0);

        assertThat(IntStream.rangeClosed(0, 8).mapToObj(backoff::afterFailures).map(Duration::toSeconds))
                .containsExactly(0L, 5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
        assertThat(backoff.afterFailures(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void chanceMakesAWaitUpToAFifthLonger() {
        assertThat(new Backoff(() -> 0.5).afterFailures(1)).isEqualTo(Duration.ofMillis(5500));
        assertThat(new Backoff(() -> 1).afterFailures(7)).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void accountsThatOneOutageHitsDoNotComeBackTogether() {
        AuthorizationFixture one = new AuthorizationFixture();
        AuthorizationManager other = new AuthorizationManager(
                one.settings, one.store, one.ecobee, one.time, one.time.scheduler, () -> 1);
        one.ecobee.isDown();
        one.home.start();
        other.authorization("cabin").start();
        one.time.advance(Duration.ofSeconds(7));

        assertThat(one.ecobee.times).extracting(at -> Duration.between(one.ecobee.times.get(0), at).toSeconds())
                .containsExactly(0L, 0L, 5L, 6L);
    }

    @Test
    void firstFailedTokensAreReplacedAtOnce() {
        Backoff backoff = new Backoff(() -> 0);

        assertThat(backoff.afterStrikes(Backoff.FREE_STRIKES)).isZero();
        assertThat(backoff.afterStrikes(Backoff.FREE_STRIKES + 1)).isEqualTo(Duration.ofSeconds(5));
    }
}
