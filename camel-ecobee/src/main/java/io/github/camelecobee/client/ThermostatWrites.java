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

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * Changes thermostats of one account (post-update-thermostats.shtml), and names what went wrong with a change. Safe for
 * use by several threads.
 */
public final class ThermostatWrites {
    private static final String THERMOSTAT = "/1/thermostat";

    private final String account;
    private final RequestExecutor executor;
    private final SharedReads reads;
    private final Clock clock;

    ThermostatWrites(String account, RequestExecutor executor, SharedReads reads, Clock clock) {
        this.account = account;
        this.executor = executor;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * Changes thermostats with one request, sent once.
     *
     * @param  selection                thermostats, at most {@value ThermostatSelection#CHUNK} identifiers: <b>all</b>
     *                                  of them are changed
     * @param  update                   what to change
     * @throws EcobeeException          if ecobee refused, or its answer did not come
     * @throws IllegalArgumentException if these are too many identifiers for a request
     */
    public void update(ThermostatSelection selection, ThermostatUpdate update) {
        if (selection.match().size() > ThermostatSelection.CHUNK) {
            throw new IllegalArgumentException(
                    "A request changes at most " + ThermostatSelection.CHUNK + " thermostats, not " + selection.match().size());
        }
        executor.post(THERMOSTAT, update.toRequest(selection), selection, StatusResponse.class, StatusResponse::getStatus);
        reads.writes().done(selection);
    }

    /**
     * What the consumers of the account know of a thermostat now. Asks nobody, and waits for nobody.
     *
     * @param  identifier the thermostat
     * @param  parts      the parts wanted
     * @return            a copy, empty when not all these parts are known as they are now
     */
    public Optional<Thermostat> known(String identifier, Set<Include> parts) {
        return reads.known(identifier, parts);
    }

    /**
     * The time by which changes go.
     *
     * @return now
     */
    public Instant now() {
        return clock.instant();
    }

    /**
     * A change that ecobee answered with success, and that is something else when it is read back.
     *
     * @param  selection   the thermostats of the request
     * @param  update      what was sent
     * @param  adjustments what is not as asked for
     * @return             the exception
     */
    public EcobeeNotAppliedException notApplied(
            ThermostatSelection selection, ThermostatUpdate update, List<Adjustment> adjustments) {
        RequestDescription request = describe(selection, update);
        return new EcobeeNotAppliedException(
                account, request.thermostats(), request.name(), request.content(), adjustments);
    }

    /**
     * A change that ecobee answered with success, and that could not be read back.
     *
     * @param  selection the thermostats of the request
     * @param  update    what was sent
     * @param  failure   what reading failed with
     * @return           the exception
     */
    public EcobeeUnknownOutcomeException notReadBack(
            ThermostatSelection selection, ThermostatUpdate update, RuntimeException failure) {
        return new EcobeeUnknownOutcomeException(
                describe(selection, update),
                "ecobee answered success, but it could not be read back: " + failure.getMessage(),
                failure instanceof EcobeeException e ? e.httpStatus() : 0, failure);
    }

    /**
     * A change of several things that ecobee refused: it does not take back what it did before it came to the one it
     * refuses.
     *
     * @param  selection the thermostats of the request
     * @param  update    what was sent
     * @param  refusal   what ecobee answered
     * @return           the exception
     */
    public EcobeeUnknownOutcomeException refusedOnTheWay(
            ThermostatSelection selection, ThermostatUpdate update, EcobeeRefusedException refusal) {
        return new EcobeeUnknownOutcomeException(
                describe(selection, update),
                "ecobee refused one of several things, and does not take back what it did before: " + refusal.getMessage(),
                refusal.httpStatus(), refusal);
    }

    /**
     * A change of thermostats that ecobee did not send when it was asked for them.
     *
     * @param  absent their identifiers
     * @return        the exception
     */
    public EcobeeNotSentException notAmong(List<String> absent) {
        ThermostatSelection selection = ThermostatSelection.thermostats(absent);
        return new EcobeeNotSentException(
                describe(selection, ThermostatUpdate.NOTHING),
                "ecobee did not send these thermostats when they were read for it", null, null);
    }

    /**
     * A change that was held back.
     *
     * @param  selection the thermostats of the request
     * @param  update    what was to be sent
     * @param  why       why it was not
     * @param  cause     the failure behind it, {@code null} for none
     * @return           the exception
     */
    public EcobeeNotSentException notSent(
            ThermostatSelection selection, ThermostatUpdate update, String why, @Nullable Throwable cause) {
        return new EcobeeNotSentException(describe(selection, update), why, null, cause);
    }

    private RequestDescription describe(ThermostatSelection selection, ThermostatUpdate update) {
        return new RequestDescription(
                account, "POST " + THERMOSTAT + " of " + selection, RequestDescription.thermostatsOf(selection),
                update.isEmpty() ? null : update.toRequest(selection));
    }
}
