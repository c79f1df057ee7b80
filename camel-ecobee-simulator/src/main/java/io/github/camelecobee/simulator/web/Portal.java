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
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The consumer portal in miniature: "My Apps", where a user enters a PIN and removes applications, and a look at the
 * thermostats. It shows no secret, no outstanding PIN either: a PIN is what the application shows.
 */
final class Portal {
    private static final String PATH = "/portal";
    private static final String HTML = "text/html;charset=UTF-8";

    private final Cloud cloud;
    private final String page;

    Portal(Cloud cloud) {
        this.cloud = cloud;
        this.page = page();
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
        List<?> rows = cloud.home().visit((thermostats, now) -> thermostats.values().stream().map(Views::of).toList());
        return Map.of(
                "time", cloud.clock().instant().toString(),
                "applications", Views.all(cloud.authorization().applications(), Views::of),
                "thermostats", rows);
    }

    private static String page() {
        try (InputStream in = Objects.requireNonNull(
                Portal.class.getResourceAsStream("/io/github/camelecobee/simulator/web/portal.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
