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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.camelecobee.change.AlertDetails;
import io.github.camelecobee.change.Facets;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.Revision;
import io.github.camelecobee.model.Alert;

/** Alerts that were not there before. */
public final class AlertFeed extends PartFeed {
    private static final String PART = "alerts";

    /**
     * Creates a feed.
     *
     * @param initialState whether the alerts of a thermostat that is first seen are delivered
     */
    public AlertFeed(boolean initialState) {
        super(PART, Set.of(Include.ALERTS), Set.of(Revision.ALERTS), initialState);
    }

    @Override
    public Facets facets(Sighting seen) {
        SortedMap<String, Object> facets = new TreeMap<>();
        alerts(seen).keySet().forEach(key -> facets.put(key, true));
        boolean known = seen.thermostat() != null && seen.thermostat().getAlerts() != null;
        return new Facets(known ? parts() : Set.of(), facets);
    }

    @Override
    public List<Step> steps(Sighting seen, SortedMap<String, Object> before, SortedMap<String, Object> after) {
        List<Step> steps = new ArrayList<>();
        // In ecobee's order, not in that of the keys.
        alerts(seen).forEach((key, alert) -> {
            if (!before.containsKey(key)) {
                steps.add(new Step(List.of(key), "alert", id -> alert));
            }
        });
        return steps;
    }

    private static Map<String, Alert> alerts(Sighting seen) {
        Map<String, Alert> alerts = new LinkedHashMap<>();
        if (seen.thermostat() != null && seen.thermostat().getAlerts() != null) {
            seen.thermostat().getAlerts().stream().filter(Objects::nonNull)
                    .forEach(alert -> alerts.putIfAbsent(PART + "/" + AlertDetails.of(alert).key(), alert));
        }
        return alerts;
    }
}
