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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.camelecobee.authorization.Authorization;
import io.github.camelecobee.authorization.FileGrantStore;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.authorization.JdbcGrantStore;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A node of an application: a process of its own, which calls the API whenever the test says that its token has ended.
 */
final class Node implements AutoCloseable {
    /** Longer than the life of an access token. */
    static final Duration EXPIRY = Duration.ofHours(1);

    private final Process process;
    private final BufferedReader out;

    /** Starts one on a grant file or a PostgreSQL database. */
    Node(String place, String baseUrl, String apiKey, Instant now) throws IOException {
        process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Node.class.getName(), place, baseUrl, apiKey, now.toString()).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        out = process.inputReader();
    }

    void expire() throws IOException {
        process.outputWriter().write("expire\n");
        process.outputWriter().flush();
    }

    /** The token it called with, or what went wrong. */
    String token() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("token ") || line.startsWith("failed ")) {
                return line;
            }
        }
        throw new AssertionError("The node is dead");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] args) throws Exception {
        EcobeeComponent component = new EcobeeComponent();
        component.setGrantStore(store(args[0]));
        component.setBaseUrl(args[1]);
        component.setApiKey(args[2]);
        SimulatedClock clock = SimulatedClock.manual(Instant.parse(args[3]));
        component.setClock(clock);
        try (CamelContext camel = new DefaultCamelContext();
             BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            camel.addComponent("ecobee", component);
            camel.start();
            Authorization account = component.authorization(EcobeeConfiguration.DEFAULT_ACCOUNT);
            do {
                try {
                    camel.createProducerTemplate().requestBody("ecobee:getThermostats", "", List.class);
                    System.out.println("token " + account.accessToken().value());
                } catch (RuntimeException e) {
                    System.out.println("failed " + e);
                }
            } while (expired(in, clock));
        }
    }

    private static boolean expired(BufferedReader in, SimulatedClock clock) throws IOException {
        if (in.readLine() == null) {
            return false;
        }
        clock.advance(EXPIRY);
        return true;
    }

    private static GrantStore store(String place) {
        if (!place.startsWith("jdbc:")) {
            return new FileGrantStore(Path.of(place));
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(place);
        return new JdbcGrantStore(database);
    }
}
