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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultRule;
import io.github.camelecobee.simulator.home.SampleThermostats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which thermostats of an account a consumer delivers. One account has two homes. */
@Timeout(120)
class ThermostatFilterTest extends PollingTestSupport {
    private static final String GROUP = "/1/group";

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder
                .account(Account.smart("family").thermostat(SampleThermostats.of("1001", "Upstairs"))
                        .thermostat(SampleThermostats.of("1002", "Downstairs"))
                        .thermostat(SampleThermostats.of("1003", "Cabin"))
                        .thermostat(SampleThermostats.of("1004", "Cabin attic")))
                .account(Account.smart("coast").thermostat(SampleThermostats.of("2001", "Beach house")));
    }

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize(ACCOUNT, pin -> ecobee.account("family").approvePin(pin));
    }

    @Test
    @Tag("field-72")
    void onlyThermostatsOfTheseNamesArriveAndNobodyElseIsAskedFor() throws Exception {
        start(route("ecobee:thermostats?thermostatNames=upstairs, CABIN&" + HAND));

        scheduler.poll();
        ecobee.thermostats().forEach(each -> each.setConnected(false));
        pollLater();

        assertThat(received()).containsExactlyInAnyOrder("1001", "1003", "1001", "1003");
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(2);
        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(2);
        assertThat(ecobee.requests().count("GET", GROUP)).isZero();
        assertThat(ours()).isEmpty();
    }

    @Test
    @Tag("field-72")
    void aConsumerForEachHomeGetsItsOwnAndTheyShareTheSummary() throws Exception {
        HandScheduler second = new HandScheduler();
        camel.getRegistry().bind("second", second);
        start(route("town", "ecobee:thermostats?thermostatNames=Upstairs,Downstairs&" + HAND));
        camel.addRoutes(route("cabin", "ecobee:thermostats?thermostatNames=Cabin,Cabin attic&scheduler=#second"));

        scheduler.poll();
        second.poll();

        assertThat(received("town")).containsExactlyInAnyOrder("1001", "1002");
        assertThat(received("cabin")).containsExactlyInAnyOrder("1003", "1004");
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(1);
    }

    @Test
    void thermostatsOfGroupsArriveAndTheGroupsAreReadOnceAnHour() throws Exception {
        group("Town", "1001", "1002");
        group("Country", "1003");
        start(route("ecobee:thermostats?include=settings&groups=town&" + HAND));

        for (int poll = 0; poll < 19; poll++) {
            pollLater();
        }
        assertThat(received()).containsExactlyInAnyOrder("1001", "1002");
        assertThat(ecobee.requests().count("GET", GROUP)).isEqualTo(1);
        group("Town", "1001", "1002", "1004");
        pollLater();
        pollLater();

        assertThat(received()).contains("1004");
        assertThat(ecobee.requests().count("GET", GROUP)).isEqualTo(1);
    }

    @Test
    void aGroupIsKnownByItsReferenceToo() throws Exception {
        group("Town", "1001", "1002");
        camel.start();
        String reference = component().client(ACCOUNT).groups().get(0).getGroupRef();

        camel.addRoutes(route("ecobee:thermostats?groups=" + reference + "&" + HAND));
        scheduler.poll();

        assertThat(received()).containsExactlyInAnyOrder("1001", "1002");
    }

    @Test
    void namesGroupsAndIdentifiersTogetherMeanWhatIsAllOfThem() throws Exception {
        group("Town", "1001", "1002");
        start(route(
                "ecobee:thermostats?thermostatIds=1002,1003&thermostatNames=Upstairs,Downstairs,Cabin&groups=Town&" + HAND));

        scheduler.poll();

        assertThat(received()).containsExactly("1002");
    }

    @Test
    void groupsThatCannotBeReadAnyMoreStayAsTheyWere() throws Exception {
        group("Town", "1001");
        start(route("ecobee:thermostats?include=settings&groups=Town&" + HAND));
        scheduler.poll();
        ecobee.faults().when(FaultRule.requests("GET", GROUP)).then(Fault.ecobeeStatus(3));
        clock.advance(Duration.ofMinutes(61));
        ecobee.thermostat("1001").setConnected(false);

        pollLater();

        assertThat(received()).containsExactly("1001", "1001");
        assertThat(ours()).isEmpty();
    }

    @Test
    void aNameThatNoThermostatHasIsOneWarningAndIsFoundWhenItIsThere() throws Exception {
        start(route("ecobee:thermostats?include=settings&thermostatNames=Garage,Cabin&" + HAND));

        scheduler.poll();
        pollLater();

        assertThat(received()).containsExactly("1003");
        assertThat(ours()).extracting(ILoggingEvent::getFormattedMessage).singleElement().asString()
                .contains("thermostatNames: 'Garage'", "route changed");
        ecobee.thermostat("1002").setProperty("name", "Garage");
        pollLater();
        assertThat(received()).containsExactly("1003", "1002");
        assertThat(ours()).hasSize(1);
    }

    @Test
    void aNameThatOneOfSeveralAccountsHasIsNotMissed() throws Exception {
        authorize("beach", pin -> ecobee.account("coast").approvePin(pin));
        start(route("ecobee:thermostats?account=*&thermostatNames=Cabin,Beach house&" + HAND));

        scheduler.poll();

        assertThat(received()).containsExactlyInAnyOrder("1003", "2001");
        assertThat(ours()).isEmpty();
    }

    @Test
    void reportsAreFilteredToo() throws Exception {
        start(route("ecobee:runtimeReport?thermostatNames=Cabin&reportStart=PT1H&reportDelivery=perChunk&" + HAND));

        scheduler.poll();

        assertThat(received()).containsExactly("1003");
    }

    @Test
    void aBlankNameIsRefused() {
        assertThatThrownBy(() -> camel.getEndpoint("ecobee:thermostats?thermostatNames=Cabin,,Attic")).rootCause()
                .hasMessageContaining("thermostatNames: 'Cabin,,Attic' has a blank name");
        assertThatThrownBy(() -> camel.getEndpoint("ecobee:thermostats?groups=Town,")).rootCause()
                .hasMessageContaining("groups: 'Town,' has a blank name");
    }

    /** As the owner would make or change it with the application of ecobee. */
    private void group(String name, String... identifiers) throws Exception {
        String reference = component().client(ACCOUNT).groups().stream().filter(group -> name.equals(group.getGroupName()))
                .map(group -> "\"groupRef\": \"" + group.getGroupRef() + "\", ").findFirst().orElse("");
        String body
                = "{\"selection\": {\"selectionType\": \"registered\", \"selectionMatch\": \"\"}, \"groups\": [{" + reference
                  + "\"groupName\": \"" + name + "\", \"thermostats\": [\"" + String.join("\", \"", identifiers)
                  + "\"]}]}";
        String token = component().authorization(ACCOUNT).accessToken().value();
        String answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(ecobee.baseUri() + GROUP + "?format=json"))
                        .header("Authorization", "Bearer " + token).header("Content-Type", "application/json;charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString())
                .body();
        assertThat(answer).contains(name);
        ecobee.requests().clear();
    }

    private List<String> received() {
        return received("changed");
    }

    private List<String> received(String mock) {
        return mock(mock).getExchanges().stream()
                .map(exchange -> exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID, String.class)).toList();
    }
}
