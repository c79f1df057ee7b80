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

import java.time.Duration;
import java.util.Collection;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.poll.ReportOrder;
import io.github.camelecobee.poll.ReportSettings;
import io.github.camelecobee.poll.ReportStart;
import io.github.camelecobee.report.MeterReportReader;
import io.github.camelecobee.report.ReportReader;
import io.github.camelecobee.report.RuntimeReportReader;

/** What an endpoint's options say of reports. */
final class ReportOptions {
    private ReportOptions() {
    }

    static ReportSettings of(EcobeeConfiguration options) {
        return new ReportSettings(
                ReportStart.parse(options.getReportStart()), ReportOrder.parse(options.getReportOrder()),
                Duration.ofMillis(options.getReportOverlap()), ReportSettings.perRow(options.getReportDelivery()));
    }

    /** Reads the report that an operation is about. */
    static ReportReader reader(EcobeeOperation operation, EcobeeConfiguration options, EcobeeClient client) {
        return operation == EcobeeOperation.METER_REPORT
                ? new MeterReportReader(client, ReportSettings.meters(options.getMeters()))
                : new RuntimeReportReader(
                        client, ReportSettings.columns(options.getColumns()), options.isIncludeSensors());
    }

    /** Checks the options without using them. */
    static void check(EcobeeConfiguration options) {
        of(options);
        ReportSettings.columns(options.getColumns());
        ReportSettings.meters(options.getMeters());
    }

    /**
     * Checks that an endpoint is given no option of another report. One that the component has is a default of its
     * endpoints, and means those that have the option.
     */
    static void checkGiven(EcobeeOperation operation, Collection<String> given) {
        for (String option : operation.otherReportsOptions()) {
            if (given.stream().anyMatch(option::equalsIgnoreCase)) {
                throw new IllegalArgumentException(
                        option + ": is not allowed for ecobee:" + operation.uriName() + "; it is an option of ecobee:"
                                                   + (operation == EcobeeOperation.METER_REPORT
                                                           ? EcobeeOperation.RUNTIME_REPORT : EcobeeOperation.METER_REPORT)
                                                           .uriName());
            }
        }
    }
}
