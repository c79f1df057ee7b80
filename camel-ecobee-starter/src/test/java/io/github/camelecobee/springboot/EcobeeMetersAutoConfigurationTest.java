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

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Producer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class EcobeeMetersAutoConfigurationTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(
            CamelAutoConfiguration.class, EcobeeComponentConverter.class, EcobeeComponentAutoConfiguration.class,
            EcobeeMetersAutoConfiguration.class))
            .withPropertyValues(
                    "camel.component.ecobee.api-key=not-a-real-key", "camel.component.ecobee.base-url=http://127.0.0.1:1",
                    "camel.component.ecobee.grant-file=target/no-grants.json");

    @Test
    void theOnlyRegistryShowsTheMeters() {
        application.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            use(context.getBean(CamelContext.class));
            assertThat(context.getBean(MeterRegistry.class).find("ecobee.budget.left").gauge()).isNotNull();
        });
    }

    @Test
    void ofSeveralRegistriesThePrimaryShowsTheMeters() {
        application.withBean("one", MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean("all", MeterRegistry.class, SimpleMeterRegistry::new, bean -> bean.setPrimary(true)).run(context -> {
                    use(context.getBean(CamelContext.class));
                    assertThat(context.getBean("all", MeterRegistry.class).find("ecobee.budget.left").gauge()).isNotNull();
                    assertThat(context.getBean("one", MeterRegistry.class).getMeters()).isEmpty();
                });
    }

    @Test
    void anApplicationMayNameTheRegistry() {
        application.withBean("metricsRegistry", MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean("all", MeterRegistry.class, SimpleMeterRegistry::new, bean -> bean.setPrimary(true)).run(context -> {
                    use(context.getBean(CamelContext.class));
                    assertThat(context.getBean("metricsRegistry", MeterRegistry.class).find("ecobee.budget.left").gauge())
                            .isNotNull();
                });
    }

    @Test
    void itRunsWithoutMicrometer() {
        application.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(EcobeeComponentConfiguration.class));
    }

    private static void use(CamelContext camel) throws Exception {
        try (Producer producer = camel.getEndpoint("ecobee:getThermostats").createProducer()) {
            producer.start();
        }
    }
}
