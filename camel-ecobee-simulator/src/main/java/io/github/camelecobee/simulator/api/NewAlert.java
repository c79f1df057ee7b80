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
package io.github.camelecobee.simulator.api;

import java.time.Instant;
import java.util.Locale;

import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.ThermostatTime;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/** An alert that carries a text to the people in the house (Alert.shtml). */
final class NewAlert {
    private static final int LONGEST = 500;

    private NewAlert() {
    }

    /** An alert of low severity that nobody has acknowledged; what is longer than 500 characters is cut. */
    static Alert of(String type, String text, VirtualThermostat thermostat, Instant now) {
        ThermostatTime time = thermostat.clock().at(now);
        String identifier = thermostat.state().getIdentifier();
        int number = thermostat.state().getAlerts().size();
        return new Alert()
                .withAcknowledgeRef(String.format(Locale.ROOT, "%08x%02x", now.hashCode() ^ identifier.hashCode(), number))
                .withDate(time.date()).withTime(time.time()).withSeverity("low")
                .withText(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .withAlertNumber(0).withAlertType(type).withIsOperatorAlert(false).withReminder("")
                .withShowIdt(true).withShowWeb(true).withSendEmail(false).withAcknowledgement("unacknowledged")
                .withRemindMeLater(false).withThermostatIdentifier(identifier).withNotificationType("alert");
    }
}
