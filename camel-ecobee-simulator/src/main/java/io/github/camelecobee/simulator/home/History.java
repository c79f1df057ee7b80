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
import java.util.List;
import java.util.function.Consumer;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Electricity;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.Thermostat;

/**
 * A thermostat's readings, past and recorded, from the year 1970 to the moment it was asked for. None is kept: they are
 * computed one after the other while somebody takes them, the same ones each time.
 * <p>
 * Immutable.
 */
public final class History {
    private static final int TICK_SECONDS = 300;

    private final String identifier;
    private final ZoneId zone;
    private final List<RemoteSensor> sensors;
    private final boolean meter;
    private final Past past;
    private final Tape.Recording recording;
    private final Instant uploadedUntil;

    private History(String identifier, ZoneId zone, List<RemoteSensor> sensors, boolean meter, Past past,
                    Tape.Recording recording,
                    Instant uploadedUntil) {
        this.identifier = identifier;
        this.zone = zone;
        this.sensors = sensors;
        this.meter = meter;
        this.past = past;
        this.recording = recording;
        this.uploadedUntil = uploadedUntil;
    }

    /** What a thermostat has measured until a time. */
    static History of(Thermostat state, ZoneId zone, Past past, Tape.Recording recording, Instant uploadedUntil) {
        List<RemoteSensor> sensors = state.getRemoteSensors().stream()
                .map(sensor -> EcobeeJson.convert(sensor, RemoteSensor.class)).toList();
        Electricity electricity = state.getElectricity();
        boolean meter = electricity != null && electricity.getDevices() != null && !electricity.getDevices().isEmpty();
        return new History(String.valueOf(state.getIdentifier()), zone, sensors, meter, past, recording, uploadedUntil);
    }

    /**
     * Whose readings these are.
     *
     * @return the thermostat's identifier
     */
    public String identifier() {
        return identifier;
    }

    /**
     * Where it hangs.
     *
     * @return its time zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Its sensors, as they are today.
     *
     * @return copies
     */
    public List<RemoteSensor> sensors() {
        return sensors;
    }

    /**
     * Whether an electricity meter is paired with it.
     *
     * @return whether {@code electricity} has a device
     */
    public boolean hasMeter() {
        return meter;
    }

    /**
     * Until when the thermostat has told the cloud: the last interval message.
     *
     * @return the end of the last reading that a report can hold
     */
    public Instant uploadedUntil() {
        return uploadedUntil;
    }

    /**
     * What the cloud had of it at an earlier time.
     *
     * @param  time the time
     * @return      this history, without what was uploaded later
     */
    public History asOf(Instant time) {
        return time.isBefore(uploadedUntil)
                ? new History(identifier, zone, sensors, meter, past, recording, time) : this;
    }

    /**
     * Computes readings, oldest first. There is none for a time that has not come.
     *
     * @param from     the first interval begins here or later
     * @param to       the last interval begins before
     * @param consumer takes them
     */
    public void readings(Instant from, Instant to, Consumer<Reading> consumer) {
        long first = Math.floorDiv(from.getEpochSecond() + TICK_SECONDS - 1, TICK_SECONDS);
        long end = Math.floorDiv(to.getEpochSecond() + TICK_SECONDS - 1, TICK_SECONDS);
        long seam = recording.from() / Ticker.TICK_MINUTES;
        if (first < seam) {
            past.readings(first, Math.min(end, seam), consumer);
        }
        long last = Math.min(end, recording.until() / Ticker.TICK_MINUTES);
        if (last > seam && last > first) {
            replay(Math.max(first, seam), last, consumer);
        }
    }

    private void replay(long fromTick, long toTick, Consumer<Reading> consumer) {
        List<Tape.Checkpoint> checkpoints = recording.checkpoints();
        int begin = 0;
        long from = fromTick * Ticker.TICK_MINUTES;
        for (int i = 0; i < checkpoints.size() && checkpoints.get(i).minute() <= from; i++) {
            // Readings begin at whole ticks; a house that was scripted in between is taken when it comes by.
            begin = checkpoints.get(i).minute() % Ticker.TICK_MINUTES == 0 ? i : begin;
        }
        long minute = checkpoints.get(begin).minute();
        Ticker ticker = new Ticker(checkpoints.get(begin).house().copy());
        int next = begin + 1;
        List<Tape.Change> changes = recording.changes();
        int change = 0;
        for (; minute < toTick * Ticker.TICK_MINUTES; minute++) {
            while (change + 1 < changes.size() && changes.get(change + 1).minute() <= minute) {
                change++;
            }
            for (; next < checkpoints.size() && checkpoints.get(next).minute() == minute; next++) {
                ticker.house().become(checkpoints.get(next).house());
            }
            Reading reading = ticker.minute(minute, changes.get(change).conditions());
            if (reading != null && reading.tick() >= fromTick) {
                consumer.accept(reading);
            }
        }
    }
}
