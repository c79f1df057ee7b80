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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What is given in options and files to begin with shows nowhere, whether it is right or wrong. */
class LoginSecrecyTest extends EcobeeTestSupport {
    private static final String SECRET = "tell-tale-secret";

    @TempDir
    Path folder;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.tokenPrefix(SECRET).account(Account.utility("power").login("power@example.org", SECRET + "-1")
                .thermostat(SampleThermostats.of("5001", "Substation")));
    }

    @BeforeEach
    void listenAtTrace() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        // The other side, and not ours to judge here.
        for (String other : List.of("io.github.camelecobee.simulator", "io.undertow", "org.xnio")) {
            ((Logger) LoggerFactory.getLogger(other)).setLevel(Level.OFF);
        }
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(Level.INFO);
    }

    private void nothingShows() throws Exception {
        camel.start();
        Exchange exchange = camel.createProducerTemplate().request("ecobee:getThermostats?managementSet=/", message -> {
            message.getIn().setBody("");
        });
        StringBuilder shown = new StringBuilder(component().authorization(ACCOUNT).status().toString());
        for (Throwable each = exchange.getException(); each != null; each = each.getCause()) {
            shown.append(each);
        }
        camel.close();

        assertThat(shown.toString()).doesNotContain(SECRET);
        assertThat(List.copyOf(log.list)).hasSizeGreaterThan(50)
                .noneMatch(line -> line.getFormattedMessage().contains(SECRET));
    }

    @Test
    void passwordsShowNowhere() throws Exception {
        component().setAuthorizationMethod("utility");
        component().setUsername("power@example.org");
        component().setPassword(SECRET + "-1");
        nothingShows();
    }

    @Test
    void wrongPasswordsShowNowhere() throws Exception {
        component().setAuthorizationMethod("utility");
        component().setUsername("power@example.org");
        component().setPassword(SECRET + "-2");
        nothingShows();
    }

    @Test
    void refusedRefreshTokensShowNowhere() throws Exception {
        component().setAuthorizationMethod("refreshToken");
        component().setRefreshToken(SECRET + "-3");
        nothingShows();
    }

    @Test
    void whatAFileHoldsShowsNowhere() throws Exception {
        Path file = Files.writeString(folder.resolve("ecobee.conf"), "{\"REFRESH_TOKEN\": \"" + SECRET + "-4\", broken");
        component().setImportFile(file.toString());
        nothingShows();
    }
}
