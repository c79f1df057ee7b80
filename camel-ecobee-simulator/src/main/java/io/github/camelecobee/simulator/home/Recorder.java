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

import java.time.Instant;
import java.time.ZoneId;

import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;

/**
 * Lets a house live, and remembers what it takes to tell of it: the last readings for the interval message, and
 * everything else for the reports. Guarded by the home's lock.
 */
final class Recorder {
    private final Past past;
    private final Ticker ticker;
    private final Tape tape = new Tape();
    private final Readings readings = new Readings();
    private Instant uploadedUntil;

    /** Takes over from the past at the beginning of a minute. */
    Recorder(Past past, long start) {
        this.past = past;
        this.ticker = new Ticker(past.house(start));
        this.uploadedUntil = Instant.ofEpochSecond(start * 60);
    }

    House house() {
        return ticker.house();
    }

    /** Lets a minute pass. */
    void minute(long minute, Conditions conditions) {
        tape.note(minute, conditions, ticker.house());
        Reading reading = ticker.minute(minute, conditions);
        if (reading != null) {
            readings.add(reading);
        }
    }

    /** Makes the house as warm as somebody scripted, from a minute on. */
    void setTemperature(long minute, double tenthsFahrenheit) {
        ticker.house().setTemperature(tenthsFahrenheit);
        tape.force(minute, ticker.house());
    }

    /** Sends the cloud an interval message, and says whether there are enough readings for one. */
    boolean send(Thermostat state, Instant now) {
        Runtime runtime = state.getRuntime();
        if (!readings.isComplete() || !Boolean.TRUE.equals(runtime.getConnected())) {
            return false;
        }
        state.setExtendedRuntime(
                readings.extendedRuntime(runtime.getDesiredHumidity(), runtime.getDesiredDehumidity()));
        runtime.setRuntimeDate(state.getExtendedRuntime().getRuntimeDate());
        runtime.setRuntimeInterval(readings.lastInterval());
        runtime.setLastStatusModified(ThermostatClock.utc(now));
        uploadedUntil = now;
        return true;
    }

    /** What the cloud has heard of, up to the beginning of a minute. */
    History history(Thermostat state, ZoneId zone, long until) {
        return History.of(state, zone, past, tape.recording(until), uploadedUntil);
    }
}
