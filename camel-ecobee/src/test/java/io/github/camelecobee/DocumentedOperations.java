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

/** The Java routes of the pages about operations; {@link ManualTest} compares the texts. */
class DocumentedOperations extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:newFloor").routeId("newFloor")
                .setHeader("CamelEcobeeSetName", simple("${body}"))
                .setHeader("CamelEcobeeParentPath", constant("/"))
                .to("ecobee:addSet");

        from("direct:invite").routeId("invite")
                .setBody(constant("{\"users\": [{\"userName\": \"tech@example.org\", \"firstName\": \"Tess\"}],"
                                  + " \"privileges\": [{\"setPath\": \"/Annex\", \"userName\": \"tech@example.org\", \"allowView\": true}]}"))
                .to("ecobee:addUsers");

        from("direct:dismiss").routeId("dismiss")
                .setHeader("CamelEcobeeUsers", simple("${body}"))
                .to("ecobee:unregisterUsers");

        from("direct:groups").routeId("groups").to("ecobee:getGroups")
                .split(body()).to("log:groups");

        from("direct:rename").routeId("rename").to("ecobee:getGroups")
                .setBody(simple("[{\"groupRef\": \"${body[0].groupRef}\", \"groupName\": \"Home\"}]"))
                .to("ecobee:updateGroups");

        from("direct:yesterday").routeId("yesterday")
                .setHeader("CamelEcobeeStart", simple("${date-with-timezone:now-24h:America/Toronto:yyyy-MM-dd}"))
                .setHeader("CamelEcobeeEnd", simple("${header.CamelEcobeeStart}"))
                .to("ecobee:getRuntimeReport?columns=zoneAveTemp,fan&thermostatIds=311019854581")
                .split(body()).to("log:rows");

        from("direct:peak").routeId("peak")
                .setBody(constant("{\"demandResponse\": {\"name\": \"peak0114\", \"message\": \"Peak event\", \"event\": {"
                                  + "\"startDate\": \"2025-01-14\", \"startTime\": \"17:00:00\","
                                  + " \"endDate\": \"2025-01-14\", \"endTime\": \"19:00:00\","
                                  + " \"isOptional\": true, \"isTemperatureRelative\": true, \"coolRelativeTemp\": \"4F\"}}}"))
                .to("ecobee:createDemandResponse?managementSet=/Residential/North");

        from("direct:january").routeId("january")
                .setHeader("CamelEcobeeStartDate", constant("2025-01-01"))
                .setHeader("CamelEcobeeEndDate", constant("2025-01-13"))
                .to("ecobee:createRuntimeReportJob?managementSet=/&columns=zoneAveTemp,zoneHvacMode")
                .to("ecobee:getRuntimeReportJobs?waitForCompletion=true&completionTimeout=2h")
                .split(simple("${body[0].files}"))
                .to("ecobee:downloadRuntimeReportJob")
                .to("file:bundles");
    }
}
