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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.Fault;

/** Each kind of fault that the simulator knows. */
final class EveryFault {
    /** Less than any answer needs that comes at all. */
    static final Duration TOO_LATE = Duration.ofMillis(1_500);

    private EveryFault() {
    }

    /** In which nothing of the answer can be used. */
    static List<Fault> failing(List<String> thermostats) {
        List<Fault> all = new ArrayList<>(
                List.of(
                        Fault.latency(TOO_LATE), Fault.dropConnection(), Fault.dropConnectionAfterHandling(), Fault.htmlPage(),
                        Fault.emptyBody(), Fault.truncatedJson(), Fault.jsonNull(), Fault.httpStatus(500),
                        Fault.httpStatus(502), Fault.httpStatus(503), Fault.httpStatus(503, Duration.ofMinutes(4)),
                        Fault.httpStatus(504), Fault.httpStatus(429), Fault.httpStatus(429, Duration.ofSeconds(90)),
                        Fault.applicationRevoked(), Fault.daylightSavingGap(), Fault.errorProcessing(thermostats.get(0)),
                        Fault.errorProcessing(thermostats.get(1), thermostats.get(2))));
        IntStream.rangeClosed(1, 16).mapToObj(Fault::ecobeeStatus).forEach(all::add);
        return all;
    }

    /** In which the answer tells something else than the truth. */
    static List<Fault> odd() {
        return Arrays.stream(AnswerChange.values()).map(change -> Fault.answer(change)).toList();
    }
}
