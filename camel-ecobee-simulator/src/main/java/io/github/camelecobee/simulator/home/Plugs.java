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
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelecobee.model.Device;
import io.github.camelecobee.model.Sensor;
import org.jspecify.annotations.Nullable;

/**
 * The smart plugs of a thermostat: sensors of type {@code plug} in its devices, each on or off by hold
 * (ControlPlug.shtml). Guarded by the lock of the {@link Home}.
 */
public final class Plugs {
    private final VirtualThermostat thermostat;
    private final Map<String, Hold> holds = new HashMap<>(2);

    Plugs(VirtualThermostat thermostat) {
        this.thermostat = thermostat;
    }

    /**
     * The names of the plugs.
     *
     * @return a new set
     */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Device device : Objects.requireNonNullElse(thermostat.state().getDevices(), List.<Device> of())) {
            for (Sensor sensor : Objects.requireNonNullElse(device.getSensors(), List.<Sensor> of())) {
                if ("plug".equals(sensor.getType())) {
                    names.add(String.valueOf(sensor.getName()));
                }
            }
        }
        return names;
    }

    /**
     * Holds a plug.
     *
     * @param plug  its name
     * @param on    whether it is to be on
     * @param start from when, local time
     * @param end   until when, local time, {@code null} for ever
     * @param now   the time
     */
    public void hold(String plug, boolean on, LocalDateTime start, @Nullable LocalDateTime end, Instant now) {
        holds.put(plug, new Hold(on, start, end));
        thermostat.configured(now);
    }

    /**
     * Gives a plug back to its program.
     *
     * @param plug its name
     * @param now  the time
     */
    public void resume(String plug, Instant now) {
        holds.remove(plug);
        thermostat.configured(now);
    }

    /**
     * Whether a plug is on; by its program it is off.
     *
     * @param  plug its name
     * @param  now  the time
     * @return      whether it is
     */
    public boolean isOn(String plug, Instant now) {
        LocalDateTime local = thermostat.clock().at(now).local();
        Hold hold = holds.get(plug);
        return hold != null && hold.on && !local.isBefore(hold.start) && (hold.end == null || local.isBefore(hold.end));
    }

    private record Hold(boolean on, LocalDateTime start, @Nullable LocalDateTime end) {
    }
}
