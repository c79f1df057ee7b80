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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.client.EcobeeUnknownOutcomeException;
import io.github.camelecobee.model.DemandResponse;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import io.github.camelecobee.simulator.scenario.Scenario;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Demand response and demand management, by the utility of the scenario utility (operations/utility). */
class DemandTest extends EcobeeTestSupport {
    private static final String RESPONSE = "/1/demandResponse";
    private static final String MANAGEMENT = "/1/demandManagement";
    private static final String NORTH = "?managementSet=/Residential/North";
    private static final String MAPLE = "531000000001";
    private static final String PEAK = """
            {"demandResponse": {"name": "peak0114", "message": "Peak event", "sendEmail": false,
             "event": {"startDate": "2025-01-14", "startTime": "17:00:00", "endDate": "2025-01-14", "endTime": "19:00:00",
              "isOptional": true, "isTemperatureRelative": true, "heatRelativeTemp": "4F", "coolRelativeTemp": 40}}}
            """;
    private static final List<Integer> STEPS = List.of(10, 10, 10, 15, 15, 15, 20, 20, 20, 10, 0, 0);

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        Scenario.load("utility").describe(builder);
        return builder;
    }

    @Override
    EcobeeComponent newComponent() {
        return asUtility(super.newComponent());
    }

    @BeforeEach
    void start() throws Exception {
        camel.start();
    }

    @Test
    void aDemandResponseIsCreatedListedAndCancelled() {
        Exchange created = send("createDemandResponse" + NORTH, PEAK, Map.of());

        assertThat(created.getException()).isNull();
        String reference = created.getMessage().getHeader(EcobeeConstants.DEMAND_RESPONSE_REF, String.class);
        assertThat(created.getMessage().getBody()).isEqualTo(PEAK);
        assertThat(list()).singleElement().satisfies(peak -> {
            assertThat(peak.getDemandResponseRef()).isEqualTo(reference);
            assertThat(peak.getThermostats()).hasSize(3).contains(MAPLE);
        });
        assertThat(ecobee.thermostat(MAPLE).events()).first().satisfies(event -> {
            assertThat(event.getType()).isEqualTo("demandResponse");
            assertThat(event.getHeatRelativeTemp()).isEqualTo(40);
        });

        Exchange cancelled = send("cancelDemandResponse", "", created.getMessage().getHeaders());
        assertThat(cancelled.getException()).isNull();
        assertThat(list()).isEmpty();
        assertThat(ecobee.requests().count("POST", RESPONSE)).isEqualTo(2);
        assertThat(ecobee.requests().all()).flatExtracting(LoggedRequest::warnings).isEmpty();
    }

    @Test
    void aDemandResponseMayBeTheBody() {
        DemandResponse cut = new DemandResponse().withName("cut").withEvent(new Event().withStartDate("2025-01-14")
                .withStartTime("17:00:00").withEndDate("2025-01-14").withEndTime("17:30:00").withDutyCyclePercentage(50));

        assertThat(send("createDemandResponse?thermostatIds=" + MAPLE, cut, Map.of()).getException()).isNull();
        assertThat(send("createDemandResponse?thermostatIds=" + MAPLE, "", Map.of(EcobeeConstants.DEMAND_RESPONSE,
                Map.of("name", "cold", "event", Map.of("startDate", "2025-01-15", "startTime", "17:00:00", "endDate",
                        "2025-01-15", "endTime", "18:00:00", "isTemperatureAbsolute", true, "heatHoldTemp", "18C",
                        "coolHoldTemp", "80F"))))
                .getException()).isNull();

        assertThat(list()).extracting(DemandResponse::getName).containsExactly("cut", "cold");
        assertThat(ecobee.thermostat(MAPLE).events()).anySatisfy(event -> {
            assertThat(event.getHeatHoldTemp()).isEqualTo(644);
            assertThat(event.getCoolHoldTemp()).isEqualTo(800);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               textBlock = """
                       "name":"peak0114"      | "name":"a peak in winter" | name 'a peak in winter' is not allowed; give 1 to 12 characters
                       "name":"peak0114",     | ''                        | name '' is not allowed
                       17:00:00               | 19:30:00                  | the event ends at 2025-01-14T19:00, which is not after its start
                       2025-01-14             | tomorrow                  | event.startDate 'tomorrow' is not allowed; give a date
                       17:00:00               | noon                      | event.startTime 'noon' is not allowed; give a time
                       "isTemperatureRelative":true, | ''                 | the event asks for nothing
                       "isOptional":true      | "isTemperatureAbsolute":true | cannot both be true
                       "isTemperatureRelative":true | "isTemperatureAbsolute":true | needs coolHoldTemp and heatHoldTemp
                       "isTemperatureRelative":true | "dutyCyclePercentage":101 | dutyCyclePercentage '101' is not allowed; give 0 to 100
                       "heatRelativeTemp":"4F"| "heatRelativeTemp":"warm" | event.heatRelativeTemp: 'warm' is not a temperature
                       "isOptional":true      | "type":"hold"             | event.type 'hold' is not allowed
                       """)
    void aDemandResponseThatEcobeeWouldRefuseIsNotSent(String part, String other, String complaint) {
        String body = PEAK.replace(": ", ":");
        assertThat(body).contains(part);

        Exchange done = send("createDemandResponse" + NORTH, body.replaceFirst(part, other == null ? "" : other), Map.of());

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(complaint);
        assertThat(ecobee.requests().matching(request -> request.path().startsWith("/1/demand"))).isEmpty();
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(send("createDemandResponse" + NORTH, "", Map.of()).getException())
                .hasMessageContaining("demandResponse is missing; give it as header CamelEcobeeDemandResponse");
        assertThat(send("createDemandResponse", PEAK, Map.of()).getException())
                .hasMessageContaining("was not told which thermostats");
        assertThat(send("cancelDemandResponse", "", Map.of()).getException())
                .hasMessageContaining("demandResponseRef is missing");
        assertThat(send("issueDemandManagement" + NORTH, "", Map.of()).getException())
                .hasMessageContaining("dmList is missing");
        assertThat(ecobee.requests().matching(request -> request.path().startsWith("/1/demand"))).isEmpty();
    }

    @Test
    void offsetsMoveTheSetPoints() {
        Exchange done = send("issueDemandManagement" + NORTH,
                List.of(Map.of("date", "2025-01-14", "hour", 17, "tempOffsets", STEPS)), Map.of());

        assertThat(done.getException()).isNull();
        assertThat(ecobee.requests().count("POST", MANAGEMENT)).isEqualTo(1);
        assertThat(ecobee.requests().all()).flatExtracting(LoggedRequest::warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               textBlock = """
                       {"date":"2025-01-14","hour":24,"tempOffsets":[0,0,0,0,0,0,0,0,0,0,0,0]}  | dmList[0]: hour '24' is not allowed; give 0 to 23
                       {"date":"2025-01-14","hour":5,"tempOffsets":[0,0,0]}                     | tempOffsets has 3 values; give 12
                       {"date":"2025-01-14","hour":5,"tempOffsets":[0,0,0,0,0,0,0,0,0,0,0,21]}  | give -20 to 20 tenths
                       {"date":"2025-01-14","hour":5,"tempOffsets":[-21,0,0,0,0,0,0,0,0,0,0,0]} | give -20 to 20 tenths
                       {"date":"today","hour":5,"tempOffsets":[0,0,0,0,0,0,0,0,0,0,0,0]}        | date 'today' is not allowed
                       {"hour":5,"tempOffsets":[0,0,0,0,0,0,0,0,0,0,0,0]}                       | date is missing
                       {"date":"2025-01-14","tempOffsets":[0,0,0,0,0,0,0,0,0,0,0,0]}            | hour is missing
                       """)
    void offsetsThatEcobeeWouldRefuseAreNotSent(String hour, String complaint) {
        assertThat(send("issueDemandManagement" + NORTH, "[" + hour + "]", Map.of()).getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(complaint);
        assertThat(ecobee.requests().matching(request -> request.path().startsWith("/1/demand"))).isEmpty();
    }

    @Test
    void anHourThatIsGivenTwiceIsRefused() {
        Map<String, Object> hour = Map.of("date", "2025-01-14", "hour", 17, "tempOffsets", STEPS);

        assertThat(send("issueDemandManagement" + NORTH, List.of(hour, hour), Map.of()).getException())
                .hasMessageContaining("hour 17 of 2025-01-14 is given twice");
    }

    @Test
    void refusalsAndUnknownOutcomesAreTold() {
        assertThat(send("cancelDemandResponse", "", Map.of(EcobeeConstants.DEMAND_RESPONSE_REF, "none")).getException())
                .isInstanceOf(EcobeeRefusedException.class);
        ecobee.faults().next("POST", RESPONSE, Fault.dropConnectionAfterHandling());
        assertThat(send("createDemandResponse" + NORTH, PEAK, Map.of()).getException())
                .isInstanceOf(EcobeeUnknownOutcomeException.class);
        assertThat(list()).hasSize(1);
        assertThat(ecobee.requests().count("POST", RESPONSE)).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private List<DemandResponse> list() {
        return (List<DemandResponse>) send("listDemandResponses", "", Map.of()).getMessage().getBody(List.class);
    }

    private Exchange send(String operation, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send("ecobee:" + operation, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }
}
