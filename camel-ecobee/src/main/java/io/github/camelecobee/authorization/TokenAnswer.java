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

import org.jspecify.annotations.Nullable;

/** What came of asking the authorization server. */
sealed interface TokenAnswer {

    /** It granted. */
    record Granted(Grant grant) implements TokenAnswer {
    }

    /** It issued a PIN. */
    record Prompted(PinPrompt prompt) implements TokenAnswer {
    }

    /** It answered with an OAuth error (RFC 6749, 5.2), which alone may change an authorization. */
    record Refused(Refusal refusal) implements TokenAnswer {
        String error() {
            return refusal.error();
        }
    }

    /** There is no answer of it: a timeout, an HTML page, an overload. That says nothing about the authorization. */
    record Unreachable(String reason, @Nullable Duration retryAfter) implements TokenAnswer {
    }
}
