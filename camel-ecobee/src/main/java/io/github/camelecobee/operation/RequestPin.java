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
package io.github.camelecobee.operation;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.camelecobee.authorization.Authorization;
import io.github.camelecobee.authorization.AuthorizationManager;

/**
 * Asks for a new PIN (pin-api-authorization.shtml); the body is the status of the account, with the PIN, or with what
 * went wrong. Waits for ecobee's answer, never for the person.
 */
public final class RequestPin implements AuthorizationHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Creates it. */
    public RequestPin() {
    }

    @Override
    public Result handle(AuthorizationManager manager, AuthorizationRequest request) {
        Authorization authorization = manager.authorization(request.account());
        try {
            return new Result(
                    authorization.requestPin().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(authorization.status());
        } catch (TimeoutException e) {
            return new Result(authorization.status());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Asking for a PIN broke", e.getCause());
        }
    }
}
