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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.camelecobee.operation.AuthorizationHandler;
import io.github.camelecobee.operation.AuthorizationStatuses;
import io.github.camelecobee.operation.AuthorizationUrl;
import io.github.camelecobee.operation.ExchangeCode;
import io.github.camelecobee.operation.FunctionOperation;
import io.github.camelecobee.operation.FunctionSequence;
import io.github.camelecobee.operation.GetGroups;
import io.github.camelecobee.operation.GetReport;
import io.github.camelecobee.operation.GetThermostatSummary;
import io.github.camelecobee.operation.GetThermostats;
import io.github.camelecobee.operation.HierarchyOperations;
import io.github.camelecobee.operation.OperationHandler;
import io.github.camelecobee.operation.RequestPin;
import io.github.camelecobee.operation.UpdateGroups;
import io.github.camelecobee.operation.UpdateProgram;
import io.github.camelecobee.operation.UpdateThermostat;
import io.github.camelecobee.operation.UtilityOperations;
import org.apache.camel.Producer;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint does: the path of its URI, where {@code SET_HOLD} is written {@code setHold}.
 */
public enum EcobeeOperation {
    /** Consumer: one exchange for each thermostat that changed. */
    THERMOSTATS(null),
    /** Consumer: one exchange for each thing that happened, for example a hold that began. */
    CHANGES(null),
    /** Consumer: one exchange for each alert that was not there before. */
    ALERTS(null),
    /** Consumer: one exchange for each reading of a sensor that changed. */
    SENSORS(null),
    /** Consumer: one exchange for each thermostat whose line of the summary changed; asks for nothing else. */
    SUMMARY(null),
    /** Consumer: five-minute telemetry, one exchange for each row or for each chunk of rows. */
    RUNTIME_REPORT(null),
    /** Consumer: what meters measure in five minutes, one exchange for each row or for each chunk of rows. */
    METER_REPORT(null),
    /** Consumer: one exchange for each step of an account's authorization, for example when a PIN was issued. */
    AUTHORIZATION(null),
    /** Producer: reads thermostats. */
    GET_THERMOSTATS(thermostats(GetThermostats::new)),
    /** Producer: holds temperatures, a climate or the fan. */
    SET_HOLD(function("setHold")),
    /** Producer: removes a hold and goes back to the program. */
    RESUME_PROGRAM(function("resumeProgram")),
    /** Producer: shows a message. */
    SEND_MESSAGE(function("sendMessage")),
    /** Producer: sets properties of a thermostat, its settings for example. */
    UPDATE_THERMOSTAT(thermostats(UpdateThermostat::new)),
    /** Producer: changes climates or schedule of the program. */
    UPDATE_PROGRAM(thermostats(UpdateProgram::new)),
    /** Producer: creates a vacation. */
    CREATE_VACATION(function("createVacation")),
    /** Producer: deletes a vacation. */
    DELETE_VACATION(function("deleteVacation")),
    /** Producer: acknowledges an alert. */
    ACKNOWLEDGE(function("acknowledge")),
    /** Producer: renames a remote sensor. */
    UPDATE_SENSOR(function("updateSensor")),
    /** Producer: switches a smart plug. */
    CONTROL_PLUG(function("controlPlug")),
    /** Producer: switches an EMS thermostat to occupied or unoccupied. */
    SET_OCCUPIED(function("setOccupied")),
    /** Producer: sets preferences, settings and program back to how the thermostat was delivered. */
    RESET_PREFERENCES(function("resetPreferences")),
    /** Producer: unlinks a voice assistant. */
    UNLINK_VOICE_ENGINE(function("unlinkVoiceEngine")),
    /** Producer: executes several functions, in order and in one request. */
    FUNCTIONS(thermostats(FunctionSequence::new)),
    /** Producer: reads revisions and running equipment. */
    GET_THERMOSTAT_SUMMARY(thermostats(GetThermostatSummary::new)),
    /** Producer: reads five-minute telemetry of a time that is given. */
    GET_RUNTIME_REPORT(thermostats(GetReport::runtime)),
    /** Producer: reads what meters measured in a time that is given. */
    GET_METER_REPORT(thermostats(GetReport::meters)),
    /** Producer: reads the groups of thermostats. Smart accounts. */
    GET_GROUPS(thermostats(GetGroups::new)),
    /** Producer: makes, changes and deletes groups of thermostats. */
    UPDATE_GROUPS(thermostats(UpdateGroups::new)),
    /** Producer: lists management sets. EMS and utility accounts. */
    LIST_SETS(thermostats(HierarchyOperations::listSets)),
    /** Producer: makes a management set. */
    ADD_SET(thermostats(HierarchyOperations::addSet)),
    /** Producer: removes a management set. */
    REMOVE_SET(thermostats(HierarchyOperations::removeSet)),
    /** Producer: gives a management set another name. */
    RENAME_SET(thermostats(HierarchyOperations::renameSet)),
    /** Producer: puts a management set below another one. */
    MOVE_SET(thermostats(HierarchyOperations::moveSet)),
    /** Producer: lists the users of management sets. */
    LIST_USERS(thermostats(HierarchyOperations::listUsers)),
    /** Producer: invites users. */
    ADD_USERS(thermostats(HierarchyOperations::addUsers)),
    /** Producer: takes the privileges of users on a management set away. */
    REMOVE_USERS(thermostats(HierarchyOperations::removeUsers)),
    /** Producer: deletes the accounts of users. */
    UNREGISTER_USERS(thermostats(HierarchyOperations::unregisterUsers)),
    /** Producer: changes users and their privileges. */
    UPDATE_USERS(thermostats(HierarchyOperations::updateUsers)),
    /** Producer: adds thermostats to the hierarchy. */
    REGISTER_THERMOSTATS(thermostats(HierarchyOperations::registerThermostats)),
    /** Producer: removes thermostats from the hierarchy. */
    UNREGISTER_THERMOSTATS(thermostats(HierarchyOperations::unregisterThermostats)),
    /** Producer: moves thermostats from one management set to another. */
    MOVE_THERMOSTATS(thermostats(HierarchyOperations::moveThermostats)),
    /** Producer: puts thermostats into a management set, wherever they are. */
    ASSIGN_THERMOSTATS(thermostats(HierarchyOperations::assignThermostats)),
    /** Producer: lists the demand responses that are not over. Utilities. */
    LIST_DEMAND_RESPONSES(thermostats(UtilityOperations::listDemandResponses)),
    /** Producer: puts a demand response on thermostats. */
    CREATE_DEMAND_RESPONSE(thermostats(UtilityOperations::createDemandResponse)),
    /** Producer: takes a demand response back. */
    CANCEL_DEMAND_RESPONSE(thermostats(UtilityOperations::cancelDemandResponse)),
    /** Producer: moves the set points of thermostats for hours of UTC. */
    ISSUE_DEMAND_MANAGEMENT(thermostats(UtilityOperations::issueDemandManagement)),
    /** Producer: has a runtime report made of up to a year. Utilities and EMS accounts. */
    CREATE_RUNTIME_REPORT_JOB(thermostats(UtilityOperations::createRuntimeReportJob)),
    /** Producer: tells how far report jobs are, and waits for them if wanted. */
    GET_RUNTIME_REPORT_JOBS(thermostats(UtilityOperations::getRuntimeReportJobs)),
    /** Producer: cancels a report job that waits. */
    CANCEL_RUNTIME_REPORT_JOB(thermostats(UtilityOperations::cancelRuntimeReportJob)),
    /** Producer: fetches a bundle of a report job that is completed. */
    DOWNLOAD_RUNTIME_REPORT_JOB(producer(EcobeeDownloadProducer::new)),
    /** Producer: asks for a new PIN. */
    REQUEST_PIN(authorization(RequestPin::new)),
    /** Producer: begins an authorization by code, and tells where to send the browser. */
    AUTHORIZATION_URL(authorization(AuthorizationUrl::new)),
    /** Producer: ends an authorization by code. */
    EXCHANGE_CODE(authorization(ExchangeCode::new)),
    /** Producer: tells where an account stands, or all of them. */
    AUTHORIZATION_STATUS(authorization(AuthorizationStatuses::new));

    private final @Nullable Function<EcobeeEndpoint, Producer> producer;
    private final String uriName;

    EcobeeOperation(@Nullable Function<EcobeeEndpoint, Producer> producer) {
        this.producer = producer;
        String words = Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)).collect(Collectors.joining());
        this.uriName = Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private static Function<EcobeeEndpoint, Producer> producer(Function<EcobeeEndpoint, Producer> producer) {
        return producer;
    }

    private static Function<EcobeeEndpoint, Producer> thermostats(Supplier<OperationHandler> handler) {
        return endpoint -> new EcobeeProducer(endpoint, handler.get());
    }

    private static Function<EcobeeEndpoint, Producer> function(String type) {
        return thermostats(() -> new FunctionOperation(type));
    }

    private static Function<EcobeeEndpoint, Producer> authorization(Supplier<AuthorizationHandler> handler) {
        return endpoint -> new EcobeeAuthorizationProducer(endpoint, handler.get());
    }

    /**
     * Whether it stands in {@code from(...)}.
     *
     * @return whether a consumer does it; a producer does the others
     */
    public boolean isConsumer() {
        return producer == null;
    }

    /** Whether it reads a report. */
    boolean isReport() {
        return this == RUNTIME_REPORT || this == METER_REPORT;
    }

    /** Options that only another report has. */
    List<String> otherReportsOptions() {
        return switch (this) {
            case RUNTIME_REPORT, GET_RUNTIME_REPORT -> List.of("meters");
            case METER_REPORT, GET_METER_REPORT -> List.of("columns", "includeSensors");
            default -> List.of();
        };
    }

    Producer producer(EcobeeEndpoint endpoint) {
        if (producer == null) {
            throw new IllegalArgumentException(
                    "ecobee:" + uriName() + " can only be consumed from; to send, use one of " + names(false));
        }
        return producer.apply(endpoint);
    }

    /**
     * The name in a URI.
     *
     * @return for example {@code setHold}
     */
    public String uriName() {
        return uriName;
    }

    /**
     * Reads the path of a URI.
     *
     * @param  name                     the path, in any letter case
     * @return                          the operation
     * @throws IllegalArgumentException if there is none of that name; the message lists those that exist
     */
    public static EcobeeOperation parse(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(operation -> operation.uriName().toLowerCase(Locale.ROOT).equals(wanted))
                .findAny().orElseThrow(() -> new IllegalArgumentException(
                        "ecobee:" + name + " is unknown; consume from one of " + names(true) + ", or send to one of "
                                                                          + names(false)));
    }

    static String names(boolean consumers) {
        List<EcobeeOperation> all = Arrays.stream(values()).filter(op -> op.isConsumer() == consumers).toList();
        return all.stream().map(EcobeeOperation::uriName).collect(Collectors.joining(", "));
    }
}
