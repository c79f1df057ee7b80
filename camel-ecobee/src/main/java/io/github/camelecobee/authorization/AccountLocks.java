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
package io.github.camelecobee.authorization;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A reentrant lock for each account, across the threads that use one store. */
final class AccountLocks {
    /** Longer than the longest call that is made under the lock. */
    static final Duration LIMIT = Duration.ofSeconds(140);

    private final String place;
    private final Map<AccountKey, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** @param place what is locked, for messages: <em>the grant table</em> */
    AccountLocks(String place) {
        this.place = place;
    }

    /**
     * Does something under the lock.
     *
     * @param outermost what to do if this thread does not hold the lock already
     * @param nested    what to do if it does
     */
    <T> T locked(AccountKey key, Supplier<T> outermost, Supplier<T> nested) {
        ReentrantLock lock = locks.computeIfAbsent(key, k -> new ReentrantLock());
        boolean held = lock.isHeldByCurrentThread();
        try {
            if (!lock.tryLock(LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new GrantStoreException(
                        "Another thread has locked account " + key.account() + " in " + place + " for " + LIMIT.toSeconds()
                                              + " s. See whether it hangs.",
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GrantStoreException("Interrupted while waiting for account " + key.account() + " in " + place, e);
        }
        try {
            return held ? nested.get() : outermost.get();
        } finally {
            lock.unlock();
        }
    }
}
