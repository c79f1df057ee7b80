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
package io.github.camelecobee.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.RemoteSensorCapability;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.SampleThermostats;

/** Thermostats that weigh 30 KB when everything is asked for, as big ones of real homes do. */
final class FullThermostats {
    /** Everything that a thermostat request may include for a Smart account. */
    static final List<String> INCLUDES = List.of("Runtime", "ExtendedRuntime", "Electricity", "Settings", "Location",
            "Program", "Events", "Device", "Technician", "Utility", "Alerts", "Weather", "EquipmentStatus",
            "NotificationSettings", "Version", "HouseDetails", "Sensors", "Audio");
    /** As many sensors as a thermostat can have, and as many alerts as it takes to come to 30 KB. */
    private static final int SENSORS = 32;
    private static final int ALERTS = 40;

    private FullThermostats() {
    }

    /** So many of them. */
    static List<Thermostat> of(int size) {
        return SampleThermostats.fleet(size).stream().map(FullThermostats::filled).toList();
    }

    private static Thermostat filled(Thermostat thermostat) {
        List<RemoteSensor> sensors = new ArrayList<>();
        for (int i = 0; i < SENSORS; i++) {
            sensors.add(new RemoteSensor().withId("rs:" + (100 + i)).withName("Room " + i).withType("ecobee3_remote_sensor")
                    .withCode("ABC" + i).withInUse(true)
                    .withCapability(List.of(capability("1", "temperature"), capability("2", "occupancy"))));
        }
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < ALERTS; i++) {
            alerts.add(new Alert().withAcknowledgeRef("ref" + i).withDate("2026-01-01").withTime("00:00:00").withSeverity("low")
                    .withText("The air filter has been in use for three months. Please look whether it must be replaced.")
                    .withAlertNumber(3132).withAlertType("alert").withIsOperatorAlert(false).withReminder("airFilter")
                    .withShowIdt(true).withShowWeb(true).withSendEmail(true).withAcknowledgement("unacknowledged")
                    .withRemindMeLater(true).withThermostatIdentifier(thermostat.getIdentifier())
                    .withNotificationType("hvac"));
        }
        return thermostat.withRemoteSensors(sensors).withAlerts(alerts);
    }

    private static RemoteSensorCapability capability(String id, String type) {
        return new RemoteSensorCapability().withId(id).withType(type).withValue("");
    }

    /** The JSON of a request for everything about some thermostats, or about all of an account. */
    static String request(List<String> identifiers) {
        Map<String, Object> selection = new LinkedHashMap<>();
        selection.put("selectionType", identifiers.isEmpty() ? "registered" : "thermostats");
        selection.put("selectionMatch", String.join(",", identifiers));
        INCLUDES.forEach(include -> selection.put("include" + include, true));
        return EcobeeJson.write(Map.of("selection", selection));
    }
}
