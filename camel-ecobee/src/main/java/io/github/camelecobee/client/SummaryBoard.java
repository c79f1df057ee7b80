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
package io.github.camelecobee.client;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The last summary of one selection, and which thermostats were asked for since. Guarded by the turn of
 * {@link SharedReads}, except when it was asked for and how often.
 */
final class SummaryBoard {
    private final SummaryLines lines = new SummaryLines();
    private final Set<String> asked = new HashSet<>();
    private volatile long polls;
    private volatile Instant askedAt = Instant.EPOCH;
    private Instant filledAt = Instant.EPOCH;
    private ThermostatSummary summary = ThermostatSummary.empty();
    private @Nullable EcobeeException failure;
    private int failures;

    void answered(Instant at, ThermostatSummary answer) {
        askedAt = at;
        filledAt = at;
        summary = answer;
        failure = null;
        failures = 0;
        asked.clear();
        polls++;
    }

    /** Some of its thermostats were asked for beside the others. */
    void update(ThermostatSummary some) {
        ThermostatSummary known = some.only(List.copyOf(summary.revisions().keySet()));
        summary = summary.plus(known);
        asked.removeAll(known.revisions().keySet());
    }

    void failed(Instant at, EcobeeException e) {
        askedAt = at;
        failure = e;
        failures++;
        polls++;
    }

    /** What helps to read its next summary. */
    SummaryLines nextLines() {
        lines.begin();
        return lines;
    }

    ThermostatSummary summary() {
        if (failure != null) {
            throw failure;
        }
        return summary;
    }

    @Nullable
    ThermostatRevisions line(String identifier) {
        return summary.revisions().get(identifier);
    }

    Collection<ThermostatRevisions> lines() {
        return summary.revisions().values();
    }

    /** Whether nobody has asked for the thermostat since the summary; from now on somebody has. */
    boolean asksFirst(String identifier) {
        return asked.add(identifier);
    }

    boolean askedBefore(Instant instant) {
        return askedAt.isBefore(instant);
    }

    /** Whether the clock has been set back since. */
    boolean askedAfter(Instant instant) {
        return askedAt.isAfter(instant);
    }

    /** When the summary came that it shows. */
    Instant filledAt() {
        return filledAt;
    }

    /** How often it was asked for. */
    long polls() {
        return polls;
    }

    /** How often in a row without success. */
    int failures() {
        return failures;
    }
}
