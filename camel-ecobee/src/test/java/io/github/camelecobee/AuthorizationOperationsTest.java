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
import java.util.List;
import java.util.Map;

import io.github.camelecobee.authorization.AuthorizationEvent;
import io.github.camelecobee.authorization.AuthorizationMethod;
import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Operations on the authorization of accounts, from routes. */
class AuthorizationOperationsTest extends EcobeeTestSupport {
    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.pinInterval(Duration.ofSeconds(1));
    }

    private Exchange send(String uri) {
        return camel.createProducerTemplate().request(uri, exchange -> exchange.getIn().setBody(""));
    }

    private AuthorizationStatus status(String uri) {
        return send(uri).getMessage().getBody(AuthorizationStatus.class);
    }

    @Test
    void aPinIsAskedForAndAnswered() throws Exception {
        camel.start();

        Exchange exchange = send("ecobee:requestPin?account=cabin");

        AuthorizationStatus status = exchange.getMessage().getBody(AuthorizationStatus.class);
        assertThat(status.account()).isEqualTo("cabin");
        assertThat(status.pin()).isNotNull().isIn(ecobee.outstandingPins());
        assertThat(ecobee.outstandingPins()).hasSize(1);
        assertThat(exchange.getMessage().getHeader(EcobeeConstants.PIN)).isEqualTo(status.pin());
        assertThat(exchange.getMessage().getHeader(EcobeeConstants.PIN_EXPIRES)).isEqualTo(status.pinExpiresAt());
        assertThat(exchange.getMessage().getHeader(EcobeeConstants.AUTHORIZATION_STATE)).isEqualTo("PIN_ISSUED");
    }

    @Test
    void whatKeptThePinAwayIsAnswered() throws Exception {
        camel.start();
        ecobee.faults().next("GET", "/authorize", Fault.httpStatus(502));

        AuthorizationStatus status = status("ecobee:requestPin");

        assertThat(status.pin()).isNull();
        assertThat(status.lastError()).contains("502");
    }

    @Test
    @Tag("field-4")
    void anAccountIsAuthorizedAgainAndRoutesAndCursorsStay() throws Exception {
        authorize();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?include=runtime&" + OFTEN).routeId("readings").to("mock:changed");
            }
        });
        await().atMost(PATIENCE).until(() -> mock("changed").getReceivedCounter() > 0);
        int before = mock("changed").getReceivedCounter();
        ecobee.revoke(KEY);
        await().atMost(PATIENCE).until(
                () -> component().authorization(ACCOUNT).status().state() != AuthorizationState.AUTHORIZED
                        && component().authorization(ACCOUNT).status().state() != AuthorizationState.SUSPECT);

        String pin = status("ecobee:requestPin").pin();
        ecobee.approvePin(String.valueOf(pin));
        await().atMost(PATIENCE).until(() -> {
            clock.advance(Duration.ofSeconds(31));
            return component().authorization(ACCOUNT).status().state() == AuthorizationState.AUTHORIZED;
        });

        assertThat(camel.getRouteController().getRouteStatus("readings").isStarted()).isTrue();
        assertThat(mock("changed").getExchanges().subList(0, before)).extracting(
                exchange -> exchange.getIn().getBody(Thermostat.class).getIdentifier()).doesNotHaveDuplicates();
    }

    @Test
    @Tag("field-26")
    void theStatusOfAnAccountTellsWhatAnOperatorNeeds() throws Exception {
        authorize();
        camel.start();
        send("ecobee:getThermostats");

        AuthorizationStatus fine = status("ecobee:authorizationStatus");
        assertThat(fine.state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(fine.method()).isEqualTo(AuthorizationMethod.PIN);
        assertThat(fine.scope()).isEqualTo("smartWrite");
        assertThat(fine.since()).isNotNull();
        assertThat(fine.accessTokenExpiresAt()).isAfter(clock.instant());
        ecobee.expireAccessTokens();
        send("ecobee:getThermostats");
        assertThat(status("ecobee:authorizationStatus").lastRefresh()).isEqualTo(clock.instant());
        ecobee.invalidateRefreshTokens();
        ecobee.expireAccessTokens();
        send("ecobee:getThermostats");

        AuthorizationStatus lost = status("ecobee:authorizationStatus");
        assertThat(lost.state()).isIn(AuthorizationState.REAUTHORIZATION_REQUIRED, AuthorizationState.PIN_ISSUED);
        assertThat(lost.nextStep()).contains("PIN");
    }

    @Test
    void theStatusOfAllAccountsIsAList() throws Exception {
        authorize();
        camel.start();
        send("ecobee:getThermostats");
        send("ecobee:requestPin?account=cabin");

        List<?> all = send("ecobee:authorizationStatus?account=*").getMessage().getBody(List.class);

        assertThat(all).extracting(each -> ((AuthorizationStatus) each).account()).containsExactly("cabin", "default");
        assertThat(status("ecobee:authorizationStatus?account=nobody").state()).isEqualTo(AuthorizationState.UNAUTHORIZED);
        assertThat(send("ecobee:authorizationStatus?account=*").getMessage().getBody(List.class)).hasSize(2);
    }

    @Test
    void onlyTheStatusIsForAllAccounts() throws Exception {
        camel.start();

        assertThatThrownBy(() -> camel.getEndpoint("ecobee:requestPin?account=*")).rootCause()
                .hasMessageContaining("ecobee:requestPin is for one account")
                .hasMessageContaining("authorizationStatus takes *");
        Exchange exchange = camel.createProducerTemplate().request("ecobee:requestPin",
                message -> message.getIn().setHeader(EcobeeConstants.TARGET_ACCOUNT, "*"));
        assertThat(exchange.getException()).hasMessageContaining("ecobee:requestPin is for one account");
        exchange = camel.createProducerTemplate().request("ecobee:getThermostats",
                message -> message.getIn().setHeader(EcobeeConstants.TARGET_ACCOUNT, "*"));
        assertThat(exchange.getException()).hasMessageContaining("ecobee:getThermostats is for one account");
    }

    @Test
    void aWaitingPinIsADetailOfTheHealthCheck() throws Exception {
        camel.start();
        String pin = status("ecobee:requestPin").pin();

        Map<String, Object> details = HealthCheckHelper.invoke(camel, "full").stream()
                .filter(result -> result.getCheck().getId().equals("ecobee-authorization")).findAny().orElseThrow()
                .getDetails();

        assertThat(details).containsEntry("ecobee.default.pin", pin).containsKey("ecobee.default.pinExpires");
        assertThat(String.valueOf(details.get("ecobee.default.portal"))).contains(ecobee.baseUri().toString());
    }

    @Test
    void aPinThatIsIssuedWhileARouteStartsIsToldOnce() throws Exception {
        camel.start();
        AuthorizationStatus issued = status("ecobee:requestPin");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:authorization").routeId("steps").to("mock:steps");
            }
        });
        // What the manager tells a route that looked at the status in the same moment.
        ((EcobeeAuthorizationConsumer) camel.getRoute("steps").getConsumer())
                .tell(new AuthorizationEvent(AuthorizationEvent.Type.PIN_ISSUED, issued, clock.instant()));
        ecobee.approvePin(String.valueOf(issued.pin()));
        clock.advance(Duration.ofSeconds(31));
        await().atMost(PATIENCE).until(() -> mock("steps").getExchanges().stream().anyMatch(
                step -> "AUTHORIZED".equals(step.getIn().getHeader(EcobeeConstants.AUTHORIZATION_EVENT))));

        assertThat(mock("steps").getExchanges())
                .extracting(step -> step.getIn().getHeader(EcobeeConstants.AUTHORIZATION_EVENT, String.class))
                .containsExactly("PIN_ISSUED", "AUTHORIZED");
        assertThat(mock("steps").getExchanges().get(0).getIn().getHeader(EcobeeConstants.PIN)).isEqualTo(issued.pin());
    }

    @Test
    void aPinFromBeforeARestartIsToldAgain() throws Exception {
        camel.start();
        String pin = status("ecobee:requestPin").pin();
        camel.close();
        camel = newContext();
        mock("steps").expectedMessageCount(1);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:authorization").to("mock:steps");
                from("ecobee:thermostats?" + OFTEN).to("mock:changed");
            }
        });

        mock("steps").assertIsSatisfied();
        assertThat(mock("steps").getExchanges().get(0).getIn().getHeader(EcobeeConstants.PIN)).isEqualTo(pin);
        assertThat(ecobee.outstandingPins()).containsExactly(pin);
    }

    @Test
    void oneRouteHearsOfAllAccounts() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:authorization?account=*").to("mock:steps");
            }
        });
        mock("steps").expectedHeaderValuesReceivedInAnyOrder(EcobeeConstants.ACCOUNT, "cabin", "house");
        status("ecobee:requestPin?account=cabin");
        status("ecobee:requestPin?account=house");

        mock("steps").assertIsSatisfied();
        assertThat(component().authorizationStatuses()).extracting(AuthorizationStatus::account)
                .containsExactly("cabin", "house");
    }

    @Test
    void theHealthCheckTellsOfExpiryAndRefreshes() throws Exception {
        authorize();
        camel.start();
        component().authorization(ACCOUNT).accessToken();

        Map<String, Object> details = HealthCheckHelper.invoke(camel, "full").stream()
                .filter(result -> result.getCheck().getId().equals("ecobee-authorization")).findAny().orElseThrow()
                .getDetails();

        assertThat(details)
                .containsEntry("ecobee.default.accessTokenExpires",
                        String.valueOf(component().authorization(ACCOUNT).status().accessTokenExpiresAt()))
                .containsEntry("ecobee.default.refreshes", 0L).containsEntry("ecobee.default.failures", 0);
    }
}
