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
package io.github.camelecobee.simulator.requests;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for secrets that do not give the secret away, and are the same whenever the secret is the same. */
public final class KeyId {
    private static final int SHOWN = 8;

    private KeyId() {
    }

    /**
     * A short name for an API key, as it stands in the request log and in the portal.
     *
     * @param  apiKey the key
     * @return        {@code key-} and eight hexadecimal digits of its SHA-256
     */
    public static String of(String apiKey) {
        return "key-" + digest(apiKey).substring(0, SHOWN);
    }

    /**
     * A fingerprint of a secret, to recognise it again without keeping it.
     *
     * @param  secret the secret
     * @return        its SHA-256 in hexadecimal digits
     */
    public static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
