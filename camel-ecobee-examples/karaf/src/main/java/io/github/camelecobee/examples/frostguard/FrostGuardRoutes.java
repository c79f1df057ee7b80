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
package io.github.camelecobee.examples.frostguard;

import java.util.Optional;

import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import org.apache.camel.builder.RouteBuilder;

/** Reads the thermostats, and holds a temperature where a room is too cold and is not heated that far. */
public final class FrostGuardRoutes extends RouteBuilder {
    private final String account;
    private final String feedOptions;
    private final Temperature coldBelow;
    private final Temperature holdAt;

    /**
     * Creates them.
     *
     * @param  account                  whose thermostats
     * @param  feedOptions              more options of {@code ecobee:thermostats}, each with an ampersand before it, or
     *                                  empty
     * @param  coldBelow                what is too cold, for example {@code 45F}
     * @param  holdAt                   what is held there, for example {@code 50F}
     * @throws IllegalArgumentException if one is no temperature
     */
    public FrostGuardRoutes(String account, String feedOptions, String coldBelow, String holdAt) {
        this.account = account;
        this.feedOptions = feedOptions;
        this.coldBelow = Temperature.parse(coldBelow);
        this.holdAt = Temperature.parse(holdAt);
    }

    @Override
    public void configure() {
        from("ecobee:thermostats?include=runtime&account=" + account + feedOptions).routeId("frostGuard")
                .log("${body.name}: ${body.runtime.actualTemperature} tenths of a degree F")
                .filter().body(Thermostat.class, this::isInDanger)
                .to("ecobee:setHold?missingSetPoint=running&duration=PT2H&account=" + account + "&heatHoldTemp="
                    + holdAt.tenthsFahrenheit())
                .log("${header.CamelEcobeeThermostatName} is held at " + holdAt);
    }

    private boolean isInDanger(Thermostat thermostat) {
        Runtime now = thermostat.getRuntime();
        return isBelow(coldBelow, now.getActualTemperature()) && isBelow(holdAt, now.getDesiredHeat());
    }

    private static boolean isBelow(Temperature limit, Integer tenthsFahrenheit) {
        Optional<Temperature> reading = Temperature.ofReading(tenthsFahrenheit);
        return reading.isPresent() && reading.get().compareTo(limit) < 0;
    }
}
