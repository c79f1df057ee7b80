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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.scenario.Scenario;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** In-only and in-out exchanges get the same from an operation, of each family at least one. */
class ExchangePatternsTest {
    /** What came of an exchange, as far as it does not depend on what was asked for. */
    private record Seen(@Nullable Class<?> failure, @Nullable Class<?> body, boolean bodyStays, boolean hasOut,
            Set<String> headers, @Nullable Object outcome, List<String> requests) {
    }

    private abstract static class Family extends EcobeeTestSupport {
        void bothGetTheSame(String uri, IntFunction<Object> bodies) throws Exception {
            camel.start();
            Seen inOnly = seen(uri, ExchangePattern.InOnly, bodies.apply(1));
            // ecobee wants to be asked for jobs every five minutes at most.
            clock.advance(Duration.ofMinutes(6));
            Seen inOut = seen(uri, ExchangePattern.InOut, bodies.apply(2));

            assertThat(inOut).isEqualTo(inOnly);
        }

        private Seen seen(String uri, ExchangePattern pattern, Object body) {
            ecobee.requests().clear();
            Exchange done = Objects.requireNonNull(camel.createProducerTemplate().send("ecobee:" + uri, pattern, exchange -> {
                exchange.getIn().setBody(body);
                exchange.getIn().setHeader("also", "mine");
            }));
            assertThat(done.getPattern()).isEqualTo(pattern);
            assertThat(done.getMessage().getHeader("also")).isEqualTo("mine");
            Object after = done.getMessage().getBody();
            return new Seen(
                    done.getException() == null ? null : done.getException().getClass(),
                    after == null ? null : after.getClass(),
                    after == body, done.hasOut(), Set.copyOf(done.getMessage().getHeaders().keySet()),
                    done.getMessage().getHeader(EcobeeConstants.OUTCOME), ecobee.requests().all().stream()
                            .map(request -> request.method() + " " + request.path()).toList());
        }
    }

    /** At home. */
    @Nested
    class Home extends Family {
        static Stream<Arguments> operations() {
            String to = "?thermostatIds=" + UPSTAIRS;
            return Stream.of(
                    operation("setHold" + to, i -> Map.of("holdClimateRef", "away")),
                    operation("setHold" + to + "&verify=true", i -> Map.of("holdClimateRef", "away")),
                    operation("setHold" + to + "&dryRun=true", i -> Map.of("holdClimateRef", "away")),
                    operation("setHold" + to + "&resultBody=thermostats", i -> Map.of("holdClimateRef", "away")),
                    operation("setHold" + to, i -> Map.of("holdClimateRef", "nowhere")),
                    operation("setHold", i -> Map.of("holdClimateRef", "away")),
                    operation("sendMessage" + to, i -> "Filter day"),
                    operation("createVacation" + to,
                            i -> Map.of("name", "Trip " + i, "heatHoldTemp", "60F", "coolHoldTemp", "85F")),
                    operation("functions" + to, i -> List.of(Map.of("type", "resumeProgram", "params", Map.of()))),
                    operation("updateThermostat" + to, i -> Map.of("fanMinOnTime", i)),
                    operation("updateProgram" + to,
                            i -> Map.of("climates", List.of(Map.of("climateRef", "home", "heatTemp", 700 + 10 * i)))),
                    operation("getThermostats?include=runtime", i -> ""), operation("getThermostatSummary", i -> ""),
                    operation("getGroups", i -> ""),
                    operation("updateGroups", i -> List.of(Map.of("groupName", "Everywhere"))),
                    operation("updateGroups?dryRun=true",
                            i -> List.of(Map.of("groupName", "Everywhere", "thermostats", List.of(UPSTAIRS)))),
                    operation("authorizationStatus", i -> ""));
        }

        @ParameterizedTest
        @MethodSource("operations")
        void bothPatternsGetTheSame(String uri, IntFunction<Object> bodies) throws Exception {
            authorize();
            bothGetTheSame(uri, bodies);
        }
    }

    /** In the building of the scenario office. */
    @Nested
    class Office extends Family {
        @Override
        EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
            Scenario.load("office").describe(builder);
            return builder.grantedScope("ems");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                listSets             | {}
                listUsers            | {}
                addSet               | {"setName": "Level %d", "parentPath": "/"}
                removeSet            | {"setPath": "/Nowhere"}
                """)
        void bothPatternsGetTheSame(String uri, String body) throws Exception {
            authorize(ACCOUNT, pin -> ecobee.account("office").approvePin(pin));
            bothGetTheSame(uri, i -> String.format(body, i));
        }
    }

    /** The utility of the scenario. */
    @Nested
    class Utility extends Family {
        @Override
        EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
            Scenario.load("utility").describe(builder);
            return builder;
        }

        @Override
        EcobeeComponent newComponent() {
            return asUtility(super.newComponent());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`',
                   textBlock = """
                           listDemandResponses                         |
                           createDemandResponse?managementSet=/Residential/North | {"demandResponse": {"name": "cut %d", "event": {"startDate": "2025-01-1%1$d", "startTime": "17:00:00", "endDate": "2025-01-1%1$d", "endTime": "19:00:00", "dutyCyclePercentage": 50}}}
                           cancelDemandResponse                        | {"demandResponseRef": "none"}
                           createRuntimeReportJob?managementSet=/      | {"startDate": "2025-01-0%d", "endDate": "2025-01-08", "columns": "zoneAveTemp"}
                           getRuntimeReportJobs                        |
                           """)
        void bothPatternsGetTheSame(String uri, @Nullable String body) throws Exception {
            camel.start();
            camel.createProducerTemplate().sendBody("ecobee:listDemandResponses", "");
            bothGetTheSame(uri, i -> body == null ? "" : String.format(body, 6 + i));
        }
    }

    private static Arguments operation(String uri, IntFunction<Object> bodies) {
        return arguments(uri, bodies);
    }
}
