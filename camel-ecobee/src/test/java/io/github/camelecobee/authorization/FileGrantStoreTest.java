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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        Process other = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OtherProcess.class.getName(), file().toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var out = other.inputReader(); var in = other.outputWriter()) {
            assertThat(out.lines().anyMatch("locked"::equals)).isTrue();
            var ours = CompletableFuture.supplyAsync(() -> new FileGrantStore(file()).exclusively(HOME, () -> "ours"));
            assertThatThrownBy(() -> ours.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            in.write("go");
            in.flush();

            assertThat(ours.get(20, TimeUnit.SECONDS)).isEqualTo("ours");
        } finally {
            other.destroyForcibly();
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
