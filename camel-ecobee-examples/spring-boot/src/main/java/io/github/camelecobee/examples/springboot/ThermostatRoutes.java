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
package io.github.camelecobee.examples.springboot;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What is asked of ecobee. Which thermostat, and what to hold, comes with the message. */
@Component
public class ThermostatRoutes extends RouteBuilder {
    /** Spring creates it. */
    public ThermostatRoutes() {
    }

    @Override
    public void configure() {
        from("direct:read").routeId("read").to("ecobee:getThermostats?include=runtime,settings");
        from("direct:hold").routeId("hold").to("ecobee:setHold?holdType=nextTransition&missingSetPoint=running&verify=true");
    }
}
