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
package io.github.camelecobee.springboot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.operation.Validation;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class EcobeeComponentAutoConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(
            CamelAutoConfiguration.class, EcobeeComponentConverter.class, EcobeeComponentAutoConfiguration.class));

    @Test
    void optionsOfEachKindReachTheComponent() {
        application.withPropertyValues(
                "camel.component.ecobee.api-key=not-a-real-key", "camel.component.ecobee.account=cottage",
                "camel.component.ecobee.connect-timeout=7s", "camel.component.ecobee.request-timeout=90000",
                "camel.component.ecobee.hold-hours=9", "camel.component.ecobee.initial-state=false",
                "camel.component.ecobee.validation=read", "camel.component.ecobee.hold-type=holdHours",
                "camel.component.ecobee.max-bundle-size=5", "camel.component.ecobee.pollAfterWrite=PT45S").run(context -> {
                    EcobeeComponent ecobee = component(context.getBean(CamelContext.class));
                    assertThat(ecobee.getApiKey()).isEqualTo("not-a-real-key");
                    assertThat(ecobee.getConnectTimeout()).isEqualTo(7_000);
                    assertThat(ecobee.getRequestTimeout()).isEqualTo(90_000);
                    assertThat(ecobee.getConfiguration().getAccount()).isEqualTo("cottage");
                    assertThat(ecobee.getConfiguration().getHoldHours()).isEqualTo(9);
                    assertThat(ecobee.getConfiguration().isInitialState()).isFalse();
                    assertThat(ecobee.getConfiguration().getValidation()).isEqualTo(Validation.READ);
                    assertThat(ecobee.getConfiguration().getHoldType()).isEqualTo("holdHours");
                    assertThat(ecobee.getConfiguration().getMaxBundleSize()).isEqualTo(5);
                    assertThat(ecobee.getConfiguration().getPollAfterWrite()).isEqualTo(45_000);
                });
    }

    @Test
    void whatIsNotGivenStaysAsTheComponentHasIt() {
        application.run(context -> {
            EcobeeComponent ecobee = component(context.getBean(CamelContext.class));
            assertThat(ecobee).usingRecursiveComparison().comparingOnlyFields("baseUrl", "scope", "apiKey", "grantFile",
                    "connectTimeout", "requestTimeout", "configuration").isEqualTo(new EcobeeComponent());
        });
    }

    @Test
    void placeholdersOfCamelAreResolved() {
        application.withPropertyValues(
                "secret=not-a-real-key", "camel.component.ecobee.api-key={{secret}}").run(
                        context -> assertThat(
                                component(context.getBean(CamelContext.class)).getApiKey()).isEqualTo("not-a-real-key"));
    }

    @Test
    void aReferenceMeansABean() {
        application.withBean("myStore", GrantStore.class, MemoryGrantStore::new)
                .withBean("yourStore", GrantStore.class, MemoryGrantStore::new)
                .withBean("another", Clock.class, () -> Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .withPropertyValues(
                        "camel.component.ecobee.grant-store=#bean:yourStore", "camel.component.ecobee.clock=#another")
                .run(context -> {
                    EcobeeComponent ecobee = component(context.getBean(CamelContext.class));
                    assertThat(ecobee.getGrantStore()).isSameAs(context.getBean("yourStore"));
                    assertThat(ecobee.getClock()).isSameAs(context.getBean("another"));
                });
    }

    @Test
    void onlyOptionsThatAreNoPlainValuesReferToBeans() {
        application.run(context -> assertThat(context.getBean(EcobeeComponentConverter.class).getConvertibleTypes())
                .allMatch(pair -> pair.getSourceType() == String.class).extracting(pair -> pair.getTargetType().getSimpleName())
                .containsExactlyInAnyOrder(
                        "EcobeeConfiguration", "Governor", "GrantStore", "TokenSource", "Clock", "SSLContextParameters",
                        "StateRepository"));
    }

    @Test
    void aBeanThatIsNoReferenceIsRefused() {
        application.withPropertyValues("camel.component.ecobee.grant-store=myStore").run(context -> assertThat(context)
                .getFailure().rootCause().hasMessage(
                        "'myStore' does not refer to a bean of type io.github.camelecobee.authorization.GrantStore;"
                                                     + " write #bean: and its name"));
    }

    @Test
    void aValueThatIsNoDurationIsRefusedByTheNameOfItsProperty() {
        application.withPropertyValues("camel.component.ecobee.connect-timeout=soon").run(context -> assertThat(context)
                .getFailure().rootCause().hasMessageContaining("'soon'"));
    }

    @Test
    void theOnlyGrantStoreOfTheApplicationIsUsed() {
        application.withBean(GrantStore.class, MemoryGrantStore::new).run(
                context -> assertThat(component(context.getBean(CamelContext.class)).getGrantStore())
                        .isSameAs(context.getBean(GrantStore.class)));
    }

    @Test
    void aClockCountsOnlyByItsName() {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        application.withBean("clock", Clock.class, () -> clock).run(
                context -> assertThat(component(context.getBean(CamelContext.class)).getClock()).isNull());
        application.withBean("ecobeeClock", Clock.class, () -> clock).run(
                context -> assertThat(component(context.getBean(CamelContext.class)).getClock()).isSameAs(clock));
    }

    @Test
    void eachOfTheSwitchesOfCamelSwitchesItOff() {
        for (String name : new String[] {
                "camel.component.enabled", "camel.component.ecobee.enabled", "camel.component.customizer.enabled",
                "camel.component.ecobee.customizer.enabled" }) {
            application.withPropertyValues("camel.component.ecobee.api-key=not-a-real-key", name + "=false").run(
                    context -> assertThat(component(context.getBean(CamelContext.class)).getApiKey()).as(name).isNull());
        }
    }

    private static EcobeeComponent component(CamelContext camel) {
        return camel.getComponent("ecobee", EcobeeComponent.class);
    }
}
