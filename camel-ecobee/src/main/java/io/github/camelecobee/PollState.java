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
package io.github.camelecobee;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelecobee.authorization.AuthorizationRequiredException;
import io.github.camelecobee.authorization.AuthorizationUnavailableException;
import io.github.camelecobee.client.EcobeeException;
import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.console.ReportProgress;
import io.github.camelecobee.health.PollingStatus;
import io.github.camelecobee.poll.Poller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the polls of one consumer go. One that fails changes nothing but a counter; the first of a row is said, and the
 * success after it.
 */
final class PollState {
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeConsumer.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final String consumer;
    private final String account;
    private final String label;
    private final int failuresUntilDown;
    private final Clock clock;
    private volatile Supplier<Optional<ReportProgress>> report = Optional::empty;
    private int failures;
    private @Nullable Instant since;
    private @Nullable Throwable last;

    /** Where the account is one of several of the consumer, it has to be named. */
    PollState(String consumer, String account, boolean ofSeveral, int failuresUntilDown, Clock clock) {
        this.consumer = consumer;
        this.account = account;
        this.label = ofSeveral ? consumer + ", account '" + account + "'," : consumer;
        this.failuresUntilDown = failuresUntilDown;
        this.clock = clock;
    }

    void succeeded() {
        lock.lock();
        try {
            if (failures > 0) {
                LOG.info("Route {} polls account '{}' again, after {} failed polls since {}", consumer, account, failures,
                        since);
            }
            failures = 0;
            since = null;
            last = null;
        } finally {
            lock.unlock();
        }
    }

    /** A poll failed. One whose account waits for a person is none: authorization tells about that. */
    void failed(Throwable failure) {
        lock.lock();
        try {
            last = failure;
            if (failure instanceof AuthorizationRequiredException) {
                LOG.debug("{}", failure.getMessage());
                return;
            }
            failures++;
            if (since == null) {
                since = clock.instant();
                warn(failure);
            } else {
                LOG.debug("Failed poll {} of route {}: {}", failures, label, failure.getMessage());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether this very failure was told already: it is the same poll, seen again too early for another. */
    boolean isTold(Throwable failure) {
        lock.lock();
        try {
            return last == failure;
        } finally {
            lock.unlock();
        }
    }

    boolean isFailing() {
        lock.lock();
        try {
            return failures > 0;
        } finally {
            lock.unlock();
        }
    }

    /** From now on it tells how far the reports are that the consumer reads. */
    void reads(EcobeeOperation operation, Poller poller) {
        report = () -> poller.reportStatus().map(status -> new ReportProgress(
                consumer, account, operation.uriName(), status.percent(), status.rows(), status.intervals(),
                status.intervalsMissing(), status.thermostats(), status.thermostatsToGo(), status.oldest(), status.newest()));
    }

    /** How far the reports are that the consumer reads, if it reads any. */
    Optional<ReportProgress> report() {
        return report.get();
    }

    boolean isDown() {
        lock.lock();
        try {
            return failures >= failuresUntilDown;
        } finally {
            lock.unlock();
        }
    }

    PollingStatus status() {
        lock.lock();
        try {
            boolean refused = last instanceof EcobeeRefusedException e && e.code() >= 0;
            return new PollingStatus(
                    consumer, account, failures, failures >= failuresUntilDown, since,
                    failures == 0 || last == null ? null : String.valueOf(last.getMessage()),
                    refused && last instanceof EcobeeRefusedException e ? e.code() : null,
                    refused && last instanceof EcobeeRefusedException e ? e.text() : null);
        } finally {
            lock.unlock();
        }
    }

    private void warn(Throwable failure) {
        String text = "A poll of route {} failed. Polls go on, and nothing more is said until one succeeds: {}";
        if (failure instanceof EcobeeException || failure instanceof AuthorizationUnavailableException) {
            LOG.warn(text, label, failure.getMessage());
        } else {
            LOG.warn(text, label, failure.toString(), failure);
        }
    }
}
