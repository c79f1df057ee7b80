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

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the weather of a thermostat says. */
class ForecastTest {
    private static final Weather WEATHER = EcobeeJson.read("""
            {"timestamp": "2025-01-14 16:40:00", "forecasts": [
              {"dateTime": "2025-01-13 19:00:00", "temperature": 0, "tempHigh": 415, "tempLow": -5002, "dewpoint": -5002,
               "relativeHumidity": 61, "windGust": -5002, "pop": 0},
              {"dateTime": "2025-01-14 00:00:00", "temperature": -5002, "tempHigh": 380},
              {"dateTime": "2025-01-15 00:00:00", "tempHigh": 350, "windGust": 13},
              {"dateTime": "tomorrow"}]}
            """, Weather.class);

    @Test
    @Tag("field-69")
    void theFirstIsNowWhateverItsTimeSays() {
        Forecast now = Forecast.now(WEATHER).orElseThrow();

        assertThat(now.temperature()).contains(new Temperature(0));
        assertThat(now.time()).contains(LocalDateTime.parse("2025-01-13T19:00:00"));
        assertThat(now.high()).contains(new Temperature(415));
    }

    @Test
    @Tag("field-69")
    void laterOnesKeepTheirOwnTime() {
        List<Forecast> later = Forecast.later(WEATHER);

        assertThat(later).extracting(forecast -> forecast.time().map(LocalDateTime::toString).orElse("")).containsExactly(
                "2025-01-14T00:00", "2025-01-15T00:00", "");
        assertThat(later).extracting(forecast -> forecast.high().map(Temperature::tenthsFahrenheit).orElse(-1))
                .containsExactly(380, 350, -1);
    }

    @Test
    @Tag("field-69")
    @Tag("field-73")
    void whatEcobeeDoesNotKnowIsAbsentAndNotZero() {
        Forecast now = Forecast.now(WEATHER).orElseThrow();

        assertThat(now.low()).isEmpty();
        assertThat(now.dewpoint()).isEmpty();
        assertThat(now.windGust()).isEmpty();
        assertThat(Forecast.later(WEATHER).get(0).temperature()).isEmpty();
        assertThat(Forecast.later(WEATHER).get(0).windGust()).isEmpty();
        assertThat(Forecast.later(WEATHER).get(1).windGust()).contains(13);
    }

    @Test
    void noWeatherIsNoForecast() {
        assertThat(Forecast.now(null)).isEmpty();
        assertThat(Forecast.later(null)).isEmpty();
        assertThat(Forecast.now(new Weather())).isEmpty();
        assertThat(Forecast.later(new Weather().withForecasts(List.of()))).isEmpty();
    }
}
