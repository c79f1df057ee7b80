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
package io.github.camelecobee.operation;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatUpdate;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a thermostat that are to be set, and nothing else: ecobee merges them into those there are. What it
 * replaces as a whole is completed with what is there.
 */
final class PropertyChange implements DesiredChange {
    private final Map<String, Object> asked;

    /** Takes the properties as they go over the wire. */
    PropertyChange(Map<String, Object> asked) {
        this.asked = asked;
    }

    @Override
    public Set<Include> needs() {
        return parts(asked.keySet().stream().filter(ReplacedAsAWhole::contains).toList());
    }

    @Override
    public boolean mustBeUnchanged() {
        return !needs().isEmpty();
    }

    @Override
    public ThermostatUpdate update(Facts facts) {
        Map<String, Object> whole = new LinkedHashMap<>(asked);
        Map<?, ?> present = facts.get(EcobeeJson::toMap).orElse(Map.of());
        whole.replaceAll((name, value) -> ReplacedAsAWhole.contains(name)
                ? ReplacedAsAWhole.complete(name, (Map<?, ?>) value, present.get(name)) : value);
        return new ThermostatUpdate(EcobeeJson.convert(whole, Thermostat.class), List.of());
    }

    @Override
    public Set<Include> guardedBy() {
        if (!(asked.get("settings") instanceof Map<?, ?> settings)) {
            return Set.of();
        }
        return settings.containsKey("fanSpeed")
                ? EnumSet.of(Include.SETTINGS, Include.CAPABILITIES) : EnumSet.of(Include.SETTINGS);
    }

    @Override
    public void guard(ThermostatUpdate update, Facts facts) {
        Settings present = facts.get(Thermostat::getSettings).orElse(null);
        if (present != null && asked.get("settings") instanceof Map<?, ?> settings) {
            new SettingsGuard(settings, present, facts.get(Thermostat::getCapabilities).orElse(null)).check();
        }
    }

    /** The name comes with any part. */
    @Override
    public Set<Include> readBack() {
        Set<Include> parts = parts(asked.keySet());
        return parts.isEmpty() ? EnumSet.of(Include.SETTINGS) : parts;
    }

    @Override
    public boolean comparesWithBefore() {
        return false;
    }

    @Override
    public List<Adjustment> compare(ThermostatUpdate sent, Facts before, Thermostat after) {
        if (sent.properties() == null) {
            return List.of();
        }
        Thermostat told = EcobeeJson.convert(sent.properties(), Thermostat.class);
        if (told.getSecuritySettings() != null) {
            // Never shown again (SecuritySettings.shtml), and not to be shown here either.
            told.getSecuritySettings().setUserAccessCode(null);
        }
        Map<String, @Nullable Object> known = new LinkedHashMap<>(EcobeeJson.toMap(told));
        known.keySet().removeIf(name -> !name.equals("name") && parts(List.of(name)).isEmpty());
        return Comparison.ofTree(after.getIdentifier(), known, EcobeeJson.toMap(after));
    }

    private static Set<Include> parts(Collection<String> properties) {
        return Arrays.stream(Include.values()).filter(part -> properties.contains(part.property()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Include.class)));
    }
}
