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
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.model.ThermostatTime;
import org.jspecify.annotations.Nullable;

/**
 * The events of a thermostat: running ones first, then by ecobee's internal priority (Event.shtml). Guarded by the
 * home's lock.
 */
final class EventList {
    private static final List<String> PRIORITY = List.of("hold", "powerOutageSetback", "demandResponse",
            "powerOutagePreHeatCool", "sensor", "switchOccupancy", "vacation", "quickSave", "today", "template");
    private static final Comparator<Event> ORDER = Comparator
            .comparing((Event event) -> !Boolean.TRUE.equals(event.getRunning()))
            .thenComparing(event -> PRIORITY.contains(event.getType())
                    ? PRIORITY.indexOf(event.getType()) : PRIORITY.size());

    private final List<Event> events;

    /** Works on a thermostat's own list. */
    EventList(List<Event> events) {
        this.events = events;
    }

    /** Adds a hold; the one before is replaced, as clients have observed. */
    void addHold(Event hold) {
        events.removeIf(event -> "hold".equals(event.getType()));
        add(hold);
    }

    void add(Event event) {
        events.add(event);
        events.sort(ORDER);
    }

    /**
     * Resumes the program (ResumeProgram.shtml). Mandatory events and vacations stay.
     *
     * @param  all whether everything goes that may, not only the top event
     * @return     whether anything went
     */
    boolean resume(boolean all) {
        if (all) {
            return events.removeIf(EventList::mayGo);
        }
        Optional<Event> top = events.stream().filter(event -> Boolean.TRUE.equals(event.getRunning()))
                .filter(EventList::mayGo).findFirst();
        top.ifPresent(events::remove);
        return top.isPresent();
    }

    /**
     * Ends and starts events whose time has come.
     *
     * @return when the last of these changes was due, {@code null} when there was none
     */
    @Nullable
    Instant update(Instant now, ThermostatClock clock) {
        List<Instant> changes = new ArrayList<>();
        for (Event event : List.copyOf(events)) {
            Instant start = instant(event.getStartDate(), event.getStartTime(), clock);
            Instant end = instant(event.getEndDate(), event.getEndTime(), clock);
            if (end != null && !end.isAfter(now) && !Boolean.TRUE.equals(event.getIsIndefinite())) {
                events.remove(event);
                changes.add(end);
            } else if (!Boolean.TRUE.equals(event.getRunning()) && (start == null || !start.isAfter(now))) {
                event.setRunning(true);
                changes.add(start == null ? now : start);
            }
        }
        events.sort(ORDER);
        return changes.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    private static boolean mayGo(Event event) {
        return !Boolean.FALSE.equals(event.getIsOptional()) && !"vacation".equals(event.getType());
    }

    /** A local time in the hour that spring skips counts as the moment after the gap. */
    private static @Nullable Instant instant(@Nullable String date, @Nullable String time, ThermostatClock clock) {
        LocalDateTime local = ThermostatTime.ofReading(date, time).map(ThermostatTime::local).orElse(null);
        return local == null ? null : local.atZone(clock.zone()).toInstant();
    }
}
