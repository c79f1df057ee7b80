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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.camelecobee.model.ExtendedRuntime;
import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.account.LiveAccount;
import io.github.camelecobee.simulator.evidence.Violation;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import org.jspecify.annotations.Nullable;

/**
 * The portal of ecobee's users in miniature: one logs in as a sample user, and sees that user's account: "My Apps",
 * where a PIN is entered and applications are removed, thermostats and requests; faults and clock are those of the
 * whole simulator. Who is logged in is in the address, so that several users can be open side by side. It shows no
 * secret, no outstanding PIN either: a PIN is what the application shows.
 */
final class Portal {
    private static final String PATH = "/portal";
    private static final String LOGIN = PATH + "/login";
    private static final int MOST_THERMOSTATS = 60;
    private static final int MOST_REQUESTS = 100;
    private static final int MOST_VIOLATIONS = 20;
    private static final Duration READING = Duration.ofMinutes(5);
    private static final String HTML = "text/html;charset=UTF-8";

    private final Cloud cloud;
    private final Visitors visitors;
    private final UserPages pages = new UserPages();
    private final String page;
    private final String style;
    private final String script;

    Portal(Cloud cloud) {
        this.cloud = cloud;
        this.visitors = new Visitors(cloud);
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
            case "GET /" -> redirect(PATH);
            case "GET /portal", "GET /portal/" -> portal(request);
            case "GET /portal/login" -> login();
            case "GET /portal/portal.css" -> Reply.of(200, "text/css;charset=UTF-8", style);
            case "GET /portal/portal.js" -> Reply.of(200, "text/javascript;charset=UTF-8", script);
            case "GET /portal/state" -> forUser(request, visitor -> state(request, visitor));
            case "POST /portal/pin" -> forUser(request, visitor -> approve(request, visitor));
            case "POST /portal/remove" -> forUser(request, visitor -> remove(request, visitor));
            default -> refused("There is no such page.");
        };
    }

    /** The portal of a user; who names none and has a choice is asked to log in. */
    private Reply portal(Incoming request) {
        String user = request.query().get("user");
        boolean known = user == null ? visitors.all().size() == 1 : visitors.find(user).isPresent();
        return known ? Reply.of(200, HTML, page) : redirect(LOGIN);
    }

    private Reply login() {
        return pages.show("Log in", "<p>Whose portal do you want to see? Sample users need no password.</p>\n"
                                    + "<form action=\"" + PATH + "\">\n" + UserPages.choice(visitors.all()) + "</form>\n");
    }

    private Reply approve(Incoming request, Visitor visitor) {
        String pin = request.parameters().getOrDefault("pin", "");
        if (!visitor.hasApplications()) {
            return refused("A utility adds no applications.");
        }
        boolean added = request.parameters().containsKey("user")
                ? cloud.authorization().approve(pin, visitor.login()) : cloud.authorization().approve(pin);
        return added
                ? Reply.json(200, Map.of("message", "Application added."))
                : refused("That PIN is unknown or no longer valid.");
    }

    private Reply remove(Incoming request, Visitor visitor) {
        String id = request.parameters().getOrDefault("id", "");
        return cloud.authorization().remove(id, visitor.account().name())
                ? Reply.json(200, Map.of("message", "Application removed."))
                : refused("There is no such application.");
    }

    /** What a user named in the request sees or does; nobody named is the owner of the first account. */
    private Reply forUser(Incoming request, Function<Visitor, Reply> page) {
        String user = request.parameters().get("user");
        Optional<Visitor> visitor = user == null ? Optional.of(visitors.first()) : visitors.find(user);
        return visitor.map(page).orElseGet(() -> refused("There is no such user."));
    }

    private Reply state(Incoming request, Visitor visitor) {
        boolean everybody = "all".equals(request.query().get("requests"));
        String account = visitor.account().name();
        // What has no account yet, such as a PIN request, may become this one's.
        List<LoggedRequest> requests = cloud.requests().matching(
                each -> everybody || each.account() == null || each.account().equals(account));
        List<Violation> violations = cloud.usage().violations();
        List<String> seen = cloud.home().visit((all, now) -> visitor.account().seenBy(visitor.userName()));
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("time", cloud.clock().instant().toString());
        state.put("user", visitor.userName());
        state.put("role", visitor.role());
        state.put("account", UserPages.title(visitor.account()));
        state.put("hasApplications", visitor.hasApplications());
        state.put("applications", Views.all(cloud.authorization().applications(account), Views::of));
        state.put("thermostats", thermostats(visitor, seen));
        state.put("thermostatCount", seen.size());
        state.put("faults", Views.all(cloud.faults().planned(), Views::of));
        state.put("requests", Views.all(newest(requests, MOST_REQUESTS), Views::of));
        state.put("violations", Views.all(newest(violations, MOST_VIOLATIONS), Views::of));
        state.put("violationCount", violations.size());
        state.put("usage", Views.all(cloud.usage().byKey(), Views::of));
        return Reply.json(200, state);
    }

    private List<Map<String, @Nullable Object>> thermostats(Visitor visitor, List<String> seen) {
        return cloud.home().visit((all, now) -> seen.stream().map(all::get).filter(Objects::nonNull)
                .limit(MOST_THERMOSTATS).map(each -> row(each, visitor.account())).toList());
    }

    /** With the last readings, so that a plot has a past when the page opens. */
    private static Map<String, @Nullable Object> row(VirtualThermostat thermostat, LiveAccount account) {
        Map<String, @Nullable Object> row = Views.of(thermostat);
        if (account.type() != AccountType.SMART) {
            account.hierarchy().setOf(String.valueOf(thermostat.state().getIdentifier()))
                    .ifPresent(set -> row.put("set", set.path()));
        }
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

    private static Reply redirect(String location) {
        return new Reply(302, Map.of("Location", location), "", null);
    }

    private static Reply refused(String message) {
        return Reply.json(404, Map.of("message", message));
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
