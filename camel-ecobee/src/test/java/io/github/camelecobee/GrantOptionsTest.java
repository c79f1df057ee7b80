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
package io.github.camelecobee;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

import javax.sql.DataSource;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationRecord;
import io.github.camelecobee.authorization.FileGrantStore;
import io.github.camelecobee.authorization.GrantKeys;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.authorization.JdbcGrantStore;
import io.github.camelecobee.authorization.MemoryGrantStore;
import org.apache.camel.main.Main;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the options let grants be kept. */
class GrantOptionsTest extends EcobeeTestSupport {
    private static final AccountKey DEFAULT = AccountKey.of(KEY, ACCOUNT);
    private final Path directory;

    GrantOptionsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aKeyFileEncryptsTheGrantFileAndWhatWasThereIsStillRead() throws Exception {
        authorize();
        Path file = directory.resolve("grants.json");
        DocumentedGrants.move(grants, new FileGrantStore(file));
        assertThat(Files.readString(file)).doesNotContain("tink:");
        Path key = directory.resolve("grants.key");
        GrantKeys.create(key);
        component().setGrantStore(null);
        component().setGrantFile(file.toString());
        component().setGrantKeyFile(key.toString());
        camel.start();

        clock.advance(Node.EXPIRY);
        String token = component().authorization(ACCOUNT).accessToken().value();

        assertThat(Files.readString(file)).contains("tink:").doesNotContain(token);
        assertThat(ecobee.requests().countGrants("refresh_token")).isEqualTo(1);
    }

    @Test
    void aKeyAlsoEncryptsWhatABeanKeeps() throws Exception {
        authorize();
        Path key = directory.resolve("grants.key");
        GrantKeys.create(key);
        component().setGrantKeyFile(key.toString());
        camel.start();

        clock.advance(Node.EXPIRY);
        component().authorization(ACCOUNT).accessToken();

        assertThat(String.valueOf(grants.load(DEFAULT).map(AuthorizationRecord::grant).orElseThrow().accessToken()))
                .startsWith("tink:");
    }

    @Test
    void aKeyThatIsNotThereIsAnErrorThatNamesTheOption() {
        Path key = directory.resolve("no.key");
        component().setGrantKeyFile(key.toString());

        assertThatThrownBy(() -> component().authorization(ACCOUNT)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("grantKeyFile: The key file " + key + " is not there");

        component().setGrantKeyFile(null);
        component().setGrantKeyVariable("NO_SUCH_VARIABLE");
        assertThatThrownBy(() -> component().authorization(ACCOUNT)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("grantKeyVariable: The environment variable NO_SUCH_VARIABLE is not set");

        component().setGrantKeyFile(key.toString());
        assertThatThrownBy(() -> component().authorization(ACCOUNT)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be given together");
    }

    @Test
    void thePropertiesOfTheManualKeepGrantsInADatabase() throws Exception {
        String snippet = Manual.snippets("properties").stream().filter(text -> text.contains("JdbcGrantStore")).findFirst()
                .orElseThrow();
        Properties properties = new Properties();
        properties.load(new StringReader(snippet.replace("jdbc:h2:./grants", "jdbc:h2:" + directory.resolve("grants"))));
        Main main = new Main();
        main.setOverrideProperties(properties);
        try {
            main.start();
            EcobeeComponent component = main.getCamelContext().getComponent("ecobee", EcobeeComponent.class);

            GrantStore store = Objects.requireNonNull(component.getGrantStore());
            assertThat(store).isInstanceOf(JdbcGrantStore.class);
            assertThat(store.keys()).isEmpty();
            assertThat(main.getCamelContext().getRegistry().findSingleByType(JdbcDataSource.class).getURL())
                    .contains(directory.toString());
        } finally {
            main.stop();
        }
    }

    @Test
    void aKeysetOfTheApplicationEncrypts() throws Exception {
        AeadConfig.register();
        authorize();
        MemoryGrantStore inner = new MemoryGrantStore();
        GrantStore encrypted
                = DocumentedGrants.encrypt(inner, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));

        DocumentedGrants.move(grants, encrypted);

        assertThat(encrypted.load(DEFAULT)).isEqualTo(grants.load(DEFAULT));
        assertThat(inner.load(DEFAULT)).isNotEqualTo(grants.load(DEFAULT));
    }

    @Test
    void withoutTinkOnTheClassPathOnlyEncryptionIsMissing() throws Exception {
        Class<?> type = new WithoutTink().loadClass(EcobeeComponent.class.getName());
        Object component = type.getConstructor().newInstance();
        type.getMethod("setApiKey", String.class).invoke(component, KEY);
        type.getMethod("setGrantKeyVariable", String.class).invoke(component, "PATH");

        assertThatThrownBy(() -> type.getMethod("authorization", String.class).invoke(component, ACCOUNT))
                .isInstanceOf(InvocationTargetException.class).cause().isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grantKeyVariable: com.google.crypto.tink:tink is needed");

        Class<?> store = type.getClassLoader().loadClass(JdbcGrantStore.class.getName());
        assertThat(store.getConstructor(DataSource.class).newInstance(new JdbcDataSource())).isNotNull();
    }

    /** Our classes once more, in a world where there is no Tink. */
    private static final class WithoutTink extends ClassLoader {
        WithoutTink() {
            super(GrantOptionsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.google.crypto.tink.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null || !name.startsWith("io.github.camelecobee.")) {
                return known != null ? known : super.loadClass(name, resolve);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
