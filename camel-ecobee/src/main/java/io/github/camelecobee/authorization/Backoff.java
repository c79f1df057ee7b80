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
 * How long to leave a server alone: twice as long each time, up to a cap, and up to a fifth longer by chance, so that
 * the accounts and processes that one outage hit do not all come back in the same second.
 */
public final class Backoff {
    /** Refreshing that often in a row may be needed; more often the new tokens are as bad as the old ones. */
    static final int FREE_STRIKES = 3;
    /** Refused tokens that lie further apart than this have nothing to do with each other. */
    static final Duration STRIKE_MEMORY = Duration.ofMinutes(10);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double SPREAD = 0.2;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;

    /** That of the token endpoint, with numbers from 0 to 1, so that a test can choose them. */
    Backoff(DoubleSupplier random) {
        this(FIRST, LONGEST, random);
    }

    /**
     * Creates one.
     *
     * @param first   after the first failure
     * @param longest the cap, before chance
     * @param random  gives numbers from 0 to 1
     */
    public Backoff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /**
     * After a number of failures in a row.
     *
     * @param  count how many
     * @return       how long to wait, zero when there was none
     */
    public Duration afterFailures(int count) {
        return count < 1 ? Duration.ZERO : spread(capped(first.multipliedBy(1L << Math.min(count - 1, 10))));
    }

    /** After a number of brand-new tokens in a row that ecobee did not accept. */
    Duration afterStrikes(int count) {
        return afterFailures(count - FREE_STRIKES);
    }

    private Duration capped(Duration wait) {
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    private Duration spread(Duration wait) {
        return wait.plusMillis((long) (wait.toMillis() * SPREAD * random.getAsDouble()));
    }
}
