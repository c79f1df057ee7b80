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
package io.github.camelecobee.simulator.scenario;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.HouseDetails;
import io.github.camelecobee.model.Location;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.input.StrictObject;
import org.jspecify.annotations.Nullable;

/**
 * A thermostat as a scenario describes it.
 *
 * @param thermostat  what it is from the start
 * @param temperature what it measures first, degrees Fahrenheit; {@code null} leaves it to the house
 * @param connected   whether it is online, {@code null} for the default
 * @param properties  what is changed when it is there, by path
 */
record ThermostatEntry(Thermostat thermostat, @Nullable BigDecimal temperature, @Nullable Boolean connected,
        Map<String, @Nullable Object> properties) {

    private static final Pattern COORDINATES = Pattern.compile("-?\\d{1,2}(\\.\\d+)?\\s*,\\s*-?\\d{1,3}(\\.\\d+)?");

    /**
     * Reads one; the caller ends the object, in which it may have keys of its own.
     *
     * @param  given                    the object
     * @return                          the thermostat
     * @throws IllegalArgumentException if something is wrong; the message names the key
     */
    static ThermostatEntry read(StrictObject given) {
        Thermostat thermostat = SampleThermostats.of(
                given.requiredText("identifier"), Objects.requireNonNullElse(given.text("name"), ""));
        String model = given.text("model");
        if (model != null) {
            thermostat.setModelNumber(model);
        }
        String zone = given.text("timeZone");
        String coordinates = given.text("coordinates");
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw given.problem("timeZone", "must be a time zone such as America/Toronto, not " + zone);
        }
        if (coordinates != null && !COORDINATES.matcher(coordinates).matches()) {
            throw given.problem("coordinates", "must be latitude and longitude such as 43.65,-79.38, not " + coordinates);
        }
        if (zone != null || coordinates != null) {
            thermostat.setLocation(new Location().withTimeZone(zone).withMapCoordinates(coordinates));
        }
        if (given.has("house")) {
            thermostat.setHouseDetails(house(given));
        }
        return new ThermostatEntry(
                thermostat, given.number("temperature"), given.flag("connected"), given.map("properties"));
    }

    String identifier() {
        return thermostat.getIdentifier();
    }

    /** Brings the thermostat, which is there now, into its state. */
    void begin(EcobeeSimulator simulator) {
        SimulatedThermostat simulated = simulator.thermostat(identifier());
        properties.forEach(simulated::setProperty);
        if (temperature != null) {
            simulated.setTemperature(Temperature.ofFahrenheit(temperature.doubleValue()));
        }
        if (connected != null) {
            simulated.setConnected(connected);
        }
    }

    private static HouseDetails house(StrictObject given) {
        Map<String, @Nullable Object> said = given.map("house");
        Set<String> allowed = new TreeSet<>(EcobeeJson.propertyNames(HouseDetails.class));
        // What each object has beside its own properties is not for people to write.
        allowed.removeAll(EcobeeJson.propertyNames(EcobeeObject.class));
        for (String property : said.keySet()) {
            if (!allowed.contains(property)) {
                throw given.problem("house", "cannot have " + property + ", only " + String.join(", ", allowed));
            }
        }
        try {
            return EcobeeJson.convert(said, HouseDetails.class);
        } catch (EcobeeJsonException e) {
            throw given.problem("house", "has whole numbers, and a text for style, unlike " + said);
        }
    }
}
