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

import org.apache.camel.spi.Metadata;

/**
 * The headers of the component. Those labelled producer choose or parametrise; those labelled consumer inform, and a
 * producer falls back on {@link #THERMOSTAT_ID} and {@link #ACCOUNT} only when neither a header nor an option says
 * otherwise: so that what a route reads never overrules what its author wrote.
 */
public final class EcobeeConstants {
    /** Identifier (serial number) of the thermostat the message is about. */
    @Metadata(label = "consumer", description = "Identifier (serial number) of the thermostat the message is about.",
              javaType = "String")
    public static final String THERMOSTAT_ID = "CamelEcobeeThermostatId";
    /** Name of the thermostat, as its user gave it; empty when it was never named. */
    @Metadata(label = "consumer",
              description = "Name of the thermostat, as its user gave it; empty when it was never named.",
              javaType = "String")
    public static final String THERMOSTAT_NAME = "CamelEcobeeThermostatName";
    /** Account the message came from. */
    @Metadata(label = "consumer", description = "Account the message came from.", javaType = "String")
    public static final String ACCOUNT = "CamelEcobeeAccount";
    /** Which attempt this is to deliver the same: 1, and more when the route failed with it before. */
    @Metadata(label = "consumer",
              description = "Which attempt this is to deliver the same: 1, and more when the route failed with it before.",
              javaType = "Integer")
    public static final String DELIVERY_ATTEMPT = "CamelEcobeeDeliveryAttempt";
    /** Whether the thermostat is connected to ecobee; if not, its data is old. */
    @Metadata(label = "consumer", description = "Whether the thermostat is connected to ecobee; if not, its data is old.",
              javaType = "Boolean")
    public static final String CONNECTED = "CamelEcobeeConnected";
    /** Running equipment, comma-separated, empty when idle. */
    @Metadata(label = "consumer", description = "Running equipment, comma-separated, empty when idle.",
              javaType = "String")
    public static final String EQUIPMENT_STATUS = "CamelEcobeeEquipmentStatus";
    /** Revision of settings, program, events and device configuration. Compare for equality only. */
    @Metadata(label = "consumer",
              description = "Revision of settings, program, events and device configuration. Compare for equality only.",
              javaType = "String")
    public static final String THERMOSTAT_REVISION = "CamelEcobeeThermostatRevision";
    /** Revision of the alerts. Compare for equality only. */
    @Metadata(label = "consumer", description = "Revision of the alerts. Compare for equality only.", javaType = "String")
    public static final String ALERTS_REVISION = "CamelEcobeeAlertsRevision";
    /** Revision of equipment state and sensor readings. Compare for equality only. */
    @Metadata(label = "consumer",
              description = "Revision of equipment state and sensor readings. Compare for equality only.",
              javaType = "String")
    public static final String RUNTIME_REVISION = "CamelEcobeeRuntimeRevision";
    /** Revision of the five-minute readings. Compare for equality only. */
    @Metadata(label = "consumer", description = "Revision of the five-minute readings. Compare for equality only.",
              javaType = "String")
    public static final String INTERVAL_REVISION = "CamelEcobeeIntervalRevision";
    /**
     * Parts of the thermostat whose revision moved since its last message was processed, by their names in the option
     * include, comma-separated; all that are included when there was none, empty when nothing moved.
     */
    @Metadata(label = "consumer",
              description = "Parts of the thermostat whose revision moved since its last message was processed, by their names in"
                            + " the option include, comma-separated; all that are included when there was none, empty when"
                            + " nothing moved.",
              javaType = "String")
    public static final String FRESH_SECTIONS = "CamelEcobeeFreshSections";
    /** When the thermostat last sent its readings to ecobee; with include runtime. */
    @Metadata(label = "consumer",
              description = "When the thermostat last sent its readings to ecobee; with include runtime.",
              javaType = "java.time.Instant")
    public static final String LAST_STATUS_MODIFIED = "CamelEcobeeLastStatusModified";
    /** How old the readings were when ecobee was polled; with include runtime. */
    @Metadata(label = "consumer", description = "How old the readings were when ecobee was polled; with include runtime.",
              javaType = "java.time.Duration")
    public static final String AGE = "CamelEcobeeAge";
    /** When ecobee was polled for the message. */
    @Metadata(label = "consumer", description = "When ecobee was polled for the message.", javaType = "java.time.Instant")
    public static final String POLL_TIME = "CamelEcobeePollTime";

    /** Type of the change, for example holdStarted. */
    @Metadata(label = "consumer", description = "Type of the change, for example holdStarted.", javaType = "String")
    public static final String CHANGE_TYPE = "CamelEcobeeChangeType";
    /** What stays the same when a change is delivered again. */
    @Metadata(label = "consumer", description = "What stays the same when a change is delivered again.", javaType = "String")
    public static final String CHANGE_ID = "CamelEcobeeChangeId";
    /** What acknowledge wants to acknowledge the alert. */
    @Metadata(label = "consumer", description = "What acknowledge wants to acknowledge the alert.", javaType = "String")
    public static final String ALERT_REF = "CamelEcobeeAlertRef";
    /** Identifier of the sensor, for example rs:100. */
    @Metadata(label = "consumer", description = "Identifier of the sensor, for example rs:100.", javaType = "String")
    public static final String SENSOR_ID = "CamelEcobeeSensorId";
    /** What the sensor measured, for example temperature. */
    @Metadata(label = "consumer", description = "What the sensor measured, for example temperature.", javaType = "String")
    public static final String SENSOR_CAPABILITY = "CamelEcobeeSensorCapability";

    /**
     * What stays the same when a row of a report is delivered again: identifier of the thermostat, a slash, the
     * instant, and for a meter report another slash and the meter. Only with reportDelivery perRow.
     */
    @Metadata(label = "consumer",
              description = "What stays the same when a row of a report is delivered again: identifier of the thermostat, a"
                            + " slash, the instant, and for a meter report another slash and the meter. Only with"
                            + " reportDelivery perRow.",
              javaType = "String")
    public static final String REPORT_ROW_ID = "CamelEcobeeReportRowId";
    /** When the first row of the message begins. */
    @Metadata(label = "consumer", description = "When the first row of the message begins.",
              javaType = "java.time.Instant")
    public static final String REPORT_FROM = "CamelEcobeeReportFrom";
    /** When the last row of the message ends. */
    @Metadata(label = "consumer", description = "When the last row of the message ends.", javaType = "java.time.Instant")
    public static final String REPORT_TO = "CamelEcobeeReportTo";

    /**
     * What happened to the authorization: PIN_ISSUED, PIN_EXPIRED, AUTHORIZED, REFRESHED, REFRESH_FAILED, SUSPECT or
     * REAUTHORIZATION_REQUIRED.
     */
    @Metadata(label = "consumer",
              description = "What happened to the authorization: PIN_ISSUED, PIN_EXPIRED, AUTHORIZED, REFRESHED,"
                            + " REFRESH_FAILED, SUSPECT or REAUTHORIZATION_REQUIRED.",
              javaType = "String")
    public static final String AUTHORIZATION_EVENT = "CamelEcobeeAuthorizationEvent";
    /** State of the account's authorization after the event. */
    @Metadata(label = "consumer", description = "State of the account's authorization after the event.",
              javaType = "String")
    public static final String AUTHORIZATION_STATE = "CamelEcobeeAuthorizationState";
    /** PIN to enter in the ecobee portal, while one is waiting to be entered. */
    @Metadata(label = "consumer", description = "PIN to enter in the ecobee portal, while one is waiting to be entered.",
              javaType = "String")
    public static final String PIN = "CamelEcobeePin";
    /** When the PIN stops being valid. */
    @Metadata(label = "consumer", description = "When the PIN stops being valid.", javaType = "java.time.Instant")
    public static final String PIN_EXPIRES = "CamelEcobeePinExpires";

    /**
     * Something that only the browser of the owner has, a cookie for example: given to authorizationUrl, exchangeCode
     * needs it again.
     */
    @Metadata(label = "producer",
              description = "Something that only the browser of the owner has, a cookie for example: given to authorizationUrl,"
                            + " exchangeCode needs it again.",
              javaType = "String")
    public static final String BINDING = "CamelEcobeeBinding";
    /** Account to use instead of the option account. */
    @Metadata(label = "producer", description = "Account to use instead of the option account.", javaType = "String")
    public static final String TARGET_ACCOUNT = "CamelEcobeeTargetAccount";
    /** Identifiers of the thermostats to use instead of the option thermostatIds, comma-separated. */
    @Metadata(label = "producer",
              description = "Identifiers of the thermostats to use instead of the option thermostatIds, comma-separated.",
              javaType = "String")
    public static final String THERMOSTAT_IDS = "CamelEcobeeThermostatIds";
    /** Groups whose thermostats to use instead of the option groups: names or references, comma-separated. */
    @Metadata(label = "producer",
              description = "Groups whose thermostats to use instead of the option groups: names or references, comma-separated.",
              javaType = "String")
    public static final String TARGET_GROUPS = "CamelEcobeeTargetGroups";
    /** Path of the management set to use instead of the option managementSet. */
    @Metadata(label = "producer", description = "Path of the management set to use instead of the option managementSet.",
              javaType = "String")
    public static final String MANAGEMENT_SET = "CamelEcobeeManagementSet";
    /** Parts of a thermostat to read instead of the option include. */
    @Metadata(label = "producer", description = "Parts of a thermostat to read instead of the option include.",
              javaType = "String")
    public static final String INCLUDE = "CamelEcobeeInclude";
    /** Heat set point of a hold: 68F, 20.5C, or tenths of a degree Fahrenheit. */
    @Metadata(label = "producer",
              description = "Heat set point of a hold: 68F, 20.5C, or tenths of a degree Fahrenheit.",
              javaType = "String")
    public static final String HEAT_HOLD_TEMP = "CamelEcobeeHeatHoldTemp";
    /** Cool set point of a hold: 76F, 24.5C, or tenths of a degree Fahrenheit. */
    @Metadata(label = "producer",
              description = "Cool set point of a hold: 76F, 24.5C, or tenths of a degree Fahrenheit.",
              javaType = "String")
    public static final String COOL_HOLD_TEMP = "CamelEcobeeCoolHoldTemp";
    /** Climate to hold, for example away. */
    @Metadata(label = "producer", description = "Climate to hold, for example away.", javaType = "String")
    public static final String HOLD_CLIMATE_REF = "CamelEcobeeHoldClimateRef";
    /** How a hold ends: indefinite, nextTransition, holdHours, dateTime or auto. */
    @Metadata(label = "producer", description = "How a hold ends: indefinite, nextTransition, holdHours, dateTime or auto.",
              javaType = "String")
    public static final String HOLD_TYPE = "CamelEcobeeHoldType";
    /** Length of a hold in hours, with hold type holdHours. */
    @Metadata(label = "producer", description = "Length of a hold in hours, with hold type holdHours.",
              javaType = "Integer")
    public static final String HOLD_HOURS = "CamelEcobeeHoldHours";
    /** Fan mode of a hold: auto or on. */
    @Metadata(label = "producer", description = "Fan mode of a hold: auto or on.", javaType = "String")
    public static final String FAN = "CamelEcobeeFan";
    /** Whether resumeProgram removes every event instead of the one on top. */
    @Metadata(label = "producer",
              description = "Whether resumeProgram removes every event instead of the one on top.", javaType = "Boolean")
    public static final String RESUME_ALL = "CamelEcobeeResumeAll";
    /** Text of sendMessage, at most 500 characters. */
    @Metadata(label = "producer", description = "Text of sendMessage, at most 500 characters.", javaType = "String")
    public static final String TEXT = "CamelEcobeeText";
    /** Path of the management set that an operation is about, for example /North/Hall. */
    @Metadata(label = "producer",
              description = "Path of the management set that an operation is about, for example /North/Hall.",
              javaType = "String")
    public static final String SET_PATH = "CamelEcobeeSetPath";
    /** Name of the management set that addSet makes. */
    @Metadata(label = "producer", description = "Name of the management set that addSet makes.", javaType = "String")
    public static final String SET_NAME = "CamelEcobeeSetName";
    /** Path of the set in which addSet makes one, / for all sets. */
    @Metadata(label = "producer", description = "Path of the set in which addSet makes one, / for all sets.",
              javaType = "String")
    public static final String PARENT_PATH = "CamelEcobeeParentPath";
    /** Name that renameSet gives. */
    @Metadata(label = "producer", description = "Name that renameSet gives.", javaType = "String")
    public static final String NEW_NAME = "CamelEcobeeNewName";
    /** Path of the set to which moveSet and moveThermostats move. */
    @Metadata(label = "producer", description = "Path of the set to which moveSet and moveThermostats move.",
              javaType = "String")
    public static final String TO_PATH = "CamelEcobeeToPath";
    /** Whether listSets and listUsers go down to the sets below. */
    @Metadata(label = "producer", description = "Whether listSets and listUsers go down to the sets below.",
              javaType = "Boolean")
    public static final String RECURSIVE = "CamelEcobeeRecursive";
    /** Whether listSets and listUsers tell the privileges. */
    @Metadata(label = "producer", description = "Whether listSets and listUsers tell the privileges.", javaType = "Boolean")
    public static final String INCLUDE_PRIVILEGES = "CamelEcobeeIncludePrivileges";
    /** Whether listSets tells the thermostats of each set. */
    @Metadata(label = "producer", description = "Whether listSets tells the thermostats of each set.", javaType = "Boolean")
    public static final String INCLUDE_THERMOSTATS = "CamelEcobeeIncludeThermostats";
    /** Users of a hierarchy: objects HierarchyUser, maps, JSON, or user names, comma-separated. */
    @Metadata(label = "producer",
              description = "Users of a hierarchy: objects HierarchyUser, maps, JSON, or user names, comma-separated.",
              javaType = "Object")
    public static final String USERS = "CamelEcobeeUsers";
    /** Privileges of users of a hierarchy: objects HierarchyPrivilege, maps or JSON. */
    @Metadata(label = "producer", description = "Privileges of users of a hierarchy: objects HierarchyPrivilege, maps or JSON.",
              javaType = "Object")
    public static final String PRIVILEGES = "CamelEcobeePrivileges";
    /** Groups of thermostats that updateGroups makes, changes or deletes: objects Group, maps or JSON. */
    @Metadata(label = "producer",
              description = "Groups of thermostats that updateGroups makes, changes or deletes: objects Group, maps or JSON.",
              javaType = "Object")
    public static final String GROUPS = "CamelEcobeeGroups";
    /** Whether updateGroups may delete groups: ecobee deletes one that comes without thermostats. */
    @Metadata(label = "producer",
              description = "Whether updateGroups may delete groups: ecobee deletes one that comes without thermostats.",
              javaType = "Boolean")
    public static final String ALLOW_DELETE = "CamelEcobeeAllowDelete";
    /** References of the groups after updateGroups, in the order of the command. */
    @Metadata(label = "producer", description = "References of the groups after updateGroups, in the order of the command.",
              javaType = "java.util.List")
    public static final String GROUP_REFS = "CamelEcobeeGroupRefs";
    /**
     * When something begins: 2026-11-23T18:00 on the clock of the thermostat, a time with offset or zone, or an object
     * of java.time; now when a function is not given any. Reports also take a day.
     */
    @Metadata(label = "producer",
              description = "When something begins: 2026-11-23T18:00 on the clock of the thermostat, a time "
                            + "with offset or zone, or an object of java.time; now when a function is not given "
                            + "any. Reports also take a day.",
              javaType = "Object")
    public static final String START = "CamelEcobeeStart";
    /**
     * When something ends, in the same forms as the start. A day is part of the report; a report without an end ends
     * now.
     */
    @Metadata(label = "producer",
              description = "When something ends, in the same forms as the start. A day is part of the "
                            + "report; a report without an end ends now.",
              javaType = "Object")
    public static final String END = "CamelEcobeeEnd";
    /** Columns of getRuntimeReport and createRuntimeReportJob, comma-separated, instead of the option columns. */
    @Metadata(label = "producer",
              description = "Columns of getRuntimeReport and createRuntimeReportJob, comma-separated, instead of the option columns.",
              javaType = "String")
    public static final String COLUMNS = "CamelEcobeeColumns";
    /** Whether a report has the values of the sensors, instead of the option includeSensors. */
    @Metadata(label = "producer",
              description = "Whether a report has the values of the sensors, instead of the option includeSensors.",
              javaType = "Boolean")
    public static final String INCLUDE_SENSORS = "CamelEcobeeIncludeSensors";
    /** Demand response that createDemandResponse puts on thermostats: an object DemandResponse, a map or JSON. */
    @Metadata(label = "producer",
              description = "Demand response that createDemandResponse puts on thermostats: an object DemandResponse, a map or JSON.",
              javaType = "Object")
    public static final String DEMAND_RESPONSE = "CamelEcobeeDemandResponse";
    /** Reference of a demand response: createDemandResponse tells it, cancelDemandResponse needs it. */
    @Metadata(label = "producer",
              description = "Reference of a demand response: createDemandResponse tells it, cancelDemandResponse needs it.",
              javaType = "String")
    public static final String DEMAND_RESPONSE_REF = "CamelEcobeeDemandResponseRef";
    /** Hours of issueDemandManagement: objects DemandManagement, maps or JSON. */
    @Metadata(label = "producer", description = "Hours of issueDemandManagement: objects DemandManagement, maps or JSON.",
              javaType = "Object")
    public static final String DM_LIST = "CamelEcobeeDmList";
    /**
     * Date of the start on the clock of the thermostat, with the time beside it; for createRuntimeReportJob the first
     * day, for example 2025-01-01.
     */
    @Metadata(label = "producer",
              description = "Date of the start on the clock of the thermostat, with the time beside it; for "
                            + "createRuntimeReportJob the first day, for example 2025-01-01.",
              javaType = "String")
    public static final String START_DATE = "CamelEcobeeStartDate";
    /**
     * Date of the end on the clock of the thermostat, with the time beside it; for createRuntimeReportJob the last day,
     * less than a year after the first.
     */
    @Metadata(label = "producer",
              description = "Date of the end on the clock of the thermostat, with the time beside it; for "
                            + "createRuntimeReportJob the last day, less than a year after the first.",
              javaType = "String")
    public static final String END_DATE = "CamelEcobeeEndDate";
    /** Identifier of a report job: createRuntimeReportJob tells it, the other operations on jobs take it. */
    @Metadata(label = "producer",
              description = "Identifier of a report job: createRuntimeReportJob tells it, the other operations on jobs take it.",
              javaType = "String")
    public static final String JOB_ID = "CamelEcobeeJobId";
    /** State of a report job: queued, processing, completed, cancelled or error. */
    @Metadata(label = "producer", description = "State of a report job: queued, processing, completed, cancelled or error.",
              javaType = "String")
    public static final String JOB_STATUS = "CamelEcobeeJobStatus";
    /** Whether getRuntimeReportJobs waits, instead of the option waitForCompletion. */
    @Metadata(label = "producer", description = "Whether getRuntimeReportJobs waits, instead of the option waitForCompletion.",
              javaType = "Boolean")
    public static final String WAIT_FOR_COMPLETION = "CamelEcobeeWaitForCompletion";
    /** How long it waits at most, instead of the option: milliseconds, or a duration such as PT2H. */
    @Metadata(label = "producer",
              description = "How long it waits at most, instead of the option: milliseconds, or a duration such as PT2H.",
              javaType = "Object")
    public static final String COMPLETION_TIMEOUT = "CamelEcobeeCompletionTimeout";
    /** Address of the bundle that downloadRuntimeReportJob fetches, one of the files of a job, instead of the body. */
    @Metadata(label = "producer",
              description = "Address of the bundle that downloadRuntimeReportJob fetches, one of the files of a job, instead of the body.",
              javaType = "String")
    public static final String BUNDLE = "CamelEcobeeBundle";
    /** How long something lasts: PT2H30M, or a java.time.Duration. */
    @Metadata(label = "producer",
              description = "How long something lasts: PT2H30M, or a java.time.Duration.",
              javaType = "java.lang.Object")
    public static final String DURATION = "CamelEcobeeDuration";
    /** Time of day of the start on the clock of the thermostat. */
    @Metadata(label = "producer",
              description = "Time of day of the start on the clock of the thermostat.",
              javaType = "String")
    public static final String START_TIME = "CamelEcobeeStartTime";
    /** Time of day of the end on the clock of the thermostat. */
    @Metadata(label = "producer",
              description = "Time of day of the end on the clock of the thermostat.",
              javaType = "String")
    public static final String END_TIME = "CamelEcobeeEndTime";
    /** How a hold of hold type auto ends on a thermostat whose user wants to be asked. */
    @Metadata(label = "producer",
              description = "How a hold of hold type auto ends on a thermostat whose user wants to be asked.",
              javaType = "String")
    public static final String ASK_ME_HOLD_TYPE = "CamelEcobeeAskMeHoldType";
    /** What becomes of a hold with one set point: refuse or running. */
    @Metadata(label = "producer",
              description = "What becomes of a hold with one set point: refuse or running.",
              javaType = "String")
    public static final String MISSING_SET_POINT = "CamelEcobeeMissingSetPoint";
    /** Whether setHold with the climate of the schedule resumes the program instead. */
    @Metadata(label = "producer",
              description = "Whether setHold with the climate of the schedule resumes the program instead.",
              javaType = "Boolean")
    public static final String RESUME_IF_SCHEDULED = "CamelEcobeeResumeIfScheduled";
    /** How far a hold moves the heat set point: 2F, -1C, or tenths of a degree Fahrenheit. */
    @Metadata(label = "producer",
              description = "How far a hold moves the heat set point: 2F, -1C, or tenths of a degree "
                            + "Fahrenheit.",
              javaType = "String")
    public static final String HEAT_RELATIVE_TEMP = "CamelEcobeeHeatRelativeTemp";
    /** How far a hold moves the cool set point: 2F, -1C, or tenths of a degree Fahrenheit. */
    @Metadata(label = "producer",
              description = "How far a hold moves the cool set point: 2F, -1C, or tenths of a degree "
                            + "Fahrenheit.",
              javaType = "String")
    public static final String COOL_RELATIVE_TEMP = "CamelEcobeeCoolRelativeTemp";
    /** Minutes of each hour that the fan runs at least, 0 to 60. */
    @Metadata(label = "producer",
              description = "Minutes of each hour that the fan runs at least, 0 to 60.",
              javaType = "Integer")
    public static final String FAN_MIN_ON_TIME = "CamelEcobeeFanMinOnTime";
    /** Speed of the fan during a hold: low, medium, high or optimized. */
    @Metadata(label = "producer",
              description = "Speed of the fan during a hold: low, medium, high or optimized.",
              javaType = "String")
    public static final String FAN_SPEED = "CamelEcobeeFanSpeed";
    /** Mode of the ventilator during a hold: auto, minontime, on or off. */
    @Metadata(label = "producer",
              description = "Mode of the ventilator during a hold: auto, minontime, on or off.",
              javaType = "String")
    public static final String VENT = "CamelEcobeeVent";
    /** Minutes of each hour that the ventilator runs at least, 0 to 60. */
    @Metadata(label = "producer",
              description = "Minutes of each hour that the ventilator runs at least, 0 to 60.",
              javaType = "Integer")
    public static final String VENTILATOR_MIN_ON_TIME = "CamelEcobeeVentilatorMinOnTime";
    /** Name of a vacation, or the new name of a sensor. */
    @Metadata(label = "producer",
              description = "Name of a vacation, or the new name of a sensor.",
              javaType = "String")
    public static final String NAME = "CamelEcobeeName";
    /** Alert to acknowledge; the one that ecobee:alerts delivered when not given. */
    @Metadata(label = "producer",
              description = "Alert to acknowledge; the one that ecobee:alerts delivered when not given.",
              javaType = "String")
    public static final String ACK_REF = "CamelEcobeeAckRef";
    /** How an alert is acknowledged: accept, decline, defer or unacknowledged. */
    @Metadata(label = "producer",
              description = "How an alert is acknowledged: accept, decline, defer or unacknowledged.",
              javaType = "String")
    public static final String ACK_TYPE = "CamelEcobeeAckType";
    /** Whether an alert that is deferred comes again. */
    @Metadata(label = "producer",
              description = "Whether an alert that is deferred comes again.",
              javaType = "Boolean")
    public static final String REMIND_ME_LATER = "CamelEcobeeRemindMeLater";
    /** Remote sensor to rename, for example rs:100; the one that ecobee:sensors delivered when not given. */
    @Metadata(label = "producer",
              description = "Remote sensor to rename, for example rs:100; the one that ecobee:sensors "
                            + "delivered when not given.",
              javaType = "String")
    public static final String DEVICE_ID = "CamelEcobeeDeviceId";
    /** Name of the plug to switch. */
    @Metadata(label = "producer",
              description = "Name of the plug to switch.",
              javaType = "String")
    public static final String PLUG_NAME = "CamelEcobeePlugName";
    /** State of the plug: on, off or resume. */
    @Metadata(label = "producer",
              description = "State of the plug: on, off or resume.",
              javaType = "String")
    public static final String PLUG_STATE = "CamelEcobeePlugState";
    /** Whether setOccupied switches to occupied. */
    @Metadata(label = "producer",
              description = "Whether setOccupied switches to occupied.",
              javaType = "Boolean")
    public static final String OCCUPIED = "CamelEcobeeOccupied";
    /** Voice assistant to unlink, for example alexa. */
    @Metadata(label = "producer",
              description = "Voice assistant to unlink, for example alexa.",
              javaType = "String")
    public static final String ENGINE_NAME = "CamelEcobeeEngineName";
    /** Functions to execute in one request, instead of the body. */
    @Metadata(label = "producer",
              description = "Functions to execute in one request, instead of the body.",
              javaType = "java.util.List")
    public static final String FUNCTIONS = "CamelEcobeeFunctions";
    /** System mode that updateThermostat sets. Every other writable setting has a header of this form as well. */
    @Metadata(label = "producer",
              description = "System mode that updateThermostat sets. Every other writable setting has a header of this form"
                            + " as well.",
              javaType = "String")
    public static final String HVAC_MODE = "CamelEcobeeHvacMode";
    /** Set point of the humidifier that updateThermostat sets: 0 to 100, with or without a percent sign. */
    @Metadata(label = "producer",
              description = "Set point of the humidifier that updateThermostat sets: 0 to 100, with or without a percent sign.",
              javaType = "String")
    public static final String HUMIDITY = "CamelEcobeeHumidity";
    /** Climates that updateProgram changes, each with its climateRef: a list of maps, or JSON. */
    @Metadata(label = "producer",
              description = "Climates that updateProgram changes, each with its climateRef: a list of maps, or JSON.",
              javaType = "java.util.List")
    public static final String CLIMATES = "CamelEcobeeClimates";
    /** Schedule that updateProgram sets: seven days of 48 climates, or a map of days. */
    @Metadata(label = "producer",
              description = "Schedule that updateProgram sets: seven days of 48 climates, or a map of days.",
              javaType = "java.util.List")
    public static final String SCHEDULE = "CamelEcobeeSchedule";
    /** Status code of ecobee after an operation: 0, done. */
    @Metadata(label = "producer", description = "Status code of ecobee after an operation: 0, done.",
              javaType = "Integer")
    public static final String STATUS_CODE = "CamelEcobeeStatusCode";

    /** What happened to a change, the name of a {@link io.github.camelecobee.client.WriteOutcome}. */
    @Metadata(label = "producer",
              description = "What happened to a change: APPLIED, ADJUSTED, UNCHANGED or DRY_RUN; SUPERSEDED when a later one took its place (writeInterval);"
                            + " PARTLY_APPLIED when failOnPartial is off; after a failure REFUSED, NOT_SENT, UNKNOWN or NOT_APPLIED.",
              javaType = "String",
              enums = "APPLIED,ADJUSTED,UNCHANGED,REFUSED,NOT_SENT,UNKNOWN,NOT_APPLIED,SUPERSEDED,PARTLY_APPLIED,DRY_RUN")
    public static final String OUTCOME = "CamelEcobeeOutcome";
    /** What ecobee made of a change that is something else than was asked for, after it was read back. */
    @Metadata(label = "producer",
              description = "What ecobee made of a change that is something else than was asked for, after it was read back.",
              javaType = "java.util.List<io.github.camelecobee.client.Adjustment>")
    public static final String ADJUSTMENTS = "CamelEcobeeAdjustments";
    /** Running events of the one thermostat that was read back, as type:name, the one on top first, comma-separated. */
    @Metadata(label = "producer",
              description = "Running events of the one thermostat that was read back, as type:name, the one on top first,"
                            + " comma-separated.",
              javaType = "String")
    public static final String ACTIVE_EVENTS = "CamelEcobeeActiveEvents";

    private EcobeeConstants() {
    }
}
