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

import org.jspecify.annotations.Nullable;

/**
 * What a store holds of an account. It survives a restart in each of its states, also in the middle of a PIN.
 *
 * @param version counts the changes from 1; 0 means that nothing is stored
 * @param grant   the grant, kept as evidence even if refused
 * @param pin     the PIN that waits for a human
 * @param refusal why the grant is of no use any more
 */
public record AuthorizationRecord(long version, @Nullable Grant grant, @Nullable PinPrompt pin,
        @Nullable Refusal refusal) {

    /** What is known of an account of which nothing is stored. */
    public static final AuthorizationRecord NONE = new AuthorizationRecord(0, null, null, null);

    /**
     * Checks the version.
     *
     * @param version counts the changes from 1
     * @param grant   the grant, kept as evidence even if refused
     * @param pin     the PIN that waits for a human
     * @param refusal why the grant is of no use any more
     */
    public AuthorizationRecord {
        if (version < 0) {
            throw new IllegalArgumentException("The version of a record counts from 0");
        }
    }

    /**
     * Whether there is a grant that has not been refused.
     *
     * @return the access token itself may have expired
     */
    public boolean isUsable() {
        return grant != null && refusal == null;
    }

    AuthorizationRecord granted(Grant fresh) {
        return new AuthorizationRecord(version, fresh, null, null);
    }

    /** A renewal leaves a PIN alone that somebody may be typing. */
    AuthorizationRecord renewed(Grant fresh) {
        return new AuthorizationRecord(version, fresh, pin, null);
    }

    AuthorizationRecord prompting(@Nullable PinPrompt prompt) {
        return new AuthorizationRecord(version, grant, prompt, refusal);
    }

    AuthorizationRecord refused(Refusal evidence) {
        return new AuthorizationRecord(version, grant, pin, evidence);
    }

    /**
     * The same at another version, say 1 for a store that does not know the account yet.
     *
     * @param  number counts the changes from 1
     * @return        a copy
     */
    public AuthorizationRecord atVersion(long number) {
        return new AuthorizationRecord(number, grant, pin, refusal);
    }
}
