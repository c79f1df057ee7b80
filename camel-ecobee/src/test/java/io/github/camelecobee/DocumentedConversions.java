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

import io.github.camelecobee.model.Thermostat;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The Java routes of the page about conversions; {@link ManualTest} compares the texts. */
class DocumentedConversions extends RouteBuilder {
    @Override
    public void configure() {
        from("ecobee:runtimeReport?reportDelivery=perChunk").routeId("files")
                .transformDataType("ecobee:text-csv")
                .setHeader(Exchange.FILE_NAME, simple("${header.CamelEcobeeThermostatId}-${exchangeId}.csv"))
                .to("file:reports");

        from("ecobee:thermostats").routeId("events")
                .transformDataType("ecobee:application-cloudevents")
                .log("${header.CamelCloudEventType} ${header.CamelCloudEventID}")
                .to("log:events");

        from("direct:document").routeId("document")
                .to("ecobee:getThermostats?include=runtime")
                .split(body())
                .convertBodyTo(String.class)
                .to("log:documents");
        from("direct:reread").convertBodyTo(Thermostat.class)
                .setBody(simple("${body.name}"));
    }
}
