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
package io.github.camelecobee.simulator.home;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of the time since a thermostat was hung: conditions whenever they changed, and the house once a day and
 * whenever somebody scripted it. From these every reading can be computed again. Guarded by the home's lock.
 */
final class Tape {
    private static final int DAY = 1440;

    private final List<Change> changes = new ArrayList<>(4);
    private final List<Checkpoint> checkpoints = new ArrayList<>(2);
    private @Nullable Conditions last;

    /** Notes under which conditions a minute will pass, and now and then what it begins with. */
    void note(long minute, Conditions conditions, House house) {
        if (conditions != last && !conditions.equals(last)) {
            last = conditions;
            changes.add(new Change(minute, conditions));
        }
        if (checkpoints.isEmpty() || minute % DAY == 0) {
            force(minute, house);
        }
    }

    /** Notes that a minute begins with another house than the one before it left. */
    void force(long minute, House house) {
        checkpoints.add(new Checkpoint(minute, house.copy()));
    }

    Recording recording(long until) {
        return new Recording(List.copyOf(changes), List.copyOf(checkpoints), until);
    }

    /** From a minute on these conditions held. */
    record Change(long minute, Conditions conditions) {
    }

    /** The house at the beginning of a minute. */
    record Checkpoint(long minute, House house) {
    }

    /** What the tape holds, up to the beginning of a minute. */
    record Recording(List<Change> changes, List<Checkpoint> checkpoints, long until) {
        /** The first minute. */
        long from() {
            return checkpoints.get(0).minute();
        }
    }
}
