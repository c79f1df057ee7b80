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
import java.util.function.Supplier;

/**
 * Keeps grants. Implementations are safe for use by several threads, and, where the place they write to is shared, by
 * several processes.
 */
public interface GrantStore {

    /**
     * Reads what is stored.
     *
     * @param  key                 the account
     * @return                     empty if nothing is
     * @throws GrantStoreException if it cannot be read; what is stored is left as it is
     */
    Optional<AuthorizationRecord> load(AccountKey key);

    /**
     * Writes a record if nobody else has written one meanwhile. It is durable when this returns {@code true}: it
     * survives a crash of the process and of the machine.
     *
     * @param  key                 the account
     * @param  expectedVersion     the version that should be stored now, 0 for nothing
     * @param  next                what to store, of version {@code expectedVersion + 1}
     * @return                     {@code false} if another version is stored; nothing is written then
     * @throws GrantStoreException if it cannot be written; what was stored before is left as it is
     */
    boolean compareAndSet(AccountKey key, long expectedVersion, AuthorizationRecord next);

    /**
     * Does something while no other thread and no other process does something exclusively for the same account. The
     * work may take as long as an HTTP call, may read and write this store, and may nest.
     *
     * @param  key                 the account
     * @param  work                what to do
     * @param  <T>                 the type of its result
     * @return                     its result
     * @throws GrantStoreException if the lock cannot be had within a reasonable time; the work was not done then
     */
    <T> T exclusively(AccountKey key, Supplier<T> work);

    /**
     * The accounts of which something is stored.
     *
     * @return                     a copy
     * @throws GrantStoreException if it cannot be read
     */
    Set<AccountKey> keys();

    /**
     * Forgets an account.
     *
     * @param  key                 the account, which need not be there
     * @throws GrantStoreException if it cannot be written
     */
    void remove(AccountKey key);
}
