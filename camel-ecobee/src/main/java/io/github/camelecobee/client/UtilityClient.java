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

import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.github.camelecobee.model.DemandManagementRequest;
import io.github.camelecobee.model.DemandResponse;
import io.github.camelecobee.model.DemandResponseRequest;
import io.github.camelecobee.model.DemandResponseResponse;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.ReportJob;
import io.github.camelecobee.model.RuntimeReportJobCreateRequest;
import io.github.camelecobee.model.RuntimeReportJobCreateResponse;
import io.github.camelecobee.model.RuntimeReportJobRequest;
import io.github.camelecobee.model.RuntimeReportJobStatusResponse;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.transport.HttpCall;
import io.github.camelecobee.transport.HttpTransport;
import io.github.camelecobee.transport.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to ecobee of demand response, demand management and runtime report jobs (ecobee's pages operations/utility),
 * which are for utilities; EMS accounts have the jobs, too. Safe for use by several threads; exceptions as in
 * {@link EcobeeClient}.
 */
public final class UtilityClient {
    private static final String DEMAND_RESPONSE = "/1/demandResponse";
    private static final String DEMAND_MANAGEMENT = "/1/demandManagement";
    private static final String JOB = "/1/runtimeReportJob/";
    private static final int OK = 200;
    /** The transport gives up when no byte comes for some seconds; this is for one that drips. */
    private static final Duration LONGEST_DOWNLOAD = Duration.ofHours(6);

    private final RequestExecutor executor;
    private final HttpTransport transport;
    private final ReportJobs jobs;
    private final String account;

    UtilityClient(RequestExecutor executor, HttpTransport transport, ReportJobs jobs, String account) {
        this.executor = executor;
        this.transport = transport;
        this.jobs = jobs;
        this.account = account;
    }

    /**
     * Lists the demand responses that are not over.
     *
     * @param  request operation {@code list}
     * @return         the events, with the thermostats that they are for
     */
    public List<DemandResponse> demandResponses(DemandResponseRequest request) {
        List<DemandResponse> list = executor.get(DEMAND_RESPONSE, request, "all", DemandResponseResponse.class,
                DemandResponseResponse::getStatus).getDrList();
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /**
     * Creates or cancels a demand response; sent once.
     *
     * @param  request operation {@code create} or {@code cancel}, and what it needs
     * @return         the reference of the event that was created, {@code null} when none was
     */
    public @Nullable String change(DemandResponseRequest request) {
        return executor.post(DEMAND_RESPONSE, request, request.getOperation() + " " + subject(request.getSelection()),
                DemandResponseResponse.class, DemandResponseResponse::getStatus).getDemandResponseRef();
    }

    /**
     * Moves set points for hours of UTC; sent once.
     *
     * @param request thermostats and hours
     */
    public void manage(DemandManagementRequest request) {
        post(DEMAND_MANAGEMENT, request, subject(request.getSelection()));
    }

    /**
     * Has a report made; sent once.
     *
     * @param  request thermostats, days and columns
     * @return         the identifier of the job, and its state
     */
    public RuntimeReportJobCreateResponse create(RuntimeReportJobCreateRequest request) {
        RuntimeReportJobCreateResponse created;
        try {
            created = executor.post(JOB + "create", request, subject(request.getSelection()),
                    RuntimeReportJobCreateResponse.class, RuntimeReportJobCreateResponse::getStatus);
        } finally {
            // Nobody knows what a request did whose answer did not come.
            jobs.forget();
        }
        return created;
    }

    /**
     * How far jobs are. Asked for again within five minutes, the last answer is given again: ecobee wants no more.
     *
     * @param  request the job, or none for all
     * @return         the jobs
     */
    public List<ReportJob> jobs(RuntimeReportJobRequest request) {
        String job = request.getJobId();
        return jobs.get(String.valueOf(job), () -> {
            List<ReportJob> found = executor.get(JOB + "status", request, job == null ? "all jobs" : "job " + job,
                    RuntimeReportJobStatusResponse.class, RuntimeReportJobStatusResponse::getStatus).getJobs();
            return found == null ? List.of() : found.stream().filter(Objects::nonNull).toList();
        });
    }

    /**
     * The same, again and again until none of them is waiting or under way. The calling thread waits.
     *
     * @param  request the job, or none for all
     * @param  longest how long to wait at most
     * @return         the jobs as they are then
     */
    public List<ReportJob> completedJobs(RuntimeReportJobRequest request, Duration longest) {
        return jobs.completed(() -> jobs(request), longest);
    }

    /**
     * Cancels a job that waits; one that is under way is finished all the same. Sent once.
     *
     * @param request the job
     */
    public void cancel(RuntimeReportJobRequest request) {
        try {
            post(JOB + "cancel", request, "job " + request.getJobId());
        } finally {
            jobs.forget();
        }
    }

    /**
     * Fetches a bundle of a completed job, from wherever ecobee keeps it: without a token.
     *
     * @param  bundle          its address, one of the job's files
     * @param  to              gets the bytes as they come
     * @param  most            how many bytes it may have
     * @throws EcobeeException if it cannot be fetched, or is larger; what was written is then a part of it
     */
    public void download(URI bundle, OutputStream to, long most) {
        // The query is the signature that opens the bundle.
        HttpCall call = HttpCall.get(bundle).withTimeout(LONGEST_DOWNLOAD);
        try {
            int status = transport.download(call, to, most);
            if (status != OK) {
                throw new EcobeeUnavailableException(
                        "The bundle " + call + " for account '" + account + "' was answered with HTTP " + status
                                                     + "; ecobee keeps bundles for 30 days",
                        RequestDescription.read(account, call.toString()), status, null, null);
            }
        } catch (TransportException e) {
            throw new EcobeeUnavailableException(
                    "The bundle " + call + " for account '" + account + "' did not come: " + e.getMessage(),
                    RequestDescription.read(account, call.toString()), 0, null, e);
        }
    }

    private void post(String path, EcobeeObject request, String subject) {
        executor.post(path, request, subject, StatusResponse.class, StatusResponse::getStatus);
    }

    private static String subject(@Nullable Selection selection) {
        return selection == null ? "a reference" : selection.getSelectionType() + " " + selection.getSelectionMatch();
    }
}
