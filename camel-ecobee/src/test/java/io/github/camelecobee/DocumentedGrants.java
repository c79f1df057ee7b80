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

import java.nio.file.Path;

import com.google.crypto.tink.KeysetHandle;
import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.EncryptedGrantStore;
import io.github.camelecobee.authorization.GrantKeys;
import io.github.camelecobee.authorization.GrantStore;

/**
 * What the manual says in Java about grants; {@link ManualTest} compares the texts, {@link GrantOptionsTest} runs them.
 */
final class DocumentedGrants {
    private DocumentedGrants() {
    }

    static void move(GrantStore file, GrantStore database) {
        for (AccountKey key : file.keys()) {
            file.load(key).ifPresent(record -> database.compareAndSet(key, 0, record.atVersion(1)));
        }
    }

    static GrantStore encrypt(GrantStore database, KeysetHandle keyset) {
        GrantStore grants = new EncryptedGrantStore(database, GrantKeys.of(keyset));
        return grants;
    }

    /** Not run: the place is not the test's. */
    static String makeKeys() {
        GrantKeys.create(Path.of("/etc/ecobee/grants.key"));
        String forAnEnvironmentVariable = GrantKeys.create();
        return forAnEnvironmentVariable;
    }

    /** Not run: the place is not the test's. */
    static void replaceKey() {
        GrantKeys.add(Path.of("/etc/ecobee/grants.key"));
        GrantKeys.promote(Path.of("/etc/ecobee/grants.key"));
    }
}
