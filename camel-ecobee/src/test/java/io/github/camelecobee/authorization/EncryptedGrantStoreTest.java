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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.camelecobee.authorization.GrantStoreContract.CABIN;
import static io.github.camelecobee.authorization.GrantStoreContract.HOME;
import static io.github.camelecobee.authorization.GrantStoreContract.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EncryptedGrantStoreTest {
    private final Path directory;
    private final MemoryGrantStore inner = new MemoryGrantStore();

    EncryptedGrantStoreTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static Aead newKey() {
        return GrantKeys.ofText(GrantKeys.create(), "The key");
    }

    private Grant storedGrant() {
        return Objects.requireNonNull(inner.load(HOME).orElseThrow().grant());
    }

    @Nested
    class AroundAFile extends GrantStoreContract {
        private final Aead key = newKey();

        @Override
        GrantStore store() {
            return new EncryptedGrantStore(new FileGrantStore(directory.resolve("state/grants.json")), key);
        }
    }

    @Nested
    class AroundADatabase extends GrantStoreContract {
        private final Aead key = newKey();
        private final DataSource database = Postgres.newDatabase();

        @Override
        GrantStore store() {
            return new EncryptedGrantStore(new JdbcGrantStore(database), key);
        }
    }

    @Test
    void noSecretIsStoredInTheClear() throws IOException {
        Path file = directory.resolve("grants.json");
        GrantStore store = new EncryptedGrantStore(new FileGrantStore(file), newKey());

        store.compareAndSet(HOME, 0, record(1, "sesame"));

        assertThat(Files.readString(file)).doesNotContain("sesame").contains("tink:", "smartWrite", "ABCD-EFGH", "home");
        assertThat(store.load(HOME)).contains(record(1, "sesame"));
    }

    /** Whoever adds a text to what is stored decides here whether it is a secret. */
    @Test
    void everyTextThatIsStoredIsEncryptedOrKnownToBeNoSecret() {
        new EncryptedGrantStore(inner, newKey()).compareAndSet(HOME, 0, record(1, "sesame"));
        AuthorizationRecord stored = inner.load(HOME).orElseThrow();

        assertThat(new Object[] { stored.grant(), stored.pin(), stored.refusal() }).allSatisfy(part -> {
            for (var component : part.getClass().getRecordComponents()) {
                if (component.getType() == String.class
                        && !String.valueOf(component.getAccessor().invoke(part)).startsWith("tink:")) {
                    assertThat(component.getName()).isIn(
                            "scope", "tokenType", "pin", "portal", "error", "description", "method");
                }
            }
        });
    }

    @Test
    void secretsInTheClearAreReadAndEncryptedWhenNextWritten() {
        inner.compareAndSet(HOME, 0, record(1, "A1"));
        GrantStore store = new EncryptedGrantStore(inner, newKey());

        assertThat(store.load(HOME)).contains(record(1, "A1"));
        assertThat(store.compareAndSet(HOME, 1, record(2, "A1"))).isTrue();

        assertThat(storedGrant().accessToken()).startsWith("tink:");
        assertThat(store.load(HOME)).contains(record(2, "A1"));
    }

    @Test
    void theSameSecretLooksDifferentEachTime() {
        GrantStore store = new EncryptedGrantStore(inner, newKey());
        store.compareAndSet(HOME, 0, record(1, "A1"));
        String first = storedGrant().accessToken();

        store.compareAndSet(HOME, 1, record(2, "A1"));

        assertThat(storedGrant().accessToken()).isNotEqualTo(first);
    }

    @Test
    void aWrongKeyIsAClearErrorAndOverwritesNothing() {
        new EncryptedGrantStore(inner, newKey()).compareAndSet(HOME, 0, record(1, "A1"));
        AuthorizationRecord before = inner.load(HOME).orElseThrow();
        GrantStore wrong = new EncryptedGrantStore(inner, newKey());

        assertThatThrownBy(() -> wrong.load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("account home").hasMessageContaining("no key fits").hasNoCause();
        assertThatThrownBy(() -> wrong.compareAndSet(HOME, 1, record(2, "A2"))).isInstanceOf(GrantStoreException.class);
        assertThat(wrong.compareAndSet(HOME, 0, record(1, "A2"))).isFalse();
        assertThat(inner.load(HOME)).contains(before);

        wrong.remove(HOME);
        assertThat(wrong.compareAndSet(HOME, 0, record(1, "A2"))).isTrue();
    }

    @Test
    void theGrantOfAnotherAccountIsRefused() {
        GrantStore store = new EncryptedGrantStore(inner, newKey());
        store.compareAndSet(CABIN, 0, record(1, "A9"));

        inner.compareAndSet(HOME, 0, inner.load(CABIN).orElseThrow());

        assertThatThrownBy(() -> store.load(HOME)).isInstanceOf(GrantStoreException.class);
    }

    @Test
    void theGrantOfAnotherApplicationIsRefused() {
        GrantStore store = new EncryptedGrantStore(inner, newKey());
        AccountKey other = AccountKey.of("another key", "home");
        store.compareAndSet(other, 0, record(1, "A9"));

        inner.compareAndSet(HOME, 0, inner.load(other).orElseThrow());

        assertThatThrownBy(() -> store.load(HOME)).isInstanceOf(GrantStoreException.class);
    }

    @Test
    void aRefreshTokenIsNoAccessToken() {
        GrantStore store = new EncryptedGrantStore(inner, newKey());
        store.compareAndSet(HOME, 0, record(1, "A1"));
        Grant grant = storedGrant();
        inner.remove(HOME);
        inner.compareAndSet(HOME, 0, new AuthorizationRecord(
                1, new Grant(
                        String.valueOf(grant.refreshToken()), grant.accessToken(), grant.obtainedAt(), grant.expiresAt(), "",
                        ""),
                null, null));

        assertThatThrownBy(() -> store.load(HOME)).isInstanceOf(GrantStoreException.class);
    }

    @Test
    void aDamagedSecretIsRefused() {
        GrantStore store = new EncryptedGrantStore(inner, newKey());
        inner.compareAndSet(HOME, 0, record(1, "A1").granted(
                new Grant("tink:not base64!", null, GrantStoreContract.NOW, GrantStoreContract.NOW, "", "")));

        assertThatThrownBy(() -> store.load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageNotContaining("not base64");
    }

    @Test
    void aNewKeyEncryptsOnceItIsPromotedAndTheOldOneStillDecrypts() throws IOException {
        Path old = directory.resolve("old.key");
        Path file = directory.resolve("grants.key");
        GrantKeys.create(file);
        Files.copy(file, old, StandardCopyOption.COPY_ATTRIBUTES);
        GrantStore before = new EncryptedGrantStore(inner, GrantKeys.ofFile(old));
        before.compareAndSet(HOME, 0, record(1, "A1"));

        GrantKeys.add(file);
        GrantStore added = new EncryptedGrantStore(inner, GrantKeys.ofFile(file));
        assertThat(added.compareAndSet(HOME, 1, record(2, "A2"))).isTrue();
        assertThat(before.load(HOME)).as("a node that does not have the new key yet").contains(record(2, "A2"));

        GrantKeys.promote(file);
        GrantStore promoted = new EncryptedGrantStore(inner, GrantKeys.ofFile(file));
        assertThat(promoted.load(HOME)).contains(record(2, "A2"));
        assertThat(promoted.compareAndSet(HOME, 2, record(3, "A3"))).isTrue();
        assertThat(added.load(HOME)).contains(record(3, "A3"));
        assertThatThrownBy(() -> before.load(HOME)).isInstanceOf(GrantStoreException.class);
    }

    @Test
    void aKeyFileIsPrivateAndNeverOverwritten() throws IOException {
        Path file = directory.resolve("keys/grants.key");
        GrantKeys.create(file);
        String key = Files.readString(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThatThrownBy(() -> GrantKeys.create(file)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("is there already");
        assertThat(Files.readString(file)).isEqualTo(key);
    }

    @Test
    void aKeyFileThatOthersCanReadIsRefused() throws IOException {
        Path file = directory.resolve("grants.key");
        GrantKeys.create(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> GrantKeys.ofFile(file)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("The key file " + file).hasMessageContaining("chmod 600");
    }

    @Test
    void aMissingKeyFileIsSaidSo() {
        assertThatThrownBy(() -> GrantKeys.ofFile(directory.resolve("grants.key"))).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void aKeyMayComeFromTheEnvironmentAsBase64OrJson() {
        String key = GrantKeys.create();
        String json = new String(Base64.getDecoder().decode(key), StandardCharsets.UTF_8);
        new EncryptedGrantStore(inner, GrantKeys.ofEnvironment("GRANT_KEY", Map.of("GRANT_KEY", key)))
                .compareAndSet(HOME, 0, record(1, "A1"));

        GrantStore store = new EncryptedGrantStore(inner, GrantKeys.ofEnvironment("GRANT_KEY", Map.of("GRANT_KEY", json)));

        assertThat(store.load(HOME)).contains(record(1, "A1"));
        assertThatThrownBy(() -> GrantKeys.ofEnvironment("GRANT_KEY", Map.of())).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("GRANT_KEY is not set");
    }

    @Test
    void whatIsNoKeyIsNotQuoted() {
        assertThatThrownBy(() -> GrantKeys.ofEnvironment("GRANT_KEY", Map.of("GRANT_KEY", "{\"key\":\"sesame\"}")))
                .isInstanceOf(GrantStoreException.class).hasMessageContaining("GRANT_KEY holds no Tink keyset")
                .hasMessageNotContaining("sesame").hasNoCause();
    }

    @Test
    void aKeyMayBeTheApplicationsOwn() throws Exception {
        AeadConfig.register();
        KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.XCHACHA20_POLY1305);
        GrantStore store = new EncryptedGrantStore(inner, GrantKeys.of(keyset));

        store.compareAndSet(HOME, 0, record(1, "A1"));

        assertThat(store.load(HOME)).contains(record(1, "A1"));
    }
}
