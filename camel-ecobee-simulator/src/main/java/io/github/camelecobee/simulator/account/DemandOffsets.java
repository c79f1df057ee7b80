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
package io.github.camelecobee.simulator.account;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The set point offsets that utilities have sent to thermostats, twelve for each hour (DemandManagement.shtml). Guarded
 * by the lock of the home.
 */
public final class DemandOffsets {
    /** Four days. */
    private static final int MOST_HOURS = 96;
    private static final Duration STEP = Duration.ofMinutes(5);

    private final Map<String, TreeMap<Instant, List<Integer>>> hours = new HashMap<>();

    DemandOffsets() {
    }

    /**
     * Sends the offsets of an hour: they take the place of earlier ones, zeros cancel them. A thermostat keeps the next
     * four days and drops what is farther away.
     *
     * @param identifier the thermostat
     * @param hour       when the hour begins
     * @param offsets    twelve offsets, tenths of a degree Fahrenheit
     * @param now        the time; hours that are over are forgotten
     */
    public void send(String identifier, Instant hour, List<Integer> offsets, Instant now) {
        TreeMap<Instant, List<Integer>> kept = hours.computeIfAbsent(identifier, unused -> new TreeMap<>());
        kept.headMap(now.truncatedTo(ChronoUnit.HOURS)).clear();
        if (offsets.stream().allMatch(offset -> offset == 0)) {
            kept.remove(hour);
        } else {
            kept.put(hour, List.copyOf(offsets));
        }
        while (kept.size() > MOST_HOURS) {
            kept.pollLastEntry();
        }
    }

    /**
     * The offset for a moment.
     *
     * @param  identifier the thermostat
     * @param  moment     the moment
     * @return            tenths of a degree Fahrenheit, 0 when nothing was sent
     */
    public int at(String identifier, Instant moment) {
        Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
        List<Integer> offsets = hours.getOrDefault(identifier, new TreeMap<>()).get(hour);
        return offsets == null ? 0 : offsets.get((int) Duration.between(hour, moment).dividedBy(STEP));
    }

    /**
     * How many hours a thermostat keeps.
     *
     * @param  identifier the thermostat
     * @return            at most 96
     */
    public int hours(String identifier) {
        return hours.getOrDefault(identifier, new TreeMap<>()).size();
    }
}
