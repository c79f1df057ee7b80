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

import java.time.Duration;

/** An authorization as its manager sees it. */
interface ManagedAuthorization extends Authorization {

    /** Whether somebody counts on the account: it was started, or has a grant. */
    boolean isInUse();

    /** Lets nothing begin any more. */
    void close();

    /** Lets what is under way come to its end. To be called once closed. */
    void awaitEnd(Duration limit);

    /**
     * Exchanges a code.
     *
     * @throws AuthorizationDeniedException      if ecobee refuses it
     * @throws AuthorizationUnavailableException if the token endpoint cannot be reached
     */
    void exchange(String code, String redirectUri);

    /** Notes that the owner or ecobee said no in the browser. */
    void denied(Refusal refusal);
}
