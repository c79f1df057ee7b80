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

import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.api.ApiRequest;
import io.github.camelecobee.simulator.oauth.Login;
import io.github.camelecobee.simulator.oauth.OAuthException;
import io.github.camelecobee.simulator.oauth.Refusal;
import io.github.camelecobee.simulator.requests.RequestTrace;

/** Hands a request to the authorization server or to the API. */
final class Router {
    private final Cloud cloud;
    private final ConsentPages pages;

    Router(Cloud cloud) {
        this.cloud = cloud;
        this.pages = new ConsentPages(cloud);
    }

    Reply answer(Incoming request, RequestTrace trace) {
        return switch (request.path()) {
            case "/authorize" -> authorize(request, trace);
            case "/authorize/login", "/authorize/consent" -> consent(request, trace);
            case "/token" -> token(request, trace);
            default -> Reply.of(cloud.api().answer(
                    new ApiRequest(request.method(), request.path(), request.query(), request.token(), request.body()),
                    trace));
        };
    }

    private Reply authorize(Incoming request, RequestTrace trace) {
        trace.apiKey(request.query().get("client_id"));
        try {
            requireMethod(request, "GET");
            if ("code".equals(request.query().get("response_type"))) {
                return pages.login(request);
            }
            return Reply.json(200, cloud.authorization().authorize(request.query()));
        } catch (OAuthException e) {
            return refused(e.refusal());
        }
    }

    private Reply consent(Incoming request, RequestTrace trace) {
        trace.apiKey(request.parameters().get("client_id"));
        try {
            requireMethod(request, "POST");
            return request.path().endsWith("login") ? pages.consent(request, trace) : pages.decide(request, trace);
        } catch (OAuthException e) {
            return refused(e.refusal());
        }
    }

    private Reply token(Incoming request, RequestTrace trace) {
        var parameters = request.parameters();
        trace.apiKey(parameters.get("client_id"));
        trace.grantType(parameters.get("grant_type"));
        try {
            requireMethod(request, "POST");
            TokenResponse tokens = cloud.authorization().token(parameters);
            Login login = cloud.authorization().check(tokens.getAccessToken()).login();
            trace.account(login == null ? null : login.account());
            return Reply.json(200, tokens);
        } catch (OAuthException e) {
            return refused(e.refusal());
        }
    }

    private static void requireMethod(Incoming request, String method) throws OAuthException {
        if (!request.method().equals(method)) {
            throw new OAuthException(Refusal.NOT_SUPPORTED);
        }
    }

    private static Reply refused(Refusal refusal) {
        return Reply.json(refusal.httpStatus(), refusal.body());
    }
}
