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

import java.time.Instant;

/**
 * Something that happened to the authorization of an account.
 *
 * @param type   what
 * @param status the authorization right after it
 * @param at     when
 */
public record AuthorizationEvent(Type type, AuthorizationStatus status, Instant at) {

    /** What can happen. */
    public enum Type {
        /** A PIN waits for a human. */
        PIN_ISSUED,
        /** A PIN expired or was turned down. */
        PIN_EXPIRED,
        /** There is a grant now, or the doubts about it are gone. */
        AUTHORIZED,
        /** The grant was renewed. */
        REFRESHED,
        /** An attempt failed; the grant is as good as before. */
        REFRESH_FAILED,
        /** ecobee called the grant revoked. */
        SUSPECT,
        /** The grant or the application was refused. */
        REAUTHORIZATION_REQUIRED
    }
}
