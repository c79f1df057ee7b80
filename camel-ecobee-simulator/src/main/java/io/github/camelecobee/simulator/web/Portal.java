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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.camelecobee.model.ExtendedRuntime;
import io.github.camelecobee.simulator.evidence.Violation;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import org.jspecify.annotations.Nullable;

/**
 * The consumer portal in miniature: "My Apps", where a user enters a PIN and removes applications, and a look at
 * thermostats, faults and requests. It shows no secret, no outstanding PIN either: a PIN is what the application shows.
 */
final class Portal {
    private static final String PATH = "/portal";
    private static final int MOST_THERMOSTATS = 60;
    private static final int MOST_REQUESTS = 100;
    private static final int MOST_VIOLATIONS = 20;
    private static final Duration READING = Duration.ofMinutes(5);
    private static final String HTML = "text/html;charset=UTF-8";

    private final Cloud cloud;
    private final String page;
    private final String style;
    private final String script;

    Portal(Cloud cloud) {
        this.cloud = cloud;
        this.page = resource("portal.html");
        this.style = resource("portal.css");
        this.script = resource("portal.js");
    }

    static boolean isFor(Incoming request) {
        return request.path().equals("/") || request.path().equals(PATH) || request.path().startsWith(PATH + "/");
    }

    Reply answer(Incoming request) {
        if (request.method().equals("POST") && request.isForeign()) {
            return Reply.json(403, Map.of("message", "This request came from another site."));
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /" -> new Reply(302, Map.of("Location", PATH), "", null);
            case "GET /portal", "GET /portal/" -> Reply.of(200, HTML, page);
            case "GET /portal/portal.css" -> Reply.of(200, "text/css;charset=UTF-8", style);
            case "GET /portal/portal.js" -> Reply.of(200, "text/javascript;charset=UTF-8", script);
            case "GET /portal/state" -> Reply.json(200, state());
            case "POST /portal/pin" -> approve(request);
            case "POST /portal/remove" -> remove(request);
            default -> Reply.json(404, Map.of("message", "There is no such page."));
        };
    }

    private Reply approve(Incoming request) {
        String pin = request.parameters().getOrDefault("pin", "");
        return cloud.authorization().approve(pin)
                ? Reply.json(200, Map.of("message", "Application added."))
                : Reply.json(404, Map.of("message", "That PIN is unknown or no longer valid."));
    }

    private Reply remove(Incoming request) {
        String id = request.parameters().getOrDefault("id", "");
        return cloud.authorization().remove(id)
                ? Reply.json(200, Map.of("message", "Application removed."))
                : Reply.json(404, Map.of("message", "There is no such application."));
    }

    private Map<String, Object> state() {
        List<LoggedRequest> requests = cloud.requests().all();
        List<Violation> violations = cloud.usage().violations();
        List<?> thermostats = cloud.home().visit(
                (all, now) -> all.values().stream().limit(MOST_THERMOSTATS).map(Portal::row).toList());
        return Map.of(
                "time", cloud.clock().instant().toString(),
                "applications", Views.all(cloud.authorization().applications(), Views::of),
                "thermostats", thermostats, "thermostatCount", cloud.home().identifiers().size(),
                "faults", Views.all(cloud.faults().planned(), Views::of),
                "requests", Views.all(newest(requests, MOST_REQUESTS), Views::of),
                "violations", Views.all(newest(violations, MOST_VIOLATIONS), Views::of),
                "violationCount", violations.size(),
                "usage", Views.all(cloud.usage().byKey(), Views::of));
    }

    /** With the last readings, so that a plot has a past when the page opens. */
    private static Map<String, @Nullable Object> row(VirtualThermostat thermostat) {
        Map<String, @Nullable Object> row = Views.of(thermostat);
        ExtendedRuntime readings = thermostat.state().getExtendedRuntime();
        if (readings != null && readings.getLastReadingTimestamp() != null) {
            long last = LocalDateTime.parse(readings.getLastReadingTimestamp().replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC).toEpochMilli();
            List<Integer> temperatures = readings.getActualTemperature();
            int count = temperatures.size();
            row.put("recent", IntStream.range(0, count).mapToObj(index -> Map.of(
                    "time", last - READING.multipliedBy(count - 1L - index).toMillis(),
                    "temperature", temperatures.get(index))).toList());
        }
        return row;
    }

    private static <T> List<T> newest(List<T> all, int most) {
        List<T> newest = new ArrayList<>(all.subList(Math.max(0, all.size() - most), all.size()));
        Collections.reverse(newest);
        return newest;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(
                Portal.class.getResourceAsStream("/io/github/camelecobee/simulator/web/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
