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
 * A read brought nothing usable: no connection, a timeout, an error page, or too many requests; or it was not sent,
 * because ecobee wants the account to be left alone. Nothing is wrong with the request; it may be made again later. A
 * change fails with it only before it is sent, when it has to read something first.
 */
public final class EcobeeUnavailableException extends EcobeeException {
    private static final long serialVersionUID = 1L;

    /** How long ecobee asked to wait, or nothing. */
    private final @Nullable Duration retryAfter;

    EcobeeUnavailableException(String message, RequestDescription request, int httpStatus,
                               @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, request, httpStatus, cause);
        this.retryAfter = retryAfter;
    }

    /**
     * How long ecobee asked to wait (RFC 9110, 10.2.3).
     *
     * @return the time, empty when it did not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public boolean isRepeatSafe() {
        return true;
    }
}
