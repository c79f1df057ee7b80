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

/** The Java routes of the pages on settings and program; {@link ManualTest} compares the texts. */
class DocumentedSettings extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:heat").to("ecobee:updateThermostat?thermostatIds=311019854581&hvacMode=heat");

        from("direct:winter")
                .setBody(constant("{\"name\": \"Attic\", \"settings\": {\"humidity\": \"36%\", \"heatRangeLow\": \"60F\"}}"))
                .to("ecobee:updateThermostat?thermostatIds=311019854581&verify=true");

        from("direct:warmer")
                .setBody(constant("{\"climates\": {\"home\": {\"heatTemp\": \"70F\", \"sensors\": [\"Den\", \"ei:0\"]}}}"))
                .to("ecobee:updateProgram?thermostatIds=311019854581");
    }
}
