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

/**
 * What is around a thermostat in one five-minute interval.
 *
 * @param local         the local time at its beginning
 * @param temperature   outdoors, tenths of a degree Fahrenheit
 * @param humidity      outdoors, percent
 * @param wind          miles per hour
 * @param sky           the code of the sky (WeatherForecast.shtml)
 * @param somebodyThere whether people are in the house
 */
record Surroundings(LocalDateTime local, double temperature, int humidity, int wind, int sky, boolean somebodyThere) {
}
