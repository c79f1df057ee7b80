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

import io.github.camelecobee.poll.ReportOrder;
import io.github.camelecobee.poll.ReportSettings;
import io.github.camelecobee.poll.ReportStart;

/** What an endpoint's options say of runtime reports. */
final class ReportOptions {
    private ReportOptions() {
    }

    static ReportSettings of(EcobeeConfiguration options) {
        return new ReportSettings(
                ReportSettings.columns(options.getColumns()), options.isIncludeSensors(),
                ReportStart.parse(options.getReportStart()), ReportOrder.parse(options.getReportOrder()),
                Duration.ofMillis(options.getReportOverlap()), ReportSettings.perRow(options.getReportDelivery()));
    }
}
