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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Times as people say them, and what ecobee is told: the thermostat hangs in Toronto, where it is 11:47:03. */
class TimesOfFunctionsTest extends FunctionTestSupport {
    private static final String AWAY = to("setHold") + "&holdClimateRef=away";

    static Stream<Object> sixInTheEvening() {
        return Stream.of("2025-01-14T18:00", "2025-01-14T18:00:00", "2025-01-14T23:00:00Z", "2025-01-15T00:00+01:00",
                "2025-01-14T15:00-08:00[America/Los_Angeles]", LocalDateTime.parse("2025-01-14T18:00"),
                Instant.parse("2025-01-14T23:00:00Z"), OffsetDateTime.parse("2025-01-15T00:00+01:00"),
                ZonedDateTime.parse("2025-01-15T00:00+01:00[Europe/Paris]"));
    }

    @ParameterizedTest
    @MethodSource("sixInTheEvening")
    void aTimeIsThatOfTheThermostatHoweverItIsGiven(Object end) {
        assertThat(shownParams(AWAY, "", Map.of(EcobeeConstants.END, end))).isEqualTo(Map.of("holdClimateRef", "away",
                "holdType", "dateTime", "endDate", "2025-01-14", "endTime", "18:00:00"));
    }

    @Test
    void aLocalTimeCostsNoRequestToKnowTheZone() {
        shownParams(AWAY + "&duration=PT2H", "", Map.of(EcobeeConstants.START, "2025-01-14T18:00"));

        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void whatWasHeldUntilATimeIsFoundWhenReadBack() {
        Exchange done = send(AWAY + "&verify=true", "", Map.of(EcobeeConstants.END, START.plus(Duration.ofHours(3))));

        assertThat(done.getException()).isNull();
        assertThat(event("hold").getEndTime()).isEqualTo("14:46:03");
    }

    @ParameterizedTest
    @CsvSource({ "PT2H,2", "PT120M,2", "P1D,24" })
    void aDurationOfWholeHoursIsCountedByEcobee(String duration, int hours) {
        assertThat(shownParams(AWAY + "&duration=" + duration))
                .isEqualTo(Map.of("holdClimateRef", "away", "holdType", "holdHours", "holdHours", hours));
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void anyOtherDurationEndsByTheClockOfTheThermostat() {
        assertThat(shownParams(AWAY, "", Map.of(EcobeeConstants.DURATION, Duration.ofMinutes(150))))
                .isEqualTo(Map.of("holdClimateRef", "away", "holdType", "dateTime", "endDate", "2025-01-14", "endTime",
                        "14:17:03"));
        assertThat(shownParams(AWAY + "&duration=PT30M", "", Map.of(EcobeeConstants.START, "2025-03-09T01:45")))
                .containsEntry("startTime", "01:45:00").containsEntry("endTime", "03:15:00");
    }

    @Test
    void aTimeThatTheClockSkipsIsRefused() {
        Exchange done = send(AWAY, "", Map.of(EcobeeConstants.END, "2025-03-09T02:30"));

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("header CamelEcobeeEnd: '2025-03-09 02:30:00' does not exist in America/Toronto");
        assertThat(posts()).isZero();
        // It does in Toronto what Paris skips.
        assertThat(shownParams(AWAY, "", Map.of(EcobeeConstants.END, "2025-03-30T02:30"))).containsEntry("endTime", "02:30:00");
    }

    @Test
    void ofTheHourThatTheClockRepeatsEcobeeIsToldTheLocalTime() {
        for (String end : new String[] { "2025-11-02T01:30", "2025-11-02T05:30:00Z", "2025-11-02T06:30:00Z" }) {
            assertThat(shownParams(AWAY, "", Map.of(EcobeeConstants.END, end)))
                    .containsEntry("endDate", "2025-11-02").containsEntry("endTime", "01:30:00");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               textBlock = """
                       duration=PT2H&holdHours=2&holdType=holdHours | option duration 'PT2H' and option holdHours '2' cannot be given together
                       duration=PT2H&holdType=nextTransition        | option duration 'PT2H' counts only with holdType holdHours, but option holdType is 'nextTransition'
                       duration=PT2H&holdType=auto                  | counts only with holdType holdHours, but option holdType is 'auto'
                       duration=2h                                  | option duration: '2h' is not allowed; give a duration such as PT2H30M
                       duration=PT-2H                               | option duration: 'PT-2H' is not allowed
                       duration=P400D                               | option duration: 'P400D' is not allowed
                       """)
    void contradictionsAreRefused(String options, String complaint) {
        assertThat(send(AWAY + "&" + options, "").getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               textBlock = """
                       CamelEcobeeEnd     | tomorrow         | header CamelEcobeeEnd: 'tomorrow' is not allowed; give 2026-11-23T18:00 on
                       CamelEcobeeEnd     | 2025-01-14T10:00 | the end 2025-01-14 10:00:00 is not after
                       CamelEcobeeEndDate | 2025-01-14       | endTime is missing beside endDate
                       CamelEcobeeEndTime | 18:00            | endDate is missing beside endTime
                       """)
    void whatIsNoEndIsRefused(String header, String value, String complaint) {
        Exchange done = send(AWAY, "", Map.of(header, value, EcobeeConstants.START, "2025-01-14T12:00"));

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(complaint);
    }

    @Test
    void aDateOfTheOldKindIsRefused() {
        assertThat(send(AWAY, "", Map.of(EcobeeConstants.END, new Date(0))).getException())
                .hasMessageContaining("or an object of java.time");
    }

    @Test
    void anEndClosestToTheMessageCounts() {
        assertThat(shownParams(AWAY + "&holdType=nextTransition", "", Map.of(EcobeeConstants.DURATION, "PT2H")))
                .containsEntry("holdHours", 2).containsEntry("holdType", "holdHours");
        assertThat(shownParams(AWAY + "&duration=PT2H", "", Map.of(EcobeeConstants.HOLD_TYPE, "nextTransition")))
                .isEqualTo(Map.of("holdClimateRef", "away", "holdType", "nextTransition"));
        assertThat(shownParams(AWAY + "&duration=PT2H", Map.of("end", "2025-01-15T18:00"), Map.of()))
                .containsEntry("holdType", "dateTime").doesNotContainKey("holdHours");
    }
}
