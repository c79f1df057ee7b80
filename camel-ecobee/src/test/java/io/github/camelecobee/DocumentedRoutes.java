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

import java.util.function.Function;

import io.github.camelecobee.authorization.TokenSource;
import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.ChangeJson;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/** The Java routes of README and manual; {@link ManualTest} compares the texts. */
class DocumentedRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("ecobee:thermostats").routeId("readings")
                .filter(simple("${body.runtime.actualTemperature} < 650"))
                .setBody(simple(
                        "${header.CamelEcobeeThermostatName}: ${body.runtime.actualTemperature} tenths of a degree F"))
                .to("log:cold");

        from("ecobee:changes?changeTypes=thermostatDisconnected,alertRaised").routeId("trouble").to("log:trouble");

        from("ecobee:thermostats?account=*&cursorRepository=#bean:cursors").routeId("customers")
                .toD("log:customer-${header.CamelEcobeeAccount}");
        from("ecobee:thermostats?thermostatNames=Cabin,Cabin attic").routeId("cabin").to("log:cabin");
        from("ecobee:thermostats?maxDeliveryAttempts=5").routeId("stored").to("log:stored");

        from("ecobee:runtimeReport?reportStart=firstConnected&cursorRepository=#bean:cursors").routeId("telemetry")
                .setBody(simple("${header.CamelEcobeeReportRowId}: ${body[zoneAveTemp]} F, fan ran ${body[fan]} s"))
                .to("log:telemetry");
        from("ecobee:meterReport?reportStart=P30D&cursorRepository=#bean:cursors").routeId("energy")
                .setBody(simple("${header.CamelEcobeeReportRowId}: ${body}"))
                .to("log:energy");
        from("direct:nextRow").pollEnrich("ecobee:runtimeReport?reportStart=P1D", 0);

        from("ecobee:changes?changeTypes=holdStarted,holdReplaced,holdEnded&cursorRepository=#bean:cursors")
                .routeId("overrides")
                .setBody(simple("${header.CamelEcobeeThermostatName}: ${header.CamelEcobeeChangeType}, now ${body.after}"))
                .to("log:overrides");
        from("ecobee:changes").routeId("journal").transform().body(Change.class, ChangeJson::write).to("log:journal");
        from("ecobee:changes?changeTypes=thermostatDisconnected,thermostatConnected&cursorRepository=#bean:cursors")
                .routeId("connections")
                .choice()
                .when(header("CamelEcobeeChangeType").isEqualTo("thermostatDisconnected"))
                .setBody(simple("${header.CamelEcobeeThermostatName} (${header.CamelEcobeeThermostatId}) is disconnected"))
                .to("direct:alarm")
                .otherwise()
                .setBody(simple("${header.CamelEcobeeThermostatName} (${header.CamelEcobeeThermostatId}) is back"))
                .to("direct:allClear");
        from("ecobee:alerts?initialState=false").routeId("alerts")
                .setBody(simple("${header.CamelEcobeeThermostatName}: ${body.text}"))
                .to("log:alerts");
        from("ecobee:sensors?initialState=false").routeId("sensors")
                .filter(header("CamelEcobeeSensorCapability").isEqualTo("temperature"))
                .setBody(simple("${body.sensorName}: ${body.value}"))
                .to("log:temperatures");
        from("ecobee:summary").routeId("fleet")
                .setBody(simple("${body.name}: connected ${body.connected}, runs ${body.equipment}"))
                .to("log:fleet");

        from("direct:comfort")
                .to("ecobee:setHold?thermostatIds=311019854581&heatHoldTemp=68F&coolHoldTemp=78F&holdType=holdHours&holdHours=2");

        from("direct:away")
                .setBody(constant("{\"holdClimateRef\": \"away\", \"holdType\": \"nextTransition\"}"))
                .to("ecobee:setHold?thermostatIds=311019854581");

        from("direct:resume").to("ecobee:resumeProgram?thermostatIds=311019854581&resumeAll=true");
        from("direct:tell").to("ecobee:sendMessage?thermostatIds=311019854581");
        from("direct:read").to("ecobee:getThermostats?include=runtime,settings");

        from("ecobee:authorization")
                .filter(header("CamelEcobeePin").isNotNull())
                .setBody(simple("Enter ${header.CamelEcobeePin} in the ecobee portal, before ${header.CamelEcobeePinExpires}"))
                .to("log:pin");

        from("direct:newPin").to("ecobee:requestPin?account=cabin")
                .setBody(simple("Enter ${body.pin} before ${body.pinExpiresAt}"));
        from("direct:status").to("ecobee:authorizationStatus?account=*").to("log:accounts");
    }

    void webApplication(CamelContext context) throws Exception {
        context.addRoutes(new EcobeeAuthorizationRoutes("https://app.example.org/ecobee/callback")
                .accountParameter("customer")
                .authorized("direct:welcome"));
    }

    void ownerOfTokens(CamelContext context, Function<String, String> vault) {
        TokenSource source = account -> vault.apply("ecobee/" + account);
        context.getRegistry().bind("tokens", source);
    }
}
