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
import java.util.function.DoubleSupplier;

/**
 * How long to leave the token endpoint alone: twice as long each time, up to a cap, and up to a fifth longer by chance,
 * so that the accounts and processes that one outage hit do not all come back in the same second.
 */
final class Backoff {
    /** Refreshing that often in a row may be needed; more often the new tokens are as bad as the old ones. */
    static final int FREE_STRIKES = 3;
    /** Refused tokens that lie further apart than this have nothing to do with each other. */
    static final Duration STRIKE_MEMORY = Duration.ofMinutes(10);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double SPREAD = 0.2;

    private final DoubleSupplier random;

    /** With numbers from 0 to 1, so that a test can choose them. */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** After a number of failures in a row. */
    Duration afterFailures(int count) {
        return count < 1 ? Duration.ZERO : spread(capped(FIRST.multipliedBy(1L << Math.min(count - 1, 10))));
    }

    /** After a number of brand-new tokens in a row that ecobee did not accept. */
    Duration afterStrikes(int count) {
        return afterFailures(count - FREE_STRIKES);
    }

    private static Duration capped(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private Duration spread(Duration wait) {
        return wait.plusMillis((long) (wait.toMillis() * SPREAD * random.getAsDouble()));
    }
}
