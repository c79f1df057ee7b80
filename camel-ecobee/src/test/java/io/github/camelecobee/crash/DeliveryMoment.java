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

/** How far a process has come with a delivery when it is killed. */
enum DeliveryMoment {
    /** The route has been given the message, and has done nothing with it. */
    BEFORE_ROUTE,
    /** The route has written down what it was given; the exchange has not ended. */
    IN_ROUTE,
    /** The exchange has succeeded, and its cursor is on its way to the repository. */
    BEFORE_SAVE,
    /** Half of the line of the cursor is written. */
    DURING_SAVE,
    /** The line is written, and not yet on the disk. */
    BEFORE_SYNC,
    BEFORE_COMMIT,
    AFTER_COMMIT,
    AFTER_SAVE,
    /** The next process reads the file, and writes it anew without what has become old. */
    WHILE_TIDYING,
    BEFORE_RENAME,
    AFTER_RENAME,
    /** Wherever it is some milliseconds after the beginning of a poll. */
    ANY_TIME;

    private static final Set<DeliveryMoment> AT_START = Set.of(WHILE_TIDYING, BEFORE_RENAME, AFTER_RENAME);
    private static final Set<DeliveryMoment> FILE_ONLY = Set.of(
            DURING_SAVE, BEFORE_SYNC, WHILE_TIDYING, BEFORE_RENAME, AFTER_RENAME);
    private static final Set<DeliveryMoment> DATABASE_ONLY = Set.of(BEFORE_COMMIT, AFTER_COMMIT);

    /** All that a repository knows. */
    static List<DeliveryMoment> of(Place.Kind place) {
        Set<DeliveryMoment> unknown = place == Place.Kind.FILE ? DATABASE_ONLY : FILE_ONLY;
        return Arrays.stream(values()).filter(moment -> !unknown.contains(moment)).toList();
    }

    /** Whether a process comes there once, when it starts. */
    boolean isAtStart() {
        return AT_START.contains(this);
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
