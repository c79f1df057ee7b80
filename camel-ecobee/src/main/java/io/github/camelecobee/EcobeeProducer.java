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

import io.github.camelecobee.authorization.Permission;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.EcobeeStatusCode;
import io.github.camelecobee.operation.Command;
import io.github.camelecobee.operation.OperationHandler;
import io.github.camelecobee.operation.Result;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/**
 * Does one operation for each exchange. The body stays what it was, unless the operation reads; headers stay in any
 * case. In-only and in-out exchanges are treated alike.
 */
public class EcobeeProducer extends DefaultProducer {
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
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        String account = reader.account(message);
        if (handler.permission() != Permission.READ && !getEndpoint().getConfiguration().isDryRun()) {
            ReadOnlyAccounts.parse(getEndpoint().getComponent().getReadOnlyAccounts())
                    .refuse(account, getEndpoint().getOperation().uriName());
        }
        EcobeeClient client = getEndpoint().getComponent().client(account);
        Command command = reader.read(message, client);
        if (handler.permission() != Permission.READ) {
            getEndpoint().getComponent().authorization(account).require(handler.permission());
        }
        tell(handler.handle(client, command), message);
    }

    private static void tell(Result result, Message message) {
        if (result.body() != null) {
            message.setBody(result.body());
        }
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
}
