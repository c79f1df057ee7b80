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

import java.util.stream.Stream;

import io.github.camelecobee.model.Thermostat;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The same two routes in Java, XML and YAML. */
class DslTest extends EcobeeTestSupport {
    private static final String XML = """
            <routes xmlns="http://camel.apache.org/schema/spring">
              <route id="changed">
                <from uri="ecobee:thermostats?delay=50&amp;initialDelay=0&amp;allowFastPolling=true"/>
                <to uri="mock:changed"/>
              </route>
              <route id="hold">
                <from uri="direct:hold"/>
                <to uri="ecobee:setHold?thermostatIds=311019854581&amp;heatHoldTemp=68F&amp;coolHoldTemp=78F"/>
              </route>
            </routes>
            """;
    private static final String YAML_URIS = """
            - route:
                id: changed
                from:
                  uri: ecobee:thermostats?delay=50&initialDelay=0&allowFastPolling=true
                  steps:
                    - to: mock:changed
            - route:
                id: hold
                from:
                  uri: direct:hold
                  steps:
                    - to: ecobee:setHold?thermostatIds=311019854581&heatHoldTemp=68F&coolHoldTemp=78F
            """;
    private static final String YAML_PARAMETERS = """
            - route:
                id: changed
                from:
                  uri: ecobee:thermostats
                  parameters:
                    delay: 50
                    initialDelay: 0
                    allowFastPolling: true
                  steps:
                    - to: mock:changed
            - route:
                id: hold
                from:
                  uri: direct:hold
                  steps:
                    - to:
                        uri: ecobee
                        parameters:
                          operation: setHold
                          thermostatIds: "311019854581"
                          heatHoldTemp: 68F
                          coolHoldTemp: 78F
            """;

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
    }

    static Stream<Arguments> yamlRoutes() {
        return Stream.of(Arguments.of("uris.yaml", YAML_URIS), Arguments.of("parameters.yaml", YAML_PARAMETERS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("yamlRoutes")
    void yamlRoutesReadAndHold(String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name, text));
        assertReadsAndHolds();
    }

    @Test
    @Tag("camel-xml-io-dsl")
    void xmlRoutesReadAndHold() throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("routes.xml", XML));
        assertReadsAndHolds();
    }

    @Test
    void javaRoutesReadAndHold() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?" + OFTEN).to("mock:changed");
                from("direct:hold").to("ecobee:setHold?thermostatIds=311019854581&heatHoldTemp=68F&coolHoldTemp=78F");
            }
        });
        assertReadsAndHolds();
    }

    private void assertReadsAndHolds() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMinimumMessageCount(ecobee.thermostats().size());
        changed.allMessages().body().isInstanceOf(Thermostat.class);
        camel.start();
        changed.assertIsSatisfied();

        camel.createProducerTemplate().sendBody("direct:hold", "");

        assertThat(ecobee.thermostat(UPSTAIRS).events()).first()
                .satisfies(hold -> assertThat(hold.getHeatHoldTemp()).isEqualTo(680));
    }
}
