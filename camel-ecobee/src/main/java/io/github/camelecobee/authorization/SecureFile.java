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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
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

    private final Path path;
    private final Path directory;
    private final boolean posix;
    private volatile @Nullable UserPrincipal me;

    SecureFile(Path path) {
        Path parent = path.getParent();
        Path name = path.getFileName();
        if (parent == null || name == null) {
            throw new IllegalArgumentException("The grant file must be a file, not " + path);
        }
        this.path = path;
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

    /** Reads the file; empty if there is none. */
    Optional<String> read() {
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            check();
            return Optional.of(readText());
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

    private void check() throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new GrantStoreException("The grant file " + path + " is a symbolic link. Name the file itself.", null);
        }
        if (!posix) {
            return;
        }
        PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.permissions().stream().anyMatch(OTHERS::contains)) {
            throw new GrantStoreException(
                    "The grant file " + path + " can be read or written by others ("
                                          + PosixFilePermissions.toString(attributes.permissions())
                                          + "). Take that away (chmod 600), and authorize anew if somebody may have read it.",
                    null);
        }
        UserPrincipal me = me();
        if (!attributes.owner().equals(me)) {
            throw new GrantStoreException(
                    "The grant file " + path + " belongs to " + attributes.owner().getName() + ", not to " + me.getName()
                                          + ". Run as its owner, or change the owner (chown).",
                    null);
        }
    }

    /** Who we are, as the file system sees it: what we create is ours, also where user ids have no names. */
    private UserPrincipal me() throws IOException {
        UserPrincipal known = me;
        if (known != null) {
            return known;
        }
        Path probe = sibling("." + UUID.randomUUID() + ".probe");
        Files.createFile(probe, attribute(OWNER));
        try {
            UserPrincipal owner = Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS);
            me = owner;
            return owner;
        } finally {
            Files.deleteIfExists(probe);
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
                flushDirectory();
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw failure("cannot be written", e);
        }
    }

    void makeDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            if (posix) {
                Files.createDirectories(directory, attribute(OWNER_ENTER));
            } else {
                Files.createDirectories(directory);
            }
        }
    }

    /** Makes an empty file that is private from its first moment. */
    void create(Path file) throws IOException {
        if (posix) {
            Files.createFile(file, attribute(OWNER));
        } else {
            Files.createFile(file);
        }
    }

    void createIfMissing(Path file) throws IOException {
        try {
            makeDirectory();
            create(file);
        } catch (FileAlreadyExistsException e) {
            // Somebody has made it before, which is as good.
            if (Files.isSymbolicLink(file)) {
                throw new IOException(file + " is a symbolic link", e);
            }
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

    /** A rename is durable only when the directory is (fsync(2)). Windows can neither open nor flush one. */
    private void flushDirectory() throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    GrantStoreException failure(String what, IOException e) {
        return new GrantStoreException(
                "The grant file " + path + " " + what + " (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                                       + "). Check the directory, its owner and its free space.",
                e);
    }

    private static FileAttribute<Set<PosixFilePermission>> attribute(Set<PosixFilePermission> permissions) {
        return PosixFilePermissions.asFileAttribute(permissions);
    }
}
