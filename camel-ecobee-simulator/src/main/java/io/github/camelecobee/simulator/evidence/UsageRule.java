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
package io.github.camelecobee.simulator.evidence;

/** What ecobee asks of its clients (get-thermostat-summary.shtml, get-thermostats.shtml, get-runtime-report.shtml). */
public enum UsageRule {
    /** The summary is polled every three minutes at most. */
    SUMMARY_TOO_OFTEN("thermostatSummary is polled no faster than every 3 minutes"),
    /** A thermostat is fetched every three minutes at most. */
    THERMOSTAT_TOO_OFTEN("a thermostat is fetched no faster than every 3 minutes"),
    /** A thermostat is fetched only when one of its revisions has changed. */
    THERMOSTAT_UNCHANGED("a thermostat is fetched only when a revision changed"),
    /** A report is fetched every 15 minutes at most. */
    REPORT_TOO_OFTEN("a report is fetched no faster than every 15 minutes"),
    /** A runtime report is fetched only when the runtime or interval revision of a thermostat has changed. */
    REPORT_UNCHANGED("a runtime report is fetched only when a runtime or interval revision changed"),
    /** The status of a report job is fetched every five minutes at most. */
    JOB_STATUS_TOO_OFTEN("the status of a report job is fetched no faster than every 5 minutes"),
    /** Two or three requests are open at once, one for reports and for management sets. */
    TOO_MANY_OPEN("at most 3 requests are open at once, 1 for reports and management sets"),
    /** Management sets have no limit, but should stay below this. */
    MANAGEMENT_SET_TOO_LARGE("a management set that is asked for holds fewer than 1,000 thermostats"),
    /** A PIN is polled for no faster than its answer says. */
    TOKEN_POLL_TOO_FAST("tokens are polled for no faster than the interval of the PIN"),
    /** 85,000 calls in a month are mentioned for the free licence. */
    QUOTA_EXCEEDED("at most 85,000 calls in 30 days");

    private final String text;

    UsageRule(String text) {
        this.text = text;
    }

    /**
     * The rule in words.
     *
     * @return a clause without capital and full stop
     */
    public String text() {
        return text;
    }
}
