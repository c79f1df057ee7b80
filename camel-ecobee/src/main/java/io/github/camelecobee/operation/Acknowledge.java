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
import java.util.Set;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.AcknowledgeParams;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Thermostat;

/** Acknowledges an alert of one thermostat, or puts it off (Acknowledge.shtml). */
public final class Acknowledge implements ThermostatFunction {
    private static final String THERMOSTAT = "thermostatIdentifier";
    private static final List<String> TYPES = List.of("accept", "decline", "defer", "unacknowledged");

    /** Creates it. */
    public Acknowledge() {
    }

    @Override
    public String type() {
        return "acknowledge";
    }

    @Override
    public Class<AcknowledgeParams> paramsType() {
        return AcknowledgeParams.class;
    }

    /** The alert that the consumer delivered. */
    @Override
    public Map<String, String> notedParameters() {
        return Map.of("ackRef", "CamelEcobeeAlertRef");
    }

    /** ecobee wants the thermostat named although the selection names it, and does nothing when it is another one. */
    @Override
    public Parameters complete(Parameters given, ThermostatSelection target) {
        boolean named = target.type() == ThermostatSelection.Type.THERMOSTATS;
        if (given.has(THERMOSTAT)) {
            Parameter identifier = given.need(THERMOSTAT);
            if (named && !target.match().contains(identifier.text())) {
                throw identifier.wrong("one of the thermostats that are changed: " + String.join(", ", target.match()));
            }
            return given;
        }
        if (!named || target.match().size() != 1) {
            throw new IllegalArgumentException(
                    given.subject() + ": thermostatIdentifier is missing; an alert is that of one thermostat, but this goes to "
                                               + target);
        }
        return given.with(THERMOSTAT, new Parameter(target.match().get(0), "the thermostat"));
    }

    @Override
    public List<Function> build(Parameters given, Facts facts) {
        given.need("ackRef").text(1, Integer.MAX_VALUE);
        String type = given.need("ackType").word(TYPES);
        given.get("remindMeLater").filter(Parameter::flag).filter(later -> !type.equals("defer")).ifPresent(later -> {
            throw new IllegalArgumentException(
                    given.subject() + ": " + later.place() + " 'true' counts only with ackType defer, but that is " + type);
        });
        return List.of(Functions.function(type(), Functions.params(given, AcknowledgeParams.class).withAckType(type)));
    }

    @Override
    public Set<Include> readBack() {
        return EnumSet.of(Include.ALERTS);
    }

    /** ecobee lists alerts that are not acknowledged. */
    @Override
    public List<Adjustment> compare(Function sent, Facts before, Thermostat after) {
        AcknowledgeParams asked = EcobeeJson.convert(sent.getParams(), AcknowledgeParams.class);
        boolean goes = List.of("accept", "decline").contains(asked.getAckType());
        boolean there = asked.getThermostatIdentifier().equals(after.getIdentifier()) && after.getAlerts() != null
                && after.getAlerts().stream().anyMatch(alert -> asked.getAckRef().equals(alert.getAcknowledgeRef()));
        return goes && there
                ? List.of(new Adjustment(
                        after.getIdentifier(), "alerts." + asked.getAckRef(), asked.getAckType(),
                        "unacknowledged"))
                : List.of();
    }
}
