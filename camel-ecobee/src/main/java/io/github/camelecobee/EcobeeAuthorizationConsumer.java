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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

import io.github.camelecobee.authorization.AuthorizationEvent;
import io.github.camelecobee.authorization.AuthorizationListener;
import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationStatus;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes one exchange of each step of an account's authorization, so that a route can mail a PIN or page somebody. A PIN
 * that was issued before the route started is told when it starts.
 */
public class EcobeeAuthorizationConsumer extends DefaultConsumer {
    private final AuthorizationListener listener = this::tell;
    private @Nullable ExecutorService teller;
    private @Nullable AuthorizationManager heard;
    /** The PIN that was told last, by account: one issued between listening and looking is told once all the same. */
    private final Map<String, String> told = new ConcurrentHashMap<>();

    EcobeeAuthorizationConsumer(EcobeeEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    public EcobeeEndpoint getEndpoint() {
        return (EcobeeEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        // One thread: events arrive in the order in which they happened, and no refresh waits for a route.
        teller = getEndpoint().getCamelContext().getExecutorServiceManager().newSingleThreadExecutor(this,
                "EcobeeAuthorization");
        told.clear();
        AuthorizationManager manager = getEndpoint().getComponent().authorizations();
        manager.addListener(listener);
        heard = manager;
        for (AuthorizationStatus now : isForAll() ? manager.statuses() : named(manager)) {
            if (now.pin() != null) {
                tell(new AuthorizationEvent(AuthorizationEvent.Type.PIN_ISSUED, now, now.since()));
            }
        }
        getEndpoint().startAuthorization();
    }

    private boolean isForAll() {
        return getEndpoint().accounts().isAll();
    }

    private List<AuthorizationStatus> named(AuthorizationManager manager) {
        return getEndpoint().accounts().names().stream().map(account -> manager.authorization(account).status()).toList();
    }

    @Override
    protected void doStop() throws Exception {
        if (heard != null) {
            heard.removeListener(listener);
        }
        if (teller != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(teller);
        }
        super.doStop();
    }

    void tell(AuthorizationEvent event) {
        ExecutorService executor = teller;
        String account = event.status().account();
        if (!getEndpoint().accounts().covers(account)) {
            return;
        }
        if (event.type() == AuthorizationEvent.Type.PIN_ISSUED) {
            String pin = event.status().pin() + " until " + event.status().pinExpiresAt();
            if (pin.equals(told.put(account, pin))) {
                return;
            }
        }
        if (executor != null && isRunAllowed()) {
            executor.execute(() -> send(event));
        }
    }

    private void send(AuthorizationEvent event) {
        Exchange exchange = createExchange(true);
        AuthorizationStatus status = event.status();
        Message message = exchange.getIn();
        message.setBody(event);
        message.setHeader(EcobeeConstants.AUTHORIZATION_EVENT, event.type().name());
        AuthorizationHeaders.set(message, status);
        getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
    }
}
