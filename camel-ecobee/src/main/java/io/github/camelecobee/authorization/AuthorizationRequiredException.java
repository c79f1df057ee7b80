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

/** There is no grant, and only a human can help. */
public final class AuthorizationRequiredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AuthorizationStatus status;

    /**
     * An account without authorization.
     *
     * @param status its status, which says what to do
     */
    public AuthorizationRequiredException(AuthorizationStatus status) {
        super("Account " + status.account() + " is not authorized at ecobee (" + status.state() + "). "
              + status.nextStep());
        this.status = status;
    }

    /**
     * The status when this was thrown.
     *
     * @return the status
     */
    public AuthorizationStatus status() {
        return status;
    }
}
