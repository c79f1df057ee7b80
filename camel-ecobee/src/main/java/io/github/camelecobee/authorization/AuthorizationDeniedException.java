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

/**
 * An authorization by code came to nothing: the owner of the account said no, or ecobee did (RFC 6749, 4.1.2.1 and
 * 5.2). A grant that there was before is as good as it was.
 */
public final class AuthorizationDeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The name of the account. */
    private final String account;
    /** The error code. */
    private final String error;

    /**
     * A refused authorization.
     *
     * @param account the name of the account
     * @param refusal what ecobee said
     */
    public AuthorizationDeniedException(String account, Refusal refusal) {
        super((refusal.error().equals("access_denied")
                ? "The owner did not agree to authorize account " + account
                : "ecobee did not authorize account " + account)
              + " (" + refusal.error() + (refusal.description().isEmpty() ? "" : ": " + refusal.description())
              + "). Start again at the address that authorizationUrl gives.");
        this.account = account;
        this.error = refusal.error();
    }

    /**
     * The account.
     *
     * @return its name
     */
    public String account() {
        return account;
    }

    /**
     * The error code.
     *
     * @return for example {@code access_denied}
     */
    public String error() {
        return error;
    }
}
