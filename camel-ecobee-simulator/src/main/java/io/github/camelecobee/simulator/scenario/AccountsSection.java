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
package io.github.camelecobee.simulator.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.input.StrictObject;

/** The accounts, with all that belongs to them. */
final class AccountsSection implements ScenarioSection {
    private static final String NAME = "name";

    @Override
    public Step read(StrictObject given) {
        List<AccountEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> identifiers = new HashSet<>();
        Set<String> users = new HashSet<>();
        for (StrictObject each : given.objects("accounts")) {
            AccountEntry entry = AccountEntry.read(each, identifiers, users);
            if (!names.add(entry.account().name())) {
                throw each.problem(NAME, "is taken: two accounts are " + entry.account().name());
            }
            entries.add(entry);
        }
        if (names.contains("home") && !given.objects("thermostats").isEmpty()) {
            throw given.problem("thermostats", "are those of the account home: say them there, since it is among the accounts");
        }
        return new Open(entries);
    }

    private record Open(List<AccountEntry> entries) implements Step {
        @Override
        public void describe(EcobeeSimulatorBuilder builder) {
            entries.forEach(entry -> builder.account(entry.account()));
        }

        @Override
        public void begin(EcobeeSimulator simulator) {
            for (AccountEntry entry : entries) {
                entry.thermostats().forEach(each -> each.begin(simulator));
                entry.faults().begin(simulator);
            }
        }
    }
}
