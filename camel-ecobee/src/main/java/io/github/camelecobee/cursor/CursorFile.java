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
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a repository, open: a line is added for each cursor that moves, and is on the disk before it counts. Now
 * and then the file is replaced by one with the newest lines only. Guarded by the repository's lock.
 * <p>
 * Not through a channel: an interrupt of the thread that writes would close it.
 */
final class CursorFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileCursorRepository.class);
    private static final long SMALL = 256 * 1024;
    private static final int GROWTH = 4;

    private final Path path;
    private final FileChannel lock;
    private final Map<String, String> cursors = new LinkedHashMap<>();
    private RandomAccessFile file;
    /** What counts; anything behind it was never written in full. */
    private long length;
    private long tidyAbove;

    private CursorFile(Path path, FileChannel lock) throws IOException {
        this.path = path;
        this.lock = lock;
        int lines = read();
        this.file = new RandomAccessFile(path.toFile(), "rw");
        this.tidyAbove = SMALL;
        flushDirectory();
        if (lines > cursors.size()) {
            tidy();
        }
    }

    /** Opens the file, and makes it if there is none. */
    static CursorFile open(Path path) throws IOException {
        Path directory = path.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        FileChannel lock = FileChannel.open(
                path.resolveSibling(path.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!isLocked(lock)) {
                throw new CursorRepositoryException(
                        "The cursor file " + path + " is in use. Give each application, and each repository, a file of its"
                                                    + " own; nodes that share cursors keep them in a database.",
                        null);
            }
            return new CursorFile(path, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(cursors.get(key));
    }

    void set(String key, String value) throws IOException {
        append((new CursorLine(key, value) + "\n").getBytes(StandardCharsets.UTF_8));
        cursors.put(key, value);
        if (length > tidyAbove) {
            try {
                tidy();
            } catch (IOException e) {
                LOG.warn("The cursor file {} cannot be made smaller, and grows on: {}", path, e.toString());
            }
        }
    }

    private void append(byte[] line) throws IOException {
        // What a write that failed has left there, say on a full disk.
        if (file.length() > length) {
            file.setLength(length);
        }
        file.seek(length);
        file.write(line);
        file.getFD().sync();
        length += line.length;
    }

    /** @return the number of lines */
    private int read() throws IOException {
        byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        int lines = 0;
        for (int from = 0; from < bytes.length;) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            Optional<CursorLine> line = CursorLine.parse(new String(bytes, from, end - from, StandardCharsets.UTF_8));
            boolean last = end + 1 >= bytes.length;
            if (line.isPresent() && end < bytes.length) {
                cursors.put(line.get().key(), line.get().value());
                lines++;
                length = end + 1L;
            } else if (!last) {
                throw new CursorRepositoryException(
                        "The cursor file " + path + " is damaged in line " + (lines + 1) + ". It is left as it is. Restore it,"
                                                    + " or move it away: then consumers begin anew.",
                        null);
            }
            from = end + 1;
        }
        if (length < bytes.length) {
            LOG.info("The last line of the cursor file {} was not written in full and does not count", path);
        }
        return lines;
    }

    /** Replaces the file by one that holds each cursor once. Whatever happens, one of the two is there. */
    private void tidy() throws IOException {
        StringBuilder text = new StringBuilder();
        cursors.forEach((key, value) -> text.append(new CursorLine(key, value)).append('\n'));
        Path next = path.resolveSibling(path.getFileName() + ".tmp");
        // However this ends: not again for every line.
        tidyAbove = Math.max(SMALL, GROWTH * Math.max(length, text.length()));
        try (RandomAccessFile tidied = new RandomAccessFile(next.toFile(), "rw")) {
            tidied.setLength(0);
            tidied.write(text.toString().getBytes(StandardCharsets.UTF_8));
            tidied.getFD().sync();
        }
        file.close();
        try {
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            length = Files.size(path);
            tidyAbove = Math.max(SMALL, GROWTH * length);
        } finally {
            file = new RandomAccessFile(path.toFile(), "rw");
        }
        flushDirectory();
    }

    /** A new name is durable only when its directory is (fsync(2)). Windows can neither open nor flush one. */
    private void flushDirectory() throws IOException {
        Path directory = path.getParent();
        if (directory != null && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            file.close();
        }
    }
}
