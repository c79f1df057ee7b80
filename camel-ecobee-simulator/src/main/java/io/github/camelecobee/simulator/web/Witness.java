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
package io.github.camelecobee.simulator.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.simulator.account.Right;
import io.github.camelecobee.simulator.account.Sight;
import io.github.camelecobee.simulator.api.ApiRequest;
import io.github.camelecobee.simulator.evidence.Deviation;
import io.github.camelecobee.simulator.evidence.Deviations;
import io.github.camelecobee.simulator.evidence.Observed;
import io.github.camelecobee.simulator.home.Revision;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import io.github.camelecobee.simulator.oauth.Login;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import io.github.camelecobee.simulator.requests.RequestTrace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees one request from its coming to the leaving of its answer, and writes down what it sees. Used by one thread. */
final class Witness {
    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
    private static final int MOST_WARNINGS = 1000;
    /** Where the usage rules are about thermostats, and which of their revisions must have changed. */
    private static final Map<String, List<Revision>> POLLED = Map.of(
            "/1/thermostatSummary", List.of(), "/1/thermostat", List.of(Revision.values()),
            "/1/runtimeReport", List.of(Revision.RUNTIME, Revision.INTERVAL));

    private final Cloud cloud;
    private final Incoming request;
    private final RequestTrace trace;
    private final @Nullable String apiKeyId;
    private final String json;
    private final boolean alone;

    private Witness(Cloud cloud, Incoming request, RequestTrace trace, @Nullable String apiKeyId) {
        this.cloud = cloud;
        this.request = request;
        this.trace = trace;
        this.apiKeyId = apiKeyId;
        this.json = new ApiRequest(request.method(), request.path(), request.query(), null, request.body()).json();
        this.alone = request.path().endsWith("Report") || json.contains("\"managementSet\"");
    }

    /** A request has come; each sort of deviation is logged once for each application. */
    static Witness of(Cloud cloud, Incoming request, RequestTrace trace, @Nullable String apiKeyId, Set<String> warned) {
        Witness witness = new Witness(cloud, request, trace, apiKeyId);
        cloud.usage().opened(apiKeyId, witness.alone, request.method() + " " + request.path(), trace.instant());
        List<Deviation> deviations = Deviations.of(request.method(), request.path(), witness.json);
        trace.apiKeyId(apiKeyId);
        trace.warnings(deviations.stream().map(Deviation::toString).toList());
        for (Deviation each : deviations) {
            String sort = apiKeyId + " " + request.method() + " " + request.path() + " " + each.sort();
            if (warned.size() < MOST_WARNINGS && warned.add(sort)) {
                LOG.warn("{} {} of {} deviates from the contract: {}", request.method(), request.path(),
                        Objects.requireNonNullElse(apiKeyId, "an unknown application"), each);
            }
        }
        return witness;
    }

    /** It has been handled; {@code reply} is what the client would see, {@code null} for a dropped connection. */
    void handled(@Nullable Reply reply) {
        LoggedRequest logged = reply == null ? trace.answered(0, null) : trace.answered(reply.status(), reply.ecobeeCode());
        cloud.requests().add(logged);
        cloud.usage().answered(observed(
                logged, reply != null && request.path().equals("/token") && reply.body().contains("\"slow_down\"")));
        LOG.debug("{}", logged);
    }

    /** The answer leaves. */
    void leaves() {
        cloud.usage().closed(apiKeyId, alone);
    }

    /** The account, the page of a list, and the first day of a report: asking for another is no poll. */
    private List<Object> detail() {
        try {
            Map<String, ?> values = json.isBlank() ? Map.of() : EcobeeJson.readMap(json);
            Login login = login();
            return List.of(
                    login == null ? "" : login.account(), String.valueOf(values.get("page")),
                    String.valueOf(values.get("startDate")));
        } catch (EcobeeJsonException e) {
            return List.of();
        }
    }

    private Observed observed(LoggedRequest logged, boolean slowDown) {
        Selection selection = logged.selection();
        Login login = login();
        if (selection == null || login == null || !POLLED.containsKey(logged.path()) || logged.httpStatus() != 200) {
            return new Observed(logged, detail(), slowDown, Map.of(), 0);
        }
        return cloud.home().visit((thermostats, now) -> {
            Sight sight = new Sight(
                    cloud.accounts().get(login.account()), login.userName(), reads() ? Right.VIEW : Right.CHANGE, thermostats);
            boolean set = "managementSet".equals(selection.getSelectionType());
            List<Revision> wanted = Objects.requireNonNull(POLLED.get(logged.path()));
            List<VirtualThermostat> selected = set || !wanted.isEmpty() ? selected(selection, sight) : List.of();
            Map<String, String> revisions = new TreeMap<>();
            if (!wanted.isEmpty()) {
                selected.forEach(thermostat -> revisions.put(
                        String.valueOf(thermostat.state().getIdentifier()), revisions(thermostat, wanted)));
            }
            return new Observed(logged, detail(), slowDown, revisions, set ? selected.size() : 0);
        });
    }

    /** The API has answered: nothing is wrong with the selection. */
    private static List<VirtualThermostat> selected(Selection selection, Sight sight) {
        String match = Objects.requireNonNullElse(selection.getSelectionMatch(), "");
        return switch (String.valueOf(selection.getSelectionType())) {
            case "registered" -> sight.registered();
            case "managementSet" -> sight.managementSet(match);
            default -> Arrays.stream(match.split(",")).map(sight::named).filter(Objects::nonNull).toList();
        };
    }

    private boolean reads() {
        return !request.method().equals("POST");
    }

    private @Nullable Login login() {
        return cloud.authorization().check(request.token()).login();
    }

    private static String revisions(VirtualThermostat thermostat, List<Revision> wanted) {
        return wanted.stream().map(thermostat::revision).collect(Collectors.joining(" "));
    }
}
