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
package io.github.camelecobee.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.camelecobee.EcobeeConstants;
import io.github.camelecobee.report.IntervalRange;
import io.github.camelecobee.report.RuntimeReportRow;
import io.github.camelecobee.simulator.home.Revision;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import org.apache.camel.Message;

/**
 * What a consumer delivers, as an account of it sees it: items of a thermostat, each with a name. Another feed joins
 * with a constant.
 */
public enum Feed {
    /** An item is all that a summary says of a thermostat: connected, and four revisions. */
    THERMOSTATS("ecobee:thermostats?include=alerts,events,runtime,extendedRuntime", Duration.ofMinutes(3)) {
        @Override
        public List<String> told(SimulatedThermostat thermostat, Instant from) {
            return List.of(String.join(":", String.valueOf(thermostat.snapshot().getRuntime().getConnected()),
                    thermostat.revision(Revision.THERMOSTAT), thermostat.revision(Revision.ALERTS),
                    thermostat.revision(Revision.RUNTIME), thermostat.revision(Revision.INTERVAL)));
        }

        @Override
        public String item(Message message) {
            return String.join(":", message.getHeader(EcobeeConstants.CONNECTED, String.class),
                    message.getHeader(EcobeeConstants.THERMOSTAT_REVISION, String.class),
                    message.getHeader(EcobeeConstants.ALERTS_REVISION, String.class),
                    message.getHeader(EcobeeConstants.RUNTIME_REVISION, String.class),
                    message.getHeader(EcobeeConstants.INTERVAL_REVISION, String.class));
        }
    },
    /** An item is the start of a five-minute interval. */
    RUNTIME_REPORT("ecobee:runtimeReport?reportOrder=oldestFirst&columns=zoneAveTemp", Duration.ofMinutes(15)) {
        @Override
        public String uri(Instant from) {
            return super.uri(from) + "&reportStart=" + from;
        }

        @Override
        public List<String> told(SimulatedThermostat thermostat, Instant from) {
            List<String> intervals = new ArrayList<>();
            thermostat.history().readings(from, thermostat.history().uploadedUntil(), reading -> {
                // Nobody measures for the cloud while the thermostat is offline.
                if (reading.connected()) {
                    intervals.add(Instant.ofEpochSecond(reading.tick() * IntervalRange.INTERVAL.toSeconds()).toString());
                }
            });
            return intervals;
        }

        @Override
        public String item(Message message) {
            return message.getBody(RuntimeReportRow.class).instant().toString();
        }
    };

    private final String uri;
    private final Duration delay;

    Feed(String uri, Duration delay) {
        this.uri = uri;
        this.delay = delay;
    }

    /** Where a route reads it, from a full hour on if the feed has a past. */
    public String uri(Instant from) {
        return uri;
    }

    /** The time between two polls. */
    public Duration delay() {
        return delay;
    }

    /** The items of a thermostat that a poll can find now, oldest first. */
    public abstract List<String> told(SimulatedThermostat thermostat, Instant from);

    /** The item that a route was given. */
    public abstract String item(Message message);

    /** For people. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
