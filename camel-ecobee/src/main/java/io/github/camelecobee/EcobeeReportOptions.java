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

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of endpoints that consume reports. */
@UriParams
public abstract class EcobeeReportOptions {
    private static final String DEFAULT_METERS = "energy";
    private static final String DEFAULT_REPORT_START = "now";
    private static final String DEFAULT_REPORT_ORDER = "newestFirst";
    private static final long DEFAULT_REPORT_OVERLAP = 10_800_000;
    private static final String DEFAULT_REPORT_DELIVERY = "perRow";

    @UriParam(label = "common",
              description = "For runtimeReport, getRuntimeReport and createRuntimeReportJob: columns, comma-separated, in any letter case. Without it, every column that ecobee"
                            + " documents.")
    private @Nullable String columns;
    @UriParam(label = "common",
              description = "For runtimeReport, getRuntimeReport and createRuntimeReportJob: whether rows have the values of the"
                            + " sensors, too.")
    private boolean includeSensors;
    @UriParam(label = "common", defaultValue = DEFAULT_METERS,
              description = "For meterReport and getMeterReport: meters, comma-separated: energy, which is all that ecobee reports.")
    private String meters = DEFAULT_METERS;
    @UriParam(label = "consumer", defaultValue = DEFAULT_REPORT_START,
              description = "For reports: where they begin, now (what comes after the first poll), firstConnected (everything"
                            + " that ecobee has), a date of the thermostat's calendar such as 2024-01-31, an instant such as"
                            + " 2024-01-31T05:00:00Z, or how far to go back from the first poll, such as P30D. Nothing is"
                            + " from before a thermostat was connected.")
    private String reportStart = DEFAULT_REPORT_START;
    @UriParam(label = "consumer", defaultValue = DEFAULT_REPORT_ORDER, enums = "newestFirst,oldestFirst",
              description = "For reports: whether history is read back in time, after the present, or forward in time,"
                            + " before it. Rows that were read together are delivered forward in time.")
    private String reportOrder = DEFAULT_REPORT_ORDER;
    @UriParam(label = "consumer", defaultValue = "" + DEFAULT_REPORT_OVERLAP, javaType = "java.time.Duration",
              description = "For reports: how much is read again, because rows may change after they came; at most seven days."
                            + " A row that did not change is not delivered again.")
    private long reportOverlap = DEFAULT_REPORT_OVERLAP;
    @UriParam(label = "consumer", defaultValue = DEFAULT_REPORT_DELIVERY, enums = "perRow,perChunk",
              description = "For reports: whether a message is a row, or a list of the rows of one thermostat that were read"
                            + " together, of at most 30 days.")
    private String reportDelivery = DEFAULT_REPORT_DELIVERY;

    /** Creates the defaults. */
    protected EcobeeReportOptions() {
    }

    /**
     * See the option of this name.
     *
     * @return names of columns, comma-separated, {@code null} for all
     */
    public @Nullable String getColumns() {
        return columns;
    }

    /**
     * See the option of this name.
     *
     * @param columns names of columns, comma-separated, {@code null} for all
     */
    public void setColumns(@Nullable String columns) {
        this.columns = columns;
    }

    /**
     * See the option of this name.
     *
     * @return whether sensors are joined
     */
    public boolean isIncludeSensors() {
        return includeSensors;
    }

    /**
     * See the option of this name.
     *
     * @param includeSensors whether sensors are joined
     */
    public void setIncludeSensors(boolean includeSensors) {
        this.includeSensors = includeSensors;
    }

    /**
     * See the option of this name.
     *
     * @return names of meters, comma-separated
     */
    public String getMeters() {
        return meters;
    }

    /**
     * See the option of this name.
     *
     * @param meters names of meters, comma-separated
     */
    public void setMeters(String meters) {
        this.meters = meters;
    }

    /**
     * See the option of this name.
     *
     * @return where the report begins
     */
    public String getReportStart() {
        return reportStart;
    }

    /**
     * See the option of this name.
     *
     * @param reportStart where the report begins
     */
    public void setReportStart(String reportStart) {
        this.reportStart = reportStart;
    }

    /**
     * See the option of this name.
     *
     * @return newestFirst or oldestFirst
     */
    public String getReportOrder() {
        return reportOrder;
    }

    /**
     * See the option of this name.
     *
     * @param reportOrder newestFirst or oldestFirst
     */
    public void setReportOrder(String reportOrder) {
        this.reportOrder = reportOrder;
    }

    /**
     * See the option of this name.
     *
     * @return milliseconds to read again
     */
    public long getReportOverlap() {
        return reportOverlap;
    }

    /**
     * See the option of this name.
     *
     * @param reportOverlap milliseconds to read again
     */
    public void setReportOverlap(long reportOverlap) {
        this.reportOverlap = reportOverlap;
    }

    /**
     * See the option of this name.
     *
     * @return perRow or perChunk
     */
    public String getReportDelivery() {
        return reportDelivery;
    }

    /**
     * See the option of this name.
     *
     * @param reportDelivery perRow or perChunk
     */
    public void setReportDelivery(String reportDelivery) {
        this.reportDelivery = reportDelivery;
    }
}
