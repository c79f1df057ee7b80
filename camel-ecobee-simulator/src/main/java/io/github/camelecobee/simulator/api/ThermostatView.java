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
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.camelecobee.model.Selection;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/** What a selection lets be seen of a thermostat: ten properties always, the others by flag (Selection.shtml). */
final class ThermostatView {
    private static final List<Part<?>> PARTS = List.of(
            part(Selection::getIncludeRuntime, Thermostat::getRuntime, Thermostat::setRuntime),
            part(Selection::getIncludeExtendedRuntime, Thermostat::getExtendedRuntime, Thermostat::setExtendedRuntime),
            part(Selection::getIncludeElectricity, Thermostat::getElectricity, Thermostat::setElectricity),
            part(Selection::getIncludeSettings, Thermostat::getSettings, Thermostat::setSettings),
            part(Selection::getIncludeLocation, Thermostat::getLocation, Thermostat::setLocation),
            part(Selection::getIncludeProgram, Thermostat::getProgram, Thermostat::setProgram),
            part(Selection::getIncludeEvents, Thermostat::getEvents, Thermostat::setEvents),
            part(Selection::getIncludeDevice, Thermostat::getDevices, Thermostat::setDevices),
            part(Selection::getIncludeTechnician, Thermostat::getTechnician, Thermostat::setTechnician),
            part(Selection::getIncludeUtility, Thermostat::getUtility, Thermostat::setUtility),
            part(Selection::getIncludeManagement, Thermostat::getManagement, Thermostat::setManagement),
            part(Selection::getIncludeAlerts, Thermostat::getAlerts, Thermostat::setAlerts),
            part(Selection::getIncludeReminders, Thermostat::getReminders, Thermostat::setReminders),
            part(Selection::getIncludeWeather, Thermostat::getWeather, Thermostat::setWeather),
            part(Selection::getIncludeHouseDetails, Thermostat::getHouseDetails, Thermostat::setHouseDetails),
            part(Selection::getIncludeOemCfg, Thermostat::getOemCfg, Thermostat::setOemCfg),
            part(Selection::getIncludeEquipmentStatus, Thermostat::getEquipmentStatus, Thermostat::setEquipmentStatus),
            part(Selection::getIncludeNotificationSettings, Thermostat::getNotificationSettings,
                    Thermostat::setNotificationSettings),
            part(Selection::getIncludePrivacy, Thermostat::getPrivacy, Thermostat::setPrivacy),
            part(Selection::getIncludeVersion, Thermostat::getVersion, Thermostat::setVersion),
            part(Selection::getIncludeSecuritySettings, Thermostat::getSecuritySettings, Thermostat::setSecuritySettings),
            part(Selection::getIncludeSensors, Thermostat::getRemoteSensors, Thermostat::setRemoteSensors),
            part(Selection::getIncludeAudio, Thermostat::getAudio, Thermostat::setAudio),
            part(Selection::getIncludeEnergy, Thermostat::getEnergy, Thermostat::setEnergy),
            part(Selection::getIncludeCapabilities, Thermostat::getCapabilities, Thermostat::setCapabilities));

    private ThermostatView() {
    }

    /**
     * A thermostat with the parts asked for. It shares them with the live one: write it before letting go of the lock.
     */
    static Thermostat of(VirtualThermostat thermostat, Selection selection, Instant now) {
        Thermostat state = thermostat.state();
        Thermostat view = new Thermostat().withIdentifier(state.getIdentifier()).withName(state.getName())
                .withThermostatRev(state.getThermostatRev()).withIsRegistered(state.getIsRegistered())
                .withModelNumber(state.getModelNumber()).withBrand(state.getBrand()).withFeatures(state.getFeatures())
                .withLastModified(state.getLastModified())
                .withThermostatTime(thermostat.clock().at(now).toString()).withUtcTime(ThermostatClock.utc(now));
        PARTS.forEach(part -> part.copy(selection, state, view));
        state.getAdditionalProperties().forEach(view::setAdditionalProperty);
        return view;
    }

    private static <T> Part<T> part(
            Function<Selection, Boolean> flag, Function<Thermostat, T> get,
            BiConsumer<Thermostat, T> set) {
        return new Part<>(flag, get, set);
    }

    private record Part<T>(Function<Selection, Boolean> flag, Function<Thermostat, T> get, BiConsumer<Thermostat, T> set) {
        void copy(Selection selection, Thermostat from, Thermostat to) {
            if (Boolean.TRUE.equals(flag.apply(selection))) {
                set.accept(to, get.apply(from));
            }
        }
    }
}
