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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Program;
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
    private final long seed;
    private final StatusMessage status;
    private final Recorder recorder;
    private final AlertBox answered = new AlertBox();
    private final Plugs plugs = new Plugs(this);
    private final Automatics automatics;
    private Thermostat state;
    private ThermostatClock clock;
    private Conditions conditions;
    private Instant simulatedUntil;

    /** Hangs a thermostat with all its objects; its last half hour has already happened. */
    VirtualThermostat(Thermostat complete, long seed, Instant now) {
        state = complete;
        clock = Place.clockOf(complete);
        this.seed = seed;
        automatics = new Automatics(seed);
        long start = Math.floorDiv(now.minus(WARM_UP).getEpochSecond(), 60 * READING_MINUTES) * READING_MINUTES;
        simulatedUntil = Instant.EPOCH.plus(MINUTE.multipliedBy(start));
        revisions = new Revisions(simulatedUntil);
        state.setLastModified(ThermostatClock.utc(simulatedUntil.minus(Duration.ofDays(1))));
        Display.zone(state, clock, now);
        publishProgram(simulatedUntil);
        recorder = new Recorder(new Past(state, clock, seed), start);
        status = new StatusMessage(recorder.house());
        conditions = conditions();
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
        if (!state.getEvents().isEmpty() || !answered.isEmpty() || automatics.followsDemand()
                || Boolean.TRUE.equals(state.getSettings().getIsVentilatorTimerOn())) {
            // Nothing else can happen within a minute.
            settle(now);
        }
    }

    /**
     * What the cloud knows.
     *
     * @return the live object, not to be changed: parts of it belong to other thermostats too
     */
    public Thermostat state() {
        return state;
    }

    /**
     * What the cloud knows, to be changed and given to {@link #replace}.
     *
     * @return a deep copy
     */
    public Thermostat copy() {
        return EcobeeJson.convert(state, Thermostat.class);
    }

    /**
     * Replaces what the cloud knows.
     *
     * @param  changed                  a whole thermostat
     * @throws IllegalArgumentException if it names no time zone that exists
     */
    public void replace(Thermostat changed) {
        clock = Place.clockOf(changed);
        state = changed;
        conditions = conditions();
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
     * The program, to be read.
     *
     * @return the schedule and its climates
     */
    public Schedule schedule() {
        return new Schedule(state.getProgram());
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
     * Adds an event below or above the others, by ecobee's internal priority.
     *
     * @param event the event
     * @param now   the time
     */
    public void addEvent(Event event, Instant now) {
        events().add(event);
        configured(now);
        // One that starts now runs at once.
        settle(now);
    }

    /**
     * Takes events away.
     *
     * @param  which which ones
     * @param  now   the time
     * @return       whether there were any
     */
    public boolean removeEvents(Predicate<Event> which, Instant now) {
        boolean removed = state.getEvents().removeIf(which);
        if (removed) {
            configured(now);
        }
        return removed;
    }

    /**
     * Acknowledges an alert.
     *
     * @param  reference its {@code acknowledgeRef}
     * @param  type      the acknowledgement
     * @param  later     whether it comes back by itself
     * @param  now       the time
     * @return           whether there was such an alert
     */
    public boolean acknowledge(String reference, String type, boolean later, Instant now) {
        List<Alert> left = answered.acknowledge(state.getAlerts(), reference, type, later, now);
        if (left == null) {
            return false;
        }
        state.setAlerts(left);
        moved(Revision.ALERTS, now);
        return true;
    }

    /**
     * The smart plugs.
     *
     * @return the plugs
     */
    public Plugs plugs() {
        return plugs;
    }

    /**
     * What it does by itself.
     *
     * @return its automatics
     */
    public Automatics automatics() {
        return automatics;
    }

    /**
     * Resets settings and program to their defaults, but not what an installer has set (ResetPreferences.shtml). Events
     * other than mandatory ones go too: they are preferences as well.
     *
     * @param now the time
     */
    public void resetPreferences(Instant now) {
        replace(Defaults.reset(state));
        state.getEvents().removeIf(event -> !Boolean.FALSE.equals(event.getIsOptional()));
        configured(now);
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
        Display.zone(state, clock, now);
        Display.ranges(state);
        publishProgram(now);
        publishAim();
        state.setLastModified(ThermostatClock.utc(now));
        moved(Revision.THERMOSTAT, now);
    }

    /**
     * What the thermostat has measured, as far as the cloud has heard of it.
     *
     * @return an immutable history, to be read without the home's lock
     */
    public History history() {
        return recorder.history(state, clock.zone(), simulatedUntil.getEpochSecond() / 60);
    }

    /** Takes a remote sensor away or brings it back; without contact all that it says is "unknown". */
    void setSensorOnline(String id, boolean online, Instant now) {
        StatusMessage.setSensorOnline(state, id, online);
        conditions = conditions();
        status.markChanged();
        sendStatus(now);
    }

    /** Notes a change that somebody scripted. */
    void moved(Revision revision, Instant now) {
        revisions.move(revision, now);
        publishRevisions();
    }

    void setTemperature(Temperature temperature, Instant now) {
        recorder.setTemperature(simulatedUntil.getEpochSecond() / 60, temperature.tenthsFahrenheit());
        sendStatus(now);
    }

    /** A thermostat that goes offline sends no message, so no revision moves; coming back it sends one. */
    void setConnected(boolean connected, Instant now) {
        Runtime runtime = state.getRuntime();
        if (connected == Boolean.TRUE.equals(runtime.getConnected())) {
            return;
        }
        runtime.setConnected(connected);
        conditions = conditions();
        if (connected) {
            runtime.setConnectDateTime(ThermostatClock.utc(now));
            status.markChanged();
            sendStatus(now);
        } else {
            runtime.setDisconnectDateTime(ThermostatClock.utc(now));
        }
    }

    private void minute(Instant now) {
        long minute = now.getEpochSecond() / MINUTE.toSeconds();
        recorder.minute(minute - 1, conditions);
        settle(now);
        automatics.look(this, conditions.place(), now);
        if (minute % STATUS_MINUTES == 0) {
            sendStatus(now);
        }
        if (minute % INTERVAL_MINUTES == 0 && recorder.send(state, now)) {
            Display.weather(state, conditions, now);
            moved(Revision.INTERVAL, now);
        }
    }

    /** Ends and starts events, and follows the schedule. */
    private void settle(Instant now) {
        boolean moved = automatics.update(now);
        if (publishProgram(now) || moved) {
            publishAim();
        }
        endVentilatorTimer(now);
        List<Alert> due = answered.due(now);
        due.forEach(alert -> addAlert(alert, now));
        Instant changed = events().update(now, clock);
        if (changed != null) {
            configured(changed);
        }
    }

    private void endVentilatorTimer(Instant now) {
        Settings settings = state.getSettings();
        if (Boolean.TRUE.equals(settings.getIsVentilatorTimerOn())
                && clock.at(now).toString().compareTo(settings.getVentilatorOffDateTime()) >= 0) {
            Thermostat changed = copy();
            changed.getSettings().setIsVentilatorTimerOn(false);
            replace(changed);
            configured(now);
        }
    }

    private void sendStatus(Instant now) {
        if (status.send(state, now, conditions)) {
            moved(Revision.RUNTIME, now);
        }
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
        conditions = conditions();
        Display.aim(state, conditions);
        status.markChanged();
    }

    private void publishRevisions() {
        state.setThermostatRev(revisions.get(Revision.THERMOSTAT));
        state.getRuntime().setRuntimeRev(revisions.get(Revision.RUNTIME));
    }

    private Conditions conditions() {
        Program program = state.getProgram();
        Climate climate = schedule().climate(program.getCurrentClimateRef()).orElse(program.getClimates().get(0));
        return automatics.applyTo(
                Conditions.of(state, climate, Equipment.of(state), Place.of(state, clock, seed)), state);
    }

    private EventList events() {
        return new EventList(state.getEvents());
    }
}
