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

import java.util.List;

import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.RemoteSensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that the pages about holds and functions show do what these say. */
class FunctionsManualTest extends EcobeeTestSupport {
    @BeforeEach
    void theRoutesRun() throws Exception {
        authorize();
        start(new DocumentedFunctions());
    }

    @Test
    void holdsDoWhatThePageSays() {
        run("evening");
        assertThat(top()).extracting(Event::getHeatHoldTemp, Event::getCoolHoldTemp, Event::getEndDate, Event::getEndTime)
                .containsExactly(680, 788, "2035-01-14", "23:00:00");
        run("program");
        assertThat(ecobee.thermostat(UPSTAIRS).events()).isEmpty();

        run("warmer");
        assertThat(top()).extracting(Event::getHeatHoldTemp, Event::getCoolHoldTemp).containsExactly(700, 820);
        run("air");
        assertThat(top().getFan()).isEqualTo("on");
        run("home");
        assertThat(top().getHoldClimateRef()).isEqualTo("home");
    }

    @Test
    void functionsDoWhatThePageSays() {
        run("vacation");
        assertThat(top()).extracting(Event::getType, Event::getName, Event::getEndTime)
                .containsExactly("vacation", "Skiing", "18:00:00");
        run("vacationOver");
        assertThat(ecobee.thermostat(UPSTAIRS).events()).isEmpty();

        run("nursery");
        assertThat(ecobee.thermostat(UPSTAIRS).snapshot().getRemoteSensors()).extracting(RemoteSensor::getName)
                .contains("Nursery");

        run("inOrder");
        assertThat(top().getHoldClimateRef()).isEqualTo("away");
        assertThat(requestsOfFunctions()).contains(List.of("resumeProgram", "setHold", "sendMessage"));
    }

    private void run(String route) {
        camel.createProducerTemplate().sendBody("direct:" + route, "");
    }

    private Event top() {
        return ecobee.thermostat(UPSTAIRS).events().get(0);
    }

    private List<List<String>> requestsOfFunctions() {
        return ecobee.requests().matching(request -> request.is("POST", "/1/thermostat")).stream()
                .map(request -> request.functions()).toList();
    }
}
