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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a grant belongs to: an application of ecobee and an account of ours. Another API key never uses the tokens of
 * this one. The API key itself is a secret, so that neither file names nor stores hold it.
 *
 * @param application the first 16 hexadecimal digits of the SHA-256 of the API key
 * @param account     the name of the account, as the user chose it
 */
public record AccountKey(String application, String account) {
    private static final int DIGITS = 16;

    /**
     * Checks both parts.
     *
     * @param application the first 16 hexadecimal digits of the SHA-256 of the API key
     * @param account     the name of the account, as the user chose it
     */
    public AccountKey {
        if (application.length() != DIGITS || !application.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalArgumentException("The application must be " + DIGITS + " hexadecimal digits");
        }
        if (account.isBlank()) {
            throw new IllegalArgumentException("The account must have a name");
        }
    }

    /**
     * The key of an account.
     *
     * @param  apiKey  the API key of the application, which is not kept
     * @param  account the name of the account
     * @return         the key
     */
    public static AccountKey of(String apiKey, String account) {
        return new AccountKey(sha256(apiKey).substring(0, DIGITS), account);
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
