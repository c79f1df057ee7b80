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

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/**
 * Keys for an {@link EncryptedGrantStore}: where they come from, and how they are made and replaced. Keys are a Tink
 * keyset for authenticated encryption (AEAD). As text it is Tink's JSON, or the Base64 of that, which suits environment
 * variables better.
 * <p>
 * To replace a key, {@link #add} a new one, give the file to every node, restart them, {@link #promote} the new key,
 * and do so again. Whatever is written from then on is encrypted with it; the older ones still decrypt.
 */
public final class GrantKeys {
    private GrantKeys() {
    }

    /**
     * Keys of a file that only its owner can read. It is read once.
     *
     * @param  file                the file, a keyset as text
     * @return                     encrypts with the primary key, decrypts with all
     * @throws GrantStoreException if the file is missing, can be read by others, belongs to somebody else, is a link,
     *                             or holds no keyset
     */
    public static Aead ofFile(Path file) {
        return aead(read(secure(file)), secure(file).named());
    }

    /**
     * Keys of an environment variable.
     *
     * @param  name                the name of the variable, which holds a keyset as text
     * @return                     encrypts with the primary key, decrypts with all
     * @throws GrantStoreException if there is no such variable, or no keyset in it
     */
    public static Aead ofEnvironment(String name) {
        return ofEnvironment(name, System.getenv());
    }

    static Aead ofEnvironment(String name, Map<String, String> environment) {
        String text = environment.get(name);
        if (text == null || text.isBlank()) {
            throw new GrantStoreException("The environment variable " + name + " is not set; it should hold a key", null);
        }
        return ofText(text, "The environment variable " + name);
    }

    /**
     * Keys of a text.
     *
     * @param  text                a keyset as text, a secret
     * @param  place               where it comes from, for messages, as the beginning of a sentence
     * @return                     encrypts with the primary key, decrypts with all
     * @throws GrantStoreException if it is no keyset; the message does not quote it
     */
    public static Aead ofText(String text, String place) {
        return aead(parse(text, place), place);
    }

    /**
     * Keys that the application already has.
     *
     * @param  keyset              a keyset for AEAD
     * @return                     encrypts with the primary key, decrypts with all
     * @throws GrantStoreException if it is for something else
     */
    public static Aead of(KeysetHandle keyset) {
        return aead(keyset, "The keyset");
    }

    /**
     * Makes a key for an environment variable.
     *
     * @return a new keyset as Base64, a secret
     */
    public static String create() {
        return Base64.getEncoder().encodeToString(json(fresh()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes a key file that only its owner can read.
     *
     * @param  file                where; there must be no file yet
     * @throws GrantStoreException if there is one already, or it cannot be written
     */
    public static void create(Path file) {
        SecureFile secure = secure(file);
        if (secure.read().isPresent()) {
            throw new GrantStoreException(secure.named() + " is there already. Add a key to it, or name another file.", null);
        }
        secure.write(json(fresh()));
    }

    /**
     * Adds a new key that decrypts, but does not encrypt yet.
     *
     * @param  file                the key file
     * @throws GrantStoreException if it cannot be read or written
     */
    public static void add(Path file) {
        change(file, builder -> builder.addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId()));
    }

    /**
     * Makes the newest key the one that encrypts.
     *
     * @param  file                the key file
     * @throws GrantStoreException if it cannot be read or written
     */
    public static void promote(Path file) {
        change(file, builder -> {
            builder.getAt(builder.size() - 1).makePrimary();
            return builder;
        });
    }

    private static void change(Path file, UnaryOperator<KeysetHandle.Builder> change) {
        SecureFile secure = secure(file);
        secure.write(json(build(change.apply(KeysetHandle.newBuilder(read(secure))))));
    }

    private static SecureFile secure(Path file) {
        return new SecureFile(file, "key file", "replace the key");
    }

    private static KeysetHandle read(SecureFile file) {
        String text = file.read().orElseThrow(() -> new GrantStoreException(
                file.named() + " is not there. Make a key, or restore the one that was there: without it, what is stored"
                                                                            + " cannot be read.",
                null));
        return parse(text, file.named());
    }

    private static KeysetHandle parse(String text, String place) {
        try {
            String json = text.strip();
            if (!json.startsWith("{")) {
                json = new String(Base64.getDecoder().decode(json), StandardCharsets.UTF_8);
            }
            register();
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | RuntimeException e) {
            // Neither message nor cause: they may quote the key.
            throw new GrantStoreException(place + " holds no Tink keyset (" + e.getClass().getSimpleName() + ")", null);
        }
    }

    private static Aead aead(KeysetHandle keyset, String place) {
        try {
            register();
            return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new GrantStoreException(place + " holds keys for something else than AEAD", null);
        }
    }

    private static KeysetHandle fresh() {
        return build(KeysetHandle.newBuilder().addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId().makePrimary()));
    }

    private static KeysetHandle build(KeysetHandle.Builder builder) {
        try {
            register();
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot make a key", e);
        }
    }

    private static String json(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot write a key", e);
        }
    }

    private static void register() throws GeneralSecurityException {
        AeadConfig.register();
    }
}
