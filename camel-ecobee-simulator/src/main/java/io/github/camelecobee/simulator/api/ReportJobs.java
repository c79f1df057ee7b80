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

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.ReportJob;
import io.github.camelecobee.model.RuntimeReportJobCreateRequest;
import io.github.camelecobee.model.RuntimeReportJobCreateResponse;
import io.github.camelecobee.model.RuntimeReportJobRequest;
import io.github.camelecobee.model.RuntimeReportJobStatusResponse;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.simulator.account.Sight;
import io.github.camelecobee.simulator.home.History;
import io.github.camelecobee.simulator.home.Home;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import io.github.camelecobee.simulator.reports.ReportBundle;
import io.github.camelecobee.simulator.reports.ReportColumns;
import io.github.camelecobee.simulator.reports.ReportRange;
import io.github.camelecobee.simulator.reports.ReportRows;
import io.github.camelecobee.simulator.requests.RequestTrace;
import org.jspecify.annotations.Nullable;

/**
 * Runtime report jobs (getting-started-runtime-report-job.shtml): reports of up to a year and any number of
 * thermostats, to be fetched when they are ready. A job waits for a minute and works for another; both are our choice,
 * as is the most jobs of an account that may wait, ten. Another account's jobs do not exist for a caller. Its bundles
 * hold 25 thermostats each, are not encrypted as ecobee's are, and can be fetched for 30 days by whoever knows their
 * address.
 * <p>
 * Guarded by the lock of the {@link Home}.
 */
public final class ReportJobs {
    /** Where bundles are, below the simulator's address. */
    public static final String BUNDLES = "/runtimeReportJob/bundles/";

    private static final Duration QUEUED = Duration.ofMinutes(1);
    private static final Duration PROCESSED = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST_DAYS = 366;
    private static final int MOST_QUEUED = 10;
    private static final int BUNDLE_SIZE = 25;
    private static final String QUEUED_STATUS = "queued";

    private final Home home;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private volatile URI base = URI.create("http://127.0.0.1");

    ReportJobs(Home home) {
        this.home = home;
    }

    /**
     * Sets where the simulator listens, so that bundles get whole addresses.
     *
     * @param uri its base address
     */
    public void listeningAt(URI uri) {
        base = uri;
    }

    /**
     * A bundle that can be fetched.
     *
     * @param  name the last part of its address
     * @return      the bundle, empty when there is none or its 30 days are over
     */
    public Optional<ReportBundle> bundle(String name) {
        return home.visit((thermostats, now) -> jobs.values().stream()
                .filter(job -> job.status(now).equals("completed") && now.isBefore(job.created.plus(KEPT)))
                .map(job -> job.bundle(name, thermostats)).flatMap(Optional::stream).findFirst());
    }

    String create(String json, Caller caller, RequestTrace trace) throws StatusException {
        RuntimeReportJobCreateRequest asked = Requests.read(json, RuntimeReportJobCreateRequest.class);
        trace.selection(asked.getSelection());
        LocalDate start = Reports.date(asked.getStartDate(), "/startDate");
        LocalDate end = Reports.date(asked.getEndDate(), "/endDate");
        if (end.isBefore(start) || ChronoUnit.DAYS.between(start, end) >= LONGEST_DAYS) {
            throw Refusals.rule("range(1 day,1 year)", start + " to " + end, "/endDate");
        }
        ReportColumns columns = Reports.columns(asked.getColumns());
        return home.<String, StatusException> visit((thermostats, now) -> {
            List<String> identifiers = select(asked.getSelection(), caller.sees(thermostats));
            if (jobs.values().stream().filter(job -> job.isOf(caller) && job.status(now).equals(QUEUED_STATUS))
                    .count()
                >= MOST_QUEUED) {
                throw EcobeeStatus.PROCESSING_ERROR.with("Too many queued jobs.");
            }
            Job job = new Job(
                    caller.account().name(), hex(3), hex(16), identifiers, start, end, columns,
                    Boolean.TRUE.equals(asked.getIncludeSensors()), now);
            jobs.put(job.id, job);
            return EcobeeJson.write(new RuntimeReportJobCreateResponse().withJobId(job.id)
                    .withJobStatus(QUEUED_STATUS).withStatus(EcobeeStatus.SUCCESS.status()));
        });
    }

    String status(String json, Caller caller) throws StatusException {
        String id = jobId(json);
        return home.<String, StatusException> visit((thermostats, now) -> {
            List<Job> asked = id == null
                    ? jobs.values().stream().filter(job -> job.isOf(caller)).toList() : List.of(find(id, caller));
            return EcobeeJson.write(new RuntimeReportJobStatusResponse()
                    .withJobs(asked.stream().map(job -> view(job, now)).toList())
                    .withStatus(EcobeeStatus.SUCCESS.status()));
        });
    }

    String cancel(String json, Caller caller) throws StatusException {
        String id = jobId(json);
        if (id == null) {
            throw Refusals.rule("required", null, "/jobId");
        }
        return home.<String, StatusException> visit((thermostats, now) -> {
            Job job = find(id, caller);
            // One that is being worked on is finished.
            job.cancelled |= job.status(now).equals(QUEUED_STATUS);
            return EcobeeJson.write(new StatusResponse().withStatus(EcobeeStatus.SUCCESS.status()));
        });
    }

    private static @Nullable String jobId(String json) throws StatusException {
        return json.isBlank() ? null : Requests.read(json, RuntimeReportJobRequest.class).getJobId();
    }

    private Job find(String id, Caller caller) throws StatusException {
        Job job = jobs.get(id);
        if (job == null || !job.isOf(caller)) {
            throw EcobeeStatus.PROCESSING_ERROR.with("Job not found: " + id);
        }
        return job;
    }

    private ReportJob view(Job job, Instant now) {
        String status = job.status(now);
        List<String> files = new ArrayList<>();
        if (status.equals("completed") && now.isBefore(job.created.plus(KEPT))) {
            for (int i = 0; i < job.bundles(); i++) {
                files.add(base + BUNDLES + job.bundleName(i));
            }
        }
        return new ReportJob().withJobId(job.id).withStatus(status).withMessage("").withFiles(files);
    }

    /** A job has no limit of 25 identifiers. */
    private static List<String> select(@Nullable Selection selection, Sight sight)
            throws StatusException {
        List<Selection> parts = new ArrayList<>();
        String match = selection == null ? null : selection.getSelectionMatch();
        if (selection != null && match != null && "thermostats".equals(selection.getSelectionType())) {
            List<String> all = List.of(match.split(",", -1));
            for (int i = 0; i < all.size(); i += BUNDLE_SIZE) {
                parts.add(new Selection().withSelectionType("thermostats")
                        .withSelectionMatch(String.join(",", all.subList(i, Math.min(i + BUNDLE_SIZE, all.size())))));
            }
        } else {
            parts.add(selection);
        }
        List<String> identifiers = new ArrayList<>();
        for (Selection part : parts) {
            Selector.select(part, sight, false)
                    .forEach(thermostat -> identifiers.add(thermostat.state().getIdentifier()));
        }
        return identifiers;
    }

    private String hex(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    private static final class Job {
        private final String account;
        private final String id;
        private final String secret;
        private final List<String> identifiers;
        private final LocalDate start;
        private final LocalDate end;
        private final ReportColumns columns;
        private final boolean sensors;
        private final Instant created;
        private boolean cancelled;

        Job(String account, String id, String secret, List<String> identifiers, LocalDate start, LocalDate end,
            ReportColumns columns,
            boolean sensors, Instant created) {
            this.account = account;
            this.id = id;
            this.secret = secret;
            this.identifiers = identifiers;
            this.start = start;
            this.end = end;
            this.columns = columns;
            this.sensors = sensors;
            this.created = created;
        }

        boolean isOf(Caller caller) {
            return account.equals(caller.account().name());
        }

        String status(Instant now) {
            if (cancelled) {
                return "cancelled";
            }
            if (now.isBefore(created.plus(QUEUED))) {
                return QUEUED_STATUS;
            }
            return now.isBefore(created.plus(PROCESSED)) ? "processing" : "completed";
        }

        int bundles() {
            return (identifiers.size() + BUNDLE_SIZE - 1) / BUNDLE_SIZE;
        }

        String bundleName(int number) {
            return secret + "-" + number + ".tar.gz";
        }

        Optional<ReportBundle> bundle(String name, Map<String, VirtualThermostat> thermostats) {
            for (int i = 0; i < bundles(); i++) {
                if (bundleName(i).equals(name)) {
                    List<History> histories = identifiers
                            .subList(i * BUNDLE_SIZE, Math.min(identifiers.size(), (i + 1) * BUNDLE_SIZE)).stream()
                            .map(thermostats::get).filter(thermostat -> thermostat != null)
                            .map(thermostat -> thermostat.history().asOf(created.plus(PROCESSED))).toList();
                    return Optional.of(new ReportBundle(
                            histories.stream().map(History::identifier).toList(),
                            histories.stream().map(history -> new ReportRows(
                                    history, ReportRange.ofDays(start, end, history.zone()))).toList(),
                            columns, sensors, created.plus(PROCESSED)));
                }
            }
            return Optional.empty();
        }
    }
}
