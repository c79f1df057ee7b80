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
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.github.camelecobee.client.PollReader;
import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;

/** Knows where thermostats hang. Reads a thermostat once, and again when it changed, but not more than once a day. */
final class ReportSites {
    private static final Duration LASTING = Duration.ofDays(1);

    private final PollReader reader;
    private final Clock clock;
    private final Map<String, ReportSite> known = new HashMap<>();

    ReportSites(PollReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    void refresh(Collection<ThermostatRevisions> all) {
        Instant now = clock.instant();
        Map<String, ThermostatRevisions> wanted = new HashMap<>();
        all.stream().filter(revisions -> isOld(revisions, now))
                .forEach(revisions -> wanted.put(revisions.identifier(), revisions));
        if (wanted.isEmpty()) {
            return;
        }
        for (Thermostat thermostat : reader.thermostats(wanted.keySet())) {
            ThermostatRevisions revisions = wanted.get(String.valueOf(thermostat.getIdentifier()));
            if (revisions != null) {
                known.put(revisions.identifier(), site(thermostat, revisions, now));
            }
        }
    }

    Optional<ReportSite> of(String identifier) {
        return Optional.ofNullable(known.get(identifier));
    }

    private boolean isOld(ThermostatRevisions revisions, Instant now) {
        ReportSite site = known.get(revisions.identifier());
        return site == null || !site.revision().equals(revisions.thermostat()) && !now.isBefore(site.readAt().plus(LASTING));
    }

    private static ReportSite site(Thermostat thermostat, ThermostatRevisions revisions, Instant now) {
        Instant firstConnected = thermostat.getRuntime() == null
                ? null : ThermostatClock.utc(thermostat.getRuntime().getFirstConnected()).orElse(null);
        return new ReportSite(
                ThermostatClock.of(thermostat).orElse(null), firstConnected, revisions.thermostat(), now);
    }
}
