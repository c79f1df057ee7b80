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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Location;
import io.github.camelecobee.model.RemoteSensorCapability;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;

/** Thermostats to start with. */
public final class SampleThermostats {
    private static final String TEMPLATE = template();
    private static final List<String> MODELS = List.of("apolloSmart", "nikeSmart", "athenaSmart", "vulcanSmart", "aresSmart");
    private static final List<String> ZONES = List.of("America/Toronto", "America/Chicago", "America/Denver",
            "America/Los_Angeles", "America/Halifax");
    private static final long FIRST_OF_FLEET = 411_900_000_000L;

    private SampleThermostats() {
    }

    /**
     * A small home with the names that have tripped clients: one with a degree sign, an accent and an apostrophe, one
     * with a colon, one that was never named; and a cottage with a heat pump in another zone.
     *
     * @return four thermostats
     */
    public static List<Thermostat> home() {
        return List.of(
                of("311019854581", "Chambre d'été 21°"),
                of("311019854582", "Attic: East").withModelNumber("nikeSmart"),
                of("311019854583", "").withModelNumber("athenaSmart")
                        .withLocation(new Location().withTimeZone("America/Halifax")),
                heatPump(of("311019854584", "Cottage").withModelNumber("vulcanSmart"))
                        .withLocation(new Location().withTimeZone("America/Vancouver")));
    }

    /**
     * Many thermostats of several models in several zones.
     *
     * @param  size                     how many
     * @return                          the thermostats, always the same for the same size
     * @throws IllegalArgumentException if the size is negative
     */
    public static List<Thermostat> fleet(int size) {
        if (size < 0) {
            throw new IllegalArgumentException("A fleet cannot have " + size + " thermostats");
        }
        return IntStream.range(0, size)
                .mapToObj(index -> of(String.valueOf(FIRST_OF_FLEET + index), "Thermostat " + (index + 1))
                        .withModelNumber(MODELS.get(index % MODELS.size()))
                        .withLocation(new Location().withTimeZone(ZONES.get(index % ZONES.size()))))
                .toList();
    }

    /**
     * One thermostat. Whatever it does not say, the simulator adds: an ecobee4 in Toronto with forced air, one remote
     * sensor and a usual program.
     *
     * @param  identifier its serial number
     * @param  name       its name, empty for a thermostat that was never named
     * @return            a new thermostat
     */
    public static Thermostat of(String identifier, String name) {
        return new Thermostat().withIdentifier(identifier).withName(name);
    }

    private static Thermostat heatPump(Thermostat thermostat) {
        return thermostat.withSettings(new Settings().withHasHeatPump(true).withHasForcedAir(false).withHeatStages(2)
                .withCompressorProtectionMinTemp(0));
    }

    /** Adds what a thermostat does not say, object by object. */
    static Thermostat complete(Thermostat given) {
        Thermostat template = defaults();
        String name = Objects.requireNonNullElse(given.getName(), "");
        template.getRemoteSensors().get(0).setName(name.isEmpty() ? "Thermostat" : name);
        if (SensorValues.hasAirQuality(String.valueOf(given.getModelNumber()))) {
            List<RemoteSensorCapability> own = template.getRemoteSensors().get(0).getCapability();
            for (String type : List.of("airQualityAccuracy", "airQuality", "vocPPM", "co2PPM", "airPressure")) {
                own.add(new RemoteSensorCapability().withId(String.valueOf(own.size() + 1)).withType(type).withValue("0"));
            }
        }
        if (String.valueOf(given.getModelNumber()).endsWith("Ems") && given.getProgram() == null) {
            template.setProgram(OfficeProgram.of(template.getProgram()));
        }
        Map<String, Object> merged = Json.map(template);
        Json.merge(merged, Json.map(given));
        return EcobeeJson.convert(merged, Thermostat.class);
    }

    /** The thermostat that stands in for all that others do not say. */
    static Thermostat defaults() {
        return EcobeeJson.read(TEMPLATE, Thermostat.class);
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(SampleThermostats.class.getResourceAsStream(
                "/io/github/camelecobee/simulator/home/thermostat.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
