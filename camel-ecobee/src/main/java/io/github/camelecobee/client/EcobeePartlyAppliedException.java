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

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A change of several thermostats was applied to some and not to all: the cause tells what went wrong first. The
 * thermostats that are {@linkplain #open() open} were refused, or never asked, or, if the cause is an
 * {@link EcobeeUnknownOutcomeException}, may have been changed; {@link #outcomes()} tells of each.
 */
public final class EcobeePartlyAppliedException extends EcobeeException {
    private static final long serialVersionUID = 1L;

    /** What happened to each thermostat. */
    private final List<ThermostatOutcome> outcomes;
    /** ecobee's status code for the request that failed, -1 for none. */
    private final int code;
    /** ecobee's text for the request that failed. */
    private final String text;

    /**
     * A change that was applied to some.
     *
     * @param account  the account
     * @param outcomes what happened to each thermostat
     * @param cause    what went wrong first
     */
    public EcobeePartlyAppliedException(String account, List<ThermostatOutcome> outcomes, RuntimeException cause) {
        this(account, List.copyOf(outcomes), cause, cause instanceof EcobeeException failed ? failed : null);
    }

    private EcobeePartlyAppliedException(String account, List<ThermostatOutcome> outcomes, RuntimeException cause,
                                         @Nullable EcobeeException failed) {
        super(message(account, outcomes, cause), account, identifiers(outcomes, outcome -> true),
              failed == null ? "" : failed.request(), failed == null ? "" : failed.content(),
              failed == null ? 0 : failed.httpStatus(), cause);
        this.outcomes = outcomes;
        this.code = failed == null ? NO_CODE : failed.code();
        this.text = failed == null ? "" : failed.text();
    }

    private static String message(String account, List<ThermostatOutcome> outcomes, RuntimeException cause) {
        List<String> applied = identifiers(outcomes, WriteOutcome::isDone);
        return "A change for account '" + account + "' was applied to " + applied.size() + " thermostats ("
               + String.join(",", applied) + ") and not to " + (outcomes.size() - applied.size()) + " others: "
               + cause.getMessage();
    }

    private static List<String> identifiers(List<ThermostatOutcome> outcomes, Predicate<WriteOutcome> which) {
        return outcomes.stream().filter(outcome -> which.test(outcome.outcome())).map(ThermostatOutcome::thermostat).toList();
    }

    /**
     * The thermostats that were changed, or were as asked already.
     *
     * @return their identifiers; do not send the change to them again
     */
    public List<String> applied() {
        return identifiers(outcomes, WriteOutcome::isDone);
    }

    /**
     * The thermostats of the request that failed, and those that were not asked any more.
     *
     * @return their identifiers
     */
    public List<String> open() {
        return identifiers(outcomes, outcome -> !outcome.isDone());
    }

    /**
     * What happened to each thermostat.
     *
     * @return one of each thermostat that the change was for
     */
    public List<ThermostatOutcome> outcomes() {
        return outcomes;
    }

    /** That of the request that failed first. */
    @Override
    public int code() {
        return code;
    }

    /** That of the request that failed first. */
    @Override
    public String text() {
        return text;
    }

    /** Some would get it twice. */
    @Override
    public boolean isRepeatSafe() {
        return false;
    }
}
