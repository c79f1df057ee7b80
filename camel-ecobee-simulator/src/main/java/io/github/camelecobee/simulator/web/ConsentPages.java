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

import java.util.Map;
import java.util.Optional;

import io.github.camelecobee.simulator.oauth.CodeRequest;
import io.github.camelecobee.simulator.oauth.Login;
import io.github.camelecobee.simulator.oauth.OAuthException;
import io.github.camelecobee.simulator.oauth.Refusal;
import io.github.camelecobee.simulator.requests.KeyId;
import io.github.camelecobee.simulator.requests.RequestTrace;

/**
 * What the browser shows when a web application asks for an authorization code: who are you, and do you agree
 * (authz-code-authorization.shtml). Sample users log in without password. Nothing is remembered between the pages: the
 * request travels along in the forms, and is checked each time.
 */
final class ConsentPages {
    private final Cloud cloud;
    private final Visitors visitors;
    private final UserPages pages = new UserPages();

    ConsentPages(Cloud cloud) {
        this.cloud = cloud;
        this.visitors = new Visitors(cloud);
    }

    /** The first page: choose a user. */
    Reply login(Incoming request) throws OAuthException {
        CodeRequest asked = cloud.authorization().codeRequest(request.query());
        String users = UserPages.choice(visitors.all().stream().filter(Visitor::hasApplications).toList());
        return pages.show("Log in", "<p>An application asks for access. Whose thermostats are meant?</p>\n"
                                    + form("/authorize/login", asked, "", users));
    }

    /** The second page: agree or not. */
    Reply consent(Incoming request, RequestTrace trace) throws OAuthException {
        CodeRequest asked = cloud.authorization().codeRequest(request.parameters());
        Visitor visitor = user(request, trace);
        String choices = "<button class=\"main choice\" name=\"decision\" value=\"accept\">Accept</button>\n"
                         + "<button class=\"choice\" name=\"decision\" value=\"deny\">Deny</button>";
        return pages.show("Allow access?", "<p>The application <code>" + UserPages.escape(KeyId.of(asked.apiKey()))
                                           + "</code> asks <b>" + UserPages.escape(visitor.userName()) + "</b> ("
                                           + UserPages.escape(UserPages.title(visitor.account()))
                                           + ") for the scope <code>" + UserPages.escape(asked.scope()) + "</code>.</p>\n"
                                           + form("/authorize/consent", asked, hidden("user", visitor.userName()), choices)
                                           + "<p class=\"soft\">The answer goes to <code>"
                                           + UserPages.escape(asked.redirectUri()) + "</code></p>");
    }

    /** The answer: the browser goes back to the application. */
    Reply decide(Incoming request, RequestTrace trace) throws OAuthException {
        CodeRequest asked = cloud.authorization().codeRequest(request.parameters());
        Login login = user(request, trace).login();
        String location = switch (request.parameters().getOrDefault("decision", "")) {
            case "accept" -> cloud.authorization().accept(asked, login);
            case "deny" -> asked.denied();
            default -> throw new OAuthException(Refusal.INVALID_REQUEST);
        };
        return new Reply(302, Map.of("Location", location, "Cache-Control", "no-store"), "", null);
    }

    private Visitor user(Incoming request, RequestTrace trace) throws OAuthException {
        Optional<Visitor> visitor = visitors.find(request.parameters().getOrDefault("user", ""))
                .filter(Visitor::hasApplications);
        // A page of another site in the same browser must not agree in the user's place.
        if (visitor.isEmpty() || request.isForeign()) {
            throw new OAuthException(Refusal.INVALID_REQUEST);
        }
        trace.account(visitor.get().account().name());
        return visitor.get();
    }

    private static String form(String action, CodeRequest asked, String more, String buttons) {
        String state = asked.state();
        return "<form method=\"post\" action=\"" + action + "\">\n" + hidden("response_type", "code")
               + hidden("client_id", asked.apiKey()) + hidden("redirect_uri", asked.redirectUri())
               + hidden("scope", asked.scope()) + (state == null ? "" : hidden("state", state)) + more + buttons
               + "\n</form>\n";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + UserPages.escape(value) + "\">\n";
    }
}
