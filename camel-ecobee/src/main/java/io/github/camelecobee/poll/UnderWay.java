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
package io.github.camelecobee.poll;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lots that a route is busy with. A route that lost an exchange, for example in a queue that was emptied, never
 * says so: after an hour its lot counts no more. Safe for use by several threads.
 */
final class UnderWay {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, FacetLot> lots = new ConcurrentHashMap<>();

    UnderWay(Clock clock) {
        this.clock = clock;
    }

    void begin(String owner, FacetLot lot) {
        lots.put(owner, lot);
    }

    void end(String owner, FacetLot lot) {
        lots.remove(owner, lot);
    }

    boolean contains(String owner) {
        FacetLot lot = lots.get(owner);
        if (lot == null || clock.instant().isBefore(lot.lastActivity().plus(PATIENCE))) {
            return lot != null;
        }
        LOG.warn("The exchanges of thermostat {} have not come on since {}; they are delivered again. Look for a step of the"
                 + " route that hangs or drops exchanges",
                owner, lot.lastActivity());
        lot.giveUp();
        lots.remove(owner, lot);
        return false;
    }
}
