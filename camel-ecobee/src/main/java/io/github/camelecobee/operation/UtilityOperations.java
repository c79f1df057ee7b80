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
package io.github.camelecobee.operation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.authorization.Permission;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.DemandManagement;
import io.github.camelecobee.model.DemandManagementRequest;
import io.github.camelecobee.model.DemandResponse;
import io.github.camelecobee.model.DemandResponseRequest;
import io.github.camelecobee.model.ReportJob;
import io.github.camelecobee.model.RuntimeReportJobCreateRequest;
import io.github.camelecobee.model.RuntimeReportJobCreateResponse;
import io.github.camelecobee.model.RuntimeReportJobRequest;
import io.github.camelecobee.report.ReportNames;

/** What utilities can do (ecobee's pages operations/utility); EMS accounts have the report jobs, too. */
public final class UtilityOperations {
    private static final String DEMAND_RESPONSE = "demandResponse";
    private static final String DEMAND_RESPONSE_REF = "demandResponseRef";
    private static final String JOB_ID = "jobId";
    private static final String WAIT = "waitForCompletion";
    private static final String LONGEST_WAIT = "completionTimeout";
    private static final Duration DEFAULT_WAIT = Duration.ofHours(1);

    private static final Reading DATE = parameter -> DemandResponseReading
            .date(parameter.text(), "the day", parameter).toString();
    private static final Reading COLUMNS = parameter -> {
        try {
            return String.join(",", ReportNames.columns(String.join(",", Readings.words(parameter))));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(parameter.place() + ": " + e.getMessage(), e);
        }
    };
    private static final Reading DURATION = UtilityOperations::duration;

    private UtilityOperations() {
    }

    /**
     * Lists the demand responses that are not over.
     *
     * @return the handler
     */
    public static OperationHandler listDemandResponses() {
        return demandResponse("listDemandResponses", "list").reads().permission(Permission.READ)
                .sent((client, request) -> new Result(client.utility().demandResponses(request)));
    }

    /**
     * Puts a demand response on thermostats.
     *
     * @return the handler
     */
    public static OperationHandler createDemandResponse() {
        return demandResponse("createDemandResponse", "create").permission(Permission.WRITE)
                .selects(ThermostatSelection.CHUNK).needs(DEMAND_RESPONSE, new DemandResponseReading())
                .body(DemandResponse.class, DEMAND_RESPONSE)
                .sent((client, request) -> {
                    String reference = client.utility().change(request);
                    return reference == null
                            ? Result.DONE : new Result(null, Map.of("CamelEcobeeDemandResponseRef", reference));
                });
    }

    /**
     * Takes a demand response back.
     *
     * @return the handler
     */
    public static OperationHandler cancelDemandResponse() {
        return demandResponse("cancelDemandResponse", "cancel").permission(Permission.WRITE)
                .asks(DEMAND_RESPONSE_REF, Readings.TEXT)
                // Where ecobee's sample and its clients have it; the table on the page says the top of the request.
                .rule((command, request) -> request.setDemandResponse(new DemandResponse().withDemandResponseRef(
                        command.parameter(DEMAND_RESPONSE_REF).orElseThrow().text())))
                .sent((client, request) -> {
                    client.utility().change(request);
                    return Result.DONE;
                });
    }

    /**
     * Moves the set points of thermostats for hours of UTC.
     *
     * @return the handler
     */
    public static OperationHandler issueDemandManagement() {
        return new RequestShape<>("issueDemandManagement", DemandManagementRequest.class).permission(Permission.WRITE)
                .selects(ThermostatSelection.CHUNK).needs("dmList", new DemandManagementReading())
                .body(DemandManagement.class, "dmList")
                .sent((client, request) -> {
                    client.utility().manage(request);
                    return Result.DONE;
                });
    }

    /**
     * Has a report made of up to a year of any number of thermostats.
     *
     * @return the handler
     */
    public static OperationHandler createRuntimeReportJob() {
        return new RequestShape<>("createRuntimeReportJob", RuntimeReportJobCreateRequest.class)
                .selects(Integer.MAX_VALUE).needs("startDate", DATE).needs("endDate", DATE).needs("columns", COLUMNS)
                .takes("includeSensors", Readings.FLAG)
                .rule(UtilityOperations::checkDays)
                .sent((client, request) -> {
                    RuntimeReportJobCreateResponse created = client.utility().create(request);
                    Map<String, Object> told = new LinkedHashMap<>();
                    if (created.getJobId() != null) {
                        told.put("CamelEcobeeJobId", created.getJobId());
                    }
                    if (created.getJobStatus() != null) {
                        told.put("CamelEcobeeJobStatus", created.getJobStatus());
                    }
                    return new Result(null, told);
                });
    }

    /**
     * Tells how far report jobs are, and waits for them if wanted.
     *
     * @return the handler
     */
    public static OperationHandler getRuntimeReportJobs() {
        RequestShape<RuntimeReportJobRequest> shape
                = new RequestShape<>("getRuntimeReportJobs", RuntimeReportJobRequest.class).reads()
                        .takes(JOB_ID, Readings.TEXT).hears(WAIT, Readings.FLAG).hears(LONGEST_WAIT, DURATION);
        return shape.answers(UtilityOperations::jobs);
    }

    /**
     * Cancels a report job that waits.
     *
     * @return the handler
     */
    public static OperationHandler cancelRuntimeReportJob() {
        return new RequestShape<>("cancelRuntimeReportJob", RuntimeReportJobRequest.class)
                .needs(JOB_ID, Readings.TEXT)
                .sent((client, request) -> {
                    client.utility().cancel(request);
                    return Result.DONE;
                });
    }

    private static Result jobs(EcobeeClient client, Command command, RuntimeReportJobRequest request) {
        boolean wait = command.parameter(WAIT).map(Parameter::flag).orElse(false);
        Duration longest = command.parameter(LONGEST_WAIT).map(UtilityOperations::duration).orElse(DEFAULT_WAIT);
        List<ReportJob> jobs = wait
                ? client.utility().completedJobs(request, longest) : client.utility().jobs(request);
        Map<String, Object> told = new LinkedHashMap<>();
        if (jobs.size() == 1 && jobs.get(0).getStatus() != null) {
            told.put("CamelEcobeeJobStatus", jobs.get(0).getStatus());
        }
        return new Result(jobs, told);
    }

    private static Duration duration(Parameter parameter) {
        if (parameter.value() instanceof Duration duration) {
            return duration;
        }
        try {
            return parameter.text().matches("[0-9]+")
                    ? Duration.ofMillis(Long.parseLong(parameter.text())) : Duration.parse(parameter.text());
        } catch (DateTimeParseException | NumberFormatException e) {
            throw parameter.wrong("milliseconds, or a duration such as PT2H");
        }
    }

    private static void checkDays(Command command, RuntimeReportJobCreateRequest request) {
        LocalDate start = LocalDate.parse(request.getStartDate());
        LocalDate end = LocalDate.parse(request.getEndDate());
        if (end.isBefore(start) || !end.isBefore(start.plusYears(1))) {
            throw command.parameter("endDate").orElseThrow()
                    .wrong("a day from " + start + ", and less than a year after it");
        }
    }

    private static RequestShape<DemandResponseRequest> demandResponse(String name, String operation) {
        return new RequestShape<>(name, DemandResponseRequest.class).operation(operation);
    }
}
