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

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/** An authorized account, and what became of functions that were sent to its first thermostat. */
abstract class FunctionTestSupport extends EcobeeTestSupport {
    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    static String to(String operation) {
        return "ecobee:" + operation + "?thermostatIds=" + UPSTAIRS;
    }

    Exchange send(String uri, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }

    Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    SimulatedThermostat upstairs() {
        return ecobee.thermostat(UPSTAIRS);
    }

    Event event(String type) {
        return upstairs().events().stream().filter(event -> type.equals(event.getType())).findFirst().orElseThrow();
    }

    boolean has(String type) {
        return upstairs().events().stream().anyMatch(event -> type.equals(event.getType()));
    }

    int posts() {
        return ecobee.requests().count("POST", "/1/thermostat");
    }

    /** The types of the functions of the last request that changed something, in order. */
    List<String> sentTypes() {
        return ecobee.requests().matching(request -> request.is("POST", "/1/thermostat")).stream()
                .reduce((first, second) -> second).orElseThrow().functions();
    }

    /** The functions that would be sent, as they go over the wire. */
    List<?> shown(String uri, Object body, Map<String, Object> headers) {
        Exchange done = send(uri + "&dryRun=true", body, headers);
        assertThat(done.getException()).isNull();
        Map<String, ?> json = EcobeeJson.readMap("{\"requests\":" + done.getMessage().getBody(String.class) + "}");
        List<?> requests = (List<?>) Objects.requireNonNull(json.get("requests"));
        assertThat(requests).hasSize(1);
        Map<?, ?> sent = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) requests.get(0)).get("body"));
        return (List<?>) Objects.requireNonNull(sent.get("functions"));
    }

    /** The parameters of the one function that would be sent. */
    Map<String, Object> shownParams(String uri, Object body, Map<String, Object> headers) {
        List<?> functions = shown(uri, body, headers);
        assertThat(functions).hasSize(1);
        Map<String, Object> params = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) functions.get(0)).get("params")))
                .forEach((name, value) -> params.put(String.valueOf(name), value));
        return params;
    }

    Map<String, Object> shownParams(String uri) {
        return shownParams(uri, "", Map.of());
    }
}
