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
package io.github.camelecobee.simulator.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.ClimateSensor;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.UpdateSensorParams;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/**
 * {@code updateSensor}: renames a remote sensor with everything in its enclosure (UpdateSensor.shtml). The thermostat's
 * own sensor takes its name from the thermostat, so it is refused here.
 */
final class UpdateSensor implements ThermostatFunction {
    private static final String NAME = "updateSensor";
    private static final int LONGEST_NAME = 32;

    @Override
    public void apply(Object params, VirtualThermostat thermostat, Instant now) throws StatusException {
        UpdateSensorParams asked = Requests.params(params, UpdateSensorParams.class);
        String name = Refusals.required(NAME, "name", asked.getName());
        String device = Refusals.required(NAME, "deviceId", asked.getDeviceId());
        String capability = Refusals.required(NAME, "sensorId", asked.getSensorId());
        Thermostat changed = thermostat.copy();
        List<RemoteSensor> sensors = changed.getRemoteSensors();
        RemoteSensor sensor = sensors.stream().filter(each -> device.equals(each.getId()))
                .filter(each -> !"thermostat".equals(each.getType()))
                .filter(each -> each.getCapability().stream().anyMatch(one -> capability.equals(one.getId())))
                .findFirst()
                .orElseThrow(() -> Refusals.function(NAME, "Sensor not found: " + device + ":" + capability + "."));
        Refusals.atMost(LONGEST_NAME, name,
                "/thermostat/remoteSensors/remoteSensor[" + (sensors.indexOf(sensor) + 1) + "]/name");
        if (name.equals(sensor.getName())) {
            return;
        }
        sensor.setName(name);
        for (Climate climate : changed.getProgram().getClimates()) {
            List<ClimateSensor> used = Objects.requireNonNullElse(climate.getSensors(), List.of());
            used.stream().filter(each -> String.valueOf(each.getId()).startsWith(device + ":"))
                    .forEach(each -> each.setName(name));
        }
        thermostat.replace(changed);
        thermostat.configured(now);
    }
}
