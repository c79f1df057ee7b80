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

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.FileGrantStore;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.authorization.JdbcGrantStore;
import io.github.camelecobee.authorization.Postgres;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several processes with one grant. {@code -Dnodes.expiries=500} lets the token end more often than a build has time
 * for.
 */
class NodesTest extends EcobeeTestSupport {
    private static final int EXPIRIES = Integer.getInteger("nodes.expiries", 20);
    private static final AccountKey DEFAULT = AccountKey.of(KEY, ACCOUNT);

    @Test
    @Tag("field-9")
    void threeNodesOnOneDatabaseRenewOncePerExpiry() throws Exception {
        PGSimpleDataSource database = Postgres.newDatabase();

        renewOncePerExpiry(new JdbcGrantStore(database), Postgres.url(database));
    }

    @Test
    @Tag("field-9")
    void threeNodesOnOneFileRenewOncePerExpiry(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("grants.json");

        renewOncePerExpiry(new FileGrantStore(file), file.toString());
    }

    private void renewOncePerExpiry(GrantStore store, String place) throws Exception {
        authorize();
        store.compareAndSet(DEFAULT, 0, grants.load(DEFAULT).orElseThrow());
        String url = ecobee.baseUri().toString();
        Set<String> tokens = new HashSet<>();
        try (Node one = new Node(place, url, KEY, clock.instant()); Node two = new Node(place, url, KEY, clock.instant());
             Node three = new Node(place, url, KEY, clock.instant())) {
            List<Node> nodes = List.of(one, two, three);
            tokens.add(said(nodes));
            for (int expiry = 1; expiry <= EXPIRIES; expiry++) {
                clock.advance(Node.EXPIRY);
                for (Node node : nodes) {
                    node.expire();
                }
                tokens.add(said(nodes));
            }
        }
        assertThat(tokens).hasSize(EXPIRIES + 1);
        assertThat(ecobee.requests().countGrants("refresh_token")).isEqualTo(EXPIRIES);
        assertThat(store.load(DEFAULT).orElseThrow().version()).isEqualTo(EXPIRIES + 1L);
    }

    /** What all of them say. */
    private static String said(List<Node> nodes) throws IOException {
        Set<String> said = new HashSet<>();
        for (Node node : nodes) {
            said.add(node.token());
        }
        assertThat(said).hasSize(1).allMatch(line -> line.startsWith("token "));
        return said.iterator().next();
    }

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.rotateRefreshTokens(true);
    }
}
