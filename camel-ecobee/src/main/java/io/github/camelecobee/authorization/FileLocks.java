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

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A lock across threads, stores and processes, made of a lock in memory and a lock file. Reentrant.
 * <p>
 * The operating system gives a lock to the process, and takes it away when the process closes <em>any</em> channel of
 * the file (FileLock: "on some systems, closing a channel releases all locks"). So a channel is closed only while its
 * lock is held here, when no other store of this JVM can hold it.
 */
final class FileLocks {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final SecureFile file;
    private final Path path;
    private final ReentrantLock inProcess = new ReentrantLock();
    /** Channels that were opened in vain; guarded by the lock. */
    private final Deque<FileChannel> abandoned = new ArrayDeque<>();

    FileLocks(SecureFile file, String suffix) {
        this.file = file;
        this.path = file.sibling(suffix);
    }

    <T> T locked(Duration limit, Supplier<T> work) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean held = inProcess.isHeldByCurrentThread();
        try {
            if (!inProcess.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy(limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GrantStoreException("Interrupted while waiting for the grant file " + file.path(), e);
        }
        try {
            return held ? work.get() : lockedOutside(deadline, limit, work);
        } finally {
            inProcess.unlock();
        }
    }

    private <T> T lockedOutside(long deadline, Duration limit, Supplier<T> work) {
        FileChannel channel = null;
        try {
            file.createIfMissing(path);
            channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            FileLock lock = acquire(channel, deadline);
            if (lock == null) {
                abandoned.add(channel);
                throw busy(limit);
            }
        } catch (IOException e) {
            if (channel != null) {
                abandoned.add(channel);
            }
            throw file.failure("cannot be locked", e);
        }
        try {
            return work.get();
        } finally {
            close(channel);
        }
    }

    private void close(FileChannel channel) {
        abandoned.add(channel);
        for (FileChannel next = abandoned.poll(); next != null; next = abandoned.poll()) {
            try {
                next.close();
            } catch (IOException e) {
                throw file.failure("cannot be unlocked", e);
            }
        }
    }

    /** Tries until it works; {@code null} if it does not in time. */
    private static @Nullable FileLock acquire(FileChannel channel, long deadline) throws IOException {
        while (true) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                return null;
            }
            // There is no way to wait for a lock that another store of the same JVM holds but to ask again.
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another store of this JVM has it, perhaps one of another class loader
        }
    }

    private GrantStoreException busy(Duration limit) {
        if (Thread.currentThread().isInterrupted()) {
            return new GrantStoreException("Interrupted while waiting for the grant file " + file.path(), null);
        }
        return new GrantStoreException(
                "The grant file " + file.path() + " has been locked by somebody else for " + limit.toSeconds()
                                       + " s (lock file " + path + "). See whether another process hangs.",
                null);
    }
}
