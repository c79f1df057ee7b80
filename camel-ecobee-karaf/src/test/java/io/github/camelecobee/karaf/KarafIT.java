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
package io.github.camelecobee.karaf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.simulator.EcobeeSimulator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * In a real Karaf, typed as the manual says: the example meets an ecobee, and what may happen to a bundle happens to
 * it.
 */
@Timeout(300)
@DisabledForJreRange(min = JRE.JAVA_24, disabledReason = "Karaf 4.4.10 starts with -Djava.security.manager=allow")
class KarafIT {
    private static final String PIN_ASKED_FOR = "To authorize account default, enter PIN";
    private static final String KEY = EcobeeSimulator.DEFAULT_API_KEY;

    private final Example frostGuard = Example.original();
    private EcobeeSimulator ecobee;
    private Karaf karaf;
    private Page manual;

    @BeforeEach
    void startBoth(TestInfo test) throws Exception {
        manual = new Page("docs/karaf.adoc");
        ecobee = EcobeeSimulator.builder().pinInterval(Duration.ofSeconds(1)).rotateRefreshTokens(true).start();
        karaf = new Karaf(test.getTestMethod().orElseThrow().getName(), Map.of("ECOBEE_API_KEY", KEY));
        frostGuard.configure(karaf, ecobee.baseUri(), "");
        karaf.start();
    }

    @AfterEach
    void endBoth() throws Exception {
        karaf.close();
        ecobee.close();
        karaf.log().filter(line -> line.contains("AuthorizationManager") || line.contains(" frostGuard ")
                || line.contains("| WARN ") || line.contains("| ERROR ")).forEach(System.out::println);
    }

    @Test
    void aBundleIsAuthorizedReadsHoldsRefreshesIsUpdatedAndLeavesNothing() throws Exception {
        karaf.shell(manual.commands("Install"));
        karaf.shell(frostGuard.install());
        try (Management jmx = new Management(karaf.pid())) {
            eventually().until(() -> ecobee.outstandingPins().size() == 1);
            assertThat(karaf.shell(manual.commands("PIN"))).contains("enter PIN " + ecobee.outstandingPins().get(0));
            assertThat(jmx.health(frostGuard.id())).contains("ecobee-authorization DOWN");

            ecobee.approveNewestPin();
            eventually().until(() -> reads("Cottage"));
            eventually().untilAsserted(() -> assertThat(jmx.health(frostGuard.id()))
                    .containsExactly("ecobee-authorization UP"));
            assertThat(jmx.healthChecks(frostGuard.id())).asInstanceOf(InstanceOfAssertFactories.COLLECTION)
                    .contains("ecobee-authorization", "ecobee-polling");

            frostGuard.configure(karaf, ecobee.baseUri(), "coldBelow = 75F\nholdAt = 76F\n");
            eventually().untilAsserted(() -> assertThat(ecobee.thermostats()).allSatisfy(thermostat -> assertThat(
                    thermostat.events()).anySatisfy(event -> assertThat(event.getHeatHoldTemp()).isEqualTo(760))));
            assertThat(karaf.log()).anyMatch(line -> line.contains("Cottage is held at 76"));

            ecobee.expireAccessTokens();
            eventually().until(() -> ecobee.requests().countGrants("refresh_token") > 0);
            goesOnReading();

            karaf.shell(manual.commands("Update"));
            goesOnReading();
            karaf.shell("bundle:update io.github.camelecobee.camel-ecobee",
                    "bundle:refresh io.github.camelecobee.camel-ecobee");
            goesOnReading();
            assertThat(pinsAskedFor()).isEqualTo(1);

            assertThat(jmx.threads()).anyMatch(name -> name.contains("Camel ("));
            List<String> whileItRan = jmx.leftovers();
            karaf.shell(manual.commands("Uninstall"));
            eventually().untilAsserted(() -> assertThat(jmx.threads()).noneMatch(name -> name.contains("Camel (")));
            assertThat(jmx.camelBeans()).isEmpty();
            eventually().untilAsserted(() -> assertThat(jmx.leftovers()).isEmpty());
            assertThat(whileItRan).isNotEmpty();
        }
        assertThat(karaf.log()).noneMatch(line -> line.contains("| ERROR ") || line.contains(KEY));
        assertThat(karaf.filesWith(KEY)).isEmpty();
    }

    @Test
    void killedWhileItRunsItGoesOnWithoutAnotherPin() throws Exception {
        karaf.shell(manual.commands("Install"));
        karaf.shell(frostGuard.install());
        authorize();

        karaf.kill();
        ecobee.expireAccessTokens();
        karaf.start();

        goesOnReading();
        assertThat(ecobee.requests().countGrants("refresh_token")).isPositive();
        assertThat(pinsAskedFor()).isEqualTo(1);
        assertThat(ecobee.outstandingPins()).isEmpty();
    }

    @Test
    void theBundleMayComeBeforeCamel() throws Exception {
        assertThat(karaf.refusal(frostGuard.install())).contains("missing requirement");
        karaf.shell(manual.commands("Install"));
        karaf.shell("bundle:start " + frostGuard.id());

        authorize();
    }

    @Test
    void twoBundlesDoNotDisturbEachOther() throws Exception {
        Example other = frostGuard.copy("iceguard", karaf.base());
        other.configure(karaf, ecobee.baseUri(), "grantFile = $[prop:karaf.base]/ecobee/other.json\naccount = other\n");
        karaf.shell(manual.commands("Install"));
        karaf.shell(frostGuard.install(), other.install());
        eventually().until(() -> ecobee.outstandingPins().size() == 2);
        List.copyOf(ecobee.outstandingPins()).forEach(ecobee::approvePin);
        try (Management jmx = new Management(karaf.pid())) {
            eventually().until(() -> jmx.health(other.id()).contains("ecobee-authorization UP"));
            eventually().until(() -> jmx.health(frostGuard.id()).contains("ecobee-authorization UP"));

            karaf.shell(manual.commands("Uninstall")[0]);

            goesOnReading();
            assertThat(jmx.health(other.id())).containsExactly("ecobee-authorization UP");
            assertThat(jmx.camelBeans()).noneMatch(bean -> bean.toString().contains(frostGuard.id()));
        }
        assertThat(karaf.log()).noneMatch(line -> line.contains("| ERROR "));
    }

    @Test
    void grantsAreKeptInADatabase() throws Exception {
        karaf.put("etc", Path.of("src/test/etc/org.ops4j.datasource-ecobee.cfg"));
        karaf.shell(manual.commands("Install"));
        karaf.shell("feature:install camel-ecobee-jdbc pax-jdbc-h2");
        karaf.put("deploy", Path.of("src/test/deploy/ecobee-grants.xml"));
        eventually()
                .until(() -> karaf.shell("service:list io.github.camelecobee.authorization.GrantStore").contains("GrantStore"));
        karaf.shell(frostGuard.install());
        authorize();

        assertThat(karaf.base().resolve("ecobee/grants.mv.db")).exists();
        assertThat(karaf.base().resolve("ecobee/grants.json")).doesNotExist();
    }

    private void authorize() throws Exception {
        eventually().until(() -> ecobee.outstandingPins().size() == 1);
        ecobee.approveNewestPin();
        eventually().until(() -> reads("Cottage"));
    }

    private void goesOnReading() {
        int before = ecobee.requests().count("GET", "/1/thermostatSummary");
        eventually().until(() -> ecobee.requests().count("GET", "/1/thermostatSummary") > before + 1);
    }

    private boolean reads(String thermostat) throws Exception {
        return karaf.log().anyMatch(line -> line.contains(thermostat + ": "));
    }

    private long pinsAskedFor() throws Exception {
        return karaf.log().filter(line -> line.contains(PIN_ASKED_FOR)).count();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
