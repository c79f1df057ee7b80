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
package io.github.camelecobee.dsl;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import static io.github.camelecobee.dsl.StaticEndpointBuilders.ecobee;

/** The routes of the page about builders; {@link BuildersTest} runs them. */
class DocumentedBuilders extends EndpointRouteBuilder {
    @Override
    public void configure() {
        from(ecobee("thermostats").include("runtime,sensors").delay("5m").advanced().failedPollsUntilDown(2))
                .log("${header.CamelEcobeeThermostatName}")
                .to(mock("read"));
        from(direct("warm"))
                .to(ecobee("setHold").thermostatIds("311019854581").heatHoldTemp("68F").coolHoldTemp("78F")
                        .holdType("holdHours").holdHours(2));
        from(direct("remind"))
                .to(ecobee("sendMessage").thermostatIds("311019854581").text("RAW(Filter & fan: 100% cleaner)"));
    }

    static void register(CamelContext camel) {
        EcobeeComponentBuilderFactory.ecobee()
                .apiKey("{{env:ECOBEE_API_KEY}}")
                .grantFile("/var/lib/heating/grants.json")
                .register(camel, "ecobee");
    }
}
