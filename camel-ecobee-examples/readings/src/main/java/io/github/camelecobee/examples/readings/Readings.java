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
package io.github.camelecobee.examples.readings;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** Logs each thermostat that changed. */
public class Readings extends RouteBuilder {
    @Override
    public void configure() {
        from("ecobee:thermostats").routeId("readings")
                .log("${body.identifier} ${body.name}: ${body.runtime.actualTemperature} tenths of a degree F");
    }

    /** Runs until it is stopped with Ctrl+C. */
    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new Readings());
        main.run(args);
    }
}
