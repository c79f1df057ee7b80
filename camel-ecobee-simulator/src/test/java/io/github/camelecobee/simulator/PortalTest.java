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
package io.github.camelecobee.simulator;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.simulator.account.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortalTest {
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> submit(String path, String form) {
        return client.send(client.request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build());
    }

    @Test
    void pageNeedsNothingFromTheInternet() {
        HttpResponse<String> page = client.get("/portal", Map.of());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body()).contains("Add application").doesNotContain("http://").doesNotContain("https://");
        assertThat(client.get("/", Map.of()).headers().firstValue("Location")).contains("/portal");
    }

    @Test
    void pinIsEnteredAndApplicationRemoved() {
        PinResponse pin = client.requestPin();

        assertThat(submit("/portal/pin", "pin=0000-0000").statusCode()).isEqualTo(404);
        assertThat(submit("/portal/pin", "pin=" + pin.getEcobeePin()).body()).contains("Application added.");
        client.use(client.redeem(pin.getCode()));
        String id = simulator.applications().get(0).id();

        assertThat(submit("/portal/remove", "id=" + id).statusCode()).isEqualTo(200);
        assertThat(client.summary().getStatus().getCode()).isEqualTo(16);
        assertThat(submit("/portal/remove", "id=" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void severalUsersAreAskedToLogIn() {
        try (EcobeeSimulator several = EcobeeSimulator.builder().account(Account.smart("home"))
                .account(Account.ems("<office>").user(new HierarchyUser().withUserName("past@example.org").withActive(false)))
                .account(Account.utility("power")).start()) {
            SimulatorClient visitor = new SimulatorClient(several);

            assertThat(visitor.get("/portal", Map.of()).headers().firstValue("Location")).contains("/portal/login");
            assertThat(visitor.get("/portal", Map.of("user", "nobody")).headers().firstValue("Location"))
                    .contains("/portal/login");
            assertThat(visitor.get("/portal", Map.of("user", "home@example.org")).body()).contains("Add application");
            assertThat(visitor.get("/portal/login", Map.of()).body())
                    .contains("home@example.org", "&lt;office&gt;, EMS account", "power, Utility account")
                    .doesNotContain("past@example.org", "<office>", "{{");
            PinResponse pin = visitor.requestPin();
            assertThat(visitor.post("/portal/pin?user=power%40example.org&pin=" + pin.getEcobeePin(), "").body())
                    .contains("A utility adds no applications.");
            assertThat(visitor.post("/portal/pin?user=nobody&pin=" + pin.getEcobeePin(), "").statusCode()).isEqualTo(404);
            assertThat(several.outstandingPins()).hasSize(1);
        }
    }

    @Test
    void applicationIsRemovedFromTheAccountOfTheUserOnly() {
        try (EcobeeSimulator several = EcobeeSimulator.builder().account(Account.smart("home"))
                .account(Account.smart("neighbour")).start()) {
            SimulatorClient visitor = new SimulatorClient(several);
            visitor.authorize(several.account("home"), "smartRead");
            visitor.authorize(several.account("neighbour"), "smartRead");
            String id = several.applications().get(0).id();

            visitor.post("/portal/remove?user=neighbour%40example.org&id=" + id, "");

            assertThat(several.account("home").applications()).hasSize(1);
            assertThat(several.account("neighbour").applications()).isEmpty();
        }
    }

    @Test
    void stateShowsThermostatsAndNoSecret() {
        String token = client.authorize().getAccessToken();
        PinResponse pin = client.requestPin();

        String state = client.get("/portal/state", Map.of()).body();

        assertThat(state).contains("Chambre d'été 21°", "\"id\":\"key-").doesNotContain(token)
                .doesNotContain(pin.getEcobeePin()).doesNotContain(EcobeeSimulator.DEFAULT_API_KEY);
    }

    @Test
    void otherSitesMayNotAddApplications() {
        PinResponse pin = client.requestPin();

        HttpResponse<String> answer = client.send(client.request("/portal/pin").header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString("pin=" + pin.getEcobeePin())).build());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(simulator.outstandingPins()).hasSize(1);
    }

    @Test
    void portalRequestsAreNotLogged() {
        client.get("/portal/state", Map.of());

        assertThat(simulator.requests().all()).isEmpty();
    }
}
