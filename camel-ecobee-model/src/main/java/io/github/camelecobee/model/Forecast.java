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
package io.github.camelecobee.model;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link WeatherForecast} says (WeatherForecast.shtml). The first of a {@link Weather} is what the weather is
 * now, whatever its time says; the later ones are of their own time, and no day is counted. What ecobee sends when it
 * does not know, {@code -5002} and the like, is absent. What needs no interpretation is read from {@link #wire()}.
 *
 * @param wire the forecast as it came
 */
@NullMarked
public record Forecast(WeatherForecast wire) {
    /**
     * The weather now.
     *
     * @param  weather the weather of a thermostat, {@code null} when it was not read
     * @return         the first forecast, empty when there is none
     */
    public static Optional<Forecast> now(@Nullable Weather weather) {
        return all(weather).stream().findFirst();
    }

    /**
     * The weather to come.
     *
     * @param  weather the weather of a thermostat, {@code null} when it was not read
     * @return         the forecasts but the first, in ecobee's order; each has its own {@link #time()}
     */
    public static List<Forecast> later(@Nullable Weather weather) {
        return all(weather).stream().skip(1).toList();
    }

    private static List<Forecast> all(@Nullable Weather weather) {
        List<WeatherForecast> forecasts = weather == null ? null : weather.getForecasts();
        return forecasts == null ? List.of() : forecasts.stream().map(Forecast::new).toList();
    }

    /**
     * The time the forecast is for. ecobee does not say in which zone.
     *
     * @return date and time as they came, empty when absent or of another form
     */
    public Optional<LocalDateTime> time() {
        return ThermostatTime.ofReading(wire.getDateTime()).map(ThermostatTime::local);
    }

    /**
     * The temperature.
     *
     * @return empty when unknown
     */
    public Optional<Temperature> temperature() {
        return Temperature.ofReading(wire.getTemperature());
    }

    /**
     * The highest temperature of the day.
     *
     * @return empty when unknown
     */
    public Optional<Temperature> high() {
        return Temperature.ofReading(wire.getTempHigh());
    }

    /**
     * The lowest temperature of the day.
     *
     * @return empty when unknown
     */
    public Optional<Temperature> low() {
        return Temperature.ofReading(wire.getTempLow());
    }

    /**
     * The dew point.
     *
     * @return empty when unknown
     */
    public Optional<Temperature> dewpoint() {
        return Temperature.ofReading(wire.getDewpoint());
    }

    /**
     * The wind's gusts.
     *
     * @return miles per hour, as ecobee sends them, although its page says thousandths; empty when unknown
     */
    public Optional<Integer> windGust() {
        return Optional.ofNullable(wire.getWindGust()).filter(gust -> gust >= 0);
    }
}
