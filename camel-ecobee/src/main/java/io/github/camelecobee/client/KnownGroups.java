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
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelecobee.model.Group;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The groups of one account, which hardly ever change: read once an hour for all who want to know. */
final class KnownGroups {
    private static final Logger LOG = LoggerFactory.getLogger(KnownGroups.class);
    private static final Duration LASTING = Duration.ofHours(1);

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private List<Group> groups = List.of();
    private @Nullable Instant readAt;

    KnownGroups(Clock clock) {
        this.clock = clock;
    }

    /** What is known is of the past. */
    void changed() {
        lock.lock();
        try {
            if (readAt != null) {
                readAt = Instant.EPOCH;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Those of before are better than none when they cannot be read now. */
    List<Group> get(Supplier<List<Group>> question) {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (readAt == null || !now.isBefore(readAt.plus(LASTING))) {
                groups = question.get();
                readAt = now;
            }
            return groups;
        } catch (EcobeeException e) {
            if (readAt == null) {
                throw e;
            }
            LOG.debug("The groups cannot be read now: {}", e.getMessage());
            return groups;
        } finally {
            lock.unlock();
        }
    }
}
