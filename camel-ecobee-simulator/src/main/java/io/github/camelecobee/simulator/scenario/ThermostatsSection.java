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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.model.Location;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.input.StrictObject;
import org.jspecify.annotations.Nullable;

/** The thermostats. */
final class ThermostatsSection implements ScenarioSection {
    @Override
    public Step read(StrictObject given) {
        List<Entry> entries = new ArrayList<>();
        for (StrictObject each : given.objects("thermostats")) {
            String identifier = each.requiredText("identifier");
            if (entries.stream().anyMatch(other -> other.thermostat.getIdentifier().equals(identifier))) {
                throw each.problem("identifier", "is taken: two thermostats are " + identifier);
            }
            Thermostat thermostat = SampleThermostats.of(
                    identifier, Objects.requireNonNullElse(each.text("name"), ""));
            String model = each.text("model");
            if (model != null) {
                thermostat.setModelNumber(model);
            }
            String zone = each.text("timeZone");
            if (zone != null) {
                if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                    throw each.problem("timeZone", "must be a time zone such as America/Toronto, not " + zone);
                }
                thermostat.setLocation(new Location().withTimeZone(zone));
            }
            entries.add(new Entry(thermostat, each.number("temperature"), each.flag("connected"), each.map("properties")));
            each.end();
        }
        return new Hang(entries);
    }

    private record Hang(List<Entry> entries) implements Step {
        @Override
        public void describe(EcobeeSimulatorBuilder builder) {
            entries.forEach(entry -> builder.thermostat(entry.thermostat));
        }

        @Override
        public void begin(EcobeeSimulator simulator) {
            List<String> present = simulator.thermostats().stream().map(SimulatedThermostat::identifier).toList();
            entries.stream().filter(entry -> present.contains(entry.thermostat.getIdentifier()))
                    .forEach(entry -> entry.begin(simulator.thermostat(entry.thermostat.getIdentifier())));
        }
    }

    private record Entry(Thermostat thermostat, @Nullable BigDecimal temperature, @Nullable Boolean connected,
            Map<String, @Nullable Object> properties) {
        void begin(SimulatedThermostat simulated) {
            properties.forEach(simulated::setProperty);
            if (temperature != null) {
                simulated.setTemperature(Temperature.ofFahrenheit(temperature.doubleValue()));
            }
            if (connected != null) {
                simulated.setConnected(connected);
            }
        }
    }
}
