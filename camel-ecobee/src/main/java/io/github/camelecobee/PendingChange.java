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

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.github.camelecobee.operation.Command;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** A change of thermostats that are named by identifier, and the exchange that wants it. */
final class PendingChange {
    private final EcobeeProducer producer;
    private final Exchange exchange;
    private final AsyncCallback callback;
    private final String account;
    private final Command command;
    private final Set<String> thermostats;
    private boolean begun;

    PendingChange(EcobeeProducer producer, Exchange exchange, AsyncCallback callback, String account, Command command) {
        this.producer = producer;
        this.exchange = exchange;
        this.callback = callback;
        this.account = account;
        this.command = command;
        this.thermostats = Set.copyOf(command.target().match());
    }

    boolean isOf(EcobeeProducer other) {
        return producer == other;
    }

    String account() {
        return account;
    }

    List<String> thermostats() {
        return command.target().match();
    }

    /** The shortest time between two changes of a thermostat that its endpoint wants. */
    Duration interval() {
        return Duration.ofMillis(producer.getEndpoint().getConfiguration().getWriteInterval());
    }

    boolean concerns(PendingChange other) {
        return account.equals(other.account) && !Collections.disjoint(thermostats, other.thermostats);
    }

    /** Whether it need not be made when another one is made after it. */
    boolean isNeedlessBefore(PendingChange later) {
        return !begun && producer.lastOneCounts() && account.equals(later.account)
                && producer.getEndpoint().getOperation() == later.producer.getEndpoint().getOperation()
                && thermostats.equals(later.thermostats);
    }

    /** Guarded by the lock of {@link WaitingChanges}. */
    boolean isBegun() {
        return begun;
    }

    void begin() {
        begun = true;
    }

    /** Makes the change; the exchange goes on afterwards. */
    void make() {
        producer.make(exchange, account, command);
    }

    /** It cannot be made. */
    void fail(Throwable why) {
        producer.failed(exchange, why);
    }

    void goOn() {
        callback.done(false);
    }

    /** A later one took its place. */
    void supersede() {
        producer.superseded(exchange);
        goOn();
    }

    /** It will not be made. */
    void giveUp(String why) {
        producer.givenUp(exchange, account, command, why);
        goOn();
    }
}
