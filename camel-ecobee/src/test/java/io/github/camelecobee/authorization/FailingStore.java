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

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A store that does as told before it reads or writes: fail, crash, or look around. */
final class FailingStore implements GrantStore {
    final GrantStore inner = new MemoryGrantStore();
    volatile Runnable beforeLoad = () -> {
    };
    volatile Consumer<AuthorizationRecord> beforeSave = next -> {
    };
    volatile Runnable beforeLock = () -> {
    };
    volatile Runnable afterUnlock = () -> {
    };

    @Override
    public Optional<AuthorizationRecord> load(AccountKey key) {
        beforeLoad.run();
        return inner.load(key);
    }

    @Override
    public boolean compareAndSet(AccountKey key, long expectedVersion, AuthorizationRecord next) {
        beforeSave.accept(next);
        return inner.compareAndSet(key, expectedVersion, next);
    }

    @Override
    public <T> T exclusively(AccountKey key, Supplier<T> work) {
        beforeLock.run();
        T outcome = inner.exclusively(key, work);
        afterUnlock.run();
        return outcome;
    }

    @Override
    public Set<AccountKey> keys() {
        return inner.keys();
    }

    @Override
    public void remove(AccountKey key) {
        inner.remove(key);
    }
}
