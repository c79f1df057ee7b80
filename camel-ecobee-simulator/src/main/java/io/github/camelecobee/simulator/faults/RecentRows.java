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
package io.github.camelecobee.simulator.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Takes the values out of the rows of the last hour, by which data may lag (get-runtime-report.shtml). The rows stay,
 * with their date and time.
 */
final class RecentRows {
    private static final Duration LAG = Duration.ofHours(1);
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private RecentRows() {
    }

    static void empty(ObjectNode report, Set<String> thermostats, Instant now) {
        // Rows are in local time, which an hour in autumn has twice; the request's beginning is in UTC.
        Instant start = LocalDate.parse(report.path("startDate").asText()).atStartOfDay(ZoneOffset.UTC).toInstant()
                .plus(INTERVAL.multipliedBy(report.path("startInterval").asInt()));
        long whole = Math.floorDiv(Duration.between(start, now.minus(LAG)).toSeconds(), INTERVAL.toSeconds()) + 1;
        for (String list : new String[] { "reportList", "sensorList" }) {
            for (JsonNode each : report.path(list)) {
                String identifier = each.path("thermostatIdentifier").asText();
                if (thermostats.isEmpty() || thermostats.contains(identifier)) {
                    empty(each.path("rowList"), whole);
                    empty(each.path("data"), whole);
                    each.path("meterList").forEach(meter -> empty(meter.path("data"), whole));
                }
            }
        }
    }

    private static void empty(JsonNode rows, long whole) {
        if (rows instanceof ArrayNode list) {
            for (int index = (int) Math.min(Math.max(0, whole), list.size()); index < list.size(); index++) {
                list.set(index, withoutValues(list.get(index).asText()));
            }
        }
    }

    private static String withoutValues(String row) {
        int values = row.indexOf(',', row.indexOf(',') + 1);
        return row.substring(0, values) + row.substring(values).replaceAll("[^,]", "");
    }
}
