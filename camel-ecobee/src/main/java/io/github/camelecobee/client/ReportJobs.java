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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelecobee.model.ReportJob;

/** What is known of the report jobs of an account: ecobee wants to be asked every five minutes at most. */
final class ReportJobs {
    private static final Duration PAUSE = RequestKind.JOB_STATUS.shortestInterval();
    /** Nothing comes of these any more. The page of ecobee has both completed and complete. */
    private static final Set<String> OVER = Set.of("completed", "complete", "cancelled", "error");
    /** A clock that is set by hand has to be looked at. */
    private static final long LOOK_MILLIS = 200;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Answer> answers = new HashMap<>();

    ReportJobs(Clock clock) {
        this.clock = clock;
    }

    /** The last answer, or a new one when that is too old. */
    List<ReportJob> get(String subject, Supplier<List<ReportJob>> question) {
        lock.lock();
        try {
            Instant now = clock.instant();
            answers.values().removeIf(answer -> !now.isBefore(answer.at.plus(PAUSE)) || now.isBefore(answer.at));
            Answer last = answers.get(subject);
            if (last == null) {
                last = new Answer(now, question.get());
                answers.put(subject, last);
            }
            return last.jobs;
        } finally {
            lock.unlock();
        }
    }

    /** A job was made or cancelled: what was answered is of the past. */
    void forget() {
        lock.lock();
        try {
            answers.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks until all are over, or it has taken so long. */
    List<ReportJob> completed(Supplier<List<ReportJob>> question, Duration longest) {
        Instant deadline = clock.instant().plus(longest);
        while (true) {
            Instant asked = clock.instant();
            List<ReportJob> jobs = question.get();
            if (jobs.stream().allMatch(job -> OVER.contains(String.valueOf(job.getStatus())))) {
                return jobs;
            }
            Instant next = asked.plus(PAUSE);
            if (next.isAfter(deadline) || !waitUntil(next)) {
                return jobs;
            }
        }
    }

    /** Says whether the time has come; if not, the thread was interrupted. */
    private boolean waitUntil(Instant time) {
        lock.lock();
        try {
            while (clock.instant().isBefore(time)) {
                changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private record Answer(Instant at, List<ReportJob> jobs) {
    }
}
