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
package io.github.camelecobee.cursor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps cursors in a file, for an application that runs as one process. A cursor that was written is on the disk, and
 * survives the process and the machine wherever they are stopped.
 * <p>
 * Camel's own {@code FileStateRepository} is no substitute: killed in the middle of a line it cannot be opened any
 * more, or gives back half a cursor, and it empties its file before it writes it anew.
 * <p>
 * Beside the file there is another one, with {@code .lock} at the end of its name: as long as the repository is started
 * nobody else can start one on the file. What is in the file is no secret; it holds names of routes and accounts and
 * identifiers of thermostats.
 * <p>
 * Safe for use by several threads.
 */
public final class FileCursorRepository extends ServiceSupport implements StateRepository<String, String> {
    private final Path path;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable CursorFile open;

    // Of two public constructors with one argument Camel 4.14 could not choose when properties make the bean.
    private FileCursorRepository(Path file) {
        this.path = file.toAbsolutePath().normalize();
    }

    /**
     * A repository. Nothing is read or written yet.
     *
     * @param file where it keeps the cursors; made with its directories if it is not there
     */
    public FileCursorRepository(String file) {
        this(Path.of(file));
    }

    /**
     * A repository, for those who have a path. Nothing is read or written yet.
     *
     * @param  file where it keeps the cursors; made with its directories if it is not there
     * @return      the repository
     */
    public static FileCursorRepository of(Path file) {
        return new FileCursorRepository(file);
    }

    /**
     * Reads a cursor.
     *
     * @param  key                       its name
     * @return                           the cursor as it was written last, {@code null} if there is none
     * @throws CursorRepositoryException if the repository is not started
     */
    @Override
    public @Nullable String getState(String key) {
        turn.lock();
        try {
            return started().get(key).orElse(null);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Writes a cursor to the disk.
     *
     * @param  key                       its name
     * @param  value                     the cursor
     * @throws CursorRepositoryException if it may not have been written, or the repository is not started
     */
    @Override
    public void setState(String key, String value) {
        turn.lock();
        try {
            started().set(key, value);
        } catch (IOException e) {
            throw failure("written", e);
        } finally {
            turn.unlock();
        }
    }

    private CursorFile started() {
        CursorFile current = open;
        if (current == null) {
            throw new CursorRepositoryException("The repository of the cursor file " + path + " is not started", null);
        }
        return current;
    }

    private CursorRepositoryException failure(String what, IOException e) {
        return new CursorRepositoryException(
                "The cursor file " + path + " cannot be " + what + " (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                                             + "). Check the directory, its owner and its free space.",
                e);
    }

    @Override
    protected void doStart() {
        turn.lock();
        try {
            open = CursorFile.open(path);
        } catch (IOException e) {
            throw failure("opened", e);
        } finally {
            turn.unlock();
        }
    }

    @Override
    protected void doStop() {
        turn.lock();
        try (CursorFile last = open) {
            open = null;
        } catch (IOException e) {
            throw failure("closed", e);
        } finally {
            turn.unlock();
        }
    }
}
