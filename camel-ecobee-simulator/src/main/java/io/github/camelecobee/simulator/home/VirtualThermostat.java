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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;

/**
 * A thermostat as ecobee's cloud knows it, and the room behind it. Time passes for it in whole minutes, whenever
 * somebody looks, so that what it shows depends on the simulated time alone and not on how often it was asked.
 * <p>
 * Guarded by the lock of its {@link Home}.
 */
public final class VirtualThermostat {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WARM_UP = Duration.ofMinutes(30);
    private static final int READING_MINUTES = 5;
    private static final int STATUS_MINUTES = 3;
    private static final int INTERVAL_MINUTES = 15;

    private final Revisions revisions;
    private final Readings readings = new Readings();
    private final Outdoors outdoors;
    private final StatusMessage status;
    private final Room room;
    private Thermostat state;
    private ThermostatClock clock;
    private Instant simulatedUntil;

    /** Hangs a thermostat with all its objects; its last half hour has already happened. */
    VirtualThermostat(Thermostat complete, long seed, Instant now) {
        state = complete;
        clock = clockOf(complete);
        simulatedUntil = now.minus(WARM_UP).truncatedTo(ChronoUnit.MINUTES);
        revisions = new Revisions(simulatedUntil);
        outdoors = new Outdoors(seed);
        state.setLastModified(ThermostatClock.utc(simulatedUntil.minus(Duration.ofDays(1))));
        publishZone(now);
        publishProgram(simulatedUntil);
        room = new Room(aim().heat() + 10 * outdoors.noise(0));
        status = new StatusMessage(room, outdoors);
        publishAim();
        catchUp(now);
        publishRevisions();
    }

    /** Lets everything happen that happens until an instant. */
    void catchUp(Instant now) {
        for (Instant next = simulatedUntil.plus(MINUTE); !next.isAfter(now); next = next.plus(MINUTE)) {
            minute(next);
            simulatedUntil = next;
        }
        settle(now);
    }

    /**
     * What the cloud knows.
     *
     * @return the live object
     */
    public Thermostat state() {
        return state;
    }

    /**
     * Replaces what the cloud knows.
     *
     * @param  changed                  a whole thermostat
     * @throws IllegalArgumentException if it names no time zone that exists
     */
    public void replace(Thermostat changed) {
        clock = clockOf(changed);
        state = changed;
    }

    /**
     * The thermostat's zone.
     *
     * @return its clock
     */
    public ThermostatClock clock() {
        return clock;
    }

    /**
     * A revision.
     *
     * @param  revision which one
     * @return          twelve digits
     */
    public String revision(Revision revision) {
        return revisions.get(revision);
    }

    /**
     * When the program next changes the climate.
     *
     * @param  from the local time from which on
     * @return      the local time, empty when the program has one climate only
     */
    public Optional<LocalDateTime> nextTransition(LocalDateTime from) {
        return schedule().nextTransition(from);
    }

    /**
     * A climate of the program.
     *
     * @param  climateRef its reference
     * @return            the climate, empty when the program has none of that reference
     */
    public Optional<Climate> climate(String climateRef) {
        return schedule().climate(climateRef);
    }

    /**
     * Adds a hold, in place of the one before.
     *
     * @param hold the hold
     * @param now  the time
     */
    public void addHold(Event hold, Instant now) {
        events().addHold(hold);
        configured(now);
    }

    /**
     * Adds an event beside the others, as a utility does; it starts when its time comes.
     *
     * @param event the event
     * @param now   the time
     */
    public void addEvent(Event event, Instant now) {
        events().add(event);
        configured(now);
        settle(now);
    }

    /**
     * Removes events, whether they are optional or not.
     *
     * @param which which ones
     * @param now   the time
     */
    public void removeEvents(Predicate<Event> which, Instant now) {
        if (state.getEvents().removeIf(which)) {
            configured(now);
        }
    }

    /**
     * Resumes the program.
     *
     * @param all whether every event goes that may, or only the top one
     * @param now the time
     */
    public void resume(boolean all, Instant now) {
        if (events().resume(all)) {
            configured(now);
        }
    }

    /**
     * Raises an alert.
     *
     * @param alert the alert
     * @param now   the time
     */
    public void addAlert(Alert alert, Instant now) {
        List<Alert> alerts = new ArrayList<>(state.getAlerts());
        alerts.add(alert);
        state.setAlerts(alerts);
        moved(Revision.ALERTS, now);
    }

    /**
     * Notes that somebody has changed the configuration: the new set points show at once, as they do since 2024, and
     * the thermostat revision moves.
     *
     * @param now the time
     */
    public void configured(Instant now) {
        publishZone(now);
        publishRanges();
        publishAim();
        state.setLastModified(ThermostatClock.utc(now));
        moved(Revision.THERMOSTAT, now);
    }

    /** Notes a change that somebody scripted. */
    void moved(Revision revision, Instant now) {
        revisions.move(revision, now);
        publishRevisions();
    }

    void setTemperature(Temperature temperature, Instant now) {
        room.setTemperature(temperature.tenthsFahrenheit());
        sendStatus(now);
    }

    /** A thermostat that goes offline sends no message, so no revision moves; coming back it sends one. */
    void setConnected(boolean connected, Instant now) {
        Runtime runtime = state.getRuntime();
        if (connected == Boolean.TRUE.equals(runtime.getConnected())) {
            return;
        }
        runtime.setConnected(connected);
        if (connected) {
            runtime.setConnectDateTime(ThermostatClock.utc(now));
            status.markChanged();
            sendStatus(now);
        } else {
            runtime.setDisconnectDateTime(ThermostatClock.utc(now));
        }
    }

    private void minute(Instant now) {
        LocalDateTime local = clock.at(now).local();
        room.minute(aim(), state.getSettings(), outdoors.temperature(local));
        readings.minute(room);
        settle(now);
        long minute = now.getEpochSecond() / MINUTE.toSeconds();
        if (minute % READING_MINUTES == 0) {
            readings.endInterval(
                    now.minus(MINUTE.multipliedBy(READING_MINUTES)), room.temperature(), status.humidity(now), aim());
        }
        if (minute % STATUS_MINUTES == 0) {
            sendStatus(now);
        }
        if (minute % INTERVAL_MINUTES == 0 && readings.isComplete()) {
            sendInterval(now, local);
        }
    }

    /** Ends and starts events, and follows the schedule. */
    private void settle(Instant now) {
        if (publishProgram(now)) {
            publishAim();
        }
        Instant changed = events().update(now, clock);
        if (changed != null) {
            configured(changed);
        }
    }

    private void sendStatus(Instant now) {
        if (status.send(state, now, aim())) {
            moved(Revision.RUNTIME, now);
        }
    }

    private void sendInterval(Instant now, LocalDateTime local) {
        if (!Boolean.TRUE.equals(state.getRuntime().getConnected())) {
            return;
        }
        Runtime runtime = state.getRuntime();
        state.setExtendedRuntime(
                readings.extendedRuntime(runtime.getDesiredHumidity(), runtime.getDesiredDehumidity()));
        runtime.setRuntimeDate(state.getExtendedRuntime().getRuntimeDate());
        runtime.setRuntimeInterval(readings.lastInterval());
        runtime.setLastStatusModified(ThermostatClock.utc(now));
        state.getWeather().setTimestamp(ThermostatClock.utc(now));
        state.getWeather().getForecasts().get(0).setTemperature((int) Math.round(outdoors.temperature(local)));
        moved(Revision.INTERVAL, now);
    }

    /** Shows the climate of the schedule; that is no change of the configuration, so no revision moves. */
    private boolean publishProgram(Instant now) {
        String climateRef = schedule().climateRefAt(clock.at(now).local());
        if (climateRef.equals(state.getProgram().getCurrentClimateRef())) {
            return false;
        }
        state.getProgram().setCurrentClimateRef(climateRef);
        return true;
    }

    private void publishAim() {
        SetPoints aim = aim();
        Runtime runtime = state.getRuntime();
        String fan = aim.fanOn() ? "on" : "auto";
        boolean off = "off".equals(state.getSettings().getHvacMode());
        runtime.setDesiredHeat(aim.heat());
        runtime.setDesiredCool(aim.cool());
        // ecobee sends null when the system is off (Runtime.shtml).
        runtime.setDesiredFanMode(off ? null : fan);
        if (off) {
            runtime.setExplicitNull("desiredFanMode");
        }
        status.markChanged();
    }

    /** Whether ecobee's offset includes daylight saving is not known; here it does not. */
    private void publishZone(Instant now) {
        int seconds = clock.zone().getRules().getStandardOffset(now).getTotalSeconds();
        state.getLocation().setTimeZoneOffsetMinutes(seconds / 60);
    }

    private void publishRanges() {
        Settings settings = state.getSettings();
        state.getRuntime().setDesiredHeatRange(List.of(settings.getHeatRangeLow(), settings.getHeatRangeHigh()));
        state.getRuntime().setDesiredCoolRange(List.of(settings.getCoolRangeLow(), settings.getCoolRangeHigh()));
    }

    private void publishRevisions() {
        state.setThermostatRev(revisions.get(Revision.THERMOSTAT));
        state.getRuntime().setRuntimeRev(revisions.get(Revision.RUNTIME));
    }

    private static ThermostatClock clockOf(Thermostat thermostat) {
        return ThermostatClock.of(thermostat).orElseThrow(() -> new IllegalArgumentException(
                "Thermostat " + thermostat.getIdentifier() + " has no time zone: set location.timeZone"));
    }

    private SetPoints aim() {
        Climate climate = schedule().climate(state.getProgram().getCurrentClimateRef()).orElseThrow();
        return SetPoints.of(climate).under(state.getEvents());
    }

    private Schedule schedule() {
        return new Schedule(state.getProgram());
    }

    private EventList events() {
        return new EventList(state.getEvents());
    }
}
