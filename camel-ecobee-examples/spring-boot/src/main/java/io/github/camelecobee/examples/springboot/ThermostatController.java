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
package io.github.camelecobee.examples.springboot;

import java.util.List;

import io.github.camelecobee.EcobeeConstants;
import io.github.camelecobee.model.Thermostat;
import org.apache.camel.FluentProducerTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Thermostats over REST. */
@RestController
@RequestMapping("/thermostats/{identifier}")
public class ThermostatController {
    private final FluentProducerTemplate camel;

    /**
     * Spring creates it.
     *
     * @param camel sends to routes
     */
    public ThermostatController(FluentProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * Reads a thermostat.
     *
     * @param  identifier its serial number
     * @return            what it measures and holds now
     */
    @GetMapping
    public ThermostatView read(@PathVariable String identifier) {
        List<?> thermostats
                = camel.to("direct:read").withHeader(EcobeeConstants.THERMOSTAT_IDS, identifier).request(List.class);
        return ThermostatView.of((Thermostat) thermostats.get(0));
    }

    /**
     * Holds temperatures until the program changes them.
     *
     * @param  identifier its serial number
     * @param  hold       the temperatures
     * @return            the thermostat, as it is then
     */
    @PutMapping("/hold")
    public ThermostatView hold(@PathVariable String identifier, @RequestBody Hold hold) {
        camel.to("direct:hold").withHeader(EcobeeConstants.THERMOSTAT_IDS, identifier)
                .withHeader(EcobeeConstants.HEAT_HOLD_TEMP, hold.heat())
                .withHeader(EcobeeConstants.COOL_HOLD_TEMP, hold.cool()).request();
        return read(identifier);
    }
}
