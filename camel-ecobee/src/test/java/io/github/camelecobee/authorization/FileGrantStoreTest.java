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
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileGrantStoreTest {
    private static final AccountKey HOME = AccountKey.of("a key", "home");
    private static final AccountKey CABIN = AccountKey.of("a key", "cabin / \"north\"");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456789Z");
    private final Path directory;

    FileGrantStoreTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static AuthorizationRecord record(long version, String token) {
        return new AuthorizationRecord(
                version, new Grant(token, "R" + token, NOW, NOW.plusSeconds(3599), "smartWrite", "Bearer"),
                new PinPrompt("ABCD-EFGH", "C1", NOW, Duration.ofSeconds(30), "portal"),
                new Refusal("invalid_grant", "text", NOW));
    }

    private Path state() {
        return directory.resolve("state");
    }

    private Path file() {
        return state().resolve("grants.json");
    }

    @Test
    @Tag("field-19")
    void recordsAndTokensOf16KilobytesSurvive() {
        String token = "aZ09-_.".repeat(2400);
        FileGrantStore store = new FileGrantStore(file());

        assertThat(store.compareAndSet(HOME, 0, record(1, token))).isTrue();
        assertThat(store.compareAndSet(CABIN, 0, new AuthorizationRecord(1, null, null, null))).isTrue();

        FileGrantStore other = new FileGrantStore(file());
        assertThat(other.load(HOME)).contains(record(1, token));
        assertThat(other.keys()).containsExactlyInAnyOrder(HOME, CABIN);
        other.remove(HOME);
        assertThat(store.load(HOME)).isEmpty();
        assertThat(store.load(CABIN)).isPresent();
    }

    @Test
    void whoComesSecondIsTold() {
        FileGrantStore store = new FileGrantStore(file());
        store.compareAndSet(HOME, 0, record(1, "A1"));

        assertThat(store.compareAndSet(HOME, 0, record(1, "A2"))).isFalse();
        assertThat(store.compareAndSet(HOME, 1, record(2, "A2"))).isTrue();
        assertThat(store.load(HOME)).contains(record(2, "A2"));
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
    void twoStoresOnOneFileLoseNoChangeAndNeverWorkAtTheSameTime() throws Exception {
        FileGrantStore[] stores = { new FileGrantStore(file()), new FileGrantStore(file()) };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try {
            var futures = IntStream.range(0, 24).<Future<?>> mapToObj(i -> threads.submit(() -> {
                FileGrantStore store = stores[i % 2];
                store.exclusively(HOME, () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    long version = store.load(HOME).map(AuthorizationRecord::version).orElse(0L);
                    boolean done = store.compareAndSet(HOME, version, record(version + 1, "A" + version));
                    inside.decrementAndGet();
                    assertThat(done).isTrue();
                    return done;
                });
            })).toList();
            for (Future<?> future : futures) {
                future.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(stores[0].load(HOME).orElseThrow().version()).isEqualTo(24);
        assertThat(most).hasValue(1);
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
    void accountsDoNotWaitForEachOtherAndLocksNest() {
        FileGrantStore one = new FileGrantStore(file());
        FileGrantStore two = new FileGrantStore(file());

        String result = one.exclusively(HOME, () -> one.exclusively(HOME, () -> two.exclusively(CABIN, () -> "nested")));

        assertThat(result).isEqualTo("nested");
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
