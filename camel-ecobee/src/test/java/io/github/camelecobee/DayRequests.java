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
package io.github.camelecobee;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.evidence.UsageRule;
import io.github.camelecobee.simulator.evidence.Violation;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** What happened to the requests of a day. */
final class DayRequests {
    static final String SUMMARY = "/1/thermostatSummary";
    static final String THERMOSTAT = "/1/thermostat";
    static final String TOKEN = "/token";

    private static final String LATE = Fault.latency(EveryFault.TOO_LATE).description();

    private final EcobeeSimulator ecobee;
    private final Map<String, Integer> byFault = new TreeMap<>();
    private final List<String> tooEarly = new ArrayList<>();
    private int total;
    private int answered;
    private int pins;
    private int lateReports;
    private int mostInOnePoll;
    private @Nullable Instant lastSummary;

    DayRequests(EcobeeSimulator ecobee) {
        this.ecobee = ecobee;
    }

    /** Those since the last poll. */
    List<LoggedRequest> take() {
        List<LoggedRequest> requests = ecobee.requests().all();
        ecobee.requests().clear();
        total += requests.size();
        mostInOnePoll = Math.max(mostInOnePoll, requests.size());
        for (LoggedRequest request : requests) {
            byFault.merge(request.fault() == null ? "none" : request.fault(), 1, Integer::sum);
            if (request.fault() == null) {
                answered++;
            }
            if (request.path().endsWith("Report") && LATE.equals(request.fault())) {
                lateReports++;
            }
            if (request.path().equals("/authorize")) {
                pins++;
            }
            if (request.path().equals(SUMMARY)) {
                if (lastSummary != null && lastSummary.isBefore(request.instant())
                        && request.instant().isBefore(lastSummary.plusSeconds(180))) {
                    tooEarly.add(request.toString());
                }
                lastSummary = request.instant();
            }
        }
        return requests;
    }

    /** How many requests met no fault. */
    int answered() {
        return answered;
    }

    /** The most requests of one poll since this was last asked. */
    int mostInOnePoll() {
        int most = mostInOnePoll;
        mostInOnePoll = 0;
        return most;
    }

    void areWithinLimits() {
        assertThat(pins).as("PINs").isZero();
        assertThat(tooEarly).as("summaries within 180 s").isEmpty();
        // An answer is late by real time, in which hours of the day go by; it counts as open although nobody waits for it.
        assertThat(ecobee.usage().violations()).filteredOn(each -> lateReports == 0 && isReportWhileOneWasOpen(each)).isEmpty();
        assertThat(ecobee.usage().violations()).filteredOn(each -> each.rule() == UsageRule.TOO_MANY_OPEN
                && !isReportWhileOneWasOpen(each)
                || each.rule() == UsageRule.SUMMARY_TOO_OFTEN && !each.detail().contains(" 0 s ")).isEmpty();
    }

    private static boolean isReportWhileOneWasOpen(Violation violation) {
        return violation.rule() == UsageRule.TOO_MANY_OPEN && violation.detail().contains("Report");
    }

    @Override
    public String toString() {
        return total + " requests " + byFault + "; "
               + ecobee.usage().violations().stream().map(each -> each.rule().name()).distinct().toList();
    }
}
