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

/** The holds on smart plugs (ControlPlug.shtml). Guarded by the home's lock. */
final class PlugHolds {
    private final Map<String, Hold> holds = new HashMap<>();

    /** The names of the plugs: sensors of type {@code plug} in the devices. */
    static Set<String> names(@Nullable List<Device> devices) {
        Set<String> names = new LinkedHashSet<>();
        for (Device device : Objects.requireNonNullElse(devices, List.<Device> of())) {
            for (Sensor sensor : Objects.requireNonNullElse(device.getSensors(), List.<Sensor> of())) {
                if ("plug".equals(sensor.getType())) {
                    names.add(String.valueOf(sensor.getName()));
                }
            }
        }
        return names;
    }

    void hold(String plug, boolean on, LocalDateTime start, @Nullable LocalDateTime end) {
        holds.put(plug, new Hold(on, start, end));
    }

    void resume(String plug) {
        holds.remove(plug);
    }

    /** Whether a plug is on at a local time; by its program it is off. */
    boolean isOn(String plug, LocalDateTime now) {
        Hold hold = holds.get(plug);
        return hold != null && hold.on && !now.isBefore(hold.start) && (hold.end == null || now.isBefore(hold.end));
    }

    private record Hold(boolean on, LocalDateTime start, @Nullable LocalDateTime end) {
    }
}
