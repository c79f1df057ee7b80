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
package io.github.camelecobee.operation;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What an operation on authorizations is asked to do.
 *
 * @param account     the name of the account, or {@value AuthorizationHandler#ALL}
 * @param redirectUri where ecobee sends a browser back, {@code null} when not given
 * @param binding     what binds an authorization to a browser, {@code null} when not given
 * @param callback    the parameters with which a browser came back
 */
public record AuthorizationRequest(String account, @Nullable String redirectUri, @Nullable String binding,
        Map<String, String> callback) {
    /**
     * Copies.
     *
     * @param account     see above
     * @param redirectUri see above
     * @param binding     see above
     * @param callback    see above
     */
    public AuthorizationRequest {
        callback = Map.copyOf(callback);
    }

    /** Without what must not be seen. */
    @Override
    public String toString() {
        return "AuthorizationRequest[account=" + account + "]";
    }
}
