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

import java.net.URI;

/**
 * How a utility logs in.
 *
 * @param registerUri where
 * @param userName    its user name
 * @param password    its password, a secret
 */
public record UtilityLogin(URI registerUri, String userName, String password) {

    /**
     * Checks that there are both.
     *
     * @param registerUri where
     * @param userName    its user name
     * @param password    its password, a secret
     */
    public UtilityLogin {
        if (userName.isBlank()) {
            throw new IllegalArgumentException("username: is missing; authorizationMethod utility needs username and password");
        }
        if (password.isBlank()) {
            throw new IllegalArgumentException("password: is missing; authorizationMethod utility needs username and password");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "UtilityLogin[registerUri=" + registerUri + "]";
    }
}
