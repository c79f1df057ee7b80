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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.EcobeePartlyAppliedException;
import io.github.camelecobee.client.ThermostatOutcome;
import io.github.camelecobee.client.WriteOutcome;

/** What became of a change for each thermostat. Used by one thread. */
final class Outcomes {
    private final String account;
    private final Map<String, ThermostatOutcome> all = new LinkedHashMap<>();
    private final Map<String, RuntimeException> failures = new LinkedHashMap<>();

    Outcomes(String account) {
        this.account = account;
    }

    void note(Collection<String> thermostats, WriteOutcome outcome) {
        thermostats.forEach(thermostat -> note(thermostat, outcome, List.of()));
    }

    void note(String thermostat, WriteOutcome outcome, List<Adjustment> adjustments) {
        failures.remove(thermostat);
        all.put(thermostat, new ThermostatOutcome(thermostat, outcome, 0, "", adjustments));
    }

    void notAsked(Collection<String> thermostats) {
        thermostats.forEach(thermostat -> all.put(thermostat, ThermostatOutcome.notAsked(thermostat)));
    }

    void failed(Collection<String> thermostats, RuntimeException failure) {
        for (String thermostat : thermostats) {
            failures.put(thermostat, failure);
            all.put(thermostat, ThermostatOutcome.failed(thermostat, failure));
        }
    }

    /** What stood for thermostats whose identifiers were not known yet. */
    void forget(Collection<String> names) {
        failures.keySet().removeAll(names);
        all.keySet().removeAll(names);
    }

    WriteOutcome of(String thermostat) {
        ThermostatOutcome known = all.get(thermostat);
        return known == null ? WriteOutcome.NOT_SENT : known.outcome();
    }

    List<ThermostatOutcome> list() {
        return List.copyOf(all.values());
    }

    List<Adjustment> adjustments() {
        return all.values().stream().flatMap(outcome -> outcome.adjustments().stream()).toList();
    }

    /** What can be said of all of them. */
    WriteOutcome overall() {
        if (all.values().stream().anyMatch(each -> !each.outcome().isDone())) {
            return WriteOutcome.PARTLY_APPLIED;
        }
        if (all.values().stream().anyMatch(each -> each.outcome() == WriteOutcome.ADJUSTED)) {
            return WriteOutcome.ADJUSTED;
        }
        return all.values().stream().allMatch(each -> each.outcome() == WriteOutcome.UNCHANGED)
                ? WriteOutcome.UNCHANGED : WriteOutcome.APPLIED;
    }

    /**
     * What has to be thrown.
     *
     * @param  failOnPartial whether it is a failure when it was applied to some only
     * @return               the failure; one alone when it concerns all, else one that tells of each thermostat
     */
    Optional<RuntimeException> failure(boolean failOnPartial) {
        List<ThermostatOutcome> bad = all.values().stream().filter(each -> !each.outcome().isDone()).toList();
        if (bad.isEmpty() || !failOnPartial && bad.size() < all.size()) {
            return Optional.empty();
        }
        RuntimeException worst = worst(bad);
        boolean one = failures.values().stream().distinct().count() == 1;
        return Optional.of(
                one && bad.size() == all.size() ? worst : new EcobeePartlyAppliedException(account, list(), worst));
    }

    /** Nobody knows, then something else than asked, then the first one. */
    private RuntimeException worst(List<ThermostatOutcome> bad) {
        return first(bad, WriteOutcome.UNKNOWN).or(() -> first(bad, WriteOutcome.NOT_APPLIED))
                .orElseGet(() -> failures.values().iterator().next());
    }

    private Optional<RuntimeException> first(List<ThermostatOutcome> bad, WriteOutcome outcome) {
        return bad.stream().filter(each -> each.outcome() == outcome).map(each -> failures.get(each.thermostat()))
                .filter(Objects::nonNull).findFirst();
    }
}
