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

import java.util.concurrent.RejectedExecutionException;

import io.github.camelecobee.authorization.AuthorizationDeniedException;
import io.github.camelecobee.authorization.AuthorizationRequiredException;
import io.github.camelecobee.authorization.AuthorizationUnavailableException;
import io.github.camelecobee.authorization.GrantStoreException;
import io.github.camelecobee.authorization.InsufficientScopeException;

/** What happened to a change. */
public enum WriteOutcome {
    /** ecobee said that it was done; when it was read back, it was as asked. */
    APPLIED,
    /** It was done, but ecobee made something else of a part of it, a set point out of range for example. */
    ADJUSTED,
    /** Nothing had to be sent: everything was as asked already. */
    UNCHANGED,
    /** ecobee said no: nothing was changed. */
    REFUSED,
    /** It never left, or was turned away unread: nothing was changed. */
    NOT_SENT,
    /** It left, and no readable answer came: it may have been done or not. */
    UNKNOWN,
    /** ecobee said that it was done, but what was read back is something else. */
    NOT_APPLIED,
    /** A later change took its place before it was sent: nothing was changed by it. */
    SUPERSEDED,
    /** It was done to some of several thermostats, and not to the others. Never that of one thermostat. */
    PARTLY_APPLIED,
    /** It was made and checked, and not sent, because that was wanted. */
    DRY_RUN;

    /**
     * What a failure means for the thermostats that the failed request was for.
     *
     * @param  failure what a change failed with
     * @return         {@link #UNKNOWN} when nothing better is known
     */
    public static WriteOutcome of(Throwable failure) {
        // What a change reads before it is sent; reading afterwards fails with what says so.
        if (failure instanceof EcobeeNotSentException || failure instanceof EcobeeUnavailableException
                || isAuthorization(failure) || failure instanceof IllegalArgumentException
                || failure instanceof RejectedExecutionException) {
            return NOT_SENT;
        } else if (failure instanceof EcobeeRefusedException) {
            return REFUSED;
        }
        return failure instanceof EcobeeNotAppliedException ? NOT_APPLIED : UNKNOWN;
    }

    /**
     * Whether the thermostat is as asked, or as near to it as ecobee lets it be.
     *
     * @return {@code true} for {@link #APPLIED}, {@link #ADJUSTED} and {@link #UNCHANGED}
     */
    public boolean isDone() {
        return this == APPLIED || this == ADJUSTED || this == UNCHANGED;
    }

    /** Without a token nothing is sent, and what met a token that did not count was not looked at. */
    private static boolean isAuthorization(Throwable failure) {
        return failure instanceof AuthorizationRequiredException || failure instanceof AuthorizationUnavailableException
                || failure instanceof AuthorizationDeniedException || failure instanceof InsufficientScopeException
                || failure instanceof GrantStoreException;
    }
}
