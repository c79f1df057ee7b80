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

import java.util.ArrayList;
import java.util.List;

/**
 * The air around a thermostat and the equipment that moves it, in steps of a minute: the air drifts toward the outdoor
 * temperature (first order, with a time constant of 20 hours), and equipment, people and sun push it. Guarded by the
 * home's lock, or owned by a replay.
 */
final class House {
    private static final double LEAK = 1 / 1200.0;
    /** Tenths of a degree a minute: about 6 degrees Fahrenheit an hour. */
    private static final double POWER = 1.0;
    private static final double SECOND = 0.6;
    /** Equipment starts half a degree beyond the set point and stops half a degree on the other side. */
    private static final double DEADBAND = 5;
    /** Below this outdoors a heat pump needs help, tenths of a degree Fahrenheit. */
    private static final double AUXILIARY_BELOW = 250;
    /** What has started runs so many minutes at least: the minimum cycle is our choice, ecobee's is not published. */
    private static final int SHORTEST_RUN = 5;
    private static final int LONG_AGO = 10_000;
    private static final double FRESH_AIR = 420;
    /** So much colder than the room the air outside must be to cool it: our choice. */
    private static final double FREE_COOLING = 100;

    private double temperature;
    private double humidity;
    private double carbonDioxide;
    private int pump;
    private int auxiliary;
    private int cool;
    private boolean fan;
    private boolean humidifier;
    private boolean dehumidifier;
    private boolean ventilator;
    private boolean economizer;
    private int runMinutes;
    private int restMinutes = LONG_AGO;
    private int fanThisHour;

    House(double temperature, double humidity) {
        this.temperature = temperature;
        this.humidity = humidity;
        this.carbonDioxide = FRESH_AIR + 200;
    }

    House copy() {
        House copy = new House(temperature, humidity);
        copy.become(this);
        return copy;
    }

    void become(House other) {
        temperature = other.temperature;
        humidity = other.humidity;
        carbonDioxide = other.carbonDioxide;
        pump = other.pump;
        auxiliary = other.auxiliary;
        cool = other.cool;
        fan = other.fan;
        humidifier = other.humidifier;
        dehumidifier = other.dehumidifier;
        ventilator = other.ventilator;
        economizer = other.economizer;
        runMinutes = other.runMinutes;
        restMinutes = other.restMinutes;
        fanThisHour = other.fanThisHour;
    }

    /** One minute passes. */
    void minute(Conditions conditions, Surroundings around, int minuteOfHour) {
        boolean compressor = pump > 0 || cool > 0;
        boolean idle = pump + auxiliary + cool == 0 && !economizer;
        heat(conditions, around);
        cool(conditions, around);
        runMinutes = pump + auxiliary + cool == 0 && !economizer || idle ? 0 : runMinutes + 1;
        restMinutes = compressor && pump + cool == 0 ? 0 : Math.min(LONG_AGO, restMinutes + 1);
        blow(conditions, minuteOfHour);
        moisten(conditions.equipment());
        drift(conditions, around);
    }

    private void heat(Conditions conditions, Surroundings around) {
        Equipment equipment = conditions.equipment();
        double missing = conditions.aim().heat() - temperature;
        boolean heating = pump + auxiliary > 0;
        boolean wanted = equipment.mayHeat()
                && (missing > (heating ? -DEADBAND : DEADBAND) || heating && runMinutes < SHORTEST_RUN);
        boolean second = missing > equipment.secondHeat() || pump + auxiliary > 1 && missing > 0;
        boolean pumpMay = equipment.pumpStages() > 0 && !equipment.mode().equals("auxHeatOnly")
                && around.temperature() >= equipment.compressorLowest();
        boolean rested = pump > 0 || restMinutes >= equipment.compressorRest();
        pump = 0;
        auxiliary = 0;
        if (!wanted) {
            return;
        }
        if (pumpMay && rested) {
            pump = second ? equipment.pumpStages() : 1;
        }
        boolean help = equipment.pumpStages() == 0 || equipment.mode().equals("auxHeatOnly")
                || around.temperature() <= equipment.auxiliaryHighest()
                        && (!pumpMay || second || around.temperature() < AUXILIARY_BELOW);
        if (help && equipment.auxiliaryStages() > 0) {
            auxiliary = second ? equipment.auxiliaryStages() : 1;
        }
    }

    private void cool(Conditions conditions, Surroundings around) {
        Equipment equipment = conditions.equipment();
        double excess = temperature - conditions.aim().cool();
        boolean cooling = cool > 0 || economizer;
        boolean wanted = equipment.mayCool() && pump + auxiliary == 0
                && (excess > (cooling ? -DEADBAND : DEADBAND) || cooling && runMinutes < SHORTEST_RUN);
        boolean second = excess > equipment.secondCool() || cool > 1 && excess > 0;
        economizer = wanted && equipment.economizer() && around.temperature() < temperature - FREE_COOLING;
        if (!wanted || economizer || cool == 0 && restMinutes < equipment.compressorRest()) {
            cool = 0;
        } else {
            cool = second ? equipment.coolStages() : 1;
        }
    }

    /** In each hour the fan runs for as long as it must; what is missing is made up for at its end. */
    private void blow(Conditions conditions, int minuteOfHour) {
        Equipment equipment = conditions.equipment();
        if (minuteOfHour == 0) {
            fanThisHour = 0;
        }
        boolean due = fanThisHour < conditions.fanMinutes() && 60 - minuteOfHour <= conditions.fanMinutes() - fanThisHour;
        fan = !equipment.isOff() && (conditions.aim().fanOn() || due)
                || cool > 0 || economizer || pump + auxiliary > 0 && equipment.blown();
        fanThisHour += fan ? 1 : 0;
        ventilator = minuteOfHour < equipment.ventMinutes();
    }

    private void moisten(Equipment equipment) {
        humidifier = equipment.humidify() > humidity && pump + auxiliary > 0;
        dehumidifier = equipment.dehumidify() > 0 && humidity > equipment.dehumidify();
    }

    private void drift(Conditions conditions, Surroundings around) {
        Place place = conditions.place();
        int people = around.somebodyThere() && !conditions.away() ? place.occupants() : 0;
        boolean sun = around.sky() == 1 && around.local().getHour() >= 10 && around.local().getHour() < 17;
        double weak = around.temperature() < AUXILIARY_BELOW ? 0.7 : 1;
        temperature += (around.temperature() - temperature) * LEAK + people * 0.02 + (sun ? 0.08 : 0)
                       + weak * stages(pump) + stages(auxiliary) - stages(cool)
                       - (economizer ? SECOND : 0);
        // Winter air is dry once it is warm; people and kitchens add to it.
        double outside = Math.max(22, Math.min(62, 25 + around.temperature() / 25));
        humidity += (outside + people - humidity) / 600 + (humidifier ? 0.08 : 0) - (dehumidifier ? 0.08 : 0)
                    - (cool > 0 ? 0.02 : 0);
        carbonDioxide += (FRESH_AIR - carbonDioxide) / (ventilator ? 60 : 120) + people * 1.5;
    }

    private static double stages(int running) {
        return running == 0 ? 0 : POWER + (running - 1) * SECOND;
    }

    void setTemperature(double tenthsFahrenheit) {
        temperature = tenthsFahrenheit;
    }

    /** Tenths of a degree Fahrenheit, as the thermostat shows it. */
    int temperature() {
        return (int) Math.round(temperature);
    }

    /** Percent, as the thermostat shows it. */
    int humidity() {
        return (int) Math.max(0, Math.min(100, Math.round(humidity)));
    }

    /** Parts per million, in steps of ten, so that not every minute brings news. */
    int carbonDioxide() {
        return (int) Math.round(carbonDioxide / 10) * 10;
    }

    int pump() {
        return pump;
    }

    int auxiliary() {
        return auxiliary;
    }

    int cool() {
        return cool;
    }

    boolean blows() {
        return fan;
    }

    boolean humidifies() {
        return humidifier;
    }

    boolean dehumidifies() {
        return dehumidifier;
    }

    boolean economizes() {
        return economizer;
    }

    boolean ventilates() {
        return ventilator;
    }

    /** What runs, as {@code equipmentStatus} says it (Thermostat.shtml): a second stage beside the first. */
    String equipmentStatus() {
        List<String> running = new ArrayList<>();
        for (int stage = 1; stage <= pump; stage++) {
            running.add(stage == 1 ? "heatPump" : "heatPump" + stage);
        }
        for (int stage = 1; stage <= auxiliary; stage++) {
            running.add("auxHeat" + stage);
        }
        for (int stage = 1; stage <= cool; stage++) {
            running.add("compCool" + stage);
        }
        add(running, fan, "fan");
        add(running, humidifier, "humidifier");
        add(running, dehumidifier, "dehumidifier");
        add(running, ventilator, "ventilator");
        add(running, economizer, "economizer");
        return String.join(",", running);
    }

    private static void add(List<String> running, boolean runs, String name) {
        if (runs) {
            running.add(name);
        }
    }
}
