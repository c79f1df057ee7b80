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
package io.github.camelecobee.client;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A change that never left: ecobee cannot be reached, the account has to wait, no request may be opened now, or whoever
 * waited was told to end. Or ecobee turned it away unread, as too many requests (HTTP 429). Nothing was applied and
 * nothing is wrong with the change; it may be sent again later.
 */
public final class EcobeeNotSentException extends EcobeeRefusedException {
    private static final long serialVersionUID = 1L;

    /** How long ecobee asked to wait, or nothing. */
    private final @Nullable Duration retryAfter;

    EcobeeNotSentException(RequestDescription request, String why, @Nullable Duration retryAfter,
                           @Nullable Throwable cause) {
        super(request.named() + " was not sent: " + why, request, 0, cause);
        this.retryAfter = retryAfter;
    }

    /** Turned away unread. */
    EcobeeNotSentException(RequestDescription request, String answered, int httpStatus, @Nullable Duration retryAfter) {
        super(request.named() + " was turned away unread: " + answered, request, httpStatus, null);
        this.retryAfter = retryAfter;
    }

    /**
     * How long the account has to wait, by the wish of ecobee (RFC 9110, 10.2.3).
     *
     * @return the time, empty when ecobee did not say, or the reason is another one
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
