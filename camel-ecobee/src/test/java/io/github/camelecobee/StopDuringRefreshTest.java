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
package io.github.camelecobee;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.camelecobee.authorization.AccessToken;
import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** ecobee has rotated the refresh token, and the component stops before it has read the answer. */
class StopDuringRefreshTest extends EcobeeTestSupport {
    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.rotateRefreshTokens(true);
    }

    @Test
    @Timeout(60)
    void grantIsStoredAllTheSame() throws Exception {
        authorize();
        start(routes());
        AccessToken first = component().authorization(ACCOUNT).accessToken();
        ecobee.faults().next("POST", "/token", Fault.latency(Duration.ofSeconds(2)));
        var authorization = component().authorization(ACCOUNT);
        CompletableFuture<AccessToken> renewed = CompletableFuture.supplyAsync(() -> authorization.renew(first));
        await().atMost(PATIENCE).until(() -> component().requests().containsKey("POST /token"));
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        camel.close();

        camel = newContext();
        start(routes());
        var after = component().authorization(ACCOUNT);
        AccessToken second = after.accessToken();
        assertThat(second.value()).isNotEqualTo(first.value());
        assertThat(after.renew(second).value()).isNotEqualTo(second.value());
        assertThat(after.status().state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(renewed).succeedsWithin(PATIENCE);
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:authorization").to("mock:steps");
            }
        };
    }
}
