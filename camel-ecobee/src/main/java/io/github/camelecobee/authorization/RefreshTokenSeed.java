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

import java.nio.file.Path;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A refresh token that was obtained elsewhere. It is used for one account, and only while the store has no usable grant
 * of it: from the first refresh on the store has something newer.
 */
public final class RefreshTokenSeed {
    private final String account;
    private final String origin;
    private final Supplier<Content> content;

    private RefreshTokenSeed(String account, String origin, Supplier<Content> content) {
        this.account = account;
        this.origin = origin;
        this.content = content;
    }

    /**
     * A refresh token given as an option.
     *
     * @param  account      the name of the account
     * @param  refreshToken the refresh token, a secret
     * @return              the seed
     */
    public static RefreshTokenSeed of(String account, String refreshToken) {
        return new RefreshTokenSeed(account, "the option refreshToken", () -> new Content(refreshToken.strip(), null));
    }

    /**
     * A refresh token in a file of another program: {@code ecobee.conf} of python-ecobee-api, or the fields of Pyecobee
     * as JSON. The file is read when it is needed, and never written.
     *
     * @param  account the name of the account
     * @param  file    the file
     * @param  apiKey  the API key of the component; the file must be of the same application
     * @return         the seed
     */
    public static RefreshTokenSeed file(String account, Path file, String apiKey) {
        return new RefreshTokenSeed(account, "the file " + file, () -> ImportedFile.read(file, apiKey));
    }

    boolean isFor(String name) {
        return account.equals(name);
    }

    String origin() {
        return origin;
    }

    /**
     * Reads it.
     *
     * @throws GrantImportException if there is none to be had
     */
    Content read() {
        return content.get();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "RefreshTokenSeed[account=" + account + ", origin=" + origin + "]";
    }

    record Content(String refreshToken, @Nullable String scope) {
        @Override
        public String toString() {
            return "Content[scope=" + scope + "]";
        }
    }
}
