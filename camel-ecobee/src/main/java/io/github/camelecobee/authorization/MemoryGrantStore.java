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

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Keeps grants in memory: for tests, and for those who do not mind entering a PIN after every restart. */
public final class MemoryGrantStore implements GrantStore {
    private final Map<AccountKey, AuthorizationRecord> records = new ConcurrentHashMap<>();
    private final AccountLocks locks = new AccountLocks("memory");

    /** An empty store. */
    public MemoryGrantStore() {
    }

    @Override
    public Optional<AuthorizationRecord> load(AccountKey key) {
        return Optional.ofNullable(records.get(key));
    }

    @Override
    public boolean compareAndSet(AccountKey key, long expectedVersion, AuthorizationRecord next) {
        AtomicBoolean done = new AtomicBoolean();
        records.compute(key, (k, present) -> {
            done.set((present == null ? 0 : present.version()) == expectedVersion);
            return done.get() ? next : present;
        });
        return done.get();
    }

    @Override
    public <T> T exclusively(AccountKey key, Supplier<T> work) {
        return locks.locked(key, work, work);
    }

    @Override
    public Set<AccountKey> keys() {
        return Set.copyOf(records.keySet());
    }

    @Override
    public void remove(AccountKey key) {
        records.remove(key);
    }
}
