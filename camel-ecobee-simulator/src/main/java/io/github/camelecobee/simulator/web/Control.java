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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.simulator.account.LiveAccount;
import io.github.camelecobee.simulator.faults.FaultOrder;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.input.StrictObject;
import org.jspecify.annotations.Nullable;

/**
 * The control API: what a Java test does with the simulator's methods, a program in any language does here. JSON in,
 * JSON out; what cannot be understood is answered with HTTP 400 and a sentence. Described in docs/simulator.adoc. Its
 * requests are not logged.
 */
final class Control {
    private static final String PATH = "/control";
    private static final String THERMOSTAT = PATH + "/thermostats/";
    private static final String FAULT = PATH + "/faults/";
    /** Everything that happens meanwhile is computed when somebody looks, so a slip of the pen must not cost ages. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Cloud cloud;
    private final Map<String, Function<StrictObject, Object>> operations = new TreeMap<>();

    Control(Cloud cloud) {
        this.cloud = cloud;
        operations.put("GET /control", nothing(() -> Map.of("operations", List.copyOf(operations.keySet()))));
        AccountControl accounts = new AccountControl(cloud);
        operations.put("GET /control/accounts", nothing(accounts::accounts));
        operations.put("GET /control/pins", nothing(() -> Map.of("pins", cloud.authorization().outstandingPins())));
        operations.put("POST /control/pins/approve", accounts::approve);
        operations.put("GET /control/applications", nothing(accounts::applications));
        operations.put("POST /control/applications/revoke", accounts::revoke);
        operations.put("POST /control/tokens/expire", done(cloud.authorization()::expireAccessTokens));
        operations.put("POST /control/refresh-tokens/invalidate", done(cloud.authorization()::invalidateRefreshTokens));
        operations.put("GET /control/faults", nothing(() -> Map.of(
                "faults", Views.all(cloud.faults().planned(), Views::of), "names", FaultOrder.names(), "accounts",
                cloud.accounts().all().stream().map(LiveAccount::name).toList())));
        operations.put("POST /control/faults", this::orderFault);
        operations.put("DELETE /control/faults", done(cloud.faults()::clear));
        operations.put("GET /control/clock", nothing(this::clock));
        operations.put("POST /control/clock", this::advance);
        operations.put("GET /control/requests", nothing(() -> Map.of(
                "requests", Views.all(cloud.requests().all(), Views::of))));
        operations.put("DELETE /control/requests", done(cloud.requests()::clear));
        operations.put("GET /control/violations", nothing(() -> Map.of(
                "violations", Views.all(cloud.usage().violations(), Views::of))));
        operations.put("DELETE /control/violations", done(cloud.usage()::clear));
        operations.put("GET /control/usage", nothing(() -> Map.of("usage", Views.all(cloud.usage().byKey(), Views::of))));
        operations.put("GET /control/thermostats", nothing(() -> Map.of("thermostats", cloud.home().visit(
                (thermostats, now) -> thermostats.values().stream().map(Views::of).toList()))));
    }

    static boolean isFor(Incoming request) {
        return request.path().equals(PATH) || request.path().startsWith(PATH + "/");
    }

    Reply answer(Incoming request) {
        if (!request.method().equals("GET") && request.isForeign()) {
            return Reply.json(403, Map.of("error", "This request came from another site."));
        }
        try {
            Function<StrictObject, Object> operation = operation(request.method(), request.path());
            if (operation == null) {
                return Reply.json(404, Map.of("error", "There is no " + request.method() + " " + request.path()
                                                       + ": GET /control lists what there is."));
            }
            StrictObject given = StrictObject.of(request.body().isBlank() ? Map.of() : EcobeeJson.readMap(request.body()));
            return Reply.json(200, operation.apply(given));
        } catch (EcobeeJsonException e) {
            return Reply.json(400, Map.of("error", "The request cannot be read: " + e.getMessage()));
        } catch (IllegalArgumentException e) {
            return Reply.json(400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private @Nullable Function<StrictObject, Object> operation(String method, String path) {
        if (path.startsWith(THERMOSTAT)) {
            SimulatedThermostat thermostat = cloud.home().thermostat(path.substring(THERMOSTAT.length()));
            return switch (method) {
                case "GET" -> nothing(thermostat::snapshot);
                case "POST" -> given -> script(thermostat, given);
                default -> null;
            };
        }
        if (path.startsWith(FAULT) && method.equals("DELETE")) {
            return nothing(() -> cancelFault(path.substring(FAULT.length())));
        }
        return operations.get(method + " " + path);
    }

    private Object orderFault(StrictObject given) {
        FaultOrder order = FaultOrder.read(given, cloud.clock().instant());
        return Map.of("id", cloud.faults().add(order.rule(), order.fault()));
    }

    private Object cancelFault(String id) {
        if (!cloud.faults().cancel(id)) {
            throw new IllegalArgumentException("There is no fault " + id);
        }
        return Map.of("cancelled", id);
    }

    private Object clock() {
        return Map.of("time", cloud.clock().instant().toString());
    }

    private Object advance(StrictObject given) {
        Duration by = given.duration("advance");
        given.end();
        if (by == null) {
            throw given.problem("advance", "is missing");
        }
        if (by.compareTo(FARTHEST) > 0) {
            throw given.problem("advance", "must be at most " + FARTHEST.toDays() + "d at once, not " + by);
        }
        cloud.clock().advance(by);
        return clock();
    }

    private Object script(SimulatedThermostat thermostat, StrictObject given) {
        List<Runnable> steps = new ArrayList<>();
        BigDecimal temperature = given.number("temperature");
        if (temperature != null) {
            steps.add(() -> thermostat.setTemperature(Temperature.ofFahrenheit(temperature.doubleValue())));
        }
        given.map("properties").forEach((path, value) -> steps.add(() -> thermostat.setProperty(path, value)));
        Boolean connected = given.flag("connected");
        if (connected != null) {
            steps.add(() -> thermostat.setConnected(connected));
        }
        given.end();
        steps.forEach(Runnable::run);
        return cloud.home().visit(
                (thermostats, now) -> Views.of(Objects.requireNonNull(thermostats.get(thermostat.identifier()))));
    }

    /** An operation that takes nothing. */
    private static Function<StrictObject, Object> nothing(Supplier<Object> answer) {
        return given -> {
            given.end();
            return answer.get();
        };
    }

    private static Function<StrictObject, Object> done(Runnable action) {
        return nothing(() -> {
            action.run();
            return Map.of("done", true);
        });
    }
}
