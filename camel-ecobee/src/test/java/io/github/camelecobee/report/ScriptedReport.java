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
package io.github.camelecobee.report;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationRecord;
import io.github.camelecobee.authorization.AuthorizationSettings;
import io.github.camelecobee.authorization.Grant;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.Governor;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.RuntimeReport;
import io.github.camelecobee.model.RuntimeReportResponse;
import io.github.camelecobee.model.Status;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.transport.HttpAnswer;
import io.github.camelecobee.transport.HttpCall;
import io.github.camelecobee.transport.HttpTransport;
import org.jmock.lib.concurrent.DeterministicScheduler;
import org.jspecify.annotations.Nullable;

/** Reads an answer that a test has written, for what no simulator sends. */
final class ScriptedReport {
    static final String THERMOSTAT = "311019854581";

    private ScriptedReport() {
    }

    static RuntimeReportResponse answer(String columns, String... lines) {
        return new RuntimeReportResponse().withColumns(columns).withStatus(new Status().withCode(0).withMessage(""))
                .withReportList(List.of(new RuntimeReport().withThermostatIdentifier(THERMOSTAT).withRowCount(lines.length)
                        .withRowList(List.of(lines))));
    }

    /** What a reader that asked for the range makes of the answer. */
    static List<RuntimeReportRow> read(
            RuntimeReportResponse answer, String from, int intervals, @Nullable ThermostatClock clock) {
        return read(new RuntimeReportReader(client(answer), List.of("fan"), true), from, intervals, clock).stream()
                .map(RuntimeReportRow.class::cast).toList();
    }

    static List<ReportRow> read(ReportReader reader, String from, int intervals, @Nullable ThermostatClock clock) {
        Map<String, @Nullable ThermostatClock> clocks = new LinkedHashMap<>();
        clocks.put(THERMOSTAT, clock);
        long begin = IntervalRange.intervalOf(Instant.parse(from));
        return reader.read(clocks, new IntervalRange(begin, begin + intervals), false).getOrDefault(THERMOSTAT, List.of());
    }

    /** Gets the same answer whatever it asks. */
    static EcobeeClient client(Object answer) {
        Clock wall = Clock.systemUTC();
        MemoryGrantStore store = new MemoryGrantStore();
        store.compareAndSet(AccountKey.of("a key", "home"), 0, new AuthorizationRecord(
                1, new Grant("token", "R1", wall.instant(), wall.instant().plusSeconds(3599), "smartWrite", "Bearer"), null,
                null));
        HttpTransport script = new HttpTransport() {
            @Override
            public HttpAnswer send(HttpCall call) {
                return new HttpAnswer(200, Map.of(), EcobeeJson.write(answer));
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        AuthorizationManager manager = new AuthorizationManager(
                AuthorizationSettings.builder("a key").build(), store, script, wall, new DeterministicScheduler());
        return new EcobeeClient(
                URI.create("https://ecobee.invalid"), script, manager.authorization("home"), "home", new Governor(wall), wall);
    }
}
