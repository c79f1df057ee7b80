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

import java.time.Instant;
import java.util.List;

import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.ChangeJson;
import io.github.camelecobee.change.ChangeType;
import io.github.camelecobee.change.ConnectionChange;
import io.github.camelecobee.change.Occurrence;
import io.github.camelecobee.change.SensorReading;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.SecuritySettings;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.report.Rows;
import io.github.camelecobee.report.RuntimeReportRow;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the JSON of marshal().json() says, which has a Jackson of its own. */
class MarshalTest {
    private final CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void startCamel() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:json").marshal().json();
            }
        });
        camel.start();
    }

    @AfterEach
    void stopCamel() {
        camel.stop();
    }

    @Test
    void aThermostatHasItsSecretsAndLosesExplicitNulls() {
        Thermostat thermostat = new Thermostat().withName("Attic")
                .withSecuritySettings(new SecuritySettings().withUserAccessCode("4711"));
        thermostat.setExplicitNull("location");
        thermostat.setAdditionalProperty("moonPhase", "waxing");

        assertThat(EcobeeJson.readMap(json(thermostat)))
                .isEqualTo(EcobeeJson.readMap(
                        "{\"name\":\"Attic\",\"securitySettings\":{\"userAccessCode\":\"4711\"},\"moonPhase\":\"waxing\"}"));
    }

    @Test
    void aChangeIsAsItsSchemaSays() {
        Change change = new ConnectionChange(
                new Occurrence("c1", "311019854581", "Upstairs", Instant.parse("2025-01-14T16:45:00Z"), "r1"),
                ChangeType.THERMOSTAT_CONNECTED);

        assertThat(json(change)).isEqualTo(ChangeJson.write(change));
    }

    @Test
    void aReadingIsItsMap() {
        SensorReading reading = new SensorReading(
                "311019854581", "rs:100", "Bedroom", "ecobee3_remote_sensor", "1", "temperature", new Temperature(702), "702",
                true);

        assertThat(json(reading)).isEqualTo(EcobeeJson.write(reading.toMap()));
    }

    @Test
    void rowsAreTheirMaps() {
        List<RuntimeReportRow> rows = Rows.of("zoneAveTemp,fan", "2025-01-14,11:45:00,70.0,,", "2025-01-14,11:50:00,70.5,0,");

        assertThat(json(rows.get(0))).isEqualTo(rows.get(0).toJson());
        assertThat(json(rows)).isEqualTo("[" + rows.get(0).toJson() + "," + rows.get(1).toJson() + "]");
    }

    private String json(Object body) {
        return camel.createProducerTemplate().requestBody("direct:json", body, String.class);
    }
}
