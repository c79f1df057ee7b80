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
package io.github.camelecobee.simulator.api;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.RegisterRequest;
import io.github.camelecobee.model.RegisterResponse;
import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.account.Accounts;
import io.github.camelecobee.simulator.account.LiveAccount;
import io.github.camelecobee.simulator.oauth.AuthorizationServer;
import io.github.camelecobee.simulator.oauth.Login;
import io.github.camelecobee.simulator.requests.RequestTrace;

/**
 * {@code POST /1/register}: the login of utilities, as their clients have done it; ecobee has no page on it. There is
 * no refresh token: the client registers again after code 14 or 1. Earlier tokens of the utility stay good for their
 * time.
 */
final class Registration {
    private final Accounts accounts;
    private final AuthorizationServer authorization;

    Registration(Accounts accounts, AuthorizationServer authorization) {
        this.accounts = accounts;
        this.authorization = authorization;
    }

    /** Whether it is the one request that needs no token. */
    static boolean isFor(ApiRequest request) {
        return request.path().equals("/1/" + Operation.REGISTER.path());
    }

    String answer(ApiRequest request, RequestTrace trace) throws StatusException {
        Operation.of(request.method(), request.path());
        RegisterRequest asked = Requests.read(request.json(), RegisterRequest.class);
        LiveAccount account = accounts.all().stream().filter(each -> each.type() == AccountType.UTILITY)
                .filter(each -> each.isLogin(asked.getUserName(), asked.getPassword())).findFirst()
                .orElseThrow(EcobeeStatus.AUTHENTICATION_FAILED::exception);
        trace.account(account.name());
        String token = authorization.register(new Login(account.name(), account.userName()));
        return EcobeeJson.write(new RegisterResponse().withToken(token).withStatus(EcobeeStatus.SUCCESS.status()));
    }
}
