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

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelecobee.client.EcobeeFunctionException;
import io.github.camelecobee.client.EcobeeNotAppliedException;
import io.github.camelecobee.client.EcobeeUnknownOutcomeException;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.SetHoldParams;
import io.github.camelecobee.operation.ThermostatFunction;
import io.github.camelecobee.operation.ThermostatFunctions;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The functions beside holds (functions/*.shtml). */
class FunctionsTest extends FunctionTestSupport {
    private static final Map<String, Object> VACATION = Map.of("name", "Ski trip", "heatHoldTemp", 600, "coolHoldTemp", 850);

    @ParameterizedTest
    @Tag("field-42")
    @Tag("field-51")
    @Tag("field-57")
    @ValueSource(strings = {
            """
                    {"type":"acknowledge","params":{"thermostatIdentifier":"311019854581","ackRef":"a1b2c3d4","ackType":"accept","remindMeLater":false}}""",
            """
                    {"type":"controlPlug","params":{"plugName":"Lamp","plugState":"on","holdType":"nextTransition"}}""",
            """
                    {"type":"createVacation","params":{"name":"Ski trip","coolHoldTemp":850,"heatHoldTemp":600,"startDate":"2025-02-01","startTime":"08:00:00","endDate":"2025-02-08","endTime":"18:00:00","fan":"auto","fanMinOnTime":0}}""",
            """
                    {"type":"deleteVacation","params":{"name":"Ski trip"}}""",
            """
                    {"type":"resetPreferences","params":{}}""",
            """
                    {"type":"resumeProgram","params":{"resumeAll":false}}""",
            """
                    {"type":"sendMessage","params":{"text":"Filter day"}}""",
            """
                    {"type":"setHold","params":{"holdType":"indefinite","holdClimateRef":"away"}}""",
            """
                    {"type":"setHold","params":{"holdType":"nextTransition","fan":"on","coolHoldTemp":770,"heatHoldTemp":700,"isTemperatureAbsolute":false,"isTemperatureRelative":false}}""",
            """
                    {"type":"setOccupied","params":{"occupied":true,"holdType":"holdHours","holdHours":3}}""",
            """
                    {"type":"unlinkVoiceEngine","params":{"engineName":"alexa"}}""",
            """
                    {"type":"updateSensor","params":{"name":"Nursery","deviceId":"rs:100","sensorId":"1"}}""" })
    void everyFunctionGoesOverTheWireAsDocumented(String documented) {
        Map<String, ?> function = EcobeeJson.readMap(documented);
        String type = (String) Objects.requireNonNull(function.get("type"));
        Object params = Objects.requireNonNull(function.get("params"));

        assertThat(shown(to(type), params, Map.of())).hasSize(1).first().isEqualTo(function);
        assertThat(shown(to("functions"), List.of(function), Map.of())).hasSize(1).first().isEqualTo(function);
    }

    @ParameterizedTest
    @Tag("field-56")
    @CsvSource(delimiter = '|',
               textBlock = """
                       acknowledge?ackType=accept                                       | acknowledge: ackRef is missing
                       acknowledge                                                      | acknowledge: ackRef is missing
                       controlPlug?plugState=on                                         | controlPlug: plugName is missing
                       controlPlug?plugName=Lamp                                        | controlPlug: plugState is missing
                       controlPlug?plugName=Lamp&plugState=dim                          | option plugState: 'dim' is not allowed; give one of on, off
                       createVacation?heatHoldTemp=60F&coolHoldTemp=85F                 | createVacation: name is missing
                       createVacation?name=Skiing&heatHoldTemp=60F                      | createVacation: coolHoldTemp is missing
                       createVacation?name=Skiing&coolHoldTemp=60F                      | createVacation: heatHoldTemp is missing
                       createVacation?name=Skiing&coolHoldTemp=60F&heatHoldTemp=70F     | is above coolHoldTemp
                       createVacation?name=Skiing&coolHoldTemp=60&heatHoldTemp=70       | option heatHoldTemp: '70' is not allowed
                       createVacation?name=Skiing&heatHoldTemp=60F&coolHoldTemp=85F&fanMinOnTime=61 | a whole number from 0 to 60
                       deleteVacation                                                   | deleteVacation: name is missing
                       setOccupied                                                      | setOccupied: occupied is missing
                       unlinkVoiceEngine                                                | unlinkVoiceEngine: engineName is missing
                       updateSensor?name=Nursery                                        | updateSensor: deviceId is missing
                       """)
    void whatIsMissingOrWrongIsNamedAndNothingIsSent(String operation, String complaint) {
        String uri = "ecobee:" + operation + (operation.contains("?") ? "&" : "?") + "thermostatIds=" + UPSTAIRS;

        Exchange done = send(uri, "");

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(complaint);
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "acknowledge,ackRef", "acknowledge?ackRef,ackType", "controlPlug,plugName", "controlPlug?plugName,plugState",
            "createVacation,name", "createVacation?name,heatHoldTemp", "deleteVacation,name", "setOccupied,occupied",
            "unlinkVoiceEngine,engineName", "updateSensor,name", "updateSensor?name,deviceId" })
    void whoMissesAParameterIsToldOfTheOptionWhereThereIsOne(String given, String missing) {
        String[] parts = given.split("\\?", -1);
        Map<String, Object> body = parts.length == 1 ? Map.of() : Map.of(parts[1], "Lamp");

        Exchange done = send(to(parts[0]), body);

        boolean isOption = Arrays.stream(EcobeeConfiguration.class.getMethods()).map(Method::getName)
                .anyMatch(("set" + missing)::equalsIgnoreCase);
        assertThat(done.getException()).hasMessageContaining(missing + " is missing");
        assertThat(String.valueOf(done.getException()).contains("as option " + missing + " or")).isEqualTo(isOption);
    }

    @Test
    void aVacationThatIsDeletedInTheSameRequestIsNotMissed() {
        String both = """
                [{"type":"createVacation","params":{"name":"Ski trip","coolHoldTemp":"85F","heatHoldTemp":"60F"}},
                 {"type":"deleteVacation","params":{"name":"Ski trip"}}]""";

        Exchange done = send(to("functions") + "&verify=true", both);

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
    }

    @Test
    void aSensorThatAConsumerNotedCountsOnlyWhereNoneIsNamed() {
        Map<String, Object> noted = Map.of(EcobeeConstants.SENSOR_ID, "rs:200");

        assertThat(shown("updateSensor", Map.of("name", "Nursery", "deviceId", "rs:100", "sensorId", "2"), noted))
                .contains("\"deviceId\":\"rs:100\"", "\"sensorId\":\"2\"");
        assertThat(shown("updateSensor", Map.of("name", "Nursery"), noted))
                .contains("\"deviceId\":\"rs:200\"", "\"sensorId\":\"1\"");
    }

    private String shown(String operation, Map<String, Object> body, Map<String, Object> headers) {
        return camel.createProducerTemplate().requestBodyAndHeaders(to(operation) + "&dryRun=true", body, headers,
                String.class);
    }

    @Test
    @Tag("field-50")
    void aVacationsNameHasTwelveCharactersAtMost() {
        Exchange longer = send(to("createVacation"), Map.of("name", "Winter break!", "heatHoldTemp", 600, "coolHoldTemp", 850));
        Exchange longest = send(to("createVacation"), Map.of("name", "Winter break", "heatHoldTemp", 600, "coolHoldTemp", 850));

        assertThat(longer.getException()).hasMessageContaining("body property name: 'Winter break!'")
                .hasMessageContaining("1 to 12 characters; it has 13");
        assertThat(longest.getException()).isNull();
        assertThat(posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @Tag("field-52")
    @CsvSource({
            "'', '', 2025-01-14 11:47:03, 2025-01-28 11:47:03",
            "2025-02-01T08:00, '', 2025-02-01 08:00:00, 2025-02-15 08:00:00",
            "'', 2025-01-20T18:00, 2025-01-14 11:47:03, 2025-01-20 18:00:00",
            "2025-02-01T08:00, 2025-02-08T18:00, 2025-02-01 08:00:00, 2025-02-08 18:00:00" })
    void startAndEndOfAVacationMayEachBeLeftOut(String start, String end, String begins, String ends) {
        Map<String, Object> headers = new HashMap<>();
        if (!start.isEmpty()) {
            headers.put(EcobeeConstants.START, start);
        }
        if (!end.isEmpty()) {
            headers.put(EcobeeConstants.END, end);
        }

        Exchange done = send(to("createVacation") + "&verify=true", VACATION, headers);

        assertThat(done.getException()).isNull();
        assertThat(event("vacation").getStartDate() + " " + event("vacation").getStartTime()).isEqualTo(begins);
        assertThat(event("vacation").getEndDate() + " " + event("vacation").getEndTime()).isEqualTo(ends);
    }

    @Test
    void aVacationIsCreatedAndDeletedAndBothAreFoundWhenReadBack() {
        Exchange created = send(to("createVacation") + "&verify=true", VACATION);
        assertThat(created.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
        assertThat(event("vacation").getName()).isEqualTo("Ski trip");

        Exchange deleted = send(to("deleteVacation") + "&verify=true&name=Ski trip", "");

        assertThat(deleted.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
        assertThat(has("vacation")).isFalse();
    }

    @Test
    void aVacationThatEcobeeClampedIsNotWhatWasAskedFor() {
        Exchange done = send(to("createVacation") + "&verify=true&validation=none&name=Cold&heatHoldTemp=46F&coolHoldTemp=50F",
                "");

        assertThat(done.getException()).isInstanceOf(EcobeeNotAppliedException.class)
                .hasMessageContaining("events.vacation.coolHoldTemp");
    }

    @Test
    void aVacationThatIsNotThereIsNotDeletedWhenTheThermostatIsRead() {
        send(to("createVacation"), VACATION);
        int before = posts();

        Exchange done = send(to("deleteVacation") + "&validation=read&name=Sea", "");

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("option name: 'Sea' is not allowed").hasMessageContaining("Ski trip")
                .hasMessageContaining(UPSTAIRS);
        assertThat(posts()).isEqualTo(before);
        assertThat(send(to("deleteVacation") + "&validation=read&name=Ski trip", "").getException()).isNull();
        assertThat(has("vacation")).isFalse();
    }

    @Test
    void aVacationOfANameThatThereIsIsNotCreatedWhenTheThermostatIsRead() {
        send(to("createVacation"), VACATION);
        int before = posts();

        Exchange done = send(to("createVacation") + "&validation=read", VACATION);

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("body property name: 'Ski trip' is not allowed")
                .hasMessageContaining("a name that no vacation of this thermostat has");
        assertThat(posts()).isEqualTo(before);
    }

    @Test
    void aVacationThatAnEarlierFunctionOfTheRequestMakesOrDeletesIsNoMistake() {
        String create
                = "{\"type\":\"createVacation\",\"params\":{\"name\":\"Ski trip\",\"coolHoldTemp\":850,\"heatHoldTemp\":600}}";
        String delete = "{\"type\":\"deleteVacation\",\"params\":{\"name\":\"Ski trip\"}}";

        Exchange made = send(to("functions") + "&validation=read", "[" + create + "," + delete + "," + create + "]");
        Exchange again = send(to("functions") + "&validation=read", "[" + delete + "," + create + "]");

        assertThat(made.getException()).isNull();
        assertThat(again.getException()).isNull();
        assertThat(has("vacation")).isTrue();
    }

    @Test
    void whatAConsumerReadMinutesAgoRefusesNoVacation() throws Exception {
        consume("runtime,settings,events");
        upstairs().setProperty("events", List.of(Map.of("type", "vacation", "name", "Sea", "running", false, "startDate",
                "2025-02-01", "startTime", "08:00:00", "endDate", "2025-02-08", "endTime", "08:00:00")));

        assertThat(send(to("deleteVacation") + "&name=Sea", "").getException()).isNull();

        assertThat(has("vacation")).isFalse();
    }

    private void consume(String include) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?include=" + include + "&thermostatIds=" + UPSTAIRS).to("mock:read");
            }
        });
        mock("read").expectedMinimumMessageCount(1);
        mock("read").setResultWaitTime(PATIENCE.toMillis());
        mock("read").assertIsSatisfied();
    }

    @Test
    void whatAConsumerKnowsRefusesWhatTheThermostatCannotDo() throws Exception {
        consume("runtime,settings");

        assertThat(send(to("createVacation") + "&name=Cold&heatHoldTemp=46F&coolHoldTemp=50F", "").getException())
                .hasMessageContaining("coolHoldTemp 50.0F is outside the range of this thermostat");
        assertThat(send(to("setOccupied") + "&occupied=true", "").getException())
                .hasMessageContaining("only EMS thermostats");
        assertThat(posts()).isZero();
    }

    @Test
    void aSmartThermostatIsNotSwitchedToOccupiedWhenItIsRead() {
        Exchange done = send(to("setOccupied") + "&validation=read&occupied=true", "");

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only EMS thermostats").hasMessageContaining("'apolloSmart'");
        assertThat(posts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "createVacation?name=Cold", "setHold?fan=on" })
    void setPointsOutsideTheRangeOfTheThermostatAreRefusedWhenItIsRead(String operation) {
        Exchange done
                = send("ecobee:" + operation + "&validation=read&heatHoldTemp=46F&coolHoldTemp=50F&thermostatIds=" + UPSTAIRS,
                        "");

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("coolHoldTemp 50.0F is outside the range of this thermostat, 65.0F to 92.0F")
                .hasMessageContaining(UPSTAIRS);
        assertThat(posts()).isZero();
    }

    @Test
    void anAlertIsAcknowledgedByTheThermostatOfTheSelection() {
        send(to("sendMessage"), "Filter day");
        String alert = upstairs().snapshot().getAlerts().get(0).getAcknowledgeRef();

        Exchange done = send(to("acknowledge") + "&ackType=accept&verify=true", "", Map.of("CamelEcobeeAckRef", alert));

        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
        assertThat(upstairs().snapshot().getAlerts()).noneMatch(each -> alert.equals(each.getAcknowledgeRef()));
    }

    @Test
    void anAlertThatWasDeliveredIsAcknowledgedByTheSameRoute() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:alerts?initialState=true&" + OFTEN).to("ecobee:acknowledge?ackType=accept").to("mock:done");
            }
        });
        mock("done").expectedMinimumMessageCount(1);

        send(to("sendMessage"), "Filter day");
        // Readings that look older than an own change are not believed for two minutes.
        clock.advance(Duration.ofMinutes(3));

        mock("done").setResultWaitTime(PATIENCE.toMillis());
        mock("done").assertIsSatisfied();
        assertThat(upstairs().snapshot().getAlerts()).noneMatch(each -> "Filter day".equals(each.getText()));
    }

    @Test
    void anAlertIsThatOfOneThermostat() {
        String two = ecobee.thermostats().stream().map(each -> each.identifier()).limit(2).collect(Collectors.joining(","));

        Exchange several = send("ecobee:acknowledge?ackType=accept&thermostatIds=" + two, Map.of("ackRef", "a1"));
        Exchange other = send(to("acknowledge") + "&ackType=accept",
                Map.of("ackRef", "a1", "thermostatIdentifier", "411019854581"));
        Exchange later = send(to("acknowledge") + "&ackType=accept&remindMeLater=true", Map.of("ackRef", "a1"));

        assertThat(several.getException()).hasMessageContaining("thermostatIdentifier is missing");
        assertThat(other.getException()).hasMessageContaining("one of the thermostats that are changed: " + UPSTAIRS);
        assertThat(later.getException()).hasMessageContaining("counts only with ackType defer");
        assertThat(posts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "rs:100", "rs:100:1" })
    void aSensorIsRenamedByWhatConsumersAndClimatesCallIt(String sensor) {
        Exchange done = send(to("updateSensor") + "&name=Nursery&verify=true", "", Map.of(EcobeeConstants.SENSOR_ID, sensor));

        assertThat(done.getException()).isNull();
        assertThat(upstairs().snapshot().getRemoteSensors()).filteredOn(each -> "rs:100".equals(each.getId()))
                .extracting(RemoteSensor::getName).containsExactly("Nursery");
    }

    @Test
    void aSensorsNameHasThirtyTwoCharactersAtMost() {
        Exchange done = send(to("updateSensor"), Map.of("name", "n".repeat(33), "deviceId", "rs:100", "sensorId", "1"));

        assertThat(done.getException()).hasMessageContaining("1 to 32 characters; it has 33");
    }

    @Test
    void aPlugIsSwitchedForAWhile() {
        upstairs().setProperty("devices", List.of(Map.of("deviceId", 0, "name", "Control", "sensors",
                List.of(Map.of("sensorId", 1, "name", "Lamp", "type", "plug")))));

        Exchange done = send(to("controlPlug") + "&plugName=Lamp&plugState=on&duration=PT2H&verify=true", "");

        assertThat(done.getException()).isNull();
        assertThat(upstairs().isPlugOn("Lamp")).isTrue();
        clock.advance(Duration.ofHours(2).plusMinutes(5));
        assertThat(upstairs().isPlugOn("Lamp")).isFalse();
    }

    @Test
    void anEmsThermostatIsSwitchedToOccupied() {
        upstairs().setProperty("modelNumber", "athenaEms");
        upstairs().setProperty("program.climates", withOccupied());

        Exchange done = send(to("setOccupied") + "&occupied=true&duration=PT3H&verify=true", "");

        assertThat(done.getException()).isNull();
        assertThat(event("switchOccupancy").getIsOccupied()).isTrue();
        assertThat(shownParams(to("setOccupied") + "&occupied=true&duration=PT3H"))
                .isEqualTo(Map.of("occupied", true, "holdType", "holdHours", "holdHours", 3));
    }

    private List<Map<String, Object>> withOccupied() {
        return upstairs().snapshot().getProgram().getClimates().stream().map(climate -> {
            Map<String, Object> map = new HashMap<>(EcobeeJson.toMap(climate));
            if ("home".equals(climate.getClimateRef())) {
                return List.of(map, with(map, "occupied"));
            }
            return List.of(map);
        }).flatMap(List::stream).toList();
    }

    private static Map<String, Object> with(Map<String, Object> climate, String reference) {
        Map<String, Object> other = new HashMap<>(climate);
        other.put("climateRef", reference);
        other.put("name", reference);
        return other;
    }

    @Test
    void aVoiceEngineIsUnlinked() {
        upstairs().setProperty("audio.voiceEngines", List.of(Map.of("name", "alexa", "enabled", true)));

        Exchange done = send(to("unlinkVoiceEngine") + "&engineName=alexa&verify=true", "");

        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
        assertThat(upstairs().snapshot().getAudio().getVoiceEngines().get(0).getEnabled()).isFalse();
    }

    @Test
    void preferencesAreResetThoughNothingTellsThatTheyAre() {
        Exchange done = send(to("resetPreferences") + "&verify=true", "");

        assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
    }

    @Test
    void parametersOfTheFunctionsAreThoseOfTheContract() {
        Set<String> producers
                = Arrays.stream(EcobeeOperation.values()).map(EcobeeOperation::uriName).collect(Collectors.toSet());

        assertThat(List.of("acknowledge", "controlPlug", "createVacation", "deleteVacation", "resetPreferences",
                "resumeProgram", "sendMessage", "setHold", "setOccupied", "unlinkVoiceEngine", "updateSensor"))
                .allSatisfy(type -> {
                    ThermostatFunction function = ThermostatFunctions.named(type);
                    assertThat(producers).contains(type);
                    assertThat(function.paramsType().getSimpleName()).isEqualToIgnoringCase(type + "Params");
                    assertThat(function.ownParameters())
                            .noneMatch(EcobeeJson.propertyNames(function.paramsType())::contains);
                });
    }

    @Test
    void severalFunctionsGoInOneRequestAndInOrder() {
        Exchange done = send(to("functions"), List.of(
                new Function().withType("setHold").withParams(new SetHoldParams().withHoldClimateRef("away")),
                Map.of("type", "sendMessage", "params", Map.of("text", "Away")),
                Map.of("type", "createVacation", "params", VACATION)));

        assertThat(done.getException()).isNull();
        assertThat(sentTypes()).containsExactly("setHold", "sendMessage", "createVacation");
        assertThat(posts()).isEqualTo(1);
        assertThat(has("vacation")).isTrue();
        assertThat(event("hold").getHoldClimateRef()).isEqualTo("away");
    }

    @ParameterizedTest
    @ValueSource(strings = { "[%s]", "{\"functions\":[%s]}" })
    void functionsMayBeJson(String form) {
        String hold
                = "{\"type\":\"setHold\",\"params\":{\"heatHoldTemp\":\"68F\",\"coolHoldTemp\":\"25C\",\"duration\":\"PT2H\"}}";

        Exchange done
                = send(to("functions") + "&verify=true", String.format(form, hold + ",{\"type\":\"resumeProgram\"}," + hold));

        assertThat(done.getException()).isNull();
        assertThat(event("hold").getHeatHoldTemp()).isEqualTo(680);
        assertThat(sentTypes()).hasSize(3);
    }

    @Test
    void moreFunctionsThanOthersSendAtOnceStayOneRequest() {
        List<Map<String, Object>> messages = IntStream.range(0, 12)
                .mapToObj(i -> Map.<String, Object> of("type", "sendMessage", "params", Map.of("text", "Message " + i)))
                .toList();

        assertThat(send(to("functions"), messages).getException()).isNull();

        assertThat(posts()).isEqualTo(1);
        assertThat(sentTypes()).hasSize(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               textBlock = """
                       []                                                          | the list is empty
                       [{"type":"setFire"}]                                        | body functions[0]: 'setFire' is no function of ecobee
                       [{"params":{}}]                                             | body functions[0]: is no function
                       [7]                                                         | body functions[0]: is no function
                       [{"type":"resumeProgram"},{"type":"setHold","params":{"holdClimateRef":"away","holdType":"holdHours","holdHours":0}}] | body functions[1].holdHours: '0' is not allowed
                       [{"type":"resumeProgram"},{"type":"deleteVacation"}]        | functions[1] deleteVacation: name is missing among its params
                       [{"type":"setHold","params":{"heatTemp":680}}]              | 'heatTemp' is no parameter of setHold
                       [{"type":"setHold","param":{}}]                             | 'param' is not allowed beside type and params
                       [{"type":"setHold","params":7}]                             | body functions[0].params: '7' is not allowed
                       [{"type":                                                   | body
                       """)
    void aWrongFunctionIsNamedByItsPlaceAndNoneIsSent(String body, String complaint) {
        Exchange done = send(to("functions"), body);

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(complaint);
        assertThat(posts()).isZero();
    }

    @Test
    void ofFunctionsThatEcobeeRefusesHalfWayNobodyKnowsWhichWereExecuted() {
        List<Map<String, Object>> both = List.of(Map.of("type", "setHold", "params", Map.of("holdClimateRef", "away")),
                Map.of("type", "deleteVacation", "params", Map.of("name", "Nowhere")));

        Exchange done = send(to("functions"), both);

        assertThat(has("hold")).isTrue();
        assertThat(done.getException()).isInstanceOf(EcobeeUnknownOutcomeException.class)
                .hasMessageContaining("ecobee refused one of several things").hasMessageContaining("Nowhere");
        assertThat(send(to("functions"), both.subList(1, 2)).getException()).isInstanceOf(EcobeeFunctionException.class);
    }

    @Test
    void functionsWithoutAListAreRefused() {
        assertThat(send(to("functions"), "").getException()).hasMessageContaining("the functions are missing");
    }
}
