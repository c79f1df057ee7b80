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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.account.LiveAccount;
import io.github.camelecobee.simulator.oauth.CodeRequest;
import io.github.camelecobee.simulator.oauth.Login;
import io.github.camelecobee.simulator.oauth.OAuthException;
import io.github.camelecobee.simulator.oauth.Refusal;
import io.github.camelecobee.simulator.requests.KeyId;

/**
 * What the browser shows when a web application asks for an authorization code: who are you, and do you agree
 * (authz-code-authorization.shtml). Sample users log in without password. Nothing is remembered between the pages: the
 * request travels along in the forms, and is checked each time.
 */
final class ConsentPages {
    private final Cloud cloud;
    private final String page = page();

    ConsentPages(Cloud cloud) {
        this.cloud = cloud;
    }

    /** The first page: choose a user. */
    Reply login(Incoming request) throws OAuthException {
        CodeRequest asked = cloud.authorization().codeRequest(request.query());
        String users = cloud.home().visit((thermostats, now) -> cloud.accounts().all().stream()
                // A utility logs in by itself and has no applications.
                .filter(account -> account.type() != AccountType.UTILITY).flatMap(ConsentPages::buttons)
                .collect(Collectors.joining("\n")));
        return show("Log in", "<p>An application asks for access. Whose thermostats are meant?</p>\n"
                              + form("/authorize/login", asked, "", users));
    }

    /** The second page: agree or not. */
    Reply consent(Incoming request) throws OAuthException {
        CodeRequest asked = cloud.authorization().codeRequest(request.parameters());
        String userName = user(request).userName();
        String choices = "<button class=\"main choice\" name=\"decision\" value=\"accept\">Accept</button>\n"
                         + "<button class=\"choice\" name=\"decision\" value=\"deny\">Deny</button>";
        return show("Allow access?", "<p>The application <code>" + escape(KeyId.of(asked.apiKey()))
                                     + "</code> asks <b>" + escape(userName) + "</b> for the scope <code>"
                                     + escape(asked.scope()) + "</code>.</p>\n"
                                     + form("/authorize/consent", asked, hidden("user", userName), choices)
                                     + "<p class=\"soft\">The answer goes to <code>" + escape(asked.redirectUri())
                                     + "</code></p>");
    }

    /** The answer: the browser goes back to the application. */
    Reply decide(Incoming request) throws OAuthException {
        CodeRequest asked = cloud.authorization().codeRequest(request.parameters());
        Login login = user(request);
        String location = switch (request.parameters().getOrDefault("decision", "")) {
            case "accept" -> cloud.authorization().accept(asked, login);
            case "deny" -> asked.denied();
            default -> throw new OAuthException(Refusal.INVALID_REQUEST);
        };
        return new Reply(302, Map.of("Location", location, "Cache-Control", "no-store"), "", null);
    }

    private Login user(Incoming request) throws OAuthException {
        String userName = request.parameters().getOrDefault("user", "");
        Optional<LiveAccount> account = cloud.home().visit((thermostats, now) -> cloud.accounts().ofUser(userName)
                .filter(each -> each.type() != AccountType.UTILITY));
        // A page of another site in the same browser must not agree in the user's place.
        if (account.isEmpty() || request.isForeign()) {
            throw new OAuthException(Refusal.INVALID_REQUEST);
        }
        return new Login(account.get().name(), userName);
    }

    private static Stream<String> buttons(LiveAccount account) {
        return account.userNames().stream().map(userName -> "<button name=\"user\" value=\"" + escape(userName) + "\">"
                                                            + escape(userName) + "<span>" + escape(account.name()) + ", "
                                                            + account.type().title() + " account</span></button>");
    }

    private static String form(String action, CodeRequest asked, String more, String buttons) {
        String state = asked.state();
        return "<form method=\"post\" action=\"" + action + "\">\n" + hidden("response_type", "code")
               + hidden("client_id", asked.apiKey()) + hidden("redirect_uri", asked.redirectUri())
               + hidden("scope", asked.scope()) + (state == null ? "" : hidden("state", state)) + more + buttons
               + "\n</form>\n";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escape(value) + "\">\n";
    }

    private Reply show(String title, String content) {
        return new Reply(
                200, Map.of("Content-Type", "text/html;charset=UTF-8", "Cache-Control", "no-store",
                        "X-Frame-Options", "DENY"),
                page.replace("{{title}}", title).replace("{{content}}", content), null);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String page() {
        try (InputStream in = Objects.requireNonNull(ConsentPages.class.getResourceAsStream(
                "/io/github/camelecobee/simulator/web/consent.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
