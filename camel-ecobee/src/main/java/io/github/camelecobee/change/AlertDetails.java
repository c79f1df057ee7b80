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
package io.github.camelecobee.change;

import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.ThermostatTime;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says (Alert.shtml). A property that ecobee did not send is {@code null}.
 *
 * @param acknowledgeRef   what the function acknowledge wants
 * @param number           ecobee's number of the message, 3130 for the furnace filter
 * @param alertType        {@code alert}, {@code demandResponse}, {@code emergency}, {@code message} or {@code pricing}
 * @param severity         {@code low}, {@code medium} or {@code high}
 * @param notificationType for example {@code furnaceFilter}
 * @param text             the message
 * @param raisedAt         when, in the thermostat's local time
 */
public record AlertDetails(
        @Nullable String acknowledgeRef, @Nullable Integer number, @Nullable String alertType, @Nullable String severity,
        @Nullable String notificationType, @Nullable String text, @Nullable ThermostatTime raisedAt) {

    /**
     * Reads an alert.
     *
     * @param  alert what ecobee sent
     * @return       the same, immutable
     */
    public static AlertDetails of(Alert alert) {
        return new AlertDetails(
                alert.getAcknowledgeRef(), alert.getAlertNumber(), alert.getAlertType(), alert.getSeverity(),
                alert.getNotificationType(), alert.getText(),
                ThermostatTime.ofReading(alert.getDate(), alert.getTime()).orElse(null));
    }
}
