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

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.simulator.account.LiveAccount;
import io.github.camelecobee.simulator.input.StrictObject;
import io.github.camelecobee.simulator.oauth.Application;
import io.github.camelecobee.simulator.requests.KeyId;
import org.jspecify.annotations.Nullable;

/** The part of the control API that is about accounts: who has them, and which applications have been added. */
final class AccountControl {
    private static final String ACCOUNT = "account";

    private final Cloud cloud;
    private final Visitors visitors;

    AccountControl(Cloud cloud) {
        this.cloud = cloud;
        this.visitors = new Visitors(cloud);
    }

    Object accounts() {
        return Map.of("accounts", Views.all(List.copyOf(cloud.accounts().all()), this::row));
    }

    /** Each account's applications; one that several accounts have added is there several times. */
    Object applications() {
        return Map.of("applications", cloud.accounts().all().stream()
                .flatMap(account -> cloud.authorization().applications(account.name()).stream()
                        .map(application -> new Added(account.name(), application)))
                .sorted(Comparator.comparing(Added::since)).map(Added::row).toList());
    }

    Object approve(StrictObject given) {
        String asked = given.text("pin");
        String account = given.text(ACCOUNT);
        String user = given.text("user");
        given.end();
        List<String> waiting = cloud.authorization().outstandingPins();
        if (asked == null && waiting.isEmpty()) {
            throw new IllegalArgumentException("No PIN waits for approval");
        }
        String pin = asked == null ? waiting.get(waiting.size() - 1) : asked;
        boolean done = account == null && user == null
                ? cloud.authorization().approve(pin)
                : cloud.authorization().approve(pin, user(account, user).login());
        if (!done) {
            throw new IllegalArgumentException("That PIN is unknown or no longer valid");
        }
        return Map.of("approved", pin);
    }

    Object revoke(StrictObject given) {
        String apiKey = given.text("apiKey");
        String account = given.text(ACCOUNT);
        String id = apiKey == null ? given.requiredText("id") : KeyId.of(apiKey);
        given.has("id");
        given.end();
        boolean done = account == null
                ? cloud.authorization().remove(id)
                : cloud.authorization().remove(id, cloud.accounts().get(account).name());
        if (!done) {
            throw new IllegalArgumentException(
                    (account == null ? "No user has" : "Account " + account + " has not") + " added application " + id);
        }
        return Map.of("revoked", id);
    }

    private Visitor user(@Nullable String account, @Nullable String user) {
        Visitor visitor = visitors.named(account, user);
        if (!visitor.hasApplications()) {
            throw new IllegalArgumentException(
                    "Account " + visitor.account().name() + " is a utility's: it enters no PIN, it logs in at /1/register");
        }
        return visitor;
    }

    private Map<String, @Nullable Object> row(LiveAccount account) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", account.name());
        row.put("type", account.type().title());
        row.put("users", cloud.home().visit((thermostats, now) -> account.userNames()));
        row.put("thermostats", cloud.home().visit((thermostats, now) -> account.seenBy(account.userName())));
        row.put("applications", cloud.authorization().applications(account.name()).stream().map(Application::id).toList());
        return row;
    }

    private record Added(String account, Application application) {
        Instant since() {
            return application.since();
        }

        Map<String, @Nullable Object> row() {
            Map<String, @Nullable Object> row = Views.of(application);
            row.put(ACCOUNT, account);
            return row;
        }
    }
}
