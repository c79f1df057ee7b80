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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Each operation that sends a request, with each example request that the reference has for it. */
final class OperationExamples {
    /** Its program is the {@linkplain #PROGRAM one} that the reference's table of a program comes to. */
    static final String DEN = "311019854999";
    /** That of the examples. */
    static final String KEY = "Qw3rTyUiOpAsDfGhJkLzXcVbNm123456";
    static final String WEB_KEY = "WebApplicationKey0123456789abcde";
    static final String REDIRECT = "https://app.example.org/ecobee/back";
    static final List<List<String>> SCHEDULE = Collections.nCopies(7, Collections.nCopies(48, "home"));
    static final List<Map<String, Object>> CLIMATES = List.of(climate("Home", "home", 700), climate("Away", "away", 640));

    private static final String ID = EcobeeTestSupport.UPSTAIRS;
    private static final String IDS = "thermostatIds=" + ID;
    private static final String SELECTION
            = "{\"selection\":{\"selectionType\":\"thermostats\",\"selectionMatch\":\"" + ID + "\"},";
    private static final String POST_THERMOSTAT = "POST /1/thermostat?format=json\n";
    private static final String SET = "/1/hierarchy/set?format=json";
    private static final String USER = "/1/hierarchy/user?format=json";
    private static final String PLACE = "/1/hierarchy/thermostat?format=json";
    private static final String RESPONSE = "/1/demandResponse?format=json";
    private static final String JOB = "/1/runtimeReportJob/";
    private static final String BOTH = ID + "," + DEN;

    private OperationExamples() {
    }

    static Stream<OperationExample> all() {
        return Stream.of(reads(), functions(), updates(), sets(), users(), places(), utility(), jobs(), authorization())
                .flatMap(List::stream);
    }

    /** The consumers, and what they ask for with the first poll; those of reports ask like the producers above. */
    static Stream<OperationExample> feeds() {
        String thermostat = "GET /1/thermostat?format=json&json=";
        return Stream.of(
                feed(EcobeeOperation.SUMMARY, "").isExample("thermostatSummary", 0),
                feed(EcobeeOperation.THERMOSTATS, "&include=runtime,settings,equipmentStatus")
                        .is(thermostat + selected("includeRuntime", "includeSettings", "includeEquipmentStatus"), "section 5"),
                feed(EcobeeOperation.ALERTS, "").is(thermostat + selected("includeAlerts"), "section 5"),
                feed(EcobeeOperation.SENSORS, "").is(thermostat + selected("includeSensors"), "section 5"),
                feed(EcobeeOperation.CHANGES, "")
                        .is(thermostat + selected("includeRuntime", "includeSettings", "includeProgram", "includeEvents",
                                "includeAlerts", "includeEquipmentStatus", "includeVersion", "includeSensors"), "section 5"));
    }

    private static OperationExample feed(EcobeeOperation operation, String options) {
        String which = operation == EcobeeOperation.SUMMARY ? "" : "thermostatIds=" + ID + "&";
        return of(operation).with(which + "initialDelay=0" + options);
    }

    private static String selected(String... includes) {
        return Stream.of(includes).map(each -> ",\"" + each + "\":true").collect(Collectors.joining("",
                "{\"selection\":{\"selectionType\":\"thermostats\",\"selectionMatch\":\"" + ID + "\"",
                "},\"page\":{\"page\":1}}"));
    }

    private static List<OperationExample> reads() {
        return List.of(
                of(EcobeeOperation.GET_THERMOSTATS)
                        .with(IDS + "&include=runtime,settings,events,program,sensors,equipmentStatus,alerts,location")
                        .isExample("thermostat", 0),
                of(EcobeeOperation.GET_THERMOSTAT_SUMMARY).isExample("thermostatSummary", 0),
                of(EcobeeOperation.GET_RUNTIME_REPORT)
                        .with(IDS + "&columns=auxHeat1,fan,outdoorTemp,zoneAveTemp,hvacMode&includeSensors=true")
                        .header(EcobeeConstants.START, "2025-01-15T00:00:00Z")
                        .header(EcobeeConstants.END, "2025-01-15T00:15:00Z").isExample("runtimeReport", 0),
                of(EcobeeOperation.GET_METER_REPORT).with(IDS + "&meters=energy")
                        .header(EcobeeConstants.START, "2025-01-15T00:00:00Z")
                        .header(EcobeeConstants.END, "2025-01-16T00:00:00Z")
                        .isExample("GET /1/meterReport?format=json&body=", "meterReport", 0),
                of(EcobeeOperation.GET_GROUPS).isExample("GET /1/group?format=json&body=", "group GET / POST", 0));
    }

    private static List<OperationExample> functions() {
        return List.of(
                function(EcobeeOperation.ACKNOWLEDGE, 0).with(IDS + "&ackType=accept")
                        .header(EcobeeConstants.ACK_REF, "a1b2c3d4").body(Map.of("remindMeLater", false)),
                function(EcobeeOperation.CONTROL_PLUG, 1).with(IDS + "&plugName=Lamp&plugState=on&holdType=nextTransition"),
                function(EcobeeOperation.CREATE_VACATION, 2).with(IDS + "&fan=auto&fanMinOnTime=0")
                        .body(Map.of("name", "Ski trip", "coolHoldTemp", "85F", "heatHoldTemp", "60F",
                                "start", "2025-02-01T08:00", "end", "2025-02-08T18:00")),
                function(EcobeeOperation.DELETE_VACATION, 3).with(IDS + "&name=Ski trip"),
                function(EcobeeOperation.RESET_PREFERENCES, 4),
                function(EcobeeOperation.RESUME_PROGRAM, 5).with(IDS + "&resumeAll=false"),
                function(EcobeeOperation.SEND_MESSAGE, 6).body("Filter day"),
                function(EcobeeOperation.SET_HOLD, 7).with(IDS + "&holdType=indefinite&holdClimateRef=away"),
                function(EcobeeOperation.SET_HOLD, 8).with(IDS + "&holdType=nextTransition&fan=on")
                        .body(Map.of("coolHoldTemp", "77F", "heatHoldTemp", "70F", "isTemperatureAbsolute", false,
                                "isTemperatureRelative", false)),
                function(EcobeeOperation.SET_OCCUPIED, 9).with(IDS + "&occupied=true&duration=PT3H"),
                function(EcobeeOperation.UNLINK_VOICE_ENGINE, 10).with(IDS + "&engineName=alexa"),
                function(EcobeeOperation.UPDATE_SENSOR, 11).with(IDS + "&name=Nursery")
                        .header(EcobeeConstants.SENSOR_ID, "rs:100:1"),
                of(EcobeeOperation.FUNCTIONS).with(IDS).body(ReferenceExamples.of("Each function").get(0))
                        .is(POST_THERMOSTAT + SELECTION + "\"functions\":" + ReferenceExamples.of("Each function").get(0) + "}",
                                "section 11, Each function"));
    }

    private static List<OperationExample> updates() {
        return List.of(
                of(EcobeeOperation.UPDATE_THERMOSTAT).with(IDS + "&hvacMode=heat")
                        .is(POST_THERMOSTAT + SELECTION + "\"thermostat\":{\"settings\":{\"hvacMode\":\"heat\"}}}",
                                "section 11, POST thermostat, without its functions"),
                of(EcobeeOperation.UPDATE_THERMOSTAT).with(IDS + "&humidity=36")
                        .is(POST_THERMOSTAT + SELECTION + "\"thermostat\":{\"settings\":{\"humidity\":\"36\"}}}",
                                "section 7.4, humidity is a string"),
                of(EcobeeOperation.UPDATE_PROGRAM).with("thermostatIds=" + DEN)
                        .body("{\"climates\":{\"away\":{\"heatTemp\":\"62F\"}}}")
                        .is(POST_THERMOSTAT + program(), "sections 7.5 and 7.6"),
                of(EcobeeOperation.UPDATE_GROUPS)
                        .body(List.of(Map.of("groupName", "Whole house", "synchronizeSystemMode", true, "synchronizeVacation",
                                true, "thermostats", List.of(ID, DEN))))
                        .is("POST /1/group?format=json\n" + ReferenceExamples.of("group GET / POST").get(1)
                                .replace("\"groupRef\":\"c0ffee01\",", ""), "section 11, group POST, of a new group"));
    }

    private static List<OperationExample> sets() {
        return List.of(
                office(EcobeeOperation.LIST_SETS)
                        .with("setPath=/&recursive=true&includePrivileges=false&includeThermostats=true")
                        .isExample("GET " + SET + "&body=", "hierarchy", 0),
                office(EcobeeOperation.ADD_SET).body(Map.of("setName", "South", "parentPath", "/"))
                        .isExample("POST " + SET + "\n", "hierarchy", 2),
                office(EcobeeOperation.RENAME_SET).body(Map.of("setPath", "/South", "newName", "South wing"))
                        .isExample("POST " + SET + "\n", "hierarchy", 3),
                office(EcobeeOperation.MOVE_SET).body("{\"setPath\":\"/South wing\",\"toPath\":\"/North\"}")
                        .isExample("POST " + SET + "\n", "hierarchy", 4),
                office(EcobeeOperation.REMOVE_SET).with("setPath=/North/South wing")
                        .isExample("POST " + SET + "\n", "hierarchy", 5));
    }

    private static List<OperationExample> users() {
        Map<String, Object> tess = Map.of("userName", "tech@example.org");
        return List.of(
                office(EcobeeOperation.LIST_USERS).with("setPath=/North&recursive=true&includePrivileges=true")
                        .is("GET " + USER + "&body={\"operation\":\"list\",\"setPath\":\"/North\",\"recursive\":true,"
                            + "\"includePrivileges\":true}", "section 4.8"),
                office(EcobeeOperation.ADD_USERS)
                        .body(Map.of("users",
                                List.of(Map.of("userName", "tech@example.org", "firstName", "Tess", "lastName", "Tech")),
                                "privileges",
                                List.of(Map.of("setPath", "/North", "userName", "tech@example.org", "allowView", true))))
                        .isExample("POST " + USER + "\n", "hierarchy", 6),
                office(EcobeeOperation.REMOVE_USERS).with("setPath=/North").body(List.of(tess))
                        .is("POST " + USER + "\n{\"operation\":\"remove\",\"setPath\":\"/North\","
                            + "\"users\":[{\"userName\":\"tech@example.org\"}]}", "section 4.8"),
                office(EcobeeOperation.UNREGISTER_USERS).header(EcobeeConstants.USERS, "tech@example.org")
                        .is("POST " + USER + "\n{\"operation\":\"unregister\",\"users\":[{\"userName\":\"tech@example.org\"}]}",
                                "section 4.8"),
                office(EcobeeOperation.UPDATE_USERS)
                        .body(Map.of("users", List.of(Map.of("userName", "tech@example.org", "phone", "555-0100")),
                                "privileges",
                                List.of(Map.of("setPath", "/North", "userName", "tech@example.org", "allowProgram", true))))
                        .is("POST " + USER + "\n{\"operation\":\"update\","
                            + "\"users\":[{\"userName\":\"tech@example.org\",\"phone\":\"555-0100\"}],"
                            + "\"privileges\":[{\"setPath\":\"/North\",\"userName\":\"tech@example.org\",\"allowProgram\":true}]}",
                                "section 4.8"));
    }

    private static List<OperationExample> places() {
        return List.of(
                office(EcobeeOperation.REGISTER_THERMOSTATS).with("setPath=/North")
                        .header(EcobeeConstants.THERMOSTAT_IDS, List.of(ID, DEN))
                        .isExample("POST " + PLACE + "\n", "hierarchy", 7),
                office(EcobeeOperation.UNREGISTER_THERMOSTATS).with("thermostatIds=" + BOTH)
                        .is("POST " + PLACE + "\n{\"operation\":\"unregister\",\"thermostats\":\"" + BOTH + "\"}",
                                "section 4.9"),
                office(EcobeeOperation.MOVE_THERMOSTATS).with(IDS + "&setPath=/North")
                        .header(EcobeeConstants.TO_PATH, "/South")
                        .is("POST " + PLACE + "\n{\"operation\":\"move\",\"setPath\":\"/North\",\"toPath\":\"/South\","
                            + "\"thermostats\":\"" + ID + "\"}", "section 4.9"),
                office(EcobeeOperation.MOVE_THERMOSTATS).with("setPath=/North&all=true")
                        .header(EcobeeConstants.TO_PATH, "/South")
                        .is("POST " + PLACE + "\n{\"operation\":\"move\",\"setPath\":\"/North\",\"toPath\":\"/South\"}",
                                "section 4.9, all of the set"),
                office(EcobeeOperation.ASSIGN_THERMOSTATS).with("setPath=/North&thermostatIds=" + BOTH)
                        .is("POST " + PLACE + "\n{\"operation\":\"assign\",\"setPath\":\"/North\",\"thermostats\":\"" + BOTH
                            + "\"}", "section 4.9"));
    }

    private static List<OperationExample> utility() {
        String title = "demandResponse create / cancel / list";
        return List.of(
                of(EcobeeOperation.CREATE_DEMAND_RESPONSE).by("utility").with("managementSet=/North").body("""
                        {"demandResponse":{"name":"peak0114","message":"Peak event","showIdt":true,"showWeb":true,
                          "sendEmail":false,"randomizeStartTime":true,"randomStartTimeSeconds":900,
                          "event":{"startDate":"2025-01-14","startTime":"17:00:00","endDate":"2025-01-14",
                           "endTime":"19:00:00","isOptional":true,"isTemperatureRelative":true,
                           "isTemperatureAbsolute":false,"heatRelativeTemp":"4F","coolRelativeTemp":"4F"}}}""")
                        .isExample("POST " + RESPONSE + "\n", title, 0),
                of(EcobeeOperation.CANCEL_DEMAND_RESPONSE).by("utility")
                        .header(EcobeeConstants.DEMAND_RESPONSE_REF, "dr7f31c2")
                        .isExample("POST " + RESPONSE + "\n", title, 2),
                of(EcobeeOperation.LIST_DEMAND_RESPONSES).by("utility").isExample("GET " + RESPONSE + "&body=", title, 3),
                of(EcobeeOperation.ISSUE_DEMAND_MANAGEMENT).by("utility").with("managementSet=/North")
                        .body(List.of(Map.of("date", "2025-01-15", "hour", 22, "tempOffsets",
                                List.of(10, 10, 10, 15, 15, 15, 20, 20, 20, 10, 0, 0))))
                        .isExample("POST /1/demandManagement?format=json\n", "demandManagement", 0));
    }

    private static List<OperationExample> jobs() {
        String title = "runtimeReportJob create / status / cancel";
        return List.of(
                of(EcobeeOperation.CREATE_RUNTIME_REPORT_JOB).by("utility")
                        .with("managementSet=/&columns=zoneHvacMode,zoneAveTemp").body(Map.of("includeSensors", false))
                        .header(EcobeeConstants.START_DATE, "2025-01-01").header(EcobeeConstants.END_DATE, "2025-01-31")
                        .isExample("POST " + JOB + "create?format=json\n", title, 0),
                of(EcobeeOperation.GET_RUNTIME_REPORT_JOBS).by("utility").header(EcobeeConstants.JOB_ID, "5f2b77")
                        .is("GET " + JOB + "status?format=json&body={\"jobId\":\"5f2b77\"}", "section 4.12"),
                of(EcobeeOperation.GET_RUNTIME_REPORT_JOBS).by("utility")
                        .is("GET " + JOB + "status?format=json&body={}", "section 4.12, all jobs"),
                of(EcobeeOperation.CANCEL_RUNTIME_REPORT_JOB).by("utility").header(EcobeeConstants.JOB_ID, "5f2b77")
                        .isExample("POST " + JOB + "cancel?format=json\n", title, 3),
                of(EcobeeOperation.DOWNLOAD_RUNTIME_REPORT_JOB).by("utility")
                        .header(EcobeeConstants.BUNDLE, "${wire}/5f2b77-0.tar.gz.gpg?signature=x")
                        .is("GET /5f2b77-0.tar.gz.gpg?signature=x", "section 11, " + title + ", the address of a file"));
    }

    private static List<OperationExample> authorization() {
        return List.of(
                of(EcobeeOperation.REQUEST_PIN).by("stranger").isExample("PIN request / response", 0),
                of(EcobeeOperation.EXCHANGE_CODE).by("web").body(REDIRECT + "?code=c0de&state=${state}")
                        .is("POST /token?grant_type=authorization_code&code=c0de&redirect_uri=" + REDIRECT + "&client_id="
                            + WEB_KEY,
                                "section 2.3"));
    }

    private static OperationExample of(EcobeeOperation operation) {
        return OperationExample.of(operation);
    }

    private static OperationExample office(EcobeeOperation operation) {
        return of(operation).by("office");
    }

    /** A function of the reference's list of all, in a request of its own (section 4.3). */
    private static OperationExample function(EcobeeOperation operation, int number) {
        try {
            JsonNode example = new ObjectMapper().readTree(ReferenceExamples.of("Each function").get(0)).get(number);
            return of(operation).with(IDS).is(POST_THERMOSTAT + SELECTION + "\"functions\":[" + example + "]}",
                    "section 11, Each function");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, Object> climate(String name, String reference, int heat) {
        return Map.ofEntries(Map.entry("name", name), Map.entry("climateRef", reference), Map.entry("isOccupied", true),
                Map.entry("isOptimized", false), Map.entry("coolFan", "auto"), Map.entry("heatFan", "auto"),
                Map.entry("vent", "off"), Map.entry("ventilatorMinOnTime", 20), Map.entry("owner", "system"),
                Map.entry("type", "program"), Map.entry("colour", 9560033), Map.entry("coolTemp", 770),
                Map.entry("heatTemp", heat), Map.entry("sensors", List.of(Map.of("id", "ei:0:1", "name", "Den"))));
    }

    /** The whole program, as every change of it must be sent. */
    private static String program() {
        List<Map<String, Object>> climates = new ArrayList<>(List.of(CLIMATES.get(0), climate("Away", "away", 620)));
        try {
            return new ObjectMapper().writeValueAsString(Map.of(
                    "selection", Map.of("selectionType", "thermostats", "selectionMatch", DEN),
                    "thermostat", Map.of("program", Map.of("schedule", SCHEDULE, "climates", climates))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
