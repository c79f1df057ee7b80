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

/**
 * What happened to a change of one thermostat.
 *
 * @param thermostat  its identifier
 * @param outcome     what happened
 * @param code        ecobee's status code, 0 for success, -1 when there was none
 * @param text        ecobee's text, or what went wrong otherwise; empty when there is nothing to say
 * @param adjustments what is not as asked, as far as it was read back
 */
public record ThermostatOutcome(
        String thermostat, WriteOutcome outcome, int code, String text,
        List<Adjustment> adjustments) {

    /**
     * Copies the list.
     *
     * @param thermostat  see above
     * @param outcome     see above
     * @param code        see above
     * @param text        see above
     * @param adjustments see above
     */
    public ThermostatOutcome {
        adjustments = List.copyOf(adjustments);
    }

    /**
     * A thermostat that ecobee said it changed.
     *
     * @param  thermostat its identifier
     * @return            the outcome
     */
    public static ThermostatOutcome applied(String thermostat) {
        return new ThermostatOutcome(
                thermostat, WriteOutcome.APPLIED, EcobeeStatusCode.SUCCESS.code(), "", List.of());
    }

    /**
     * A thermostat of a request that failed.
     *
     * @param  thermostat its identifier
     * @param  failure    what it failed with
     * @return            the outcome
     */
    public static ThermostatOutcome failed(String thermostat, Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (failure instanceof EcobeeException e) {
            return new ThermostatOutcome(
                    thermostat, WriteOutcome.of(e), e.code(), e.text().isEmpty() ? message : e.text(),
                    adjustments(thermostat, e));
        }
        return new ThermostatOutcome(thermostat, WriteOutcome.of(failure), EcobeeException.NO_CODE, message, List.of());
    }

    /**
     * A thermostat that was not asked any more, because another request failed.
     *
     * @param  thermostat its identifier
     * @return            the outcome
     */
    public static ThermostatOutcome notAsked(String thermostat) {
        return new ThermostatOutcome(
                thermostat, WriteOutcome.NOT_SENT, EcobeeException.NO_CODE,
                "not sent, because a request before it failed", List.of());
    }

    private static List<Adjustment> adjustments(String thermostat, EcobeeException failure) {
        return failure instanceof EcobeeNotAppliedException e
                ? e.adjustments().stream().filter(adjustment -> adjustment.thermostat().equals(thermostat)).toList()
                : List.of();
    }
}
