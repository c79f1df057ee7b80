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
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text file that only its owner can read, and that is replaced as a whole. Where the file system knows no POSIX
 * permissions, the checks are left out.
 */
final class SecureFile {
    private static final Logger LOG = LoggerFactory.getLogger(SecureFile.class);
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ENTER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** How often somebody may replace the file while it is being read. */
    private static final int ATTEMPTS = 10;

    private final Path path;
    private final String what;
    private final String remedy;
    private final Path directory;
    private final boolean posix;
    private volatile @Nullable UserPrincipal me;

    /**
     * A file, which need not be there.
     *
     * @param given  where it is
     * @param what   what it is, for messages: <em>grant file</em>
     * @param remedy what to do if somebody may have read it
     */
    SecureFile(Path given, String what, String remedy) {
        Path path = given.toAbsolutePath().normalize();
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("The " + what + " must be a file, not " + path);
        }
        this.path = path;
        this.what = what;
        this.remedy = remedy;
        this.directory = parent;
        this.posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    Path path() {
        return path;
    }

    /** A path beside the file. */
    Path sibling(String suffix) {
        return directory.resolve("." + path.getFileName() + suffix);
    }

    /** The file in a message. */
    String named() {
        return "The " + what + " " + path;
    }

    /** Reads the file; empty if there is none. Whether there is one must be certain, so an error never means no. */
    Optional<String> read() {
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                Object checked = check(path);
                String text = readText();
                // What was read is what was checked, or somebody has replaced it meanwhile.
                if (checked.equals(check(path))) {
                    return Optional.of(text);
                }
            }
            throw new GrantStoreException(named() + " is replaced all the time. See who writes to it.", null);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure("cannot be read", e);
        }
    }

    private String readText() throws IOException {
        try (var channel = Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Refuses what is not ours alone.
     *
     * @return tells the file from another one of this name
     */
    private Object check(Path file) throws IOException {
        BasicFileAttributes basic = posix
                ? Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                : Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (basic.isSymbolicLink()) {
            throw refused(file, "is a symbolic link. Name the file itself.");
        }
        if (!basic.isRegularFile()) {
            throw refused(file, "is no file. Move it away.");
        }
        if (basic instanceof PosixFileAttributes attributes) {
            if (attributes.permissions().stream().anyMatch(OTHERS::contains)) {
                throw refused(
                        file, "can be read or written by others (" + PosixFilePermissions.toString(attributes.permissions())
                              + "). Take that away (chmod 600), and " + remedy + " if somebody may have read it.");
            }
            UserPrincipal me = me();
            if (!attributes.owner().equals(me)) {
                throw refused(
                        file, "belongs to " + attributes.owner().getName() + ", not to " + me.getName()
                              + ". Run as its owner, or change the owner (chown).");
            }
        }
        Object key = basic.fileKey();
        return key == null ? file : key;
    }

    private GrantStoreException refused(Path file, String why) {
        String name = file.equals(path) ? named() : "The lock file " + file + " of the " + what;
        return new GrantStoreException(name + " " + why, null);
    }

    /** Who we are, as the file system sees it: what we create is ours, also where user ids have no names. */
    private UserPrincipal me() throws IOException {
        UserPrincipal known = me;
        if (known != null) {
            return known;
        }
        Path probe = probe();
        try {
            UserPrincipal owner = Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS);
            me = owner;
            return owner;
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private Path probe() throws IOException {
        try {
            return Files.createFile(sibling("." + UUID.randomUUID() + ".probe"), attribute(OWNER));
        } catch (FileSystemException e) {
            // A key may be in a directory that we only read.
            return Files.createTempFile("ecobee", ".probe", attribute(OWNER));
        }
    }

    /** Replaces the file. To be called under the write lock. */
    void write(String text) {
        try {
            makeDirectory();
            removeLeftovers();
            Path next = sibling("." + UUID.randomUUID() + ".tmp");
            create(next);
            try {
                try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                flush(directory);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw failure("cannot be written", e);
        }
    }

    private void makeDirectory() throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path next = directory; next != null && !Files.isDirectory(next); next = next.getParent()) {
            missing.push(next);
        }
        if (posix) {
            Files.createDirectories(directory, attribute(OWNER_ENTER));
        } else {
            Files.createDirectories(directory);
        }
        for (Path made : missing) {
            Path parent = made.getParent();
            if (parent != null) {
                flush(parent);
            }
        }
    }

    /** Makes an empty file that is private from its first moment. */
    private void create(Path file) throws IOException {
        if (posix) {
            Files.createFile(file, attribute(OWNER));
        } else {
            Files.createFile(file);
        }
    }

    /** Makes a lock file, or makes sure that the one there is ours. */
    void createIfMissing(Path file) throws IOException {
        makeDirectory();
        try {
            create(file);
        } catch (FileAlreadyExistsException e) {
            check(file);
        }
    }

    /** A crash may have left a file with secrets; nobody else writes now. */
    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, this::isLeftover)) {
            for (Path leftover : leftovers) {
                deleteIfPossible(leftover);
            }
        }
    }

    /** In a directory that others write to, it may be theirs; the new grant is worth more than the old leftover. */
    private static void deleteIfPossible(Path leftover) {
        try {
            Files.deleteIfExists(leftover);
        } catch (IOException e) {
            LOG.debug("The leftover {} cannot be removed: {}", leftover, e.getClass().getSimpleName());
        }
    }

    private boolean isLeftover(Path candidate) {
        String name = String.valueOf(candidate.getFileName());
        return name.startsWith("." + path.getFileName() + ".") && name.endsWith(".tmp");
    }

    /** A new name is durable only when its directory is (fsync(2)). Windows can neither open nor flush one. */
    private void flush(Path folder) throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    GrantStoreException failure(String problem, IOException e) {
        return new GrantStoreException(
                named() + " " + problem + " (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                                       + "). Check the directory, its owner and its free space.",
                e);
    }

    private static FileAttribute<Set<PosixFilePermission>> attribute(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }
}
