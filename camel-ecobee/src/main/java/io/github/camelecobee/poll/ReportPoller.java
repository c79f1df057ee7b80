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
package io.github.camelecobee.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelecobee.client.EcobeeAuthenticationException;
import io.github.camelecobee.client.EcobeeProcessingException;
import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.PollReader;
import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.client.ThermostatSummary;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.poll.ReportPart.ReportLot;
import io.github.camelecobee.report.IntervalRange;
import io.github.camelecobee.report.IntervalSet;
import io.github.camelecobee.report.ReportReader;
import io.github.camelecobee.report.ReportRow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads reports: a summary tells who has something new, then one range of each of these thermostats is read, several
 * thermostats a request. An answer is handed out before the next request is made, so that a long range needs no more
 * memory than a short one.
 * <p>
 * A thermostat whose rows a route is still busy with is left for a later poll, until it has not come on for an hour.
 * <p>
 * ecobee wants reports to be polled every 15 minutes at most, and only when there is something new
 * (get-runtime-report.shtml). So the newest rows of a thermostat are asked for once in that time, by whichever
 * consumer, and so is each range of its history; ranges that follow each other are different reports.
 * <p>
 * Called by one thread at a time; deliveries may be committed from any thread.
 */
public final class ReportPoller implements Poller {
    private static final Logger LOG = LoggerFactory.getLogger(ReportPoller.class);
    /** What a report has to know of a thermostat: its zone, and since when it is connected. */
    public static final Set<Include> PARTS = Set.copyOf(EnumSet.of(Include.LOCATION, Include.RUNTIME));

    private static final Duration PATIENCE = Duration.ofHours(1);
    /** Data may lag so much behind the revision (get-runtime-report.shtml). */
    private static final Duration LAG = Duration.ofHours(1);
    /** A few megabytes of answer: five thermostats a month, 25 thermostats six days. */
    private static final long ROWS_PER_REQUEST = 45_000;
    /** Requests of a poll that may be made to find out which thermostat ecobee refuses to report. */
    private static final int MOST_SPLITS = 10;

    private final PollReader shared;
    private final ReportSettings settings;
    private final Cursors cursors;
    private final Clock clock;
    private final Duration pause;
    private final ReportReader reader;
    private final ReportWindows windows;
    private final ReportSites sites;
    private final ReportTally tally;

    private final Map<String, ReportPart> underWay = new ConcurrentHashMap<>();
    private final Map<String, Present> presents = new ConcurrentHashMap<>();
    private final Map<String, Long> turns = new HashMap<>();
    private final Deque<Job> jobs = new ArrayDeque<>();
    private @Nullable EcobeeRefusedException failure;
    private int splits;
    private long polls;
    private Instant polledAt = Instant.MIN;

    /**
     * Creates a poller.
     *
     * @param shared   reads what the reports of an account share: which thermostats there are, and {@link #PARTS} of
     *                 them; closed with the poller
     * @param reader   reads the reports
     * @param settings how they are wanted
     * @param cursors  how far the consumer got
     * @param clock    tells the time
     * @param pause    no report is asked for when the poll before was less than this ago
     */
    public ReportPoller(PollReader shared, ReportReader reader, ReportSettings settings, Cursors cursors, Clock clock,
                        Duration pause) {
        this.shared = shared;
        this.settings = settings;
        this.cursors = cursors;
        this.clock = clock;
        this.pause = pause;
        this.reader = reader;
        this.windows = new ReportWindows(settings);
        this.sites = new ReportSites(shared, clock);
        this.tally = new ReportTally(reader.feed() + "s of " + shared);
    }

    @Override
    public List<ReportDelivery> poll(int limit) {
        jobs.clear();
        failure = null;
        splits = 0;
        Instant now = clock.instant();
        // A clock that was set back is no reason to wait until it has caught up.
        if (polls > 0 && now.isBefore(polledAt.plus(pause)) && !now.isBefore(polledAt)) {
            return List.of();
        }
        ThermostatSummary summary = shared.summary();
        sites.refresh(summary.revisions().values());
        polledAt = now;
        polls++;
        plan(summary.revisions().values().stream()
                .sorted(Comparator.comparing(revisions -> turns.getOrDefault(revisions.identifier(), 0L))).toList());
        return more(limit);
    }

    @Override
    public List<ReportDelivery> more(int limit) {
        for (Job planned = jobs.poll(); planned != null; planned = jobs.poll()) {
            Job job = due(planned);
            try {
                List<ReportDelivery> found = read(job, limit);
                if (!found.isEmpty()) {
                    return found;
                }
            } catch (EcobeeAuthenticationException e) {
                throw e;
            } catch (EcobeeRefusedException e) {
                refused(job, e);
            }
        }
        EcobeeRefusedException refusal = failure;
        failure = null;
        if (refusal != null) {
            throw refusal;
        }
        return List.of();
    }

    @Override
    public Optional<ReportStatus> reportStatus() {
        return Optional.of(tally.status());
    }

    @Override
    public void close() {
        shared.close();
    }

    private void plan(List<ThermostatRevisions> all) {
        long now = IntervalRange.intervalOf(polledAt);
        Map<IntervalRange, List<ThermostatRevisions>> ranges = new LinkedHashMap<>();
        tally.retain(all.stream().map(ThermostatRevisions::identifier).toList());
        for (ThermostatRevisions revisions : all) {
            Optional<ReportSite> site = sites.of(revisions.identifier());
            if (site.isEmpty() || isUnderWay(revisions.identifier())) {
                continue;
            }
            ReportCursor cursor = cursor(revisions.identifier(), site.get(), now);
            tally.reached(revisions.identifier(), cursor, windows.missingHistory(cursor, now), now);
            windows.next(cursor, now, isPresentDue(revisions), isPresentLate(revisions))
                    .ifPresent(range -> ranges.computeIfAbsent(range, key -> new ArrayList<>()).add(revisions));
        }
        tally.log();
        ranges.forEach((range, thermostats) -> {
            int most = (int) Math.max(1, Math.min(ThermostatSelection.CHUNK, ROWS_PER_REQUEST / range.size()));
            for (int from = 0; from < thermostats.size(); from += most) {
                jobs.add(new Job(range, thermostats.subList(from, Math.min(from + most, thermostats.size())), false, false));
            }
        });
    }

    /** The cursor as it was kept; a start that does not depend on the first poll may have been changed since. */
    private ReportCursor cursor(String identifier, ReportSite site, long now) {
        Optional<ReportCursor> kept = kept(identifier);
        long begin = settings.start().interval(site, now);
        if (kept.isEmpty()) {
            ReportCursor first = ReportCursor.begin(reader.feed(), begin);
            cursors.set(identifier, first.toString());
            return first;
        }
        return settings.start().isRelative() ? kept.get() : kept.get().withBegin(begin);
    }

    private Optional<ReportCursor> kept(String identifier) {
        return cursors.get(identifier).map(text -> ReportCursor.parse(reader.feed(), text, identifier));
    }

    private boolean isPresentDue(ThermostatRevisions revisions) {
        Present present = presents.get(revisions.identifier());
        return present == null || revisions.interval().isEmpty() || !revisions.interval().equals(present.revision)
                || polledAt.isBefore(present.since.plus(LAG));
    }

    private boolean isPresentLate(ThermostatRevisions revisions) {
        Present present = presents.get(revisions.identifier());
        return present == null || !polledAt.isBefore(present.readAt.plus(LAG));
    }

    /** What of it may be asked for now. */
    private Job due(Job job) {
        return job.asked ? job : job.of(job.thermostats.stream().filter(each -> isItsTurn(each, job.range)).toList());
    }

    private List<ReportDelivery> read(Job job, int limit) {
        if (job.thermostats.isEmpty()) {
            return List.of();
        }
        Map<String, @Nullable ThermostatClock> clocks = new LinkedHashMap<>();
        for (ThermostatRevisions revisions : job.thermostats) {
            clocks.put(revisions.identifier(), sites.of(revisions.identifier()).map(ReportSite::clock).orElse(null));
        }
        Map<String, List<ReportRow>> answer = reader.read(clocks, job.range, job.widened);
        List<ReportDelivery> deliveries = new ArrayList<>();
        for (ThermostatRevisions revisions : job.thermostats) {
            List<ReportRow> rows = answer.get(revisions.identifier());
            if (rows == null) {
                LOG.debug("Thermostat {} was not reported; it is asked for again at the next poll", revisions.identifier());
            } else if (limit <= 0 || deliveries.size() < limit) {
                turns.put(revisions.identifier(), polls);
                deliver(revisions, rows, job.range, limit <= 0 ? Integer.MAX_VALUE : limit - deliveries.size(), deliveries);
            }
        }
        return deliveries;
    }

    private void deliver(
            ThermostatRevisions revisions, List<ReportRow> rows, IntervalRange range, int limit,
            List<ReportDelivery> deliveries) {
        long now = IntervalRange.intervalOf(polledAt);
        String identifier = revisions.identifier();
        ReportCursor cursor = kept(identifier).orElseGet(() -> ReportCursor.begin(reader.feed(), range.from()));
        List<ReportRow> wanted = cursor.wanted(rows);
        List<List<ReportRow>> chunks = settings.perRow()
                ? wanted.stream().map(List::of).toList() : wanted.isEmpty() ? List.of() : List.of(wanted);
        IntervalRange covered = chunks.size() <= limit
                ? range : new IntervalRange(range.from(), chunks.get(limit).get(0).interval());
        List<List<ReportRow>> permitted = chunks.subList(0, Math.min(limit, chunks.size()));
        ReportLot lot = new ReportLot(
                cursor, covered, withoutData(rows, range, windows.openFrom(now)), permitted, windows.overlapFrom(now));
        ReportPart part = new ReportPart(
                lot, new Bookkeeper(revisions, polledAt, windows.isPresent(covered, now)), clock);
        if (permitted.isEmpty()) {
            part.skip();
            return;
        }
        underWay.put(identifier, part);
        for (int index = 0; index < permitted.size(); index++) {
            deliveries.add(new ReportDelivery(permitted.get(index), settings.perRow(), revisions, polledAt, part, index));
        }
    }

    /** The intervals for which data may still come. */
    private static IntervalSet withoutData(List<ReportRow> rows, IntervalRange range, long openFrom) {
        long next = Math.max(range.from(), openFrom);
        List<IntervalRange> gaps = new ArrayList<>();
        for (int index = 0; next < range.to() && index < rows.size(); index++) {
            long interval = rows.get(index).interval();
            if (interval > next) {
                gaps.add(new IntervalRange(next, interval));
            }
            next = Math.max(next, interval + 1);
        }
        if (next < range.to()) {
            gaps.add(new IntervalRange(next, range.to()));
        }
        return new IntervalSet(gaps);
    }

    /** One thermostat that ecobee cannot report is not to take the others with it. */
    private void refused(Job job, EcobeeRefusedException e) {
        int size = job.thermostats.size();
        if (splits < MOST_SPLITS && size > 1) {
            splits++;
            jobs.addFirst(new Job(job.range, job.thermostats.subList(size / 2, size), job.widened, true));
            jobs.addFirst(new Job(job.range, job.thermostats.subList(0, size / 2), job.widened, true));
        } else if (splits < MOST_SPLITS && e instanceof EcobeeProcessingException && !job.widened) {
            splits++;
            jobs.addFirst(new Job(job.range, job.thermostats, true, true));
        } else if (failure == null) {
            failure = e;
        } else {
            failure.addSuppressed(e);
        }
    }

    private boolean isUnderWay(String identifier) {
        ReportPart part = underWay.get(identifier);
        if (part == null || clock.instant().isBefore(part.lastActivity().plus(PATIENCE))) {
            return part != null;
        }
        LOG.warn("The exchanges with the report of thermostat {} have not come on since {}; rows are delivered again."
                 + " Look for a step of the route that hangs or drops exchanges",
                identifier, part.lastActivity());
        part.giveUp();
        underWay.remove(identifier, part);
        return false;
    }

    /** Ranges that end now differ every five minutes, and are the same report all the same. */
    private boolean isItsTurn(ThermostatRevisions revisions, IntervalRange range) {
        boolean present = windows.isPresent(range, IntervalRange.intervalOf(polledAt));
        return shared.takeTurn(reader.feed().kind(), new Subject(revisions.identifier(), present ? null : range));
    }

    /** What may be polled every 15 minutes: the present of a thermostat, or a range of its history. */
    private record Subject(String identifier, @Nullable IntervalRange history) {
    }

    /** A range to be read of some thermostats with one request; one that was asked for before is asked for in parts. */
    private record Job(IntervalRange range, List<ThermostatRevisions> thermostats, boolean widened, boolean asked) {
        Job of(List<ThermostatRevisions> some) {
            return new Job(range, some, widened, true);
        }
    }

    /** What was known of a thermostat when its newest rows were last delivered. */
    private record Present(String revision, Instant since, Instant readAt) {
    }

    private final class Bookkeeper implements ReportPart.Ledger {
        private final ThermostatRevisions revisions;
        private final Instant readAt;
        private final boolean present;

        Bookkeeper(ThermostatRevisions revisions, Instant readAt, boolean present) {
            this.revisions = revisions;
            this.readAt = readAt;
            this.present = present;
        }

        @Override
        public void write(ReportCursor cursor) {
            cursors.set(revisions.identifier(), cursor.toString());
            long now = IntervalRange.intervalOf(readAt);
            tally.reached(revisions.identifier(), cursor, windows.missingHistory(cursor, now), now);
        }

        @Override
        public void delivered(int rows) {
            tally.delivered(rows);
        }

        @Override
        public void finished(ReportPart part, boolean complete) {
            if (complete && present) {
                presents.merge(revisions.identifier(), new Present(revisions.interval(), readAt, readAt),
                        (before, now) -> before.revision.equals(now.revision)
                                ? new Present(now.revision, before.since, now.readAt) : now);
            }
            underWay.remove(revisions.identifier(), part);
        }
    }
}
