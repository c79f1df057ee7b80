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

import java.util.Set;
import java.util.TreeSet;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.RemoteSensorCapability;
import io.github.camelecobee.model.Thermostat;

/**
 * Everything that decides what a house does in the next minute, apart from the state of the house. Two thermostats with
 * equal conditions and equal houses do the same for ever, which is why a history needs to keep no more than these.
 *
 * @param aim        the set points
 * @param fanMinutes in each hour the fan runs so long at least
 * @param equipment  the equipment
 * @param place      where it hangs
 * @param climate    the name of the climate
 * @param event      the name of the running event as reports tell it, empty for none
 * @param connected  whether the cloud hears of it
 * @param away       whether the people are on vacation
 * @param silent     the sensors that cannot be reached
 * @param offset     by how much demand management has moved the set points, tenths of a degree Fahrenheit
 */
record Conditions(SetPoints aim, int fanMinutes, Equipment equipment, Place place, String climate, String event,
        boolean connected, boolean away, Set<String> silent, int offset) {

    /** The conditions under which a thermostat works. */
    static Conditions of(Thermostat state, Climate climate, Equipment equipment, Place place) {
        Event running = state.getEvents().stream().filter(event -> Boolean.TRUE.equals(event.getRunning())).findFirst()
                .orElse(null);
        int fanMinutes = running == null || running.getFanMinOnTime() == null
                ? equipment.fanMinutes() : Math.max(equipment.fanMinutes(), running.getFanMinOnTime());
        boolean away = state.getEvents().stream()
                .anyMatch(event -> "vacation".equals(event.getType()) && Boolean.TRUE.equals(event.getRunning()));
        return new Conditions(
                SetPoints.of(climate).under(state.getEvents()), fanMinutes, equipment, place,
                String.valueOf(climate.getName()), running == null ? "" : name(running),
                Boolean.TRUE.equals(state.getRuntime().getConnected()), away, silent(state), 0);
    }

    /** The same with both set points moved. */
    Conditions shiftedBy(int tenths) {
        SetPoints moved = new SetPoints(aim.heat() + tenths, aim.cool() + tenths, aim.fanOn(), aim.occupied());
        return new Conditions(moved, fanMinutes, equipment, place, climate, event, connected, away, silent, tenths);
    }

    /** The conditions under which a thermostat works that nobody touches. */
    static Conditions untouched(Climate climate, Equipment equipment, Place place) {
        return new Conditions(
                SetPoints.of(climate), equipment.fanMinutes(), equipment, place, String.valueOf(climate.getName()), "", true,
                false, Set.of(), 0);
    }

    /** Reports call a hold "hold", whatever its event is called. */
    private static String name(Event event) {
        return "hold".equals(event.getType()) ? "hold" : String.valueOf(event.getName());
    }

    private static Set<String> silent(Thermostat state) {
        Set<String> silent = new TreeSet<>();
        for (RemoteSensor sensor : state.getRemoteSensors()) {
            for (RemoteSensorCapability capability : sensor.getCapability()) {
                if ("unknown".equals(capability.getValue())) {
                    silent.add(String.valueOf(sensor.getId()));
                }
            }
        }
        return silent.isEmpty() ? Set.of() : silent;
    }
}
