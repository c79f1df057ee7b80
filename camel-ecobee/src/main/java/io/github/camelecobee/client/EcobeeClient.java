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

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.camelecobee.authorization.Authorization;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Group;
import io.github.camelecobee.model.GroupRequest;
import io.github.camelecobee.model.GroupResponse;
import io.github.camelecobee.model.MeterReportRequest;
import io.github.camelecobee.model.MeterReportResponse;
import io.github.camelecobee.model.Page;
import io.github.camelecobee.model.RuntimeReportRequest;
import io.github.camelecobee.model.RuntimeReportResponse;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatRequest;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.model.ThermostatSummaryRequest;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.transport.HttpTransport;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to ecobee for one account. Every method makes its requests on the calling thread and answers when they are
 * done. Safe for use by several threads.
 * <p>
 * All methods throw {@link EcobeeException} when ecobee refuses or cannot be reached, and the exceptions of
 * {@link Authorization#accessToken()} when the account is not authorized.
 */
public final class EcobeeClient {
    private static final String SUMMARY = "/1/thermostatSummary";
    private static final String THERMOSTAT = "/1/thermostat";
    private static final String GROUP = "/1/group";
    private static final String RUNTIME_REPORT = "/1/runtimeReport";
    private static final String METER_REPORT = "/1/meterReport";

    private final RequestExecutor executor;
    private final String account;
    private final Governor governor;
    private final Clock clock;

    /**
     * Creates a client; nothing is sent yet.
     *
     * @param baseUri       where ecobee is, without a path, for example {@code https://api.ecobee.com}
     * @param transport     carries the requests
     * @param authorization supplies access tokens
     * @param account       name of the account, for messages
     * @param governor      keeps the application within ecobee's limits
     * @param clock         tells the time
     */
    public EcobeeClient(URI baseUri, HttpTransport transport, Authorization authorization, String account,
                        Governor governor, Clock clock) {
        this.executor = new RequestExecutor(baseUri, transport, authorization, account, governor, clock);
        this.account = account;
        this.governor = governor;
        this.clock = clock;
    }

    /**
     * Begins to poll. What several readers of an account ask for is asked once.
     *
     * @param  selection the thermostats to watch
     * @param  includes  the parts to read
     * @param  interval  the shortest time between two summaries; zero for no limit
     * @return           a reader, to be closed when it polls no more
     */
    public PollReader reader(ThermostatSelection selection, Set<Include> includes, Duration interval) {
        return reader(selection, includes, interval, ThermostatFilter.none());
    }

    /**
     * Begins to poll for some thermostats of a selection.
     *
     * @param  selection the thermostats to ask for
     * @param  includes  the parts to read
     * @param  interval  the shortest time between two summaries; zero for no limit
     * @param  filter    which of them are wanted
     * @return           a reader, to be closed when it polls no more
     */
    public PollReader reader(
            ThermostatSelection selection, Set<Include> includes, Duration interval, ThermostatFilter filter) {
        return new PollReader(this, governor.reads(account), selection, includes, interval, filter);
    }

    /**
     * Reads the groups of thermostats (get-group.shtml). Smart accounts only.
     *
     * @return the groups
     */
    public List<Group> groups() {
        ThermostatSelection selection = ThermostatSelection.registered();
        List<Group> groups = executor.get(GROUP, new GroupRequest().withSelection(selection.toWire(Set.of())), selection,
                GroupResponse.class, GroupResponse::getStatus).getGroups();
        return groups == null ? List.of() : groups.stream().filter(Objects::nonNull).toList();
    }

    /** The groups, not older than an hour if ecobee can be asked. */
    List<Group> recentGroups() {
        return governor.groups(account).get(this::groups);
    }

    /**
     * The account it speaks for.
     *
     * @return its name
     */
    public String account() {
        return account;
    }

    /**
     * Asks which thermostats there are and whether something about them changed (get-thermostat-summary.shtml).
     *
     * @param  selection the thermostats meant; one request for each {@value ThermostatSelection#CHUNK} identifiers
     * @return           revisions and running equipment
     */
    public ThermostatSummary summary(ThermostatSelection selection) {
        return summary(selection, new SummaryLines());
    }

    /** The same for somebody who asks again and again. */
    ThermostatSummary summary(ThermostatSelection selection, SummaryLines lines) {
        return selection.chunks().stream().map(chunk -> summaryOfChunk(chunk, lines)).reduce(ThermostatSummary::plus)
                .orElseGet(ThermostatSummary::empty);
    }

    /**
     * Reads thermostats (get-thermostats.shtml).
     *
     * @param  selection the thermostats meant; one request for each {@value ThermostatSelection#CHUNK} identifiers, and
     *                   for each page that ecobee makes of the answer
     * @param  includes  the parts wanted
     * @return           the thermostats, in the order in which ecobee sent them
     */
    public List<Thermostat> thermostats(ThermostatSelection selection, Set<Include> includes) {
        List<Thermostat> thermostats = new ArrayList<>();
        selection.chunks().forEach(chunk -> readPages(chunk, includes, thermostats));
        return List.copyOf(thermostats);
    }

    /**
     * Changes thermostats.
     *
     * @return what does so
     */
    public ThermostatWrites writes() {
        return new ThermostatWrites(account, executor, governor.reads(account), clock);
    }

    /**
     * Makes changes in the order in which they came: of two changes of an account that concern the same thermostat, the
     * second begins when the first has ended, whichever producers and components of one {@link Governor} they come
     * from. Changes of different thermostats are made side by side. A change of all registered thermostats, or of a
     * management set, concerns every thermostat of the account.
     *
     * @param  selection              the thermostats that are changed
     * @param  work                   changes them, on the calling thread, and may read them before and after
     * @param  <T>                    what comes of it
     * @return                        what comes of it
     * @throws EcobeeNotSentException if those before it took longer than two minutes, or the thread was interrupted
     *                                while it waited; the work was not begun
     */
    public <T> T inOrder(ThermostatSelection selection, Supplier<T> work) {
        try {
            return governor.order(account).run(selection, work);
        } catch (TimeoutException e) {
            throw notInOrder(selection, "changes before it have been under way for " + Governor.PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notInOrder(selection, "interrupted while changes before it were under way", e);
        }
    }

    private EcobeeNotSentException notInOrder(ThermostatSelection selection, String why, Exception cause) {
        return changeNotSent("A change of " + selection, selection, why, cause);
    }

    /**
     * The exception for a change that is given up before it is sent.
     *
     * @param  change    what it is called, for example {@code setHold of thermostats 311019854581}
     * @param  selection the thermostats that it was for
     * @param  why       why it is given up
     * @param  cause     the same as an exception, {@code null} for none
     * @return           the exception, not thrown
     */
    public EcobeeNotSentException changeNotSent(
            String change, ThermostatSelection selection, String why, @Nullable Throwable cause) {
        return new EcobeeNotSentException(
                new RequestDescription(account, change, RequestDescription.thermostatsOf(selection), null), why, null, cause);
    }

    /**
     * Reads the runtime report of thermostats (get-runtime-report.shtml), with one request.
     *
     * @param  selection                thermostats by identifier, at most {@value ThermostatSelection#CHUNK}
     * @param  report                   what to report, without selection; at most 31 days
     * @return                          ecobee's answer
     * @throws IllegalArgumentException if these are more thermostats than a report takes
     */
    public RuntimeReportResponse runtimeReport(ThermostatSelection selection, RuntimeReportRequest report) {
        requireOneRequest(selection);
        return executor.get(RUNTIME_REPORT, report.withSelection(selection.toWire(Set.of())), selection,
                RuntimeReportResponse.class, RuntimeReportResponse::getStatus);
    }

    /**
     * Reads the meter report of thermostats (get-meter-report.shtml), with one request.
     *
     * @param  selection                thermostats by identifier, at most {@value ThermostatSelection#CHUNK}
     * @param  report                   what to report, without selection; at most 31 days
     * @return                          ecobee's answer
     * @throws IllegalArgumentException if these are more thermostats than a report takes
     */
    public MeterReportResponse meterReport(ThermostatSelection selection, MeterReportRequest report) {
        requireOneRequest(selection);
        return executor.get(METER_REPORT, report.withSelection(selection.toWire(Set.of())), selection,
                MeterReportResponse.class, MeterReportResponse::getStatus);
    }

    /** Whether a consumer of the account may ask for something now that it polls beside the shared reads. */
    boolean takeTurn(RequestKind kind, Object subject, PollReader who) {
        return governor.takeTurn(account, kind, subject, who);
    }

    private static void requireOneRequest(ThermostatSelection selection) {
        if (selection.match().size() > ThermostatSelection.CHUNK) {
            throw new IllegalArgumentException(
                    "A report is of at most " + ThermostatSelection.CHUNK + " thermostats, not " + selection.match().size());
        }
    }

    /** The exception for a read that was never sent. */
    EcobeeUnavailableException notSent(String request, String why) {
        return RequestExecutor.readNotSent(RequestDescription.read(account, request), why, null, null);
    }

    private ThermostatSummary summaryOfChunk(ThermostatSelection chunk, SummaryLines lines) {
        EcobeeObject request
                = new ThermostatSummaryRequest().withSelection(chunk.toWire(Set.of(Include.EQUIPMENT_STATUS)));
        return ThermostatSummary.of(executor.get(SUMMARY, request, chunk, ThermostatSummaryResponse.class,
                ThermostatSummaryResponse::getStatus), lines);
    }

    private void readPages(ThermostatSelection chunk, Set<Include> includes, List<Thermostat> thermostats) {
        int page = 1;
        int pages;
        do {
            ThermostatRequest request = new ThermostatRequest().withSelection(chunk.toWire(includes))
                    .withPage(new Page().withPage(page));
            ThermostatResponse response
                    = executor.get(THERMOSTAT, request, chunk, ThermostatResponse.class, ThermostatResponse::getStatus);
            if (response.getThermostatList() != null) {
                response.getThermostatList().stream().filter(Objects::nonNull).forEach(thermostats::add);
            }
            pages = response.getPage() == null || response.getPage().getTotalPages() == null
                    ? 1 : response.getPage().getTotalPages();
            page++;
        } while (page <= pages);
    }
}
