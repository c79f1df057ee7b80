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

import java.util.List;

import io.github.camelecobee.authorization.Permission;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.EcobeePartlyAppliedException;
import io.github.camelecobee.client.EcobeeStatusCode;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.client.WriteOutcome;
import io.github.camelecobee.operation.Command;
import io.github.camelecobee.operation.OperationHandler;
import io.github.camelecobee.operation.Result;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

/**
 * Does one operation for each exchange. The body stays what it was, unless the operation reads; headers stay in any
 * case. In-only and in-out exchanges are treated alike.
 * <p>
 * An operation is done on the thread of the caller. Only a change that has to wait for its time, by the option
 * {@code writeInterval}, is made later and elsewhere.
 */
public class EcobeeProducer extends DefaultAsyncProducer {
    private final OperationHandler handler;
    private final CommandReader reader;

    EcobeeProducer(EcobeeEndpoint endpoint, OperationHandler handler) {
        super(endpoint);
        this.handler = handler;
        this.reader = new CommandReader(endpoint, handler);
    }

    @Override
    public EcobeeEndpoint getEndpoint() {
        return (EcobeeEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getEndpoint().startAuthorization();
    }

    @Override
    protected void doStop() throws Exception {
        component().backend().waiting().giveUp(this);
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        boolean now = true;
        try {
            now = begin(exchange, callback);
        } catch (Throwable e) {
            // An error, too: whoever waits for the exchange must hear of it.
            failed(exchange, e);
        }
        if (now) {
            callback.done(true);
        }
        return now;
    }

    /** Does it, or has it done later; says whether the exchange goes on now. */
    private boolean begin(Exchange exchange, AsyncCallback callback) {
        Message message = exchange.getMessage();
        // Those of an operation before this one.
        List.of(EcobeeConstants.STATUS_CODE, EcobeeConstants.OUTCOME, EcobeeConstants.ADJUSTMENTS,
                EcobeeConstants.ACTIVE_EVENTS)
                .forEach(message::removeHeader);
        String account = reader.account(message);
        OperationNotes.account(exchange, account);
        if (handler.permission() != Permission.READ && !getEndpoint().getConfiguration().isDryRun()) {
            ReadOnlyAccounts.parse(getEndpoint().getComponent().getReadOnlyAccounts())
                    .refuse(account, getEndpoint().getOperation().uriName());
        }
        EcobeeClient client = getEndpoint().getComponent().client(account);
        Command command = reader.read(message, client);
        if (handler.selectsThermostats()) {
            OperationNotes.target(exchange, command.target());
        }
        if (handler.permission() != Permission.READ) {
            component().authorization(account).require(handler.permission());
        }
        if (handler.changes() && !command.options().dryRun() && command.target().type() == ThermostatSelection.Type.THERMOSTATS
                && !component().backend().waiting().letPass(new PendingChange(this, exchange, callback, account, command))) {
            return false;
        }
        make(exchange, account, command);
        return true;
    }

    /** Does it. A failure, also an error, is that of the exchange. */
    void make(Exchange exchange, String account, Command command) {
        try {
            EcobeeClient client = component().client(account);
            Result result = handler.changes()
                    ? client.inOrder(command.target(), () -> handler.handle(client, command)) : handler.handle(client, command);
            tell(result, exchange.getMessage());
            count(exchange, result.outcome() == null ? WriteOutcome.APPLIED : result.outcome(), null);
        } catch (Throwable e) {
            if (WriteOutcome.of(e) == WriteOutcome.NOT_SENT && handler.changes() && !command.options().dryRun()) {
                component().effectiveGovernor().takeBackChange(account, command.target().match());
            }
            failed(exchange, e);
        }
    }

    private static void tell(Result result, Message message) {
        if (result.body() != null) {
            message.setBody(result.body());
        }
        result.headers().forEach(message::setHeader);
        message.setHeader(EcobeeConstants.STATUS_CODE, EcobeeStatusCode.SUCCESS.code());
        if (result.outcome() != null) {
            message.setHeader(EcobeeConstants.OUTCOME, result.outcome().name());
        }
        if (!result.adjustments().isEmpty()) {
            message.setHeader(EcobeeConstants.ADJUSTMENTS, result.adjustments());
        }
        if (!result.activeEvents().isEmpty()) {
            message.setHeader(EcobeeConstants.ACTIVE_EVENTS, String.join(",", result.activeEvents()));
        }
    }

    /** Of many thermostats there is no one outcome. */
    void failed(Exchange exchange, Throwable e) {
        boolean partly = e instanceof EcobeePartlyAppliedException;
        if (handler.changes() && !partly) {
            exchange.getMessage().setHeader(EcobeeConstants.OUTCOME, WriteOutcome.of(e).name());
        }
        count(exchange, partly ? WriteOutcome.PARTLY_APPLIED : WriteOutcome.of(e), e);
        exchange.setException(e);
    }

    private void count(Exchange exchange, WriteOutcome outcome, @Nullable Throwable failure) {
        EcobeeOperation operation = getEndpoint().getOperation();
        if (handler.changes()) {
            component().backend().activity().wrote(operation, outcome);
            OperationNotes.outcome(exchange, outcome);
        } else {
            component().backend().activity().read(operation, failure);
        }
    }

    /** Whether a later change takes the place of one that waits. */
    boolean lastOneCounts() {
        return handler.lastOneCounts();
    }

    /** A later change took the place of that of an exchange, which ends well. */
    void superseded(Exchange exchange) {
        exchange.getMessage().setHeader(EcobeeConstants.OUTCOME, WriteOutcome.SUPERSEDED.name());
        count(exchange, WriteOutcome.SUPERSEDED, null);
    }

    /** The change of an exchange is not made any more. */
    void givenUp(Exchange exchange, String account, Command command, String why) {
        String change = getEndpoint().getOperation().uriName() + " of " + command.target();
        try {
            failed(exchange, component().client(account).changeNotSent(change, command.target(), why, null));
        } catch (RuntimeException e) {
            // The component has stopped already; the exchange must end all the same.
            failed(exchange, e);
        }
    }

    private EcobeeComponent component() {
        return getEndpoint().getComponent();
    }
}
