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
package io.github.camelecobee.simulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.DemandResponse;
import io.github.camelecobee.model.DemandResponseResponse;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.RegisterResponse;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.model.User;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.Revision;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.Contract.assertValid;
import static io.github.camelecobee.simulator.Contract.refusal;
import static io.github.camelecobee.simulator.Contract.success;
import static org.assertj.core.api.Assertions.assertThat;

/** What a utility does: {@code /1/register}, {@code demandResponse} and {@code demandManagement}. */
class UtilityTest {
    private static final String FIRST = "311019854581";
    private static final String SECOND = "311019854999";
    private static final String NORTH = "{\"selectionType\":\"managementSet\",\"selectionMatch\":\"/North\"}";

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2025-01-14T16:00:00Z"));
    private final EcobeeSimulator simulator = cloud();
    private final SimulatorClient client = new SimulatorClient(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private EcobeeSimulator cloud() {
        return EcobeeSimulator.builder().clock(clock)
                .account(Account.smart("home").thermostat(SampleThermostats.of(FIRST, "Upstairs"))
                        .thermostat(SampleThermostats.of(SECOND, "")))
                .account(Account.utility("power").login("grid@example.org", "watt").sees(FIRST, SECOND).set("/North", FIRST))
                .account(Account.utility("gas"))
                .start();
    }

    private HttpResponse<String> register(String userName, String password) {
        return client.write("/1/register", "{\"userName\":\"" + userName + "\",\"password\":\"" + password + "\"}");
    }

    private void login() {
        client.useToken(success(register("grid@example.org", "watt"), RegisterResponse.class).getToken());
    }

    private List<Event> events(String identifier) {
        return simulator.thermostat(identifier).events();
    }

    @Nested
    class Login {
        @Test
        void passwordGivesTokenAndNewLoginRenewsIt() {
            login();
            HttpResponse<String> early = client.ask("/1/thermostatSummary", NORTH);
            clock.advance(Duration.ofHours(1));
            HttpResponse<String> late = client.ask("/1/thermostatSummary", NORTH);
            login();

            assertThat(early.statusCode()).isEqualTo(200);
            assertThat(refusal(late)).startsWith("14 ");
            assertThat(client.ask("/1/thermostatSummary", NORTH).statusCode()).isEqualTo(200);
            assertThat(simulator.applications()).isEmpty();
        }

        @Test
        void wrongPasswordAndOtherAccountsFailAuthentication() {
            assertThat(refusal(register("grid@example.org", "ampere"))).isEqualTo("1 Authentication failed.");
            assertThat(refusal(register("home@example.org", "secret"))).isEqualTo("1 Authentication failed.");
            assertThat(refusal(client.write("/1/register", "{}"))).isEqualTo("1 Authentication failed.");
            assertThat(refusal(client.read("/1/register", "{}"))).startsWith("13 ");
        }

        @Test
        void utilitySeesSecuritySettingsButNotEveryPart() {
            login();

            String body = client.ask("/1/thermostat", NORTH.replace("}", ",\"includeSecuritySettings\":true}")).body();
            assertValid(body, ThermostatResponse.class);
            assertThat(EcobeeJson.read(body, ThermostatResponse.class).getThermostatList()).hasSize(1);
            assertThat(refusal(client.ask("/1/thermostat", NORTH.replace("}", ",\"includeAudio\":true}"))))
                    .startsWith("1 ");
            assertThat(refusal(client.call(FIRST, "{\"type\":\"resumeProgram\"}")))
                    .isEqualTo("2 Not authorized. POST thermostat is not available to Utility accounts.");
        }

        @Test
        void userSaysWhoseAccountItIs() {
            login();

            String body = client.read("/1/user", "{}").body();

            User user = EcobeeJson.convert(Objects.requireNonNull(EcobeeJson.readMap(body).get("user")), User.class);
            assertValid(EcobeeJson.write(user), User.class);
            assertThat(user.getUserName()).isEqualTo("grid@example.org");
            assertThat(user.getIsUtility()).isTrue();
        }
    }

    @Nested
    class DemandResponses {
        private static final String CREATE
                = "{\"operation\":\"create\",\"selection\":" + NORTH + ",\"demandResponse\":{\"name\":\"peak0114\","
                  + "\"message\":\"Peak event\",\"showIdt\":true,\"showWeb\":true,\"sendEmail\":false,"
                  + "\"randomizeStartTime\":true,\"randomStartTimeSeconds\":900,\"event\":{\"type\":\"demandResponse\","
                  + "\"startDate\":\"2025-01-14\",\"startTime\":\"17:00:00\",\"endDate\":\"2025-01-14\","
                  + "\"endTime\":\"19:00:00\",\"isOptional\":true,\"isTemperatureRelative\":true,"
                  + "\"isTemperatureAbsolute\":false,\"heatRelativeTemp\":40,\"coolRelativeTemp\":40}}}";

        @BeforeEach
        void start() {
            login();
        }

        private String create(String json) {
            return success(client.write("/1/demandResponse", json), DemandResponseResponse.class).getDemandResponseRef();
        }

        private List<DemandResponse> list() {
            return success(client.read("/1/demandResponse", "{\"operation\":\"list\"}"), DemandResponseResponse.class)
                    .getDrList();
        }

        @Test
        void createPutsEventOnThermostatsOfTheSet() {
            String before = simulator.thermostat(FIRST).snapshot().getThermostatRev();
            String ref = create(CREATE);

            assertThat(ref).matches("dr[0-9a-f]{6}");
            assertThat(events(SECOND)).isEmpty();
            assertThat(events(FIRST)).singleElement().satisfies(event -> {
                assertThat(event.getType()).isEqualTo("demandResponse");
                assertThat(event.getName()).isEqualTo("peak0114");
                assertThat(event.getLinkRef()).isEqualTo(ref);
                assertThat(event.getRunning()).isFalse();
                assertValid(EcobeeJson.write(event), Event.class);
            });
            assertThat(simulator.thermostat(FIRST).snapshot().getThermostatRev()).isGreaterThan(before);
            assertThat(list()).singleElement().satisfies(each -> {
                assertThat(each.getDemandResponseRef()).isEqualTo(ref);
                assertThat(each.getThermostats()).containsExactly(FIRST);
                assertThat(each.getMessage()).isEqualTo("Peak event");
            });
        }

        @Test
        void eventRunsInThermostatTimeAndIsListedUntilItIsOver() {
            create(CREATE);

            // 17:30 in Toronto.
            clock.advance(Duration.ofMinutes(390));
            login();
            assertThat(events(FIRST)).extracting(Event::getRunning).containsExactly(true);
            assertThat(simulator.thermostat(FIRST).snapshot().getRuntime().getDesiredHeat())
                    .isEqualTo(simulator.thermostat(SECOND).snapshot().getRuntime().getDesiredHeat() - 40);
            assertThat(list()).hasSize(1);
            clock.advance(Duration.ofMinutes(90));
            login();
            assertThat(events(FIRST)).isEmpty();
            assertThat(list()).isEmpty();
        }

        @Test
        void startsAndEndsAreSpreadWhenTheUtilitySaysSoAndAlwaysAlike() {
            String spread = CREATE.replace("\"randomStartTimeSeconds\":900",
                    "\"randomStartTimeSeconds\":900,\"randomizeEndTime\":true").replace("/North", "/");
            create(spread);
            List<String> starts = Stream.of(FIRST, SECOND).map(id -> events(id).get(0).getStartTime()).toList();
            List<String> ends = Stream.of(FIRST, SECOND).map(id -> events(id).get(0).getEndTime()).toList();

            assertThat(starts).doesNotHaveDuplicates().allMatch(time -> "17:00:00".compareTo(time) <= 0
                    && time.compareTo("17:15:00") < 0);
            assertThat(ends).doesNotHaveDuplicates().allMatch(time -> "19:00:00".compareTo(time) <= 0
                    && time.compareTo("19:30:00") < 0);
            try (EcobeeSimulator again = cloud()) {
                SimulatorClient other = new SimulatorClient(again);
                other.useToken(success(other.write("/1/register",
                        "{\"userName\":\"grid@example.org\",\"password\":\"watt\"}"), RegisterResponse.class).getToken());
                success(other.write("/1/demandResponse", spread), DemandResponseResponse.class);
                assertThat(again.thermostat(SECOND).events().get(0)).isEqualTo(events(SECOND).get(0));
            }
            clock.advance(Duration.ofHours(8).plusMinutes(5));
            login();
            assertThat(list()).hasSize(1);
            create(CREATE.replace("\"randomizeStartTime\":true", "\"randomizeStartTime\":false").replace("-14", "-15"));
            assertThat(events(FIRST)).extracting(Event::getStartTime).contains("17:00:00");
        }

        @Test
        void messageOfTheUtilityRaisesAnAlert() {
            String before = simulator.thermostat(FIRST).revision(Revision.ALERTS);
            create(CREATE);

            assertThat(simulator.thermostat(SECOND).snapshot().getAlerts()).isEmpty();
            assertThat(simulator.thermostat(FIRST).snapshot().getAlerts()).singleElement().satisfies(alert -> {
                assertThat(alert.getText()).isEqualTo("Peak event");
                assertThat(alert.getAlertType()).isEqualTo("demandResponse");
                assertThat(alert.getIsOperatorAlert()).isTrue();
                assertThat(alert.getShowIdt()).isTrue();
                assertThat(alert.getSendEmail()).isFalse();
                assertValid(EcobeeJson.write(alert), Alert.class);
            });
            assertThat(simulator.thermostat(FIRST).revision(Revision.ALERTS)).isGreaterThan(before);
            create(CREATE.replace("\"message\":\"Peak event\",", ""));
            assertThat(simulator.thermostat(FIRST).snapshot().getAlerts()).hasSize(1);
        }

        @Test
        void cancelTakesTheReferenceAtTheTopOrInside() {
            String nested = create(CREATE);
            String top = create(CREATE.replace("peak0114", "other"));

            success(client.write("/1/demandResponse", "{\"operation\":\"cancel\",\"demandResponse\":{"
                                                      + "\"demandResponseRef\":\"" + nested + "\"}}"),
                    StatusResponse.class);
            assertThat(events(FIRST)).extracting(Event::getName).containsExactly("other");
            success(client.write("/1/demandResponse", "{\"operation\":\"cancel\",\"demandResponseRef\":\"" + top + "\"}"),
                    StatusResponse.class);
            assertThat(events(FIRST)).isEmpty();
            assertThat(list()).isEmpty();
            assertThat(refusal(client.write("/1/demandResponse", "{\"operation\":\"cancel\",\"demandResponseRef\":\""
                                                                 + top + "\"}")))
                    .startsWith("2 ");
            assertThat(refusal(client.write("/1/demandResponse", "{\"operation\":\"cancel\"}"))).startsWith("7 ");
        }

        @Test
        void mandatoryEventStaysWhenTheUserResumes() {
            create(CREATE.replace("\"isOptional\":true", "\"isOptional\":false").replace("17:00:00", "10:00:00"));
            client.authorize(simulator.account("home"), "smartWrite");

            client.call(FIRST, "{\"type\":\"resumeProgram\",\"params\":{\"resumeAll\":true}}");

            assertThat(events(FIRST)).extracting(Event::getRunning).containsExactly(true);
        }

        @Test
        void loadCyclingNeedsNoTemperatures() {
            create(CREATE.replace("\"isTemperatureRelative\":true,\"isTemperatureAbsolute\":false,"
                                  + "\"heatRelativeTemp\":40,\"coolRelativeTemp\":40",
                    "\"dutyCyclePercentage\":50"));

            assertThat(events(FIRST)).singleElement().satisfies(event -> {
                assertThat(event.getDutyCyclePercentage()).isEqualTo(50);
                assertThat(event.getIsTemperatureAbsolute()).isFalse();
            });
        }

        @Test
        void wrongDemandResponsesAreRefused() {
            assertThat(refusal(client.write("/1/demandResponse", CREATE.replace("peak0114", "thirteen long"))))
                    .isEqualTo("7 Validation error. [Rule string(12) failed on: thirteen long /demandResponse/name]");
            assertThat(refusal(client.write("/1/demandResponse", CREATE.replace("\"endTime\":\"19", "\"endTime\":\"16"))))
                    .startsWith("7 ");
            assertThat(refusal(client.write("/1/demandResponse", CREATE.replace("\"endTime\"", "\"x\"")))).startsWith("7 ");
            assertThat(refusal(client.write("/1/demandResponse",
                    CREATE.replace("\"isTemperatureAbsolute\":false", "\"isTemperatureAbsolute\":true")))).startsWith("7 ");
            assertThat(refusal(client.write("/1/demandResponse",
                    CREATE.replace("\"type\":\"demandResponse\"", "\"type\":\"hold\"")))).startsWith("7 ");
            assertThat(refusal(client.write("/1/demandResponse", "{\"operation\":\"create\"}"))).startsWith("7 ");
            assertThat(refusal(client.write("/1/demandResponse", CREATE.replace("/North", "/South")))).startsWith("9 ");
            assertThat(refusal(client.write("/1/demandResponse", "{\"operation\":\"list\"}"))).startsWith("12 ");
            assertThat(list()).isEmpty();
            assertThat(events(FIRST)).isEmpty();
        }

        @Test
        void utilitiesDoNotSeeEachOthersDemandResponses() {
            String ref = create(CREATE);
            client.useToken(success(register("gas@example.org", "secret"), RegisterResponse.class).getToken());

            assertThat(list()).isEmpty();
            assertThat(refusal(client.write("/1/demandResponse", "{\"operation\":\"cancel\",\"demandResponseRef\":\""
                                                                 + ref + "\"}")))
                    .startsWith("2 ");
        }
    }

    @Nested
    class DemandManagement {
        private static final String SEND = "{\"selection\":" + NORTH + ",\"dmList\":[%s]}";
        private static final String HOUR
                = "{\"date\":\"2025-01-15\",\"hour\":22,\"tempOffsets\":[10,10,10,15,15,15,20,20,20,10,0,0]}";
        private static final Instant AT_22 = Instant.parse("2025-01-15T22:00:00Z");

        @BeforeEach
        void start() {
            login();
        }

        private void send(String messages) {
            success(client.write("/1/demandManagement", SEND.formatted(messages)), StatusResponse.class);
        }

        @Test
        void offsetsAreForFiveMinutesOfUtcHours() {
            send(HOUR);

            assertThat(simulator.demandOffset(FIRST, AT_22)).isEqualTo(10);
            assertThat(simulator.demandOffset(FIRST, AT_22.plusSeconds(15 * 60))).isEqualTo(15);
            assertThat(simulator.demandOffset(FIRST, AT_22.plusSeconds(59 * 60))).isZero();
            assertThat(simulator.demandOffset(FIRST, AT_22.plusSeconds(3600))).isZero();
            assertThat(simulator.demandOffset(SECOND, AT_22)).isZero();
        }

        @Test
        void sameHourIsOverwrittenAndZerosCancelIt() {
            send(HOUR);
            send(HOUR.replace("[10,10", "[-5,10"));
            assertThat(simulator.demandOffset(FIRST, AT_22)).isEqualTo(-5);
            send(HOUR.replaceAll("\\[.*]", "[0,0,0,0,0,0,0,0,0,0,0,0]"));
            assertThat(simulator.demandOffset(FIRST, AT_22)).isZero();
        }

        @Test
        void fourDaysAreKeptAndTheFarthestIsDropped() {
            send(IntStream.range(0, 100).mapToObj(hour -> HOUR.replace("-15\"", "-" + (15 + hour / 24) + "\"")
                    .replace("22", String.valueOf(hour % 24))).collect(Collectors.joining(",")));

            assertThat(simulator.demandOffset(FIRST, Instant.parse("2025-01-18T23:00:00Z"))).isEqualTo(10);
            assertThat(simulator.demandOffset(FIRST, Instant.parse("2025-01-19T00:00:00Z"))).isZero();
        }

        @Test
        void setPointsAndReportsFollowTheOffsets() {
            send(HOUR);
            SimulatedThermostat thermostat = simulator.thermostat(FIRST);
            clock.advance(Duration.between(clock.instant(), AT_22.plusSeconds(15 * 60)));
            Thermostat during = thermostat.snapshot();
            assertThat(during.getRuntime().getDesiredHeat()).isEqualTo(700 + 15);
            assertThat(during.getExtendedRuntime().getDmOffset()).containsExactly(10, 10, 10);
            clock.advance(Duration.ofMinutes(90));
            assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(700);
            assertThat(thermostat.snapshot().getExtendedRuntime().getDmOffset()).containsExactly(0, 0, 0);

            client.authorize(simulator.account("home"), "smartRead");
            assertThat(client.read("/1/runtimeReport",
                    "{\"selection\":" + SimulatorClient.one(FIRST, "") + ",\"startDate\":\"2025-01-15\","
                                                       + "\"startInterval\":263,\"endDate\":\"2025-01-15\",\"endInterval\":275,"
                                                       + "\"columns\":\"dmOffset,zoneHeatTemp\"}")
                    .body()).contains("16:55:00,0.0,64.0,", "17:00:00,1.0,71.0,", "17:15:00,1.5,71.5,",
                            "17:30:00,2.0,72.0,", "17:50:00,0.0,70.0,");
        }

        @Test
        void holdAtTheDeviceWins() {
            send(HOUR);
            client.authorize(simulator.account("home"), "smartWrite");
            client.call(FIRST, "{\"type\":\"setHold\",\"params\":{\"heatHoldTemp\":680,\"coolHoldTemp\":780}}");

            clock.advance(Duration.between(clock.instant(), AT_22.plusSeconds(16 * 60)));

            assertThat(simulator.thermostat(FIRST).snapshot().getRuntime().getDesiredHeat()).isEqualTo(680);
            assertThat(simulator.thermostat(FIRST).snapshot().getExtendedRuntime().getDmOffset()).containsExactly(0, 0, 0);
        }

        @Test
        void wrongOffsetsAreRefused() {
            assertThat(refusal(client.write("/1/demandManagement", SEND.formatted(HOUR.replace("20,20,20", "21,20,20")))))
                    .isEqualTo("7 Validation error. tempOffsets must be between -20 and 20.");
            assertThat(refusal(client.write("/1/demandManagement", SEND.formatted(HOUR.replace(",0,0]", ",0]")))))
                    .startsWith("7 ");
            assertThat(refusal(client.write("/1/demandManagement", SEND.formatted(HOUR.replace("22", "24")))))
                    .startsWith("7 ");
            assertThat(refusal(client.write("/1/demandManagement", SEND.formatted(HOUR.replace("2025-01-15", "15.1.")))))
                    .startsWith("7 ");
            assertThat(refusal(client.write("/1/demandManagement", SEND.formatted("")))).startsWith("7 ");
            assertThat(refusal(client.read("/1/demandManagement", "{}"))).startsWith("13 ");
        }
    }
}
