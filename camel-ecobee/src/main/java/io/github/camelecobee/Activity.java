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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelecobee.authorization.AuthorizationRequiredException;
import io.github.camelecobee.client.WriteOutcome;
import io.github.camelecobee.console.OperationCount;
import io.github.camelecobee.console.OperationCount.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What was done by the routes of a component, and how it ended. Console, JMX and meters all show these counts; nobody
 * else counts the same.
 */
final class Activity {
    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Watcher> watchers = new ArrayList<>();

    /** A change ended. */
    void wrote(EcobeeOperation operation, WriteOutcome outcome) {
        count(new Key(Kind.WRITE, operation, outcome.name()));
    }

    /** Something was read on demand, or could not be read. */
    void read(EcobeeOperation operation, @Nullable Throwable failure) {
        count(new Key(Kind.READ, operation, failure == null ? OperationCount.SUCCEEDED : OperationCount.FAILED));
    }

    /** A consumer polled an account. One whose account waits for a person asked nothing, and is no poll. */
    void polled(EcobeeOperation operation, @Nullable Throwable failure) {
        if (!(failure instanceof AuthorizationRequiredException)) {
            count(new Key(Kind.POLL, operation, failure == null ? OperationCount.SUCCEEDED : OperationCount.FAILED));
        }
    }

    /** All counts above zero, ordered. */
    List<OperationCount> counts() {
        return counts.entrySet().stream()
                .map(each -> new OperationCount(
                        each.getKey().kind, each.getKey().operation.uriName(), each.getKey().outcome, each.getValue().sum()))
                .sorted(Comparator.comparing(OperationCount::kind).thenComparing(OperationCount::operation)
                        .thenComparing(OperationCount::outcome))
                .toList();
    }

    /** Hears of each counter, those that are there already and those that come. */
    void watch(Watcher watcher) {
        lock.lock();
        try {
            watchers.add(watcher);
            counts.forEach(watcher::appeared);
        } finally {
            lock.unlock();
        }
    }

    void unwatch(Watcher watcher) {
        lock.lock();
        try {
            watchers.remove(watcher);
        } finally {
            lock.unlock();
        }
    }

    private void count(Key key) {
        LongAdder counter = counts.get(key);
        (counter == null ? appear(key) : counter).increment();
    }

    private LongAdder appear(Key key) {
        lock.lock();
        try {
            LongAdder counter = counts.get(key);
            if (counter == null) {
                counter = new LongAdder();
                counts.put(key, counter);
                for (Watcher watcher : watchers) {
                    watcher.appeared(key, counter);
                }
            }
            return counter;
        } finally {
            lock.unlock();
        }
    }

    /** What is counted apart. */
    record Key(Kind kind, EcobeeOperation operation, String outcome) {
    }

    /** Shows counters elsewhere. */
    interface Watcher {
        /** A counter has appeared; it never goes. Called under a lock: do not wait in it. */
        void appeared(Key key, LongAdder counter);
    }
}
