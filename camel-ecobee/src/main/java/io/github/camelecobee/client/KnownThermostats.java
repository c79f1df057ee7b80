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
package io.github.camelecobee.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatCopies;
import org.jspecify.annotations.Nullable;

/**
 * What was read of each thermostat of an account, and at which revisions, so that only what changed is read again
 * (get-thermostat-summary.shtml) and the picture is complete all the same. What an own change may have changed counts
 * as unread. Guarded by the turn of {@link SharedReads}.
 */
final class KnownThermostats {
    /** The schedule of a program is one of half hours, in every zone that ecobee is sold in also by UTC. */
    private static final Duration SLOT = Duration.ofMinutes(30);
    /** A thermostat tells what has begun within three minutes, and a poll hears of it up to three minutes later. */
    private static final Duration LATE = Duration.ofMinutes(6);

    private final OwnWrites writes;
    private final Clock clock;
    private final Map<String, Picture> pictures = new HashMap<>();

    KnownThermostats(OwnWrites writes, Clock clock) {
        this.writes = writes;
        this.clock = clock;
    }

    /** Whether a thermostat is known and ecobee may be asked for it again. */
    boolean mayBeReadAgain(String identifier) {
        Picture picture = pictures.get(identifier);
        Instant old = clock.instant().minus(RequestKind.THERMOSTAT.shortestInterval());
        return picture != null && !picture.readAt.isAfter(old);
    }

    /** Whether these parts of a thermostat, and what is always sent, are known as they are now. */
    boolean has(ThermostatRevisions now, Set<Include> parts) {
        Picture picture = pictures.get(now.identifier());
        return picture != null && isCurrent(null, picture.always, now)
                && parts.stream().allMatch(part -> isCurrent(part, picture.parts.get(part), now));
    }

    /**
     * What must be asked for to know these parts as they are now. Those without a revision come along each time that
     * something is asked for.
     */
    Set<Include> missing(ThermostatRevisions now, Set<Include> parts) {
        Picture picture = pictures.get(now.identifier());
        Set<Include> missing = EnumSet.noneOf(Include.class);
        parts.stream().filter(part -> part.revision() == null || picture == null
                || !isCurrent(part, picture.parts.get(part), now)).forEach(missing::add);
        return missing;
    }

    /**
     * Puts a reading into the picture.
     *
     * @param reading what ecobee answered
     * @param now     the revisions that were known before it was asked for
     * @param asked   the parts asked for; what is not there has gone
     * @param wanted  the parts that anybody wants; others are not kept
     * @param mark    the mark of {@link OwnWrites} from before it was asked for
     */
    void learn(Thermostat reading, ThermostatRevisions now, Set<Include> asked, Set<Include> wanted, long mark) {
        Thermostat merged = ThermostatCopies.compact(reading);
        Map<Include, Read> parts = new EnumMap<>(Include.class);
        Picture before = pictures.get(now.identifier());
        if (before != null) {
            Set<Include> kept = EnumSet.copyOf(before.parts.keySet());
            kept.retainAll(wanted);
            kept.removeAll(asked);
            kept.forEach(part -> parts.put(part, before.parts.get(part)));
            ThermostatCopies.complete(merged, before.thermostat, allBut(kept));
        }
        Read read = new Read(now, mark, clock.instant());
        asked.forEach(part -> parts.put(part, read));
        pictures.put(now.identifier(), new Picture(merged, parts, read, clock.instant()));
    }

    /** A copy with these parts and no others; empty when they are not known as they are now. */
    Optional<Thermostat> copy(ThermostatRevisions now, Set<Include> parts) {
        Picture picture = pictures.get(now.identifier());
        return picture != null && has(now, parts)
                ? Optional.of(ThermostatCopies.copy(picture.thermostat, allBut(parts))) : Optional.empty();
    }

    /** Forgets the others. */
    void keepOnly(Predicate<String> identifiers) {
        pictures.keySet().removeIf(identifiers.negate());
    }

    /** No part means what is always sent, which tells the name: it moves with the configuration. */
    private boolean isCurrent(@Nullable Include part, @Nullable Read read, ThermostatRevisions now) {
        if (read == null) {
            return false;
        }
        Revision revision = part == null ? Revision.THERMOSTAT : part.revision();
        if (revision == null || revision == Revision.INTERVAL) {
            return revision == null || now.get(revision).equals(read.revisions.get(revision));
        }
        boolean same = part == null ? now.thermostat().equals(read.revisions.thermostat()) : now.agrees(part, read.revisions);
        return same && !writes.changedSince(now.identifier(), read.mark)
                && (part != Include.PROGRAM || isOfThisSlot(read, now));
    }

    /**
     * The climate of the schedule changes without a revision of its own; readings that moved since a slot began may be
     * because of that.
     */
    private boolean isOfThisSlot(Read read, ThermostatRevisions now) {
        long slot = Math.floorDiv(clock.instant().getEpochSecond(), SLOT.toSeconds()) * SLOT.toSeconds();
        return now.agrees(Include.RUNTIME, read.revisions) || !read.at.isBefore(Instant.ofEpochSecond(slot).plus(LATE));
    }

    private static Set<String> allBut(Set<Include> parts) {
        return EnumSet.complementOf(parts.isEmpty() ? EnumSet.noneOf(Include.class) : EnumSet.copyOf(parts)).stream()
                .map(Include::property).collect(Collectors.toSet());
    }

    /** What is known of a thermostat. Never changed, because copies are made of it. */
    private record Picture(Thermostat thermostat, Map<Include, Read> parts, Read always, Instant readAt) {
    }

    /** At which revisions and when something was read, and after which own changes. */
    private record Read(ThermostatRevisions revisions, long mark, Instant at) {
    }
}
