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
package io.github.camelecobee.examples.quickstart;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * What the quick start shows of a thermostat, as text.
 *
 * @param name        the thermostat's name, its identifier when it has none
 * @param temperature in Fahrenheit and Celsius
 * @param humidity    in percent
 * @param mode        HVAC mode
 * @param setPoints   heat and cool
 * @param running     running equipment
 * @param hold        the hold in force
 */
record ThermostatRow(
        String name, String temperature, String humidity, String mode, String setPoints, String running, String hold) {

    private static final String NONE = "-";

    static ThermostatRow of(Thermostat thermostat) {
        Runtime runtime = Objects.requireNonNullElseGet(thermostat.getRuntime(), Runtime::new);
        Settings settings = Objects.requireNonNullElseGet(thermostat.getSettings(), Settings::new);
        String name = thermostat.getName();
        return new ThermostatRow(
                name == null || name.isBlank() ? "(" + thermostat.getIdentifier() + ")" : name,
                degrees(runtime.getActualTemperature()),
                runtime.getActualHumidity() == null ? NONE : runtime.getActualHumidity() + " %",
                text(settings.getHvacMode()),
                fahrenheit(runtime.getDesiredHeat()) + " / " + fahrenheit(runtime.getDesiredCool()),
                text(thermostat.getEquipmentStatus()), hold(thermostat).map(ThermostatRow::describe).orElse(NONE));
    }

    static Optional<Event> hold(Thermostat thermostat) {
        List<Event> events = Objects.requireNonNullElse(thermostat.getEvents(), List.of());
        return events.stream().filter(event -> Boolean.TRUE.equals(event.getRunning()) && "hold".equals(event.getType()))
                .findFirst();
    }

    private static String describe(Event hold) {
        String what = hold.getHoldClimateRef() != null && !hold.getHoldClimateRef().isEmpty()
                ? hold.getHoldClimateRef()
                : fahrenheit(hold.getHeatHoldTemp()) + " / " + fahrenheit(hold.getCoolHoldTemp());
        return what + " until " + hold.getEndDate() + " " + hold.getEndTime();
    }

    private static String text(@Nullable String value) {
        return value == null || value.isEmpty() ? NONE : value;
    }

    private static String degrees(@Nullable Integer wire) {
        return Temperature.ofReading(wire)
                .map(reading -> String.format(Locale.ROOT, "%.1f F  %.1f C", reading.toFahrenheit(), reading.toCelsius()))
                .orElse(NONE);
    }

    private static String fahrenheit(@Nullable Integer wire) {
        return Temperature.ofReading(wire)
                .map(reading -> String.format(Locale.ROOT, "%.1f F", reading.toFahrenheit())).orElse(NONE);
    }
}
