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
package io.github.camelecobee;

import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.client.WriteOutcome;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What a producer found out about the operation of an exchange, for whoever laid the notes on the exchange before: the
 * headers alone do not say which account and thermostats the options came to.
 */
final class OperationNotes {
    private static final String PROPERTY = "CamelEcobeeOperationNotes";

    private @Nullable String account;
    private @Nullable ThermostatSelection target;
    private @Nullable WriteOutcome outcome;

    private OperationNotes() {
    }

    /** Lays notes on an exchange that goes to a producer. */
    static void lay(Exchange exchange) {
        exchange.setProperty(PROPERTY, new OperationNotes());
    }

    /** Takes the notes away; {@code null} when nobody laid any. */
    static @Nullable OperationNotes take(Exchange exchange) {
        return exchange.removeProperty(PROPERTY) instanceof OperationNotes notes ? notes : null;
    }

    /** Writes down the account, where somebody wants to know. */
    static void account(Exchange exchange, String account) {
        OperationNotes notes = exchange.getProperty(PROPERTY, OperationNotes.class);
        if (notes != null) {
            notes.account = account;
        }
    }

    /** Writes down the thermostats, where somebody wants to know. */
    static void target(Exchange exchange, ThermostatSelection target) {
        OperationNotes notes = exchange.getProperty(PROPERTY, OperationNotes.class);
        if (notes != null) {
            notes.target = target;
        }
    }

    /** Writes down what became of a change, where somebody wants to know. */
    static void outcome(Exchange exchange, WriteOutcome outcome) {
        OperationNotes notes = exchange.getProperty(PROPERTY, OperationNotes.class);
        if (notes != null) {
            notes.outcome = outcome;
        }
    }

    @Nullable
    String account() {
        return account;
    }

    @Nullable
    ThermostatSelection target() {
        return target;
    }

    @Nullable
    WriteOutcome outcome() {
        return outcome;
    }
}
