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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.camelecobee.ChangingAccount.Kind;
import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Group;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.ReportJob;

/** Each operation that changes something, once. */
final class EveryChange {
    private static final String SET = "/1/hierarchy/set";
    private static final String USER = "/1/hierarchy/user";
    private static final String PLACE = "/1/hierarchy/thermostat";
    private static final String JOB = "/1/runtimeReportJob/";
    private static final String RESPONSE = "/1/demandResponse";
    private static final String MANAGEMENT = "/1/demandManagement";
    private static final String LOBBY = "521000000001";
    private static final String TESS = "tech@example.org";
    private static final String MESSAGE = "Filter day";
    private static final String HOLD = "{\"type\":\"setHold\",\"params\":{\"holdClimateRef\":\"away\"}}";
    private static final String SAY = "{\"type\":\"sendMessage\",\"params\":{\"text\":\"Filter day\"}}";
    private static final String VACATION
            = "{\"name\":\"Ski trip\",\"coolHoldTemp\":850,\"heatHoldTemp\":600,\"startDate\":\"2025-02-01\","
              + "\"startTime\":\"08:00:00\",\"endDate\":\"2025-02-08\",\"endTime\":\"18:00:00\"}";
    private static final String NORTH
            = "\"selection\":{\"selectionType\":\"managementSet\",\"selectionMatch\":\"/Residential/North\"}";
    private static final String EVENING
            = "{\"name\":\"peak0118\",\"event\":{\"startDate\":\"2025-01-18\",\"startTime\":\"17:00:00\","
              + "\"endDate\":\"2025-01-18\",\"endTime\":\"19:00:00\",\"isTemperatureRelative\":true,"
              + "\"heatRelativeTemp\":40,\"coolRelativeTemp\":40}}";
    private static final String STEPS = "[10,10,10,15,15,15,20,20,20,10,0,0]";

    private EveryChange() {
    }

    static Stream<Change> all() {
        return Stream.of(functions(), updates(), sets(), users(), places(), utility()).flatMap(List::stream);
    }

    private static List<Change> functions() {
        return List.of(
                Change.ofThermostat("setHold").with("holdClimateRef=away").from(EveryChange::withoutEvents)
                        .to((before, after) -> after.holdsAway()),
                Change.ofThermostat("resumeProgram").with("resumeAll=true").from(account -> account.function(HOLD))
                        .to((before, after) -> !after.hasEvent("hold")),
                Change.ofThermostat("sendMessage").body(MESSAGE).from(EveryChange::withoutAlerts)
                        .to((before, after) -> after.messages(MESSAGE) == 1),
                Change.ofThermostat("createVacation").body(VACATION).from(EveryChange::withoutEvents)
                        .to((before, after) -> after.hasEvent("vacation")),
                Change.ofThermostat("deleteVacation").with("name=Ski trip").from(account -> {
                    withoutEvents(account);
                    account.function("{\"type\":\"createVacation\",\"params\":" + VACATION + "}");
                }).to((before, after) -> !after.hasEvent("vacation")),
                Change.ofThermostat("acknowledge").with("ackType=accept")
                        .headers(before -> Map.of(EcobeeConstants.ACK_REF,
                                before.upstairs().getAlerts().get(0).getAcknowledgeRef()))
                        .from(account -> {
                            withoutAlerts(account);
                            account.function(SAY);
                        }).to((before, after) -> after.messages(MESSAGE) == 0),
                Change.ofThermostat("updateSensor").with("name=Nursery")
                        .headers(before -> Map.of(EcobeeConstants.SENSOR_ID, "rs:100"))
                        .from(account -> account.function("{\"type\":\"updateSensor\",\"params\":{\"name\":\"Den\","
                                                          + "\"deviceId\":\"rs:100\",\"sensorId\":\"1\"}}"))
                        .to((before, after) -> after.upstairs().getRemoteSensors().stream().map(RemoteSensor::getName)
                                .anyMatch("Nursery"::equals)),
                Change.ofThermostat("controlPlug").with("plugName=Lamp&plugState=on").from(account -> {
                    account.upstairs().setProperty("devices", List.of(ChangingAccount.lamp()));
                    account.function("{\"type\":\"controlPlug\",\"params\":{\"plugName\":\"Lamp\",\"plugState\":\"off\","
                                     + "\"holdType\":\"indefinite\"}}");
                }).to((before, after) -> after.isLampOn()).withoutReadingBack(),
                Change.ofThermostat("setOccupied").with("occupied=true&holdType=holdHours&holdHours=3").from(account -> {
                    account.upstairs().setProperty("modelNumber", "athenaEms");
                    withOccupied(account);
                    withoutEvents(account);
                }).to((before, after) -> after.hasEvent("switchOccupancy")),
                Change.ofThermostat("resetPreferences")
                        .from(account -> account.upstairs().setProperty("settings.fanMinOnTime", 55))
                        .to((before, after) -> after.upstairs().getSettings().getFanMinOnTime() != 55).withoutReadingBack(),
                Change.ofThermostat("unlinkVoiceEngine").with("engineName=alexa")
                        .from(account -> account.upstairs().setProperty("audio.voiceEngines",
                                List.of(Map.of("name", "alexa", "enabled", true))))
                        .to((before, after) -> !after.upstairs().getAudio().getVoiceEngines().get(0).getEnabled()),
                Change.ofThermostat("functions").body("[" + HOLD + "," + SAY + "]").from(account -> {
                    withoutEvents(account);
                    withoutAlerts(account);
                }).to((before, after) -> after.holdsAway() && after.messages(MESSAGE) == 1));
    }

    private static List<Change> updates() {
        return List.of(
                Change.ofThermostat("updateThermostat").with("hvacMode=heat")
                        .from(account -> account.upstairs().setProperty("settings.hvacMode", "auto"))
                        .to((before, after) -> "heat".equals(after.upstairs().getSettings().getHvacMode())),
                Change.ofThermostat("updateProgram").body("{\"climates\":{\"home\":{\"heatTemp\":\"69F\"}}}")
                        .from(EveryChange::withColdClimates)
                        .to((before, after) -> after.upstairs().getProgram().getClimates().stream()
                                .filter(climate -> "home".equals(climate.getClimateRef()))
                                .allMatch(climate -> climate.getHeatTemp() == 690)),
                Change.of("updateGroups", Kind.SMART, "/1/group")
                        .body(List.of(Map.of("groupName", "Floor", "thermostats", List.of(EcobeeTestSupport.UPSTAIRS))))
                        .from(EveryChange::withoutGroups)
                        .to((before, after) -> after.groups().size() == 1));
    }

    private static List<Change> sets() {
        return List.of(
                Change.of("addSet", Kind.OFFICE, SET).body(Map.of("setName", "South", "parentPath", "/"))
                        .from(account -> remove(account, "/South"))
                        .to((before, after) -> after.hasSet("/South") && after.sets().size() == before.sets().size() + 1),
                Change.of("removeSet", Kind.OFFICE, SET).with("setPath=/South").from(EveryChange::withSouth)
                        .to((before, after) -> !after.hasSet("/South")),
                Change.of("renameSet", Kind.OFFICE, SET).body(Map.of("setPath", "/South", "newName", "Sea")).from(account -> {
                    remove(account, "/Sea");
                    withSouth(account);
                }).to((before, after) -> after.hasSet("/Sea") && !after.hasSet("/South")),
                Change.of("moveSet", Kind.OFFICE, SET).body(Map.of("setPath", "/South", "toPath", "/Annex")).from(account -> {
                    remove(account, "/Annex/South");
                    withSouth(account);
                }).to((before, after) -> after.hasSet("/Annex/South") && !after.hasSet("/South")));
    }

    private static List<Change> users() {
        return List.of(
                Change.of("addUsers", Kind.OFFICE, USER).body("[{\"userName\":\"" + TESS + "\"}]")
                        .from(EveryChange::withoutTess)
                        .to((before, after) -> after.hasUser(TESS)),
                Change.of("removeUsers", Kind.OFFICE, USER).with("setPath=/Annex")
                        .body(List.of(new HierarchyUser().withUserName(TESS))).from(EveryChange::withTess)
                        .to((before, after) -> !after.hasPrivilege("/Annex", TESS)),
                Change.of("unregisterUsers", Kind.OFFICE, USER).body(List.of(Map.of("userName", TESS)))
                        .from(EveryChange::withTess).to((before, after) -> !after.hasUser(TESS)),
                Change.of("updateUsers", Kind.OFFICE, USER)
                        .body(new HierarchyUser().withUserName(TESS).withPhone("555-0100"))
                        .from(EveryChange::withTess)
                        .to((before, after) -> after.users().getUsers().stream().map(HierarchyUser::getPhone)
                                .anyMatch("555-0100"::equals)));
    }

    private static List<Change> places() {
        return List.of(
                Change.of("registerThermostats", Kind.OFFICE, PLACE).with("setPath=/Annex&thermostatIds=" + LOBBY)
                        .from(account -> account.post(PLACE,
                                "{\"operation\":\"unregister\",\"thermostats\":\"" + LOBBY + "\"}"))
                        .to((before, after) -> after.isIn("/Annex", LOBBY)),
                Change.of("unregisterThermostats", Kind.OFFICE, PLACE).with("thermostatIds=" + LOBBY)
                        .from(account -> account.post(PLACE, "{\"operation\":\"register\",\"thermostats\":\"" + LOBBY
                                                             + "\",\"setPath\":\"/Ground floor\"}"))
                        .to((before, after) -> !after.isAnywhere(LOBBY)),
                Change.of("moveThermostats", Kind.OFFICE, PLACE)
                        .with("setPath=/Ground floor&thermostatIds=" + LOBBY)
                        .headers(before -> Map.of(EcobeeConstants.TO_PATH, "/Annex")).from(EveryChange::onTheGroundFloor)
                        .to((before, after) -> after.isIn("/Annex", LOBBY)),
                Change.of("assignThermostats", Kind.OFFICE, PLACE).with("setPath=/Level 2&thermostatIds=" + LOBBY)
                        .from(EveryChange::onTheGroundFloor).to((before, after) -> after.isIn("/Level 2", LOBBY)));
    }

    private static List<Change> utility() {
        return List.of(
                Change.of("createRuntimeReportJob", Kind.OFFICE, JOB + "create")
                        .with("managementSet=/&columns=zoneAveTemp,zoneHvacMode")
                        .headers(before -> Map.of(EcobeeConstants.START_DATE, "2025-01-12", EcobeeConstants.END_DATE,
                                "2025-01-13"))
                        .from(EveryChange::withoutJobs).to((before, after) -> after.queuedJobs() == 1),
                Change.of("cancelRuntimeReportJob", Kind.OFFICE, JOB + "cancel")
                        .headers(before -> Map.of(EcobeeConstants.JOB_ID, queued(before).getJobId()))
                        .from(account -> {
                            withoutJobs(account);
                            account.post(JOB + "create",
                                    "{\"selection\":{\"selectionType\":\"managementSet\",\"selectionMatch\":\"/\"},"
                                                         + "\"startDate\":\"2025-01-12\",\"endDate\":\"2025-01-13\","
                                                         + "\"columns\":\"zoneAveTemp\"}");
                        }).to((before, after) -> before.queuedJobs() == 1 && after.queuedJobs() == 0),
                Change.of("createDemandResponse", Kind.UTILITY, RESPONSE).with("managementSet=/Residential/North")
                        .body("{\"demandResponse\":" + EVENING + "}").from(EveryChange::withoutDemandResponses)
                        .to((before, after) -> after.demandResponses().size() == 1 && after.hasEvent("demandResponse")),
                Change.of("cancelDemandResponse", Kind.UTILITY, RESPONSE)
                        .headers(before -> Map.of(EcobeeConstants.DEMAND_RESPONSE_REF,
                                before.demandResponses().get(0).getDemandResponseRef()))
                        .from(account -> {
                            withoutDemandResponses(account);
                            account.post(RESPONSE,
                                    "{\"operation\":\"create\"," + NORTH + ",\"demandResponse\":" + EVENING + "}");
                        }).to((before, after) -> after.demandResponses().isEmpty() && !after.hasEvent("demandResponse")),
                Change.of("issueDemandManagement", Kind.UTILITY, MANAGEMENT).with("managementSet=/Residential/North")
                        .body("[{\"date\":\"2025-01-17\",\"hour\":17,\"tempOffsets\":" + STEPS + "}]")
                        .from(account -> account.post(MANAGEMENT,
                                "{" + NORTH + ",\"dmList\":[{\"date\":\"2025-01-17\",\"hour\":17,\"tempOffsets\":"
                                                                  + "[0,0,0,0,0,0,0,0,0,0,0,0]}]}"))
                        .to((before, after) -> after.demandOffset() == 10));
    }

    private static void withoutEvents(ChangingAccount account) {
        account.upstairs().setProperty("events", List.of());
    }

    private static void withoutAlerts(ChangingAccount account) {
        account.upstairs().setProperty("alerts", List.of());
    }

    private static void withOccupied(ChangingAccount account) {
        List<Climate> climates = account.upstairs().snapshot().getProgram().getClimates();
        if (climates.stream().anyMatch(climate -> "occupied".equals(climate.getClimateRef()))) {
            return;
        }
        List<Map<String, Object>> more = new ArrayList<>(climates.stream().map(EcobeeJson::toMap).toList());
        Map<String, Object> occupied = new HashMap<>(more.get(0));
        occupied.put("climateRef", "occupied");
        occupied.put("name", "occupied");
        more.add(occupied);
        account.upstairs().setProperty("program.climates", more);
    }

    private static void withColdClimates(ChangingAccount account) {
        account.upstairs().setProperty("program.climates", account.upstairs().snapshot().getProgram().getClimates().stream()
                .map(climate -> EcobeeJson.toMap(climate.withHeatTemp(650))).toList());
    }

    private static void withoutGroups(ChangingAccount account) {
        for (Group group : account.state().groups()) {
            account.post("/1/group", "{\"selection\":{\"selectionType\":\"registered\",\"selectionMatch\":\"\"},\"groups\":["
                                     + "{\"groupRef\":\"" + group.getGroupRef() + "\",\"groupName\":\"Floor\"}]}");
        }
    }

    private static void remove(ChangingAccount account, String path) {
        account.post(SET, "{\"operation\":\"remove\",\"setPath\":\"" + path + "\"}");
    }

    private static void withSouth(ChangingAccount account) {
        account.post(SET, "{\"operation\":\"add\",\"setName\":\"South\",\"parentPath\":\"/\"}");
    }

    private static void withoutTess(ChangingAccount account) {
        account.post(USER, "{\"operation\":\"unregister\",\"users\":[{\"userName\":\"" + TESS + "\"}]}");
    }

    private static void withTess(ChangingAccount account) {
        withoutTess(account);
        account.post(USER, "{\"operation\":\"add\",\"users\":[{\"userName\":\"" + TESS + "\"}],\"privileges\":"
                           + "[{\"setPath\":\"/Annex\",\"userName\":\"" + TESS + "\",\"allowView\":true}]}");
    }

    private static void onTheGroundFloor(ChangingAccount account) {
        account.post(PLACE, "{\"operation\":\"assign\",\"thermostats\":\"" + LOBBY + "\",\"setPath\":\"/Ground floor\"}");
    }

    private static void withoutJobs(ChangingAccount account) {
        account.state().jobs().stream().filter(job -> "queued".equals(job.getStatus()))
                .forEach(job -> account.post(JOB + "cancel", "{\"jobId\":\"" + job.getJobId() + "\"}"));
    }

    private static ReportJob queued(CloudState before) {
        return before.jobs().stream().filter(job -> "queued".equals(job.getStatus())).findFirst().orElseThrow();
    }

    private static void withoutDemandResponses(ChangingAccount account) {
        account.state().demandResponses().forEach(each -> account.post(RESPONSE,
                "{\"operation\":\"cancel\",\"demandResponse\":{\"demandResponseRef\":\""
                                                                                 + Objects.requireNonNull(
                                                                                         each.getDemandResponseRef())
                                                                                 + "\"}}"));
    }
}
