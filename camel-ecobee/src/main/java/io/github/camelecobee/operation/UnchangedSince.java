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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.EcobeeException;
import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.client.ThermostatSummary;
import io.github.camelecobee.operation.UpdatePlan.Step;

/**
 * Sees to it that an update that was built from what was read is sent only while that is how it was. The summary tells
 * the revision of the configuration at little cost; between it and the update others have a moment left, which nothing
 * in ecobee's API can close.
 */
final class UnchangedSince {
    private static final int MOST = 3;

    private final EcobeeClient client;
    private final Command command;
    private final DesiredChange desired;
    private final Map<String, Integer> rebuilt = new HashMap<>();

    UnchangedSince(EcobeeClient client, Command command, DesiredChange desired) {
        this.client = client;
        this.command = command;
        this.desired = desired;
    }

    /**
     * Looks whether a step may be sent.
     *
     * @param  step   the step
     * @param  before what it was built from
     * @return        steps to take in its place because a thermostat moved, empty when it may be sent
     */
    Optional<UpdatePlan> insteadOf(Step step, Map<String, Facts> before) {
        if (!desired.mustBeUnchanged() || !moved(step, before)) {
            return Optional.empty();
        }
        List<String> thermostats = step.thermostats();
        if (thermostats.stream().anyMatch(each -> rebuilt.merge(each, 1, Integer::sum) > MOST)) {
            throw client.writes().notSent(
                    step.selection(), step.update(), "the thermostat was changed by somebody else each time between being"
                                                     + " read and being written, " + (MOST + 1) + " times; try again later",
                    null);
        }
        Command again = new Command(step.selection(), command.includes(), command.parameters(), command.options());
        try {
            return Optional.of(UpdatePlan.of(client, again, desired, client.writes().now()));
        } catch (EcobeeException e) {
            throw notRead(step, e);
        }
    }

    private boolean moved(Step step, Map<String, Facts> before) {
        ThermostatSummary now;
        try {
            now = client.summary(step.selection());
        } catch (EcobeeException e) {
            throw notRead(step, e);
        }
        return step.thermostats().stream().anyMatch(identifier -> {
            Facts facts = before.get(identifier);
            ThermostatRevisions line = now.revisions().get(identifier);
            return facts == null || facts.thermostat() == null || line == null
                    || !line.thermostat().equals(facts.thermostat().getThermostatRev());
        });
    }

    private EcobeeException notRead(Step step, EcobeeException cause) {
        return client.writes().notSent(
                step.selection(), step.update(),
                "whether it was changed by somebody else in the meantime could not be read: " + cause.getMessage(), cause);
    }
}
