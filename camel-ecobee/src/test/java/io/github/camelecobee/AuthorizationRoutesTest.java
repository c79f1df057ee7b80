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
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A web application that has its users authorize it, through the simulator's login and consent pages. */
@Tag("camel-platform-http-vertx")
class AuthorizationRoutesTest extends EcobeeTestSupport {
    private static final String WEB_KEY = "WebKey0123456789abcdef0123456789";
    private static final String OWNER = "owner@example.org";
    private static final String NEIGHBOUR = "neighbour@example.org";

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
        return builder.webApplication(WEB_KEY, back)
                .account(Account.smart("house").login(OWNER, "secret").thermostat(SampleThermostats.of("1001", "Hall")))
                .account(Account.smart("next door").login(NEIGHBOUR, "secret")
                        .thermostat(SampleThermostats.of("2001", "Attic")));
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

    private EcobeeAuthorizationRoutes routes() {
        return new EcobeeAuthorizationRoutes(back);
    }

    private AuthorizationState state(String account) {
        return component().authorization(account).status().state();
    }

    @Test
    @Tag("field-4")
    void theOwnerAgreesAndRunningRoutesBeginToPoll() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?" + OFTEN).to("mock:changed");
            }
        });
        mock("changed").expectedMessageCount(1);
        start(routes());
        assertThat(state(ACCOUNT)).isEqualTo(AuthorizationState.UNAUTHORIZED);

        HttpResponse<String> page = browser.decide(here + "/ecobee/authorize", OWNER, "accept");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("Account default is authorized (smartWrite). You can close this page.");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        mock("changed").assertIsSatisfied();
        assertThat(mock("changed").getExchanges().get(0).getIn().getBody(Thermostat.class).getIdentifier()).isEqualTo("1001");
    }

    @Test
    void theOwnerSaysNo() throws Exception {
        start(routes());

        HttpResponse<String> page = browser.decide(here + "/ecobee/authorize", OWNER, "deny");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("did not agree").contains("access_denied");
        assertThat(state(ACCOUNT)).isEqualTo(AuthorizationState.UNAUTHORIZED);
    }

    @Test
    void theRequestChoosesTheAccount() throws Exception {
        start(routes().accountParameter("customer"));

        browser.decide(here + "/ecobee/authorize?customer=anna", OWNER, "accept");
        browser.decide(here + "/ecobee/authorize?customer=bert", NEIGHBOUR, "accept");

        assertThat(identifier("anna")).isEqualTo("1001");
        assertThat(identifier("bert")).isEqualTo("2001");
        HttpResponse<String> refused = browser.open(here + "/ecobee/authorize");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("customer: is missing");
    }

    private String identifier(String account) {
        return ((Thermostat) camel.createProducerTemplate().requestBody("ecobee:getThermostats?account=" + account, "",
                List.class).get(0)).getIdentifier();
    }

    @Test
    void anotherBrowserCannotBeMadeToFinish() throws Exception {
        start(routes());
        String location = new ConsentPages().open(here + "/ecobee/authorize").uri().toString();

        // The attacker agrees in his own browser, and lures the victim's to the last step.
        String callback = ecobee.account("house").accept(URI.create(location)).toString();
        HttpResponse<String> page = browser.open(callback);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("another browser");
        assertThat(state(ACCOUNT)).isEqualTo(AuthorizationState.UNAUTHORIZED);
    }

    @Test
    void aRequestCannotChooseAnAccountByHeaders() throws Exception {
        start(routes().account("fixed"));

        browser.decide(here + "/ecobee/authorize?CamelEcobeeTargetAccount=other&camelecobeeaccount=other", OWNER, "accept");

        assertThat(state("fixed")).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(state("other")).isEqualTo(AuthorizationState.UNAUTHORIZED);
    }

    @Test
    void theApplicationMakesThePageItself() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:welcome").setBody(simple("Welcome, ${body.account}, ${body.state}"));
            }
        });
        start(routes().authorized("direct:welcome").startPath("/begin"));

        assertThat(browser.decide(here + "/begin", OWNER, "accept").body()).isEqualTo("Welcome, default, AUTHORIZED");
    }

    @Test
    void theOperationsDoItWithoutTheRoutes() throws Exception {
        camel.start();
        var template = camel.createProducerTemplate();
        String address = template.requestBody("ecobee:authorizationUrl?account=anna&redirectUri=" + back, "", String.class);
        String callback = ecobee.account("house").accept(URI.create(address)).toString();

        AuthorizationStatus status
                = template.requestBody("ecobee:exchangeCode", (Object) callback, AuthorizationStatus.class);

        assertThat(status.account()).isEqualTo("anna");
        assertThat(status.state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThatThrownBy(() -> template.requestBody("ecobee:exchangeCode", callback))
                .isInstanceOf(CamelExecutionException.class).cause().hasMessageContaining("was used before");
    }

    @Test
    void theParametersMayComeAsMapOrAsHeaders() throws Exception {
        camel.start();
        var template = camel.createProducerTemplate();
        for (boolean map : new boolean[] { true, false }) {
            String address = template.requestBodyAndHeader("ecobee:authorizationUrl?redirectUri=" + back, "",
                    EcobeeConstants.BINDING, "session-1", String.class);
            String query = ecobee.account("house").accept(URI.create(address)).getRawQuery();
            Map<String, Object> parameters = new HashMap<>();
            for (String pair : query.split("&")) {
                parameters.put(pair.split("=")[0], pair.split("=")[1]);
            }
            Object answer = template.request("ecobee:exchangeCode", exchange -> {
                exchange.getIn().setHeader(EcobeeConstants.BINDING, "session-1");
                if (map) {
                    exchange.getIn().setBody(parameters);
                } else {
                    exchange.getIn().setHeaders(new HashMap<>(parameters));
                    exchange.getIn().setHeader(EcobeeConstants.BINDING, "session-1");
                }
            }).getMessage().getBody();
            assertThat(answer).isInstanceOf(AuthorizationStatus.class);
        }
    }

    @Test
    void aRedirectUriThatIsMissingIsNamed() throws Exception {
        camel.start();

        assertThatThrownBy(() -> camel.createProducerTemplate().requestBody("ecobee:authorizationUrl", ""))
                .cause().isInstanceOf(IllegalArgumentException.class).hasMessageContaining("redirectUri: is missing");
    }
}
