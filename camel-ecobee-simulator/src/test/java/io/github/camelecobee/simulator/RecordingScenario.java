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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How to make the simulator send what was recorded, and in which paths its answer may differ and why. A difference that
 * is no longer there fails too, so that the reasons stay true.
 */
final class RecordingScenario {
    private static final Pattern CODE = Pattern.compile("code['\"]?: *(\\d+)");

    private final Function<SimulatorClient, HttpResponse<String>> play;
    private final EcobeeSimulatorBuilder builder;
    private final Map<String, String> more = new TreeMap<>();
    private final Map<String, String> fewer = new TreeMap<>();
    private String place = "";
    private String begin = "";
    private boolean printed;
    private String rows = "";
    private int httpStatus = 200;
    private boolean sameCode;

    private RecordingScenario(EcobeeSimulatorBuilder builder, Function<SimulatorClient, HttpResponse<String>> play) {
        this.builder = builder;
        this.play = play;
    }

    /** A scenario that leads to an answer like the recorded one. */
    static RecordingScenario answer(EcobeeSimulatorBuilder builder, Function<SimulatorClient, HttpResponse<String>> play) {
        return new RecordingScenario(builder, play);
    }

    /** What was recorded is this part of the answer, for example {@code thermostatList[].runtime}. */
    RecordingScenario at(String value) {
        place = value;
        return this;
    }

    /**
     * What was recorded is printed by a program rather than JSON, begins here and may be cut off, so that what it does
     * not say says nothing.
     */
    RecordingScenario printedFrom(String value) {
        printed = true;
        begin = value;
        return this;
    }

    /** The answer comes with this HTTP status. */
    RecordingScenario withHttpStatus(int value) {
        httpStatus = value;
        return this;
    }

    /** The answer is a refusal with the ecobee status code that was recorded. */
    RecordingScenario refused() {
        sameCode = true;
        return withHttpStatus(500);
    }

    /** Rows of a report stand here, and each form of row that was recorded occurs. */
    RecordingScenario withRowsAt(String value) {
        rows = value;
        return this;
    }

    /** The simulator sends this too. */
    RecordingScenario andAlso(String why, String... paths) {
        for (String path : paths) {
            more.put(path, why);
        }
        return this;
    }

    /** The simulator does not send this. */
    RecordingScenario butNot(String why, String... paths) {
        for (String path : paths) {
            fewer.put(path, why);
        }
        return this;
    }

    /** Holds the answer against the recording. */
    void check(String recorded) {
        try (EcobeeSimulator simulator = builder.start()) {
            HttpResponse<String> answer = play.apply(new SimulatorClient(simulator));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(httpStatus);
            Shape expected = printed
                    ? Shape.ofBeginning(recorded.substring(Math.max(0, recorded.indexOf(begin)))) : Shape.of(recorded);
            Shape actual = Shape.of(answer.body()).at(place);
            assertThat(expected.paths()).as("shape of the recording").hasSizeGreaterThan(1);
            assertThat(expected.without(actual)).as("missing in %s", answer.body())
                    .containsExactlyInAnyOrderElementsOf(fewer.keySet());
            if (sameCode) {
                assertThat(SimulatorClient.status(answer).getCode()).as(answer.body()).isEqualTo(code(recorded));
            }
            if (!rows.isEmpty()) {
                assertThat(expected.rowForms(rows)).isNotEmpty();
                assertThat(actual.rowForms(rows)).containsAll(expected.rowForms(rows));
            }
            if (!printed) {
                assertThat(actual.without(expected)).as("not in the recording")
                        .containsExactlyInAnyOrderElementsOf(more.keySet());
            }
        }
    }

    private static int code(String recorded) {
        Matcher code = CODE.matcher(recorded);
        assertThat(code.find()).as(recorded).isTrue();
        return Integer.parseInt(code.group(1));
    }
}
