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
package io.github.camelecobee.transport;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** With everything at TRACE, no line and no exception has a secret, plain or encoded. */
class NoSecretInLogsTest {
    private static final String[] SECRETS = {
            "Secret/Bearer+1", "Secret/Key+1", "Secret%2FKey%2B1", "Secret/Refresh+1", "Secret%2FRefresh%2B1",
            "Secret/Answer+1", "Bearer Secret" };

    @Test
    void noSecretIsLoggedOrThrown() throws Exception {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        lines.start();
        root.addAppender(lines);
        StringWriter thrown = new StringWriter();
        try (CamelContext context = new DefaultCamelContext();
             var server = new TestServer(TestServer.json("{\"access_token\":\"Secret/Answer+1\"}"));
             var broken = new TestServer((request, out) -> out.close());
             var echo = new TestServer((request, out) -> {
                 TestServer.write(out, request + "\r\n\r\n");
                 out.close();
             })) {
            context.start();
            try (var transport = new CamelHttpTransport(context, TransportSettings.defaults())) {
                for (URI base : new URI[] {
                        server.uri("/token"), broken.uri("/token"), echo.uri("/token"),
                        URI.create("http://localhost:1/token") }) {
                    HttpCall get
                            = HttpCall.get(base).withBearer("Secret/Bearer+1").withSecretQuery("client_id", "Secret/Key+1");
                    HttpCall post = HttpCall.postForm(base, Map.of("refresh_token", "Secret/Refresh+1"));
                    for (HttpCall call : new HttpCall[] { get, post }) {
                        thrown.append(call.toString());
                        Throwable failure = catchThrowable(() -> thrown.append(transport.send(call).toString()));
                        if (failure != null) {
                            failure.printStackTrace(new PrintWriter(thrown));
                        }
                    }
                }
            }
        } finally {
            root.detachAppender(lines);
            root.setLevel(before);
        }

        assertThat(lines.list).hasSizeGreaterThan(50); // or the levels were not turned on
        assertThat(lines.list).allSatisfy(line -> {
            assertThat(line.getFormattedMessage()).doesNotContain(SECRETS);
            assertThat(line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy()))
                    .doesNotContain(SECRETS);
        });
        assertThat(thrown.toString()).contains("failed").doesNotContain(SECRETS);
    }
}
