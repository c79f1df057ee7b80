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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class FileGrantStoreTest extends GrantStoreContract {
    private final Path directory;

    FileGrantStoreTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Override
    GrantStore store() {
        return new FileGrantStore(file());
    }

    private Path state() {
        return directory.resolve("state");
    }

    private Path file() {
        return state().resolve("grants.json");
    }

    @Test
    void fileAndDirectoryArePrivate() throws IOException {
        new FileGrantStore(file()).compareAndSet(HOME, 0, record(1, "A1"));

        assertThat(permissions(file())).isEqualTo("rw-------");
        assertThat(permissions(state())).isEqualTo("rwx------");
        try (var files = Files.list(state())) {
            assertThat(files).allSatisfy(path -> assertThat(permissions(path)).isEqualTo("rw-------"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "rw-r-----", "rw----r--", "rw-rw----" })
    void fileThatOthersCanReadIsRefused(String permissions) throws IOException {
        FileGrantStore store = new FileGrantStore(file());
        store.compareAndSet(HOME, 0, record(1, "A1"));
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> store.load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining(file().toString()).hasMessageContaining("chmod 600");
        assertThatThrownBy(() -> store.compareAndSet(HOME, 1, record(2, "A2"))).isInstanceOf(GrantStoreException.class);
    }

    @Test
    void symbolicLinkIsRefused() throws IOException {
        Path real = directory.resolve("real.json");
        new FileGrantStore(real).compareAndSet(HOME, 0, record(1, "A1"));
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), real);

        assertThatThrownBy(() -> new FileGrantStore(link).load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("symbolic link");
    }

    /** Only root can give files away, so that only root can try. */
    @Test
    void fileOfSomebodyElseIsRefused() throws IOException {
        FileGrantStore store = new FileGrantStore(file());
        store.compareAndSet(HOME, 0, record(1, "A1"));
        assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(file(), "unix:uid")), "not root");
        Files.setAttribute(file(), "unix:uid", 12345);

        assertThatThrownBy(() -> store.load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("belongs to 12345").hasMessageContaining("chown");
        assertThatThrownBy(() -> store.compareAndSet(HOME, 1, record(2, "A2"))).isInstanceOf(GrantStoreException.class);
    }

    @Test
    void lockFileThatIsALinkOrNoFileIsRefused() throws IOException {
        FileGrantStore store = new FileGrantStore(file());
        Files.createDirectories(state());
        Path lock = Files.createSymbolicLink(state().resolve(".grants.json.lock"), directory.resolve("elsewhere"));

        assertThatThrownBy(() -> store.compareAndSet(HOME, 0, record(1, "A1"))).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("The lock file " + lock).hasMessageContaining("symbolic link");
        Files.delete(lock);
        Files.createDirectory(lock);
        assertThatThrownBy(() -> store.compareAndSet(HOME, 0, record(1, "A1"))).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("is no file");
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void folderInPlaceOfTheFileIsRefused() throws IOException {
        Files.createDirectories(file());

        assertThatThrownBy(() -> new FileGrantStore(file()).load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("is no file");
    }

    /** Or else a PIN would be asked for, and the grant overwritten once the folder is back. */
    @Test
    void placeThatCannotBeLookedAtIsNoEmptyStore() throws IOException {
        Files.writeString(state(), "a file where a folder should be");

        assertThatThrownBy(() -> new FileGrantStore(file()).load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> new FileGrantStore(file()).keys()).isInstanceOf(GrantStoreException.class);
    }

    @Test
    void readersNeverSeeHalfAFileWhileItIsReplaced() throws Exception {
        store().compareAndSet(HOME, 0, record(1, "A1"));
        all(4, i -> {
            GrantStore store = store();
            for (int n = 0; n < 50; n++) {
                if (i == 0) {
                    store.compareAndSet(HOME, n + 1, record(n + 2, "A".repeat(1 + n * 100)));
                } else {
                    assertThat(store.load(HOME)).isPresent();
                }
            }
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "{", "[]", "null", "{}", "{\"format\":1}", "{\"format\":1,\"grants\":[{}]}",
            "{\"format\":1,\"grants\":[{\"application\":\"0123456789abcdef\",\"account\":\"home\",\"version\":\"secret\"}]}" })
    void damagedFileIsLeftAsItIs(String text) throws IOException {
        Files.createDirectories(state());
        Files.createFile(file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file(), text);
        FileGrantStore store = new FileGrantStore(file());

        assertThatThrownBy(() -> store.load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining(file().toString()).hasMessageNotContaining("secret");
        assertThatThrownBy(() -> store.compareAndSet(HOME, 0, record(1, "A1"))).isInstanceOf(GrantStoreException.class);
        assertThat(Files.readString(file())).isEqualTo(text);
    }

    @Test
    void fileOfALaterVersionIsLeftAsItIs() throws IOException {
        FileGrantStore store = new FileGrantStore(file());
        store.compareAndSet(HOME, 0, record(1, "A1"));
        Files.writeString(file(), Files.readString(file()).replace("\"format\":1", "\"format\":2"));

        assertThatThrownBy(() -> store.load(HOME)).hasMessageContaining("later version").hasMessageContaining("format 2");
    }

    @Test
    void whatALaterVersionAddsToAnotherAccountIsKept() throws IOException {
        FileGrantStore store = new FileGrantStore(file());
        store.compareAndSet(HOME, 0, record(1, "A1"));
        Files.writeString(file(), Files.readString(file()).replace("\"version\":1", "\"version\":1,\"colour\":\"red\""));

        store.compareAndSet(CABIN, 0, record(1, "A9"));

        assertThat(Files.readString(file())).contains("\"colour\":\"red\"");
    }

    @Test
    void leftoversOfACrashAreRemoved() throws IOException {
        Files.createDirectories(state());
        Path leftover = Files.writeString(file().resolveSibling(".grants.json.123.tmp"), "secret");

        new FileGrantStore(file()).compareAndSet(HOME, 0, record(1, "A1"));

        assertThat(leftover).doesNotExist();
    }

    /** Others may write to a shared directory, too. */
    @Test
    void leftoverThatCannotBeRemovedKeepsNoGrantFromTheFile() throws IOException {
        Files.createDirectories(state().resolve(".grants.json.stubborn.tmp").resolve("child"));

        assertThat(new FileGrantStore(file()).compareAndSet(HOME, 0, record(1, "A1"))).isTrue();
        assertThat(new FileGrantStore(file()).load(HOME)).contains(record(1, "A1"));
    }

    @Test
    void anotherProcessIsWaitedFor() throws Exception {
        try (OtherProcess other = OtherProcess.locking(file().toString())) {
            waitsFor(other::unlock);
        }
    }

    @Test
    void aKilledProcessLeavesNoLock() throws Exception {
        try (OtherProcess other = OtherProcess.locking(file().toString())) {
            waitsFor(other::kill);
        }
    }

    @Test
    void twoManagersOnOneFileRefreshOnce() {
        VirtualTime time = new VirtualTime();
        ScriptedEcobee ecobee = new ScriptedEcobee(time).grants("A2", "R2").isDown();
        AuthorizationSettings settings = AuthorizationSettings.builder("a key").build();
        new FileGrantStore(file()).compareAndSet(HOME, 0, new AuthorizationRecord(
                1, new Grant("A1", "R1", time.instant(), time.instant().plusSeconds(3599), "smartWrite", "Bearer"), null,
                null));
        Authorization one = new AuthorizationManager(settings, new FileGrantStore(file()), ecobee, time, time.scheduler)
                .authorization("home");
        Authorization two = new AuthorizationManager(settings, new FileGrantStore(file()), ecobee, time, time.scheduler)
                .authorization("home");
        AccessToken failedOne = one.accessToken();
        AccessToken failedTwo = two.accessToken();

        assertThat(one.renew(failedOne).value()).isEqualTo("A2");
        assertThat(two.renew(failedTwo).value()).isEqualTo("A2");
        assertThat(ecobee.calls).hasSize(1);
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
