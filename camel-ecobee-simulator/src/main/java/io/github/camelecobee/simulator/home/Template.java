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

import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Location;
import io.github.camelecobee.model.Program;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.RemoteSensorCapability;
import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.Weather;
import io.github.camelecobee.model.WeatherForecast;

/**
 * The thermostat that stands in for all that others do not say. What never changes by itself is shared between all that
 * do not say it, which is why nobody may change it in place: it is what makes 100,000 thermostats fit into memory.
 */
final class Template {
    private static final String TEXT = text();
    private static final List<PropertyDescriptor> PROPERTIES = properties();
    private static final Template HOME = new Template(defaults());
    private static final Template OFFICE = new Template(office());

    private final Thermostat defaults;
    private final Map<String, Object> values;

    private Template(Thermostat defaults) {
        this.defaults = defaults;
        this.values = Json.map(defaults);
    }

    /** A new thermostat that nothing shares. */
    static Thermostat defaults() {
        return EcobeeJson.read(TEXT, Thermostat.class);
    }

    /** Adds what a thermostat does not say, object by object. */
    static Thermostat complete(Thermostat given) {
        Template template = String.valueOf(given.getModelNumber()).endsWith("Ems") ? OFFICE : HOME;
        Thermostat complete = template.merged(given);
        for (PropertyDescriptor each : PROPERTIES) {
            share(each, template.defaults, complete);
        }
        if (given.getRemoteSensors() == null) {
            complete.setRemoteSensors(sensors(complete));
        }
        // These change by themselves.
        complete.setRuntime(own(complete.getRuntime(), Runtime.class));
        complete.setLocation(own(complete.getLocation(), Location.class));
        Program program = complete.getProgram();
        complete.setProgram(new Program().withSchedule(program.getSchedule()).withClimates(program.getClimates())
                .withCurrentClimateRef(program.getCurrentClimateRef()));
        program.getAdditionalProperties().forEach(complete.getProgram()::setAdditionalProperty);
        complete.setEvents(new ArrayList<>(complete.getEvents()));
        complete.setWeather(weather(complete.getWeather()));
        return complete;
    }

    /** Of the forecasts only the first follows the weather. */
    private static Weather weather(Weather shared) {
        List<WeatherForecast> forecasts = new ArrayList<>(shared.getForecasts());
        forecasts.set(0, own(forecasts.get(0), WeatherForecast.class));
        Weather weather = own(shared, Weather.class);
        weather.setForecasts(forecasts);
        return weather;
    }

    /** What the thermostat says, each of its objects completed, and nothing else. */
    private Thermostat merged(Thermostat given) {
        Map<String, Object> said = Json.map(given);
        said.replaceAll((name, value) -> Json.merged(values.get(name), value));
        return EcobeeJson.convert(said, Thermostat.class);
    }

    private static void share(PropertyDescriptor property, Thermostat from, Thermostat to) {
        try {
            if (property.getReadMethod().invoke(to) == null && !to.isExplicitNull(property.getName())) {
                property.getWriteMethod().invoke(to, property.getReadMethod().invoke(from));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(property.getName() + " of a thermostat cannot be set", e);
        }
    }

    private static List<RemoteSensor> sensors(Thermostat complete) {
        List<RemoteSensor> sensors = new ArrayList<>();
        complete.getRemoteSensors().forEach(sensor -> sensors.add(own(sensor, RemoteSensor.class)));
        RemoteSensor itself = sensors.get(0);
        String name = Objects.requireNonNullElse(complete.getName(), "");
        itself.setName(name.isEmpty() ? "Thermostat" : name);
        if (SensorValues.hasAirQuality(String.valueOf(complete.getModelNumber()))) {
            List<RemoteSensorCapability> capabilities = itself.getCapability();
            for (String type : List.of("airQualityAccuracy", "airQuality", "vocPPM", "co2PPM", "airPressure")) {
                capabilities.add(new RemoteSensorCapability().withId(String.valueOf(capabilities.size() + 1)).withType(type)
                        .withValue("0"));
            }
        }
        return sensors;
    }

    private static <T extends EcobeeObject> T own(T shared, Class<T> type) {
        return EcobeeJson.convert(shared, type);
    }

    private static Thermostat office() {
        Thermostat office = defaults();
        office.setProgram(OfficeProgram.of(office.getProgram()));
        return office;
    }

    private static List<PropertyDescriptor> properties() {
        try {
            BeanInfo bean = Introspector.getBeanInfo(Thermostat.class, EcobeeObject.class);
            return Arrays.stream(bean.getPropertyDescriptors())
                    .filter(property -> property.getReadMethod() != null && property.getWriteMethod() != null).toList();
        } catch (IntrospectionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(
                Template.class.getResourceAsStream("/io/github/camelecobee/simulator/home/thermostat.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
