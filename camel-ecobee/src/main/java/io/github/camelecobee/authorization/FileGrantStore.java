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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps grants in one JSON file, readable by its owner only. Several processes may share it, and several stores of one
 * process.
 * <p>
 * A new version is written beside the file, flushed to the disk, and renamed over it, so that a crash leaves the old
 * one or the new one and never a part. A file that cannot be read is never overwritten. Locks are files beside it,
 * which hold nothing and may stay.
 */
public final class FileGrantStore implements GrantStore {
    private static final Duration WRITE_LOCK = Duration.ofSeconds(10);

    private final SecureFile file;
    private final FileLocks writing;
    private final Map<AccountKey, FileLocks> accounts = new ConcurrentHashMap<>();

    /**
     * A store. Nothing is read or written yet; file and directory are made at the first write.
     *
     * @param file the file
     */
    public FileGrantStore(Path file) {
        this.file = new SecureFile(file, "grant file", "authorize anew");
        this.writing = new FileLocks(this.file, ".lock");
    }

    @Override
    public Optional<AuthorizationRecord> load(AccountKey key) {
        return document().find(key);
    }

    @Override
    public boolean compareAndSet(AccountKey key, long expectedVersion, AuthorizationRecord next) {
        return writing.locked(WRITE_LOCK, () -> {
            GrantDocument document = document();
            if (document.find(key).map(AuthorizationRecord::version).orElse(0L) != expectedVersion) {
                return false;
            }
            file.write(document.with(key, next).toJson());
            return true;
        });
    }

    @Override
    public <T> T exclusively(AccountKey key, Supplier<T> work) {
        // The name of an account may hold anything, a file name may not.
        String suffix = "." + AccountKey.sha256(key.application() + "/" + key.account()).substring(0, 16) + ".lock";
        return accounts.computeIfAbsent(key, k -> new FileLocks(file, suffix)).locked(AccountLocks.LIMIT, work);
    }

    @Override
    public Set<AccountKey> keys() {
        return document().keys();
    }

    @Override
    public void remove(AccountKey key) {
        writing.locked(WRITE_LOCK, () -> {
            GrantDocument document = document();
            if (document.find(key).isPresent()) {
                file.write(document.without(key).toJson());
            }
            return true;
        });
    }

    private GrantDocument document() {
        return file.read().map(text -> GrantDocument.parse(text, file.named()))
                .orElseGet(GrantDocument::empty);
    }
}
