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

import io.github.camelecobee.model.RemoteSensor;

/**
 * What a thermostat measured in one five-minute interval: values of its beginning, and seconds of equipment within it
 * (get-runtime-report.shtml). Stage-1 seconds include the time in which stage 2 runs too.
 */
public final class Reading {
    private final long tick;
    private final Conditions conditions;
    private final Surroundings around;
    private final int temperature;
    private final int humidity;
    private final int carbonDioxide;
    private final int[] seconds;

    Reading(long tick, Conditions conditions, Surroundings around, House house) {
        this.tick = tick;
        this.conditions = conditions;
        this.around = around;
        this.temperature = house.temperature();
        this.humidity = house.humidity();
        this.carbonDioxide = house.carbonDioxide();
        this.seconds = new int[Part.values().length];
    }

    /** Counts a minute of the house's equipment. */
    void count(House house) {
        count(Part.HEAT_PUMP_1, house.pump() > 0);
        count(Part.HEAT_PUMP_2, house.pump() > 1);
        count(Part.AUXILIARY_1, house.auxiliary() > 0);
        count(Part.AUXILIARY_2, house.auxiliary() > 1);
        count(Part.AUXILIARY_3, house.auxiliary() > 2);
        count(Part.COOL_1, house.cool() > 0);
        count(Part.COOL_2, house.cool() > 1);
        count(Part.FAN, house.blows());
        count(Part.HUMIDIFIER, house.humidifies());
        count(Part.DEHUMIDIFIER, house.dehumidifies());
        count(Part.VENTILATOR, house.ventilates());
        count(Part.ECONOMIZER, house.economizes());
    }

    private void count(Part part, boolean runs) {
        seconds[part.ordinal()] += runs ? 60 : 0;
    }

    /**
     * The interval.
     *
     * @return five-minute intervals since 1970, UTC
     */
    public long tick() {
        return tick;
    }

    /**
     * Whether the cloud has heard of it.
     *
     * @return whether the thermostat was online
     */
    public boolean connected() {
        return conditions.connected();
    }

    /**
     * Seconds that a part of the equipment ran.
     *
     * @param  part which part
     * @return      0 to 300
     */
    public int seconds(Part part) {
        return seconds[part.ordinal()];
    }

    /**
     * The temperature that the thermostat shows.
     *
     * @return tenths of a degree Fahrenheit
     */
    public int temperature() {
        return temperature;
    }

    /**
     * The humidity that the thermostat shows.
     *
     * @return percent
     */
    public int humidity() {
        return humidity;
    }

    /**
     * The set point of humidification.
     *
     * @return percent
     */
    public int humidityLow() {
        return conditions.equipment().lowHumidity();
    }

    /**
     * The set point of dehumidification.
     *
     * @return percent
     */
    public int humidityHigh() {
        return conditions.equipment().highHumidity();
    }

    /**
     * The air that the thermostat smells, where it can.
     *
     * @return parts per million of carbon dioxide
     */
    public int carbonDioxide() {
        return carbonDioxide;
    }

    /**
     * The heat set point.
     *
     * @return tenths of a degree Fahrenheit
     */
    public int heat() {
        return conditions.aim().heat();
    }

    /**
     * The cool set point.
     *
     * @return tenths of a degree Fahrenheit
     */
    public int cool() {
        return conditions.aim().cool();
    }

    /**
     * By how much demand management had moved the set points.
     *
     * @return tenths of a degree Fahrenheit, 0 for not at all
     */
    public int demandOffset() {
        return conditions.offset();
    }

    /**
     * The system mode.
     *
     * @return {@code auto}, {@code auxHeatOnly}, {@code cool}, {@code heat} or {@code off}
     */
    public String hvacMode() {
        return conditions.equipment().mode();
    }

    /**
     * The climate.
     *
     * @return its name
     */
    public String climate() {
        return conditions.climate();
    }

    /**
     * The running event.
     *
     * @return its name, {@code hold} for a hold, empty for none
     */
    public String event() {
        return conditions.event();
    }

    /**
     * The outdoor temperature.
     *
     * @return tenths of a degree Fahrenheit
     */
    public int outdoorTemperature() {
        return (int) Math.round(around.temperature());
    }

    /**
     * The outdoor humidity.
     *
     * @return percent
     */
    public int outdoorHumidity() {
        return around.humidity();
    }

    /**
     * The wind, in the unit of reports; forecasts have miles.
     *
     * @return kilometres per hour
     */
    public int wind() {
        return (int) Math.round(around.wind() * 1.609);
    }

    /**
     * The sky.
     *
     * @return its code (WeatherForecast.shtml)
     */
    public int sky() {
        return around.sky();
    }

    /**
     * Whether a sensor could be reached.
     *
     * @param  sensor the sensor
     * @return        whether it could
     */
    public boolean reaches(RemoteSensor sensor) {
        Set<String> silent = conditions.silent();
        return silent.isEmpty() || !silent.contains(String.valueOf(sensor.getId()));
    }

    /**
     * What a sensor measured.
     *
     * @param  type   the type of the capability
     * @param  number the sensor's place in the thermostat's list, 0 for the thermostat's own
     * @return        the value as {@code remoteSensors} shows it, empty for a type that is not simulated
     */
    public String sensorValue(String type, int number) {
        return SensorValues.of(type, number, temperature, humidity, carbonDioxide, conditions, around);
    }

    /**
     * Whether the thermostat saw somebody.
     *
     * @return whether it did
     */
    public boolean occupied() {
        return conditions.place().motion(around, 0, conditions.away());
    }

    /**
     * The highest stage that ran, in the words of {@code zoneHvacMode} (get-runtime-report.shtml).
     *
     * @return one of the eleven values
     */
    public String stage() {
        if (seconds(Part.COOL_1) > 0) {
            return seconds(Part.COOL_2) > 0 ? "compressorCoolStage20n" : "compressorCoolStage10n";
        }
        if (seconds(Part.ECONOMIZER) > 0) {
            return "economyCycle";
        }
        if (seconds(Part.HEAT_PUMP_1) > 0) {
            return seconds(Part.HEAT_PUMP_2) > 0 ? "compressorHeatStage20n" : "compressorHeatStage10n";
        }
        if (seconds(Part.AUXILIARY_3) > 0) {
            return "heatStage30n";
        }
        if (seconds(Part.AUXILIARY_1) > 0) {
            return seconds(Part.AUXILIARY_2) > 0 ? "heatStage20n" : "heatStage10n";
        }
        return "heatOff";
    }

    /** A part of the equipment of which seconds are counted. */
    public enum Part {
        /** Heat pump, first stage. */
        HEAT_PUMP_1,
        /** Heat pump, second stage. */
        HEAT_PUMP_2,
        /** Auxiliary heat, first stage; heating without heat pump. */
        AUXILIARY_1,
        /** Auxiliary heat, second stage. */
        AUXILIARY_2,
        /** Auxiliary heat, third stage. */
        AUXILIARY_3,
        /** Cooling, first stage. */
        COOL_1,
        /** Cooling, second stage. */
        COOL_2,
        /** Fan. */
        FAN,
        /** Humidifier. */
        HUMIDIFIER,
        /** Dehumidifier. */
        DEHUMIDIFIER,
        /** Economizer: dampers that let cold air in. */
        ECONOMIZER,
        /** Ventilator. */
        VENTILATOR
    }
}
