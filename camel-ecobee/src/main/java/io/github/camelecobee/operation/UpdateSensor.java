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
package io.github.camelecobee.operation;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.UpdateSensorParams;

/** Renames a remote sensor with all it measures (UpdateSensor.shtml). */
public final class UpdateSensor implements ThermostatFunction {
    /** ecobee refuses longer ones. */
    private static final int LONGEST_NAME = 32;

    private static final Pattern WHOLE = Pattern.compile("([a-z0-9]+:\\d+)(?::(\\d+))?");

    /** Creates it. */
    public UpdateSensor() {
    }

    @Override
    public String type() {
        return "updateSensor";
    }

    @Override
    public Class<UpdateSensorParams> paramsType() {
        return UpdateSensorParams.class;
    }

    /** The same header tells which sensor a message is about. */
    @Override
    public Map<String, String> notedParameters() {
        return Map.of("sensorId", "CamelEcobeeSensorId");
    }

    /** Accepts {@code rs:100} and {@code rs:100:1}, as consumers and climates call sensors, for the two ids. */
    @Override
    public Parameters complete(Parameters given, ThermostatSelection target) {
        Parameter sensor = given.get("sensorId").orElse(null);
        Matcher whole = WHOLE.matcher(sensor == null ? "" : sensor.text());
        if (sensor == null || !whole.matches()) {
            return given;
        }
        // Every capability of the enclosure gets the name, whichever is named; they are counted from 1.
        String capability = whole.group(2) == null ? "1" : whole.group(2);
        Parameters named = given.with("sensorId", new Parameter(capability, sensor.place()));
        return named.has("deviceId") ? named : named.with("deviceId", new Parameter(whole.group(1), sensor.place()));
    }

    @Override
    public List<Function> build(Parameters given, Facts facts) {
        return List.of(Functions.function(type(), new UpdateSensorParams()
                .withName(given.need("name").text(1, LONGEST_NAME))
                .withDeviceId(given.need("deviceId").text(1, Integer.MAX_VALUE))
                .withSensorId(given.need("sensorId").text(1, Integer.MAX_VALUE))));
    }

    @Override
    public Set<Include> readBack() {
        return EnumSet.of(Include.SENSORS);
    }

    @Override
    public List<Adjustment> compare(Function sent, Facts before, Thermostat after) {
        UpdateSensorParams asked = EcobeeJson.convert(sent.getParams(), UpdateSensorParams.class);
        String name = after.getRemoteSensors() == null
                ? null
                : after.getRemoteSensors().stream().filter(sensor -> asked.getDeviceId().equals(sensor.getId()))
                        .map(RemoteSensor::getName).findFirst().orElse(null);
        return Objects.equals(asked.getName(), name)
                ? List.of()
                : List.of(new Adjustment(
                        after.getIdentifier(), "remoteSensors." + asked.getDeviceId() + ".name",
                        asked.getName(), name));
    }
}
