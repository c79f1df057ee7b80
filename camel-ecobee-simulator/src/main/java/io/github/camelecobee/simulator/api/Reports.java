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
package io.github.camelecobee.simulator.api;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.MeterReport;
import io.github.camelecobee.model.MeterReportData;
import io.github.camelecobee.model.MeterReportRequest;
import io.github.camelecobee.model.MeterReportResponse;
import io.github.camelecobee.model.RuntimeReport;
import io.github.camelecobee.model.RuntimeReportRequest;
import io.github.camelecobee.model.RuntimeReportResponse;
import io.github.camelecobee.model.RuntimeSensorMetadata;
import io.github.camelecobee.model.RuntimeSensorReport;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.simulator.account.Sight;
import io.github.camelecobee.simulator.home.History;
import io.github.camelecobee.simulator.home.Home;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import io.github.camelecobee.simulator.reports.ReportColumns;
import io.github.camelecobee.simulator.reports.ReportRange;
import io.github.camelecobee.simulator.reports.ReportRows;
import io.github.camelecobee.simulator.requests.RequestTrace;
import org.jspecify.annotations.Nullable;

/**
 * Runtime reports, meter reports and report jobs (get-runtime-report.shtml, get-meter-report.shtml,
 * getting-started-runtime-report-job.shtml). Rows are computed outside of the home's lock.
 * <p>
 * The rows of a meter report have the columns {@code date,time,value}, kilowatt-hours of five minutes: ecobee's names
 * are not known. A thermostat has a meter when its {@code electricity} has a device. A column that does not exist is a
 * validation error; what ecobee does then is not known either.
 * <p>
 * Safe for use by several threads.
 */
public final class Reports {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int LAST_INTERVAL = 287;
    private static final DateTimeFormatter GAP_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
    private static final String NO_THERMOSTATS = "No thermostats in selection. Ensure permissions and selection.";

    private final Home home;
    private final ReportJobs jobs;
    private volatile boolean failingInGap;

    Reports(Home home) {
        this.home = home;
        this.jobs = new ReportJobs(home);
    }

    /**
     * Whether a report fails when an end of its range falls into the hour that spring skips, as ecobee's have been seen
     * to do. Default no.
     *
     * @param value whether it does
     */
    public void failInDaylightSavingGap(boolean value) {
        failingInGap = value;
    }

    /**
     * The report jobs.
     *
     * @return the jobs, with their bundles
     */
    public ReportJobs jobs() {
        return jobs;
    }

    String handle(Operation operation, String json, Caller caller, RequestTrace trace) throws StatusException {
        return switch (operation) {
            case RUNTIME_REPORT -> runtime(json, caller, trace);
            case METER_REPORT -> meter(json, caller, trace);
            case RUNTIME_REPORT_JOB_CREATE -> jobs.create(json, caller, trace);
            case RUNTIME_REPORT_JOB_STATUS -> jobs.status(json, caller);
            case RUNTIME_REPORT_JOB_CANCEL -> jobs.cancel(json, caller);
            default -> throw EcobeeStatus.PROCESSING_ERROR.exception();
        };
    }

    private String runtime(String json, Caller caller, RequestTrace trace) throws StatusException {
        RuntimeReportRequest asked = Requests.read(json, RuntimeReportRequest.class);
        trace.selection(asked.getSelection());
        int startInterval = interval(asked.getStartInterval(), 0, "/startInterval");
        int endInterval = interval(asked.getEndInterval(), LAST_INTERVAL, "/endInterval");
        ReportRange range = range(asked.getStartDate(), startInterval, asked.getEndDate(), endInterval);
        ReportColumns columns = columns(asked.getColumns());
        List<RuntimeReport> reports = new ArrayList<>();
        List<RuntimeSensorReport> sensors = new ArrayList<>();
        for (History history : histories(asked.getSelection(), range, caller)) {
            ReportRows rows = new ReportRows(history, range);
            List<String> lines = new ArrayList<>();
            rows.runtime(columns, lines::add);
            reports.add(new RuntimeReport().withThermostatIdentifier(history.identifier())
                    .withRowCount(lines.size()).withRowList(lines));
            if (Boolean.TRUE.equals(asked.getIncludeSensors())) {
                sensors.add(sensors(history, rows));
            }
        }
        return EcobeeJson.write(new RuntimeReportResponse().withStartDate(asked.getStartDate())
                .withStartInterval(startInterval).withEndDate(asked.getEndDate()).withEndInterval(endInterval)
                .withColumns(columns.echo()).withReportList(reports).withSensorList(sensors)
                .withStatus(EcobeeStatus.SUCCESS.status()));
    }

    private static RuntimeSensorReport sensors(History history, ReportRows rows) {
        List<RuntimeSensorMetadata> metadata = rows.sensors();
        List<String> columns = new ArrayList<>(List.of("date", "time"));
        metadata.forEach(each -> columns.add(each.getSensorId()));
        List<String> data = new ArrayList<>();
        rows.sensors(data::add);
        return new RuntimeSensorReport().withThermostatIdentifier(history.identifier()).withSensors(metadata)
                .withColumns(columns).withData(data);
    }

    private String meter(String json, Caller caller, RequestTrace trace) throws StatusException {
        MeterReportRequest asked = Requests.read(json, MeterReportRequest.class);
        trace.selection(asked.getSelection());
        int startInterval = interval(asked.getStartInterval(), 0, "/startInterval");
        int endInterval = interval(asked.getEndInterval(), LAST_INTERVAL, "/endInterval");
        ReportRange range = range(asked.getStartDate(), startInterval, asked.getEndDate(), endInterval);
        if (!"energy".equals(asked.getMeters())) {
            throw Refusals.rule("meters", asked.getMeters(), "/meters");
        }
        List<MeterReport> reports = new ArrayList<>();
        for (History history : histories(asked.getSelection(), range, caller)) {
            List<MeterReportData> meters = new ArrayList<>();
            if (history.hasMeter()) {
                List<String> data = new ArrayList<>();
                new ReportRows(history, range).meter(data::add);
                meters.add(new MeterReportData().withMeterType("energy").withColumns("date,time,value").withData(data));
            }
            reports.add(new MeterReport().withThermostatIdentifier(history.identifier()).withMeterList(meters));
        }
        return EcobeeJson.write(new MeterReportResponse().withStartDate(asked.getStartDate())
                .withStartInterval(startInterval).withEndDate(asked.getEndDate()).withEndInterval(endInterval)
                .withMeters("energy").withReportList(reports).withStatus(EcobeeStatus.SUCCESS.status()));
    }

    private List<History> histories(@Nullable Selection selection, ReportRange range, Caller caller) throws StatusException {
        if (selection == null || !"thermostats".equals(selection.getSelectionType())) {
            throw EcobeeStatus.INVALID_SELECTION.with(NO_THERMOSTATS);
        }
        List<History> histories = home.<List<History>, StatusException> visit((thermostats, now) -> histories(
                selection, caller.sees(thermostats)));
        if (failingInGap) {
            for (History history : histories) {
                requireNoGap(range, history.zone());
            }
        }
        return histories;
    }

    private static void requireNoGap(ReportRange range, ZoneId zone) throws StatusException {
        Optional<LocalDateTime> missing = range.endInGap(zone);
        if (missing.isPresent()) {
            throw EcobeeStatus.PROCESSING_ERROR.with(
                    "Illegal instant due to time zone offset transition (daylight savings time 'gap'): "
                                                     + GAP_TIME.format(missing.get()) + " (" + zone + ")");
        }
    }

    private static List<History> histories(Selection selection, Sight sight)
            throws StatusException {
        return Selector.select(selection, sight, false).stream().map(VirtualThermostat::history).toList();
    }

    private static ReportRange range(String startDate, int startInterval, String endDate, int endInterval)
            throws StatusException {
        ReportRange range = ReportRange.of(date(startDate, "/startDate"), startInterval, date(endDate, "/endDate"),
                endInterval);
        if (range.length().isNegative() || range.length().isZero() || range.length().compareTo(LONGEST) > 0) {
            // 31 days; which text ecobee answers is not known.
            throw Refusals.rule("range(1 interval,31 days)", startDate + " to " + endDate, "/endDate");
        }
        return range;
    }

    static LocalDate date(@Nullable String text, String path) throws StatusException {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(text, ""));
        } catch (DateTimeParseException e) {
            throw Refusals.rule("date", text, path);
        }
    }

    static ReportColumns columns(@Nullable String csv) throws StatusException {
        return ReportColumns.of(Objects.requireNonNullElse(csv, ""))
                .orElseThrow(() -> Refusals.rule("columns", csv, "/columns"));
    }

    private static int interval(@Nullable Integer interval, int otherwise, String path) throws StatusException {
        if (interval == null) {
            return otherwise;
        }
        if (interval < 0 || interval > LAST_INTERVAL) {
            throw Refusals.rule("range(0,287)", interval, path);
        }
        return interval;
    }
}
