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

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.model.DemandResponseResponse;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.GroupResponse;
import io.github.camelecobee.model.HierarchySet;
import io.github.camelecobee.model.HierarchySetResponse;
import io.github.camelecobee.model.HierarchyUserResponse;
import io.github.camelecobee.model.RegisterResponse;
import io.github.camelecobee.model.RuntimeReportJobStatusResponse;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import io.github.camelecobee.simulator.scenario.Scenario;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;

/**
 * An account whose state is changed through the component, and looked at and prepared without it: on the simulator's
 * own handles, and where there are none by plain HTTP.
 */
final class ChangingAccount implements AutoCloseable {
    static final Instant START = EcobeeTestSupport.START;
    /** The hour that demand management is for. */
    static final Instant PEAK = Instant.parse("2025-01-17T17:00:00Z");
    static final String MAPLE = "531000000001";
    private static final String LAMP = "Lamp";
    private static final String KEY = EcobeeSimulator.DEFAULT_API_KEY;
    private static final String HASTY = "hasty";
    /** Long enough for every answer that is not meant to be late. */
    private static final long HASTE = 400;

    final EcobeeSimulator ecobee;
    private final Kind kind;
    private final MemoryGrantStore grants = new MemoryGrantStore();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CamelContext camel = new DefaultCamelContext();
    private String utilityToken = "";

    ChangingAccount(Kind kind) throws Exception {
        this.kind = kind;
        EcobeeSimulatorBuilder builder = EcobeeSimulator.builder().port(0).clock(SimulatedClock.manual(START))
                .accessTokenLife(Duration.ofDays(30));
        if (kind != Kind.SMART) {
            Scenario.load(kind == Kind.OFFICE ? "office" : "utility").describe(builder);
        }
        ecobee = (kind == Kind.OFFICE ? builder.grantedScope("ems") : builder).start();
        if (kind == Kind.UTILITY) {
            utilityToken = String.valueOf(post("/1/register",
                    "{\"userName\":\"grid@power.example.org\",\"password\":\"kilowatt\"}", RegisterResponse.class).getToken());
        } else {
            grants.compareAndSet(AccountKey.of(KEY, EcobeeTestSupport.ACCOUNT), 0, Authorized.by(ecobee,
                    kind == Kind.OFFICE ? ecobee.account("office")::approvePin : ecobee::approvePin));
        }
        camel.addComponent("ecobee", component());
        EcobeeComponent hasty = component();
        hasty.setResponseTimeout(HASTE);
        camel.addComponent(HASTY, hasty);
        camel.getShutdownStrategy().setTimeout(5);
        camel.start();
    }

    private EcobeeComponent component() {
        EcobeeComponent component = new EcobeeComponent();
        component.setBaseUrl(ecobee.baseUri().toString());
        component.setGrantStore(grants);
        component.setClock(ecobee.clock());
        if (kind == Kind.UTILITY) {
            component.setAuthorizationMethod("utility");
            component.setUsername("grid@power.example.org");
            component.setPassword("kilowatt");
        } else {
            component.setApiKey(KEY);
        }
        return component;
    }

    /** Sends an operation through the component. */
    Exchange send(Change change, String more, boolean inHaste, CloudState before) {
        String options = (change.options() + more).replaceFirst("&$", "");
        String uri = (inHaste ? HASTY : "ecobee") + ":" + change.operation() + "?" + options;
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody(change.body());
            exchange.getIn().setHeaders(new HashMap<>(change.headers().apply(before)));
        }));
    }

    List<LoggedRequest> posts(Change change) {
        return ecobee.requests().matching(request -> request.is("POST", change.path()));
    }

    SimulatedThermostat upstairs() {
        return ecobee.thermostat(EcobeeTestSupport.UPSTAIRS);
    }

    /** What is in the simulator now. */
    CloudState state() {
        return switch (kind) {
            case SMART -> smart();
            case OFFICE -> office();
            case UTILITY -> utility();
        };
    }

    private CloudState smart() {
        List<SimulatedThermostat> handles = Stream.concat(Stream.of(upstairs()), ecobee.thermostats().stream()
                .filter(each -> !each.identifier().equals(EcobeeTestSupport.UPSTAIRS))).toList();
        return new CloudState(
                handles.stream().map(SimulatedThermostat::snapshot).toList(), upstairs().isPlugOn(LAMP),
                get("/1/group", "{\"selection\":{\"selectionType\":\"registered\",\"selectionMatch\":\"\"}}",
                        GroupResponse.class).getGroups(),
                List.of(), new HierarchyUserResponse(), List.of(), List.of(), 0);
    }

    private CloudState office() {
        List<HierarchySet> roots = get("/1/hierarchy/set",
                "{\"operation\":\"list\",\"setPath\":\"/\",\"recursive\":true,\"includePrivileges\":true,"
                                                           + "\"includeThermostats\":true}",
                HierarchySetResponse.class).getSets();
        return new CloudState(
                List.of(), false, List.of(), roots.stream().flatMap(ChangingAccount::branch).toList(),
                get("/1/hierarchy/user", "{\"operation\":\"list\",\"recursive\":true,\"includePrivileges\":true}",
                        HierarchyUserResponse.class),
                get("/1/runtimeReportJob/status", "{}", RuntimeReportJobStatusResponse.class).getJobs(), List.of(), 0);
    }

    private CloudState utility() {
        return new CloudState(
                List.of(ecobee.thermostat(MAPLE).snapshot()), false, List.of(), List.of(), new HierarchyUserResponse(),
                List.of(),
                get("/1/demandResponse", "{\"operation\":\"list\"}", DemandResponseResponse.class).getDrList(),
                ecobee.demandOffset(MAPLE, PEAK));
    }

    private static Stream<HierarchySet> branch(HierarchySet set) {
        return Stream.concat(Stream.of(set), set.getChildren().stream().flatMap(ChangingAccount::branch));
    }

    /** Executes functions on the first thermostat. */
    void function(String json) {
        post("/1/thermostat", "{\"selection\":{\"selectionType\":\"thermostats\",\"selectionMatch\":\""
                              + EcobeeTestSupport.UPSTAIRS + "\"},\"functions\":[" + json + "]}");
    }

    /** Sends what may be refused, because it is so already. */
    void post(String path, String json) {
        post(path, json, StatusResponse.class);
    }

    private <T extends EcobeeObject> T post(String path, String json, Class<T> type) {
        return EcobeeJson.read(answer(HttpRequest.newBuilder(URI.create(ecobee.baseUri() + path + "?format=json"))
                .POST(HttpRequest.BodyPublishers.ofString(json))), type);
    }

    private <T extends EcobeeObject> T get(String path, String json, Class<T> type) {
        String answer = answer(HttpRequest.newBuilder(URI.create(
                ecobee.baseUri() + path + "?format=json&json=" + URLEncoder.encode(json, StandardCharsets.UTF_8))));
        if (!EcobeeJson.read(answer, StatusResponse.class).getStatus().getCode().equals(0)) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return EcobeeJson.read(answer, type);
    }

    private String answer(HttpRequest.Builder request) {
        try {
            return http.send(request.header("Authorization", "Bearer " + token())
                    .header("Content-Type", "application/json").build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A token that is doubted is renewed beside the request. */
    void awaitCertainty() {
        EcobeeComponent component = camel.getComponent("ecobee", EcobeeComponent.class);
        Awaitility.await().pollDelay(Duration.ZERO).atMost(EcobeeTestSupport.PATIENCE).until(
                () -> component.authorization(EcobeeTestSupport.ACCOUNT).status().state() != AuthorizationState.SUSPECT);
    }

    /** The component's own: a second one would end the first. */
    private String token() {
        return kind == Kind.UTILITY
                ? utilityToken
                : Objects.requireNonNull(
                        grants.load(AccountKey.of(KEY, EcobeeTestSupport.ACCOUNT)).orElseThrow().grant()).accessToken();
    }

    @Override
    public void close() throws Exception {
        camel.close();
        ecobee.close();
    }

    static Map<String, Object> lamp() {
        return Map.of("deviceId", 0, "name", "Control", "sensors",
                List.of(Map.of("sensorId", 1, "name", LAMP, "type", "plug")));
    }

    /** Whose account it is. */
    enum Kind {
        /** A home. */
        SMART,
        /** The building of the scenario office. */
        OFFICE,
        /** The utility of the scenario utility. */
        UTILITY
    }
}
