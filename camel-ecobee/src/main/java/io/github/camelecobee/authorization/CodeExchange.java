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
package io.github.camelecobee.authorization;

import java.util.concurrent.atomic.AtomicReference;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import io.github.camelecobee.authorization.TokenAnswer.Granted;
import io.github.camelecobee.authorization.TokenAnswer.Refused;
import io.github.camelecobee.authorization.TokenAnswer.Unreachable;
import org.jspecify.annotations.Nullable;

/** Exchanges a code for the grant of one account (RFC 6749, 4.1.3), once, because a code is good once. */
final class CodeExchange {
    private final String account;
    private final AccountState state;
    private final GrantKeeper keeper;
    private final TokenEndpoint endpoint;

    CodeExchange(String account, AccountState state, GrantKeeper keeper, TokenEndpoint endpoint) {
        this.account = account;
        this.state = state;
        this.keeper = keeper;
        this.endpoint = endpoint;
    }

    /** To be called once the record is loaded. */
    void exchange(String code, String redirectUri) {
        AtomicReference<@Nullable TokenAnswer> received = new AtomicReference<>();
        try {
            keeper.exclusively(() -> keeper.toTheEnd(() -> {
                TokenAnswer answer = endpoint.exchange(code, redirectUri);
                received.set(answer);
                if (answer instanceof Granted granted) {
                    keep(granted.grant());
                }
            }));
        } catch (GrantStoreException e) {
            throw new AuthorizationUnavailableException(account, String.valueOf(e.getMessage()), null);
        } finally {
            state.announce();
        }
        TokenAnswer answer = received.get();
        if (answer instanceof Refused refused) {
            denied(refused.refusal());
            throw new AuthorizationDeniedException(account, refused.refusal());
        } else if (answer instanceof Unreachable unreachable) {
            throw new AuthorizationUnavailableException(account, unreachable.reason(), null);
        } else if (answer == null) {
            throw new AuthorizationUnavailableException(account, "the authorization is closed", null);
        }
    }

    private void keep(Grant grant) {
        keeper.keep(state.get().record().granted(grant), draft -> {
            draft.pins = 0;
            draft.strikes = 0;
            draft.succeeded();
        }, Type.AUTHORIZED);
    }

    /** A grant that there is stays what it is. */
    void denied(Refusal refusal) {
        state.change(draft -> {
            if (!draft.record.isUsable()) {
                draft.lastError = refusal.error() + ": " + refusal.description();
            }
        });
    }
}
