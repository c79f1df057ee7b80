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

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class TemperatureTest {
    @Test
    void readingIsTenthsOfADegreeFahrenheit() {
        assertThat(Temperature.ofReading(725)).contains(new Temperature(725));
        assertThat(Temperature.ofReading("716")).contains(new Temperature(716));
        assertThat(Temperature.ofReading(" -40 ")).contains(new Temperature(-40));
        assertThat(Temperature.ofReading(0)).contains(new Temperature(0));
    }

    @ParameterizedTest
    @ValueSource(ints = { -5002, -5003, -5000, -2700, -4990, -1501, 2501, 32767, Integer.MIN_VALUE, Integer.MAX_VALUE })
    @Tag("field-60")
    void whatNoThermometerShowsIsNoTemperature(int reading) {
        assertThat(Temperature.ofReading(reading)).isEmpty();
        assertThat(Temperature.ofReading(String.valueOf(reading))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "unknown", "", " ", "-", "71.6", "true", "7e2", "99999999999", "٧٠٠" })
    @Tag("field-60")
    void textThatIsNoWholeNumberIsNoTemperature(String reading) {
        assertThat(Temperature.ofReading(reading)).isEmpty();
    }

    @Test
    @Tag("field-60")
    void edgesOfThePhysicalRangeAreTemperatures() {
        assertThat(Temperature.ofReading(-1500)).isPresent();
        assertThat(Temperature.ofReading(2500)).isPresent();
    }

    @Test
    @Tag("field-60")
    void absentReadingIsNoTemperature() {
        assertThat(Temperature.ofReading((Integer) null)).isEmpty();
        assertThat(Temperature.ofReading((String) null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "68F,680", "68 f,680", "20.5C,689", "20 °C,680", "-40C,-400", "-40F,-400", "0C,320", "+21.5c,707",
            "72.55F,726", "680,680", "-25,-25", " 70F ,700" })
    void peopleWriteFahrenheitCelsiusOrTenths(String text, int tenths) {
        assertThat(Temperature.parse(text)).isEqualTo(new Temperature(tenths));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "warm", "68K", "20,5C", "68.5", "C", "1e3F", "123456", "68F68F" })
    void refusalSaysHowToWriteATemperature(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Temperature.parse(text))
                .withMessageContaining("'" + text + "'").withMessageContaining("68F").withMessageContaining("20.5C")
                .withMessageContaining("680");
    }

    @ParameterizedTest
    @CsvSource({ "320,0.0", "2120,100.0", "-400,-40.0", "725,22.5", "710,21.7", "321,0.1", "319,-0.1", "0,-17.8" })
    void celsiusIsRoundedToOneDecimal(int tenths, double celsius) {
        assertThat(new Temperature(tenths).toCelsius()).isEqualTo(celsius);
    }

    @ParameterizedTest
    @CsvSource({ "0,320", "21.5,707", "21.25,703", "-17.8,0", "-40,-400", "22.2,720" })
    void celsiusBecomesTenthsOfADegreeFahrenheit(double celsius, int tenths) {
        assertThat(Temperature.ofCelsius(celsius)).isEqualTo(new Temperature(tenths));
    }

    @ParameterizedTest
    @CsvSource({ "72.5,725", "72.54,725", "72.55,726", "-0.04,0", "-0.05,-1" })
    void fahrenheitIsRoundedToTenths(double fahrenheit, int tenths) {
        assertThat(Temperature.ofFahrenheit(fahrenheit)).isEqualTo(new Temperature(tenths));
    }

    @Test
    void wayThroughCelsiusCostsAtMostATenth() {
        IntStream.rangeClosed(-400, 1200).mapToObj(Temperature::new).forEach(temperature -> assertThat(
                Temperature.ofCelsius(temperature.toCelsius()).tenthsFahrenheit()).as("%s", temperature)
                .isCloseTo(temperature.tenthsFahrenheit(), within(1)));
    }

    @Test
    void wayFromCelsiusAndBackIsExact() {
        IntStream.rangeClosed(-400, 500).mapToDouble(tenths -> tenths / 10.0)
                .forEach(celsius -> assertThat(Temperature.ofCelsius(celsius).toCelsius()).isEqualTo(celsius));
    }

    @Test
    void writtenTemperatureReadsBack() {
        IntStream.rangeClosed(-400, 1200).mapToObj(Temperature::new).forEach(temperature -> {
            assertThat(Temperature.parse(temperature.toString())).isEqualTo(temperature);
            assertThat(Temperature.ofFahrenheit(temperature.toFahrenheit())).isEqualTo(temperature);
        });
        assertThat(new Temperature(725)).hasToString("72.5F");
        assertThat(new Temperature(-5)).hasToString("-0.5F");
    }

    @Test
    void notANumberIsNoTemperature() {
        for (double degrees : List.of(Double.NaN, Double.POSITIVE_INFINITY, 1e300)) {
            assertThatIllegalArgumentException().isThrownBy(() -> Temperature.ofCelsius(degrees));
            assertThatIllegalArgumentException().isThrownBy(() -> Temperature.ofFahrenheit(degrees));
        }
    }

    @Test
    void warmerComesAfterColder() {
        assertThat(List.of(Temperature.parse("70F"), Temperature.parse("-4F"), Temperature.parse("20C")))
                .isNotEmpty().satisfies(list -> assertThat(list.stream().sorted().map(Temperature::tenthsFahrenheit))
                        .containsExactly(-40, 680, 700));
    }
}
