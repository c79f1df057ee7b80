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
package io.github.camelecobee.examples.quickstart;

import org.apache.camel.builder.RouteBuilder;

/**
 * The routes, as an application would write them. The component is configured by properties; see
 * {@link CamelApplication}.
 */
final class QuickstartRoutes extends RouteBuilder {
    @Override
    public void configure() {
        // Each step of the authorization: here one would mail the PIN, or page somebody.
        from("ecobee:authorization").routeId("authorization")
                .to("bean:story?method=authorization");

        // One message for each thermostat that changed.
        from("ecobee:thermostats?delay={{poll.delay}}&allowFastPolling={{poll.fast}}").routeId("thermostats")
                .to("bean:story?method=thermostat");

        // Hold 72 F to heat and 78 F to cool for two hours, on the thermostat that the message names.
        from("direct:hold").routeId("hold")
                .to("ecobee:setHold?heatHoldTemp=72F&coolHoldTemp=78F&holdType=holdHours&holdHours=2");

        // And back to the schedule.
        from("direct:resume").routeId("resume")
                .to("ecobee:resumeProgram");
    }
}
