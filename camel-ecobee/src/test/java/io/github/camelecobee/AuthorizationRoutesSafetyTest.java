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
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.home.SampleThermostats;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody with bad intent gets from the addresses of a web application, and what its log tells. */
@Tag("camel-platform-http-vertx")
class AuthorizationRoutesSafetyTest extends EcobeeTestSupport {
    private static final String WEB_KEY = "tell-tale-key-0123456789abcdefgh";
    private static final String TOKENS = "tell-tale-token";
    private static final String OWNER = "owner@example.org";

    private final int port = freePort();
    private final String here = "http://localhost:" + port;
    private final String back = here + "/ecobee/callback";
    private final ConsentPages browser = new ConsentPages();

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.tokenPrefix(TOKENS).webApplication(WEB_KEY, back)
                .account(Account.smart("house").login(OWNER, "secret").thermostat(SampleThermostats.of("1001", "Hall")));
    }

    @Override
    EcobeeComponent newComponent() {
        EcobeeComponent component = super.newComponent();
        component.setApiKey(WEB_KEY);
        component.setAuthorizationMethod("authorizationCode");
        return component;
    }

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("localhost");
        server.setBindPort(port);
        context.addService(new VertxPlatformHttpServer(server));
        return context;
    }

    private HttpResponse<String> send(String method, String address) throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(address)).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());
    }

    @Test
    void theCookieOfASecureApplicationIsItsOwn() throws Exception {
        start(new EcobeeAuthorizationRoutes("https://app.example.org/ecobee/callback"));

        HttpResponse<String> answer = send("GET", here + "/ecobee/authorize?Location=https://evil.example.org");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Location")).singleElement().asString()
                .startsWith(ecobee.baseUri() + "/authorize?");
        assertThat(answer.headers().allValues("Set-Cookie")).singleElement().asString()
                .matches("__Host-ecobee-authorization=[\\w-]{32}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
        assertThat(answer.headers().map()).doesNotContainKeys("camelecobeebinding", "x-forwarded-for");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void onlyGetIsServed() throws Exception {
        start(new EcobeeAuthorizationRoutes(back));
        for (String path : List.of("/ecobee/authorize", "/ecobee/callback")) {
            for (String method : List.of("POST", "PUT", "DELETE")) {
                assertThat(send(method, here + path).statusCode()).as(method + " " + path).isIn(404, 405);
            }
        }
    }

    @Test
    void whatARequestSaysIsNeverMarkup() throws Exception {
        start(new EcobeeAuthorizationRoutes(back).accountParameter("customer"));
        String script = "%3Cscript%3Ealert(1)%3C/script%3E";
        for (String address : List.of("/ecobee/callback?state=" + script, "/ecobee/callback?error=" + script,
                "/ecobee/callback?state=a&state=b&code=c", "/ecobee/callback", "/ecobee/authorize?customer=a%0d%0aSet-Cookie:x",
                "/ecobee/authorize?customer=a&customer=b", "/ecobee/authorize?customer=" + "c".repeat(200),
                "/ecobee/authorize?customer=*",
                "/ecobee/authorize")) {
            HttpResponse<String> answer = send("GET", here + address);

            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.body()).doesNotContain("<script>");
        }
        assertThat(component().authorizationStatuses()).isEmpty();
    }

    @Test
    void anOutageIsTheOperatorsBusiness() throws Exception {
        start(new EcobeeAuthorizationRoutes(back));
        ecobee.faults().next("POST", "/token", Fault.dropConnection());

        HttpResponse<String> page = browser.decide(here + "/ecobee/authorize", OWNER, "accept");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).isEqualTo("The authorization could not be ended at the moment. Begin again in a while.");
    }

    @Test
    void neitherKeyNorCodeNorTokenShowsInTheLog() throws Exception {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> collector = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(event.getLoggerName() + " " + event.getFormattedMessage()
                          + ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        };
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        // The other side, the test's own browser, and the web server, whose TRACE has each address that is asked for.
        for (String other : List.of("io.github.camelecobee.simulator", "io.undertow", "org.xnio", "jdk.httpclient",
                "io.vertx.ext.web")) {
            ((Logger) LoggerFactory.getLogger(other)).setLevel(Level.OFF);
        }
        collector.start();
        root.addAppender(collector);
        root.setLevel(Level.TRACE);
        try {
            start(new EcobeeAuthorizationRoutes(back));
            browser.decide(here + "/ecobee/authorize", OWNER, "deny");
            browser.decide(here + "/ecobee/authorize", OWNER, "accept");
            assertThat(component().authorization(ACCOUNT).status().state()).isEqualTo(AuthorizationState.AUTHORIZED);
            camel.close();
        } finally {
            root.detachAppender(collector);
            root.setLevel(Level.INFO);
        }

        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(lines).filteredOn(line -> line.contains(WEB_KEY) || line.contains(TOKENS) || line.contains("code="))
                .isEmpty();
    }
}
