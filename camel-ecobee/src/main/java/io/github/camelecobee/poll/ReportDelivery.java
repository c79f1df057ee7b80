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

import java.time.Instant;
import java.util.List;

import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.report.ReportRow;

/**
 * Rows of one thermostat's report, on their way to a route.
 *
 * @param rows      in time's order, at least one
 * @param perRow    whether it is a single row, to be delivered as such
 * @param revisions what the summary said of the thermostat
 * @param polledAt  when they were read
 * @param part      the read that they are a part of
 * @param index     which part
 */
public record ReportDelivery(
        List<ReportRow> rows, boolean perRow, ThermostatRevisions revisions, Instant polledAt, ReportPart part,
        int index) implements Delivery {

    /** Rows that came to it meanwhile do not make it another. */
    @Override
    public String key() {
        return rows.get(0).id();
    }

    @Override
    public Outcome outcome() {
        return processed -> part.done(index, processed);
    }

    /** Rows of a thermostat come in order: none after one that failed. */
    @Override
    public boolean isDue() {
        return part.isDue();
    }
}
