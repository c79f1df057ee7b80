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

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import io.github.camelecobee.model.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What heats a house. ecobee calls a furnace {@code auxHeat1} too: only the thermostat's settings tell it from the
 * auxiliary heat of a heat pump (Thermostat.shtml, equipment status).
 */
public enum HeatingSource {
    /** Heat pump. */
    HEAT_PUMP("heatPump"),
    /** What helps a heat pump: electric strips, or a furnace beside it. */
    HEAT_PUMP_AUXILIARY("heatPumpAuxiliary"),
    /** Furnace with forced air. */
    FURNACE("furnace"),
    /** Boiler. */
    BOILER("boiler");

    private final String sourceName;

    HeatingSource(String sourceName) {
        this.sourceName = sourceName;
    }

    /**
     * The name in JSON.
     *
     * @return for example {@code heatPumpAuxiliary}
     */
    public String sourceName() {
        return sourceName;
    }

    /**
     * What equipment is in a house.
     *
     * @param  equipment ecobee's name, for example {@code auxHeat1}
     * @param  settings  the thermostat's settings, {@code null} when they were not read
     * @return           the source, empty when it does not heat rooms or the settings do not tell
     */
    public static Optional<HeatingSource> of(String equipment, @Nullable Settings settings) {
        String name = equipment.toLowerCase(Locale.ROOT);
        if (name.startsWith("heatpump")) {
            return Optional.of(HEAT_PUMP);
        }
        if (!name.startsWith("auxheat") || settings == null) {
            return Optional.empty();
        }
        if (Boolean.TRUE.equals(settings.getHasHeatPump())) {
            return Optional.of(HEAT_PUMP_AUXILIARY);
        }
        if (Boolean.TRUE.equals(settings.getHasForcedAir())) {
            return Optional.of(FURNACE);
        }
        return Boolean.TRUE.equals(settings.getHasBoiler()) ? Optional.of(BOILER) : Optional.empty();
    }

    static Optional<HeatingSource> parse(@Nullable Object name) {
        return Arrays.stream(values()).filter(source -> source.sourceName.equals(name)).findAny();
    }
}
