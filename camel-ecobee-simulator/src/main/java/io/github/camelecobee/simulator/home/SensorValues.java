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
import java.time.ZoneOffset;
import java.util.Set;

/** What sensors measure, as {@code remoteSensors} shows it (RemoteSensorCapability.shtml). */
final class SensorValues {
    /** Newer models that smell the air; the others of ecobee's range do not. */
    private static final Set<String> WITH_AIR_QUALITY = Set.of("aresSmart");
    private static final int FRESH_AIR = 420;

    private SensorValues() {
    }

    static boolean hasAirQuality(String model) {
        return WITH_AIR_QUALITY.contains(model);
    }

    /** Volatile compounds in parts per billion: in this house people make them, as they make carbon dioxide. */
    static int volatiles(int carbonDioxide) {
        return 150 + (carbonDioxide - FRESH_AIR) / 2;
    }

    /** The score that the newer models show, higher for worse air; its formula is our choice. */
    static int score(int carbonDioxide) {
        return Math.max(0, Math.min(350, (carbonDioxide - FRESH_AIR) / 8));
    }

    /** Hectopascal, another value every three hours: in which unit ecobee sends it is not known. */
    private static long airPressure(Surroundings around, Place place) {
        LocalDateTime local = around.local();
        return 1014 + Math.round(9 * place.outdoors().noise(
                local.toLocalDate().toEpochDay() * 8 + local.getHour() / 3 + 11_000_000));
    }

    /** A door: "1" while it is shut, "0" in the few intervals in which people who are there go through it. */
    private static String contact(Surroundings around, Place place, int number) {
        long tick = around.local().toEpochSecond(ZoneOffset.UTC) / 300;
        return around.somebodyThere() && place.outdoors().noise(tick * 31 + number) > 0.8 ? "0" : "1";
    }

    /** A value, empty for a type that is not simulated. Each sensor hangs in a warmer or colder corner of its own. */
    static String of(
            String type, int number, int temperature, int humidity, int carbonDioxide, Conditions conditions,
            Surroundings around) {
        Place place = conditions.place();
        return switch (type) {
            case "temperature" -> String.valueOf(
                    temperature + (number == 0 ? 0 : Math.round(12 * place.outdoors().noise(number))));
            case "humidity" -> String.valueOf(humidity);
            case "occupancy" -> String.valueOf(place.motion(around, number, conditions.away()));
            case "co2", "co2PPM" -> String.valueOf(carbonDioxide);
            case "vocPPM" -> String.valueOf(volatiles(carbonDioxide));
            case "airQuality" -> String.valueOf(score(carbonDioxide));
            case "airQualityAccuracy" -> "4";
            case "airPressure" -> String.valueOf(airPressure(around, place));
            case "dryContact" -> contact(around, place, number);
            default -> "";
        };
    }
}
