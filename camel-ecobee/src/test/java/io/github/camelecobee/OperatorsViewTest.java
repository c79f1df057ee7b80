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

import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

import io.github.camelecobee.authorization.AuthorizationState;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an operator sees from outside, through Camel's developer console and through JMX. */
class OperatorsViewTest extends EcobeeTestSupport {
    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        context.setDevConsole(true);
        return context;
    }

    @Test
    void consoleShowsThePinWhileOneWaits() throws Exception {
        start(polling());
        await().atMost(PATIENCE).until(() -> !ecobee.outstandingPins().isEmpty());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(text()).contains(
                "Component ecobee", "Account default: PIN_ISSUED", "Enter PIN " + ecobee.outstandingPins().get(0),
                "GET /authorize: 1"));
    }

    @Test
    void consoleAndJmxShowAnAuthorizedAccountWithoutItsSecrets() throws Exception {
        authorize();
        start(polling());
        await().atMost(PATIENCE).until(this::isAuthorized);

        assertThat(text()).contains("Account default: AUTHORIZED", "Nothing has to be done.", "scope: smartWrite",
                "accessTokenExpiresAt: 2025-01-14T17:47:");
        Map<String, Object> account = json();
        assertThat(account).containsEntry("account", ACCOUNT).containsEntry("state", "AUTHORIZED")
                .containsEntry("refreshes", 0L).containsEntry("unsaved", false);
        CompositeData row = accounts().get(new Object[] { ACCOUNT });
        assertThat(row.get("state")).isEqualTo("AUTHORIZED");
        assertThat(row.get("nextStep")).isEqualTo("Nothing has to be done.");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat((List<?>) attribute("RequestCounts")).asString()
                .contains("GET /1/thermostatSummary: "));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat((List<?>) attribute("Limits")).asString()
                .contains("budgetLeft: 849", "GET /1/thermostatSummary"));
        assertThat(text()).contains("Limits", "budgetLeft: 849", "open: ");
        String secrets
                = Objects.requireNonNull(grants.load(grants.keys().iterator().next()).orElseThrow().grant()).accessToken();
        assertThat(text() + account + row + attribute("RequestCounts")).doesNotContain(secrets).doesNotContain(KEY);
    }

    @Test
    void consoleAndJmxShowHowFarReportsAreReadWithoutSecrets() throws Exception {
        authorize();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:runtimeReport?reportDelivery=perChunk&reportStart=P40D&thermostatIds=" + UPSTAIRS + "&" + OFTEN)
                        .routeId("telemetry").to("mock:out");
                from("ecobee:meterReport").routeId("energy").autoStartup(false).to("mock:out");
            }
        });

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(text()).contains(
                "Route telemetry: 100 % of runtimeReport of account default", "intervalsMissing: 0", "thermostats: 1",
                "thermostatsToGo: 0", "oldest: 2024-12-05T16:45:00Z"));
        CompositeData row = ((TabularData) attribute("Reports")).get(new Object[] { "telemetry", ACCOUNT });
        assertThat(row.get("percent")).isEqualTo(100);
        assertThat(row.get("report")).isEqualTo("runtimeReport");
        assertThat((String) row.get("details")).contains("newest=2025-01-14T", "intervals=11520").doesNotContain("rows=0,");
        assertThat(reports()).singleElement().asString().contains("route=telemetry", "rows=");
        String secret
                = Objects.requireNonNull(grants.load(grants.keys().iterator().next()).orElseThrow().grant()).accessToken();
        assertThat(text() + row + reports()).doesNotContain(secret).doesNotContain(KEY);
        camel.getRouteController().stopRoute("telemetry");
        assertThat(reports()).isEmpty();
    }

    @Test
    void consoleAndJmxShowWhatRoutesDid() throws Exception {
        authorize();
        camel.start();
        camel.createProducerTemplate().requestBody("ecobee:getThermostats", "");
        camel.createProducerTemplate().sendBody("ecobee:setHold?heatHoldTemp=68F&coolHoldTemp=75F&thermostatIds=" + UPSTAIRS,
                "");

        assertThat(text()).contains("Writes", "setHold APPLIED: 1", "Reads", "getThermostats SUCCEEDED: 1",
                "Waiting writes: 0");
        JsonObject root = (JsonObject) console().call(DevConsole.MediaType.JSON, Map.of());
        JsonObject component = (JsonObject) ((List<?>) Objects.requireNonNull(root.get("components"))).get(0);
        assertThat(component.toJson()).contains("\"writes\":{\"setHold\":{\"APPLIED\":1}}",
                "\"reads\":{\"getThermostats\":{\"SUCCEEDED\":1}}", "\"polls\":{}", "\"writesWaiting\":0");
        assertThat(((TabularData) attribute("Operations")).get(new Object[] { "writes", "setHold", "APPLIED" }).get("count"))
                .isEqualTo(1L);
        assertThat(attribute("WritesWaiting")).isEqualTo(0);
    }

    @Test
    void newPinIsAskedForThroughJmx() throws Exception {
        authorize();
        start(polling());
        await().atMost(PATIENCE).until(this::isAuthorized);

        server().invoke(name(), "requestNewPin", new Object[] { ACCOUNT }, new String[] { String.class.getName() });

        await().atMost(PATIENCE).until(() -> !ecobee.outstandingPins().isEmpty());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(accounts().get(new Object[] { ACCOUNT }).get("details"))
                .asString().contains("pin=" + ecobee.outstandingPins().get(0)));
    }

    @Test
    void lookingOpensNothing() throws Exception {
        camel.start();

        assertThat(text()).contains("Component ecobee").doesNotContain("Account");
        assertThat(accounts().isEmpty()).isTrue();
        assertThat(ecobee.requests().all()).isEmpty();
    }

    private boolean isAuthorized() {
        return component().authorizationStatuses().stream()
                .anyMatch(status -> status.state() == AuthorizationState.AUTHORIZED);
    }

    private static RouteBuilder polling() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?" + OFTEN).to("mock:out");
            }
        };
    }

    private DevConsole console() {
        return camel.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class).resolveById("ecobee");
    }

    private String text() {
        return (String) console().call(DevConsole.MediaType.TEXT, Map.of());
    }

    private Map<String, Object> json() {
        JsonObject root = (JsonObject) console().call(DevConsole.MediaType.JSON, Map.of("account", ACCOUNT));
        JsonObject component = (JsonObject) ((List<?>) Objects.requireNonNull(root.get("components"))).get(0);
        return (JsonObject) ((List<?>) Objects.requireNonNull(component.get("accounts"))).get(0);
    }

    private List<?> reports() {
        JsonObject root = (JsonObject) console().call(DevConsole.MediaType.JSON, Map.of());
        JsonObject component = (JsonObject) ((List<?>) Objects.requireNonNull(root.get("components"))).get(0);
        return (List<?>) Objects.requireNonNull(component.get("reports"));
    }

    private MBeanServer server() {
        return camel.getManagementStrategy().getManagementAgent().getMBeanServer();
    }

    private ObjectName name() throws Exception {
        return server().queryNames(new ObjectName("org.apache.camel:type=components,name=\"ecobee\",*"), null).iterator()
                .next();
    }

    private Object attribute(String attribute) throws Exception {
        return server().getAttribute(name(), attribute);
    }

    private TabularData accounts() throws Exception {
        return (TabularData) attribute("Accounts");
    }
}
