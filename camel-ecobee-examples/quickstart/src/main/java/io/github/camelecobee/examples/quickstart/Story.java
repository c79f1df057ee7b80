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
package io.github.camelecobee.examples.quickstart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.github.camelecobee.authorization.AuthorizationEvent;
import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.model.Thermostat;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;

/** Tells what the routes see. The methods named in the routes are called by Camel. */
public final class Story {
    private final Console console;
    private final ReentrantLock lock = new ReentrantLock();
    private final Milestones milestones = new Milestones();
    private final Map<String, Thermostat> known = new LinkedHashMap<>();
    private boolean tableShown;
    private int messages;

    Story(Console console) {
        this.console = console;
    }

    Milestones milestones() {
        return milestones;
    }

    /**
     * A step of the authorization.
     *
     * @param event what happened
     */
    public void authorization(@Body AuthorizationEvent event) {
        AuthorizationStatus status = event.status();
        switch (event.type()) {
            case PIN_ISSUED -> pinIssued(status);
            case AUTHORIZED -> {
                console.step("Authorized. The grant is in a file; a restart would not ask for a PIN again.");
                milestones.reach("authorized");
            }
            case REFRESHED -> {
                console.step("The access token was refreshed; the routes saw nothing of it.");
                milestones.reach("refreshed");
            }
            case PIN_EXPIRED -> console.step("The PIN expired before it was entered.");
            case REFRESH_FAILED -> console.step("That did not work: " + status.lastError());
            case SUSPECT, REAUTHORIZATION_REQUIRED ->
                console.step("Authorization is " + status.state() + ": " + status.nextStep());
        }
    }

    private void pinIssued(AuthorizationStatus status) {
        console.step("ecobee issued a PIN.");
        console.detail(status.nextStep());
        milestones.reach("pin", status.pin());
    }

    /**
     * A thermostat that changed.
     *
     * @param thermostat what was read
     * @param last       whether it is the last one of this poll
     */
    public void thermostat(
            @Body Thermostat thermostat, @ExchangeProperty("CamelBatchComplete") @Nullable Boolean last) {
        lock.lock();
        try {
            messages++;
            Thermostat before = known.put(thermostat.getIdentifier(), thermostat);
            if (tableShown) {
                tellChange(before, thermostat);
            } else if (Boolean.TRUE.equals(last)) {
                tableShown = true;
                console.step("The first poll delivered " + known.size() + " thermostats:");
                console.detail(table());
                milestones.reach("table", thermostat.getIdentifier());
            }
            milestones.reach(ThermostatRow.hold(thermostat).isPresent()
                    ? "held " + thermostat.getIdentifier() : "free " + thermostat.getIdentifier());
        } finally {
            lock.unlock();
        }
    }

    private void tellChange(@Nullable Thermostat before, Thermostat after) {
        ThermostatRow now = ThermostatRow.of(after);
        if (before == null) {
            console.step("new     " + now.name());
        } else {
            String changes = Changes.between(ThermostatRow.of(before), now);
            if (!changes.isEmpty()) {
                console.step("changed " + now.name() + ": " + changes);
                milestones.reach("change");
            }
        }
    }

    private String table() {
        return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                known.values().stream().map(ThermostatRow::of).toList(),
                List.of(new Column().header("Thermostat").dataAlign(HorizontalAlign.LEFT).with(ThermostatRow::name),
                        new Column().header("Temperature").with(ThermostatRow::temperature),
                        new Column().header("Humidity").with(ThermostatRow::humidity),
                        new Column().header("Mode").with(ThermostatRow::mode),
                        new Column().header("Heat / cool").with(ThermostatRow::setPoints),
                        new Column().header("Running").dataAlign(HorizontalAlign.LEFT).with(ThermostatRow::running),
                        new Column().header("Hold").dataAlign(HorizontalAlign.LEFT).with(ThermostatRow::hold)));
    }

    /** The first thermostat that fits, or else the first of all. */
    Thermostat pick(Predicate<Thermostat> wanted) {
        lock.lock();
        try {
            return known.values().stream().filter(wanted).findFirst()
                    .or(() -> known.values().stream().findFirst())
                    .orElseThrow(() -> new UserException("The account has no thermostats."));
        } finally {
            lock.unlock();
        }
    }

    int messages() {
        lock.lock();
        try {
            return messages;
        } finally {
            lock.unlock();
        }
    }
}
