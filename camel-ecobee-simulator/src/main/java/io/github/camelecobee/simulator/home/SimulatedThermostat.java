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
package io.github.camelecobee.simulator.home;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * A thermostat of the simulator in the hands of a test: look at it, and do to it what people, weather and broken cables
 * do. What is scripted shows at once and moves its revision at once.
 * <p>
 * Safe for use by several threads.
 */
public final class SimulatedThermostat {
    private static final Set<String> RUNTIME = Set.of("runtime", "remoteSensors", "equipmentStatus");

    private final Home home;
    private final String identifier;

    SimulatedThermostat(Home home, String identifier) {
        this.home = home;
        this.identifier = identifier;
    }

    /**
     * Its serial number.
     *
     * @return the identifier
     */
    public String identifier() {
        return identifier;
    }

    /**
     * All that the cloud knows of it now.
     *
     * @return a copy
     */
    public Thermostat snapshot() {
        return inside((thermostat, now) -> {
            Thermostat copy = EcobeeJson.convert(thermostat.state(), Thermostat.class);
            copy.setThermostatTime(thermostat.clock().at(now).toString());
            copy.setUtcTime(ThermostatClock.utc(now));
            return copy;
        });
    }

    /**
     * Its events, the one in force first.
     *
     * @return copies
     */
    public List<Event> events() {
        return snapshot().getEvents();
    }

    /**
     * A revision.
     *
     * @param  revision which one
     * @return          twelve digits, as in the summary
     */
    public String revision(Revision revision) {
        return inside((thermostat, now) -> thermostat.revision(revision));
    }

    /**
     * Makes the room as warm as this; from there it drifts on.
     *
     * @param temperature the temperature
     */
    public void setTemperature(Temperature temperature) {
        change((thermostat, now) -> thermostat.setTemperature(temperature, now));
    }

    /**
     * Takes it offline or brings it back. Offline it sends no messages, so what the cloud knows grows old and no
     * revision moves.
     *
     * @param connected whether it is online
     */
    public void setConnected(boolean connected) {
        change((thermostat, now) -> thermostat.setConnected(connected, now));
    }

    /**
     * Takes a remote sensor out of reach or brings it back. Out of reach its values are {@code "unknown"}, and its
     * columns of reports are empty.
     *
     * @param  id                       for example {@code rs:100}
     * @param  online                   whether it is in reach
     * @throws IllegalArgumentException if there is no such sensor
     */
    public void setSensorOnline(String id, boolean online) {
        change((thermostat, now) -> thermostat.setSensorOnline(id, online, now));
    }

    /**
     * All that it has measured, also in the years before the simulator started.
     *
     * @return an immutable history that computes its readings while they are taken
     */
    public History history() {
        return inside((thermostat, now) -> thermostat.history());
    }

    /**
     * Whether a smart plug is on; the API itself does not tell.
     *
     * @param  plug its name
     * @return      whether it is
     */
    public boolean isPlugOn(String plug) {
        return inside((thermostat, now) -> thermostat.plugs().isOn(plug, now));
    }

    /**
     * Sets any property, also one that the contract does not know.
     *
     * @param  path                                            names of properties with dots between, for example
     *                                                         {@code settings.hvacMode}, {@code runtime.actualCO2} or
     *                                                         {@code alerts}
     * @param  value                                           the JSON value: text, number, boolean, list, map, or
     *                                                         {@code null} for an explicit null
     * @throws io.github.camelecobee.model.EcobeeJsonException if a property of the contract cannot have that value
     */
    public void setProperty(String path, @Nullable Object value) {
        change((thermostat, now) -> {
            Map<String, Object> changed = Json.map(thermostat.state());
            Json.set(changed, path, value);
            thermostat.replace(EcobeeJson.convert(changed, Thermostat.class));
            String top = path.split("\\.", 2)[0];
            if (top.equals("alerts")) {
                thermostat.moved(Revision.ALERTS, now);
            } else if (RUNTIME.contains(top)) {
                thermostat.moved(Revision.RUNTIME, now);
            } else if (top.equals("extendedRuntime")) {
                thermostat.moved(Revision.INTERVAL, now);
            } else {
                thermostat.configured(now);
            }
        });
    }

    private void change(BiConsumer<VirtualThermostat, Instant> change) {
        inside((thermostat, now) -> {
            change.accept(thermostat, now);
            return true;
        });
    }

    private <T> T inside(BiFunction<VirtualThermostat, Instant, T> look) {
        return home.visit((thermostats, now) -> look.apply(Objects.requireNonNull(thermostats.get(identifier)), now));
    }
}
