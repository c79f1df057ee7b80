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

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.FileGrantStore;
import io.github.camelecobee.authorization.Grant;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** home-assistant/core#35403: an integration that had to be authorized again after a manual restart. */
class RestartsIT extends EcobeeTestSupport {
    private static final int RESTARTS = 100;
    private static final AccountKey DEFAULT = AccountKey.of(KEY, ACCOUNT);

    @TempDir
    private Path directory;

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.rotateRefreshTokens(true);
    }

    @Override
    EcobeeComponent newComponent() {
        EcobeeComponent component = super.newComponent();
        component.setGrantStore(new FileGrantStore(directory.resolve("grants.json")));
        return component;
    }

    @Test
    @Tag("field-2")
    void aHundredRestartsWithARotationBetweenEachAskForNoPin() throws Exception {
        authorize();
        FileGrantStore file = new FileGrantStore(directory.resolve("grants.json"));
        file.compareAndSet(DEFAULT, 0, grants.load(DEFAULT).orElseThrow());
        Set<String> refreshTokens = new HashSet<>();

        for (int i = 0; i < RESTARTS; i++) {
            clock.advance(Duration.ofHours(1));
            start(routes());
            assertThat(camel.createProducerTemplate().requestBody("direct:read", "", List.class)).isNotEmpty();
            camel.close();
            Grant kept = file.load(DEFAULT).orElseThrow().grant();
            refreshTokens.add(String.valueOf(kept == null ? null : kept.refreshToken()));
            camel = newContext();
        }

        assertThat(ecobee.requests().count("GET", "/authorize")).isZero();
        assertThat(ecobee.requests().countGrants("refresh_token")).isEqualTo(RESTARTS);
        assertThat(refreshTokens).hasSize(RESTARTS);
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:read").to("ecobee:getThermostats");
            }
        };
    }
}
