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

import java.time.Duration;
import java.util.Arrays;

/**
 * What is asked of ecobee, as far as ecobee's limits tell requests apart (get-thermostat-summary.shtml,
 * get-thermostats.shtml, get-runtime-report.shtml).
 * <p>
 * A new kind of request joins by a line here: its method and path, how often the same may be polled, and whether ecobee
 * wants only one such request open. {@link RequestExecutor} finds the line by method and path, so that whoever sends
 * through it is governed.
 */
public enum RequestKind {
    /** The summary that polls begin with. */
    SUMMARY("GET", "/1/thermostatSummary", Duration.ofMinutes(3), false),
    /** Reading thermostats. */
    THERMOSTAT("GET", "/1/thermostat", Duration.ofMinutes(3), false),
    /** Changing thermostats. */
    UPDATE("POST", "/1/thermostat", Duration.ZERO, false),
    /** Interval readings. */
    RUNTIME_REPORT("GET", "/1/runtimeReport", Duration.ofMinutes(15), true),
    /** Readings of meters. */
    METER_REPORT("GET", "/1/meterReport", Duration.ofMinutes(15), true),
    /** How far a report job is. */
    JOB_STATUS("GET", "/1/runtimeReportJob/status", Duration.ofMinutes(5), false),
    /** Which groups there are. ecobee sets no limit; they are read {@linkplain KnownGroups once an hour}. */
    GROUP("GET", "/1/group", Duration.ZERO, false),
    /** Every other read. */
    OTHER_GET("GET", "", Duration.ZERO, false),
    /** Every other change. */
    OTHER_POST("POST", "", Duration.ZERO, false);

    private final String method;
    private final String path;
    private final Duration shortestInterval;
    private final boolean alone;

    RequestKind(String method, String path, Duration shortestInterval, boolean alone) {
        this.method = method;
        this.path = path;
        this.shortestInterval = shortestInterval;
        this.alone = alone;
    }

    /**
     * The kind of a request.
     *
     * @param  method GET or POST
     * @param  path   the path without query, for example {@code /1/thermostat}
     * @return        its kind
     */
    static RequestKind of(String method, String path) {
        return Arrays.stream(values()).filter(kind -> kind.method.equals(method) && kind.path.equals(path)).findFirst()
                .orElse("GET".equals(method) ? OTHER_GET : OTHER_POST);
    }

    /**
     * How it is called where requests are counted.
     *
     * @return method and path, for example {@code GET /1/thermostatSummary}
     */
    public String endpoint() {
        return path.isEmpty() ? method + " others" : method + " " + path;
    }

    /**
     * How often ecobee lets the same be polled.
     *
     * @return the shortest time from one to the next, zero when there is no limit
     */
    public Duration shortestInterval() {
        return shortestInterval;
    }

    /** Whether it changes something: that goes first. */
    boolean changes() {
        return "POST".equals(method);
    }

    /** Whether ecobee wants one of its kind open at most. */
    boolean alone() {
        return alone;
    }
}
