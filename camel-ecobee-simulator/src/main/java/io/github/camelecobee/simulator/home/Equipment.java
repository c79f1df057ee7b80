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

import java.util.Objects;

import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * The equipment behind a thermostat, as its settings describe it (Settings.shtml). Temperatures in tenths of a degree
 * Fahrenheit, times in minutes.
 *
 * @param mode             the system mode
 * @param pumpStages       stages of a heat pump: as many as it cools with, at least one; 0 without heat pump
 * @param auxiliaryStages  the other stages of heating
 * @param coolStages       stages of cooling
 * @param blown            whether a fan carries the heat
 * @param compressorRest   how long a compressor rests before it starts again
 * @param compressorLowest below this outdoor temperature a heat pump does not heat
 * @param secondHeat       so far below the set point the second stage heats too
 * @param secondCool       so far above the set point the second stage cools too
 * @param auxiliaryHighest above this outdoor temperature auxiliary heat does not help a heat pump
 * @param humidify         percent below which the humidifier runs, 0 without
 * @param dehumidify       percent above which the dehumidifier runs, 0 without
 * @param lowHumidity      the set point of humidification, percent
 * @param highHumidity     the set point of dehumidification, percent
 * @param fanMinutes       in each hour the fan runs so long at least
 * @param ventMinutes      in each hour the ventilator runs so long
 * @param economizer       whether it can cool with air from outside: an output of {@code devices} is wired to one
 */
record Equipment(String mode, int pumpStages, int auxiliaryStages, int coolStages, boolean blown, int compressorRest,
        int compressorLowest, int secondHeat, int secondCool, int auxiliaryHighest, int humidify, int dehumidify,
        int lowHumidity, int highHumidity, int fanMinutes, int ventMinutes, boolean economizer) {

    private static final int HOUR = 60;

    /** What the settings and the wiring describe. */
    static Equipment of(Thermostat state) {
        Settings settings = state.getSettings();
        int cool = number(settings.getCoolStages(), 0);
        int heat = number(settings.getHeatStages(), 0);
        boolean pump = Boolean.TRUE.equals(settings.getHasHeatPump()) && heat > 0;
        int pumpStages = pump ? Math.min(heat, Math.max(1, cool)) : 0;
        return new Equipment(
                String.valueOf(settings.getHvacMode()), pumpStages, heat - pumpStages, cool,
                pump || Boolean.TRUE.equals(settings.getHasForcedAir()),
                (number(settings.getCompressorProtectionMinTime(), 300) + HOUR - 1) / HOUR,
                number(settings.getCompressorProtectionMinTemp(), 0),
                number(settings.getStage1HeatingDifferentialTemp(), 40),
                number(settings.getStage1CoolingDifferentialTemp(), 40),
                number(settings.getAuxMaxOutdoorTemp(), 500), humidify(settings), dehumidify(settings),
                wantedHumidity(settings), number(settings.getDehumidifierLevel(), 0),
                number(settings.getFanMinOnTime(), 0), vent(settings), hasEconomizer(state));
    }

    private static boolean hasEconomizer(Thermostat state) {
        return state.getDevices() != null && state.getDevices().stream()
                .filter(device -> device.getOutputs() != null).flatMap(device -> device.getOutputs().stream())
                .anyMatch(output -> "economizer".equals(output.getType()));
    }

    boolean isOff() {
        return mode.equals("off");
    }

    boolean mayHeat() {
        return !isOff() && !mode.equals("cool") && pumpStages + auxiliaryStages > 0;
    }

    boolean mayCool() {
        return (mode.equals("auto") || mode.equals("cool")) && coolStages > 0;
    }

    private static int humidify(Settings settings) {
        boolean on = Boolean.TRUE.equals(settings.getHasHumidifier()) && !"off".equals(settings.getHumidifierMode());
        return on ? wantedHumidity(settings) : 0;
    }

    private static int wantedHumidity(Settings settings) {
        try {
            return Integer.parseInt(String.valueOf(settings.getHumidity()).strip());
        } catch (NumberFormatException e) {
            // The one number that ecobee keeps as text can be any text.
            return 0;
        }
    }

    private static int dehumidify(Settings settings) {
        return Boolean.TRUE.equals(settings.getHasDehumidifier()) && "on".equals(settings.getDehumidifierMode())
                ? number(settings.getDehumidifierLevel(), 0) : 0;
    }

    private static int vent(Settings settings) {
        if ("none".equals(settings.getVentilatorType()) || settings.getVentilatorType() == null) {
            return 0;
        }
        if ("on".equals(settings.getVent()) || Boolean.TRUE.equals(settings.getIsVentilatorTimerOn())) {
            return HOUR;
        }
        return "minontime".equals(settings.getVent()) ? number(settings.getVentilatorMinOnTime(), 0) : 0;
    }

    private static int number(@Nullable Integer value, int otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
