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

import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What an operation must be allowed to do (ecobee page auth-intro). */
public enum Permission {
    /** To read. Every scope allows it. */
    READ("smartRead"),
    /** To change thermostats. */
    WRITE("smartWrite"),
    /** To manage the thermostats and users of an organisation. */
    EMS("ems");

    private final String scope;

    Permission(String scope) {
        this.scope = scope;
    }

    /**
     * The scope to ask for.
     *
     * @return the least that allows it
     */
    public String scope() {
        return scope;
    }

    /**
     * Whether a grant allows it.
     *
     * @param  granted the scope of the grant, which may be unknown or of words that ecobee does not document
     * @return         {@code false} only when the scope certainly does not
     */
    public boolean isAllowedBy(@Nullable String granted) {
        if (granted == null) {
            return true;
        }
        Set<String> scopes = Scope.granted(granted);
        return !Scope.isTelling(scopes) || switch (this) {
            case READ -> true;
            case WRITE -> scopes.contains(Scope.WRITE) || scopes.contains(Scope.EMS);
            case EMS -> scopes.contains(Scope.EMS);
        };
    }
}
