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

import io.github.camelecobee.client.RequestKind;

/** The reports of five-minute intervals that ecobee has. */
public enum ReportFeed {
    /** What a thermostat measures, and how long equipment runs (get-runtime-report.shtml). */
    RUNTIME("runtime report", RequestKind.RUNTIME_REPORT),
    /** What the meters that are paired with it measure (get-meter-report.shtml). */
    METER("meter report", RequestKind.METER_REPORT);

    private final String text;
    private final RequestKind kind;

    ReportFeed(String text, RequestKind kind) {
        this.text = text;
        this.kind = kind;
    }

    /**
     * How it is asked for.
     *
     * @return the kind of its requests
     */
    public RequestKind kind() {
        return kind;
    }

    /** As messages have it, for example {@code runtime report}. */
    @Override
    public String toString() {
        return text;
    }
}
