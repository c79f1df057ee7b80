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

import org.apache.camel.builder.RouteBuilder;

/** The Java routes of the pages about holds and functions; {@link FunctionsManualTest} runs them. */
class DocumentedFunctions extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:evening")
                .setHeader("CamelEcobeeEnd", constant("2035-01-14T23:00"))
                .to("ecobee:setHold?thermostatIds=311019854581&heatHoldTemp=20C&coolHoldTemp=26C&verify=true");
        from("direct:warmer")
                .to("ecobee:setHold?thermostatIds=311019854581&heatHoldTemp=70F&missingSetPoint=running&holdType=auto");
        from("direct:home").to("ecobee:setHold?thermostatIds=311019854581&holdClimateRef=home&resumeIfScheduled=true");
        from("direct:air").to("ecobee:setHold?thermostatIds=311019854581&fan=on&duration=PT45M");
        from("direct:program").to("ecobee:resumeProgram?thermostatIds=311019854581&resumeAll=true&verify=true")
                .log("still active: ${header.CamelEcobeeActiveEvents}");

        from("direct:vacation")
                .setHeader("CamelEcobeeEnd", constant("2035-02-08T18:00"))
                .to("ecobee:createVacation?thermostatIds=311019854581&name=Skiing&heatHoldTemp=60F&coolHoldTemp=85F&verify=true");
        from("direct:vacationOver").to("ecobee:deleteVacation?thermostatIds=311019854581&name=Skiing");
        from("ecobee:alerts").routeId("accept").to("ecobee:acknowledge?ackType=accept");
        from("direct:nursery").setHeader("CamelEcobeeDeviceId", constant("rs:100"))
                .setHeader("CamelEcobeeSensorId", constant("1"))
                .to("ecobee:updateSensor?thermostatIds=311019854581&name=Nursery");
        from("direct:inOrder")
                .setBody(constant("[{\"type\": \"resumeProgram\", \"params\": {\"resumeAll\": true}},"
                                  + " {\"type\": \"setHold\", \"params\": {\"holdClimateRef\": \"away\", \"duration\": \"PT2H\"}},"
                                  + " {\"type\": \"sendMessage\", \"params\": {\"text\": \"Away for two hours\"}}]"))
                .to("ecobee:functions?thermostatIds=311019854581");
    }
}
