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
package io.github.camelecobee.crash;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where a process is killed: what it was about, and how far it had come. */
record Step(Phase phase, Moment moment) {

    /** What an account goes through. */
    enum Phase {
        PIN,
        EXCHANGE,
        REFRESH
    }

    /** How far it has come. */
    enum Moment {
        BEFORE_SEND,
        AFTER_ANSWER,
        /** Half of the new file is written. */
        DURING_SAVE,
        BEFORE_RENAME,
        AFTER_RENAME,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        AFTER_SAVE;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final Set<Moment> FILE_ONLY = Set.of(Moment.DURING_SAVE, Moment.BEFORE_RENAME, Moment.AFTER_RENAME);
    private static final Set<Moment> DATABASE_ONLY = Set.of(Moment.BEFORE_COMMIT, Moment.AFTER_COMMIT);
    private static final Set<Moment> ANSWERED_BUT_NOT_DURABLE = Set.of(
            Moment.AFTER_ANSWER, Moment.DURING_SAVE, Moment.BEFORE_RENAME, Moment.BEFORE_COMMIT);

    /** All steps that a store knows. */
    static List<Step> of(Place.Kind place) {
        Set<Moment> unknown = place == Place.Kind.FILE ? DATABASE_ONLY : FILE_ONLY;
        List<Moment> moments = Arrays.stream(Moment.values()).filter(moment -> !unknown.contains(moment)).toList();
        return Arrays.stream(Phase.values()).flatMap(phase -> moments.stream().map(moment -> new Step(phase, moment)))
                .toList();
    }

    boolean isBootstrap() {
        return phase != Phase.REFRESH;
    }

    /**
     * Whether a human has to authorize again because ecobee has taken away the only thing that is stored, and what it
     * gave instead was known to the killed process alone. A code can be exchanged once; a refresh token that rotates
     * can be used once.
     */
    boolean costsTheGrant(boolean rotating) {
        boolean usedUp = phase == Phase.EXCHANGE || phase == Phase.REFRESH && rotating;
        return usedUp && ANSWERED_BUT_NOT_DURABLE.contains(moment);
    }

    /** How many PINs are asked for until the account is authorized, if nobody has to authorize twice. */
    int pins() {
        if (phase == Phase.REFRESH) {
            return 0;
        }
        // Nobody has seen the PIN that the killed process had not stored yet.
        return phase == Phase.PIN && ANSWERED_BUT_NOT_DURABLE.contains(moment) ? 2 : 1;
    }

    @Override
    public String toString() {
        return phase.name().toLowerCase(Locale.ROOT) + ": " + moment.text();
    }
}
