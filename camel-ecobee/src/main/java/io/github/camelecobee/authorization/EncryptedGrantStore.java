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
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.google.crypto.tink.Aead;

/**
 * Encrypts the secrets of what another store keeps: access token, refresh token and the code behind a PIN. Needs
 * {@code com.google.crypto.tink:tink}. Everything else, such as names of accounts and times, stays readable.
 * <p>
 * A secret counts only for the application, the account and the place it was written for, so that nobody who can write
 * to the store can give one account the grant of another. Secrets that were stored in the clear are read, and encrypted
 * when they are next written, within the hour for a grant in use. The same happens to those of an older key. What no
 * key fits is an error, and is never overwritten; {@link #remove} forgets it.
 */
public final class EncryptedGrantStore implements GrantStore {
    /** No token holds a colon (ecobee: letters, digits, {@code -_.}), so that one in the clear is told apart. */
    private static final String PREFIX = "tink:";

    private final GrantStore store;
    private final Aead aead;

    /**
     * A store around another one. See {@link GrantKeys} for keys.
     *
     * @param store where to keep what is encrypted
     * @param aead  encrypts and decrypts; best one that knows several keys, so that they can be replaced
     */
    public EncryptedGrantStore(GrantStore store, Aead aead) {
        this.store = store;
        this.aead = aead;
    }

    @Override
    public Optional<AuthorizationRecord> load(AccountKey key) {
        return store.load(key).map(record -> GrantDocument.withSecrets(
                key, record, (name, value) -> decrypt(key, name, value)));
    }

    @Override
    public boolean compareAndSet(AccountKey key, long expectedVersion, AuthorizationRecord next) {
        if (expectedVersion != 0 && load(key).map(AuthorizationRecord::version).orElse(0L) != expectedVersion) {
            return false;
        }
        return store.compareAndSet(key, expectedVersion, GrantDocument.withSecrets(
                key, next, (name, value) -> encrypt(key, name, value)));
    }

    @Override
    public <T> T exclusively(AccountKey key, Supplier<T> work) {
        return store.exclusively(key, work);
    }

    @Override
    public Set<AccountKey> keys() {
        return store.keys();
    }

    @Override
    public void remove(AccountKey key) {
        store.remove(key);
    }

    private String encrypt(AccountKey key, String name, String secret) {
        try {
            byte[] encrypted = aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), context(key, name));
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted);
        } catch (GeneralSecurityException e) {
            throw new GrantStoreException(
                    "The grant of account " + key.account() + " cannot be encrypted (" + e.getClass().getSimpleName()
                                          + "). See whether the primary key can encrypt.",
                    null);
        }
    }

    private String decrypt(AccountKey key, String name, String stored) {
        if (!stored.startsWith(PREFIX)) {
            return stored;
        }
        try {
            byte[] encrypted = Base64.getUrlDecoder().decode(stored.substring(PREFIX.length()));
            return new String(aead.decrypt(encrypted, context(key, name)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new GrantStoreException(
                    "The stored grant of account " + key.account() + " cannot be decrypted: no key fits, or it is damaged or"
                                          + " was written for another account. It is left as it is; give the key back that"
                                          + " it was encrypted with, or remove it to authorize anew.",
                    null);
        }
    }

    /** The application has 16 digits, and no name holds a slash, so that no two contexts are the same. */
    private static byte[] context(AccountKey key, String name) {
        return (key.application() + "/" + key.account() + "/" + name).getBytes(StandardCharsets.UTF_8);
    }
}
