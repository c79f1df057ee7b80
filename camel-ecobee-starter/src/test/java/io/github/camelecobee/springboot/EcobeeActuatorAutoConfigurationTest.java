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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.oauth.PinApproval;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class EcobeeActuatorAutoConfigurationTest {
    private static final String EXPOSED = "management.endpoints.web.exposure.include=ecobee";

    private final ApplicationContextRunner application = new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(
            CamelAutoConfiguration.class, EcobeeComponentConverter.class, EcobeeComponentAutoConfiguration.class,
            EcobeeActuatorAutoConfiguration.class));

    @TempDir
    Path folder;

    @Test
    void theEndpointIsThereOnlyForThoseWhoExposeIt() {
        application.run(context -> assertThat(context).doesNotHaveBean(EcobeeActuatorEndpoint.class));
        application.withPropertyValues(EXPOSED).run(context -> assertThat(context).hasSingleBean(EcobeeActuatorEndpoint.class));
        application.withPropertyValues(EXPOSED, "camel.component.ecobee.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(EcobeeActuatorEndpoint.class));
    }

    @Test
    void anApplicationWithoutActuatorRuns() {
        application.withClassLoader(new FilteredClassLoader(ConditionalOnAvailableEndpoint.class, SanitizingFunction.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EcobeeActuatorEndpoint.class));
    }

    @Test
    void itGetsAPinAndShowsTheAccount() {
        try (EcobeeSimulator ecobee
                = EcobeeSimulator.builder().port(0).pinApproval(PinApproval.byHand()).pinInterval(Duration.ofHours(1))
                        .start()) {
            application.withPropertyValues(
                    EXPOSED, "camel.component.ecobee.api-key=" + EcobeeSimulator.DEFAULT_API_KEY,
                    "camel.component.ecobee.base-url=" + ecobee.baseUri(),
                    "camel.component.ecobee.grant-file=" + folder.resolve("grants.json")).run(context -> {
                        EcobeeActuatorEndpoint endpoint = context.getBean(EcobeeActuatorEndpoint.class);

                        WebEndpointResponse<Map<String, Object>> answer = endpoint.requestPin("cottage");

                        assertThat(answer.getStatus()).isEqualTo(200);
                        assertThat(body(answer)).containsEntry("account", "cottage").containsEntry("state", "PIN_ISSUED")
                                .containsEntry("pin", ecobee.outstandingPins().get(0));
                        assertThat(endpoint.account("cottage").toString()).contains(ecobee.outstandingPins().get(0));
                        assertThat(endpoint.account("nobody").toString()).doesNotContain("PIN_ISSUED");
                        assertThat(endpoint.components().toString()).contains("cottage").doesNotContain(
                                EcobeeSimulator.DEFAULT_API_KEY);
                    });
        }
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        application.withPropertyValues(EXPOSED).run(context -> {
            EcobeeActuatorEndpoint endpoint = context.getBean(EcobeeActuatorEndpoint.class);
            assertThat(endpoint.requestPin("nowhere", "default").getStatus()).isEqualTo(400);
            assertThat(body(endpoint.requestPin("nowhere", "default")))
                    .isEqualTo(Map.of("error", "There is no ecobee component 'nowhere'"));
            assertThat(body(endpoint.requestPin("*")))
                    .isEqualTo(Map.of("error", "account: '*' is not allowed; give the name of one account"));
            assertThat(String.valueOf(body(endpoint.requestPin("default")).get("error")))
                    .startsWith("The option apiKey is missing");
        });
    }

    @Test
    void ofSeveralComponentsOneMustBeNamed() {
        application.withPropertyValues(EXPOSED).run(context -> {
            CamelContext camel = context.getBean(CamelContext.class);
            camel.addComponent("ecobee2", new EcobeeComponent());
            camel.getComponent("ecobee");

            assertThat(body(context.getBean(EcobeeActuatorEndpoint.class).requestPin("default"))).isEqualTo(Map.of(
                    "error", "There are several components, [ecobee, ecobee2]; name one, as in ecobee/default"));
        });
    }

    @Test
    void secretsAreHiddenWherePropertiesAreShown() {
        application.run(context -> {
            SanitizingFunction function = context.getBean(SanitizingFunction.class);
            for (String name : new String[] {
                    "camel.component.ecobee.api-key", "camel.component.ecobee.apiKey", "CAMEL_COMPONENT_ECOBEE_APIKEY",
                    "camel.component.ecobee.refresh-token", "camel.component.ecobee.proxy-auth-password" }) {
                assertThat(function.apply(new SanitizableData(null, name, "not-a-real-key")).getValue()).as(name)
                        .isEqualTo(SanitizableData.SANITIZED_VALUE);
            }
            assertThat(function.apply(new SanitizableData(null, "camel.component.ecobee.account", "cottage")).getValue())
                    .isEqualTo("cottage");
        });
    }

    private static Map<String, Object> body(WebEndpointResponse<Map<String, Object>> answer) {
        return answer.getBody();
    }
}
