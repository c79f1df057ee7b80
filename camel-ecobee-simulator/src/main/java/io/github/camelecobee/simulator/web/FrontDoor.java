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
package io.github.camelecobee.simulator.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultRule;
import io.github.camelecobee.simulator.oauth.Login;
import io.github.camelecobee.simulator.requests.KeyId;
import io.github.camelecobee.simulator.requests.RequestTrace;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** Takes every request: lets faults happen, logs it, answers it. */
final class FrontDoor implements HttpHandler {
    private final Cloud cloud;
    private final Mishap mishap;
    private final Portal portal;
    private final BundleDownload bundles;
    private final Control control;
    /** The sorts of deviations that were logged: a client that deviates does so with every poll. */
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    FrontDoor(Cloud cloud) {
        this.cloud = cloud;
        this.mishap = new Mishap(new Router(cloud));
        this.portal = new Portal(cloud);
        this.bundles = new BundleDownload(cloud.api().reports().jobs());
        this.control = new Control(cloud);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        Incoming request;
        try {
            request = Incoming.read(exchange);
        } catch (RequestTooBigException e) {
            exchange.setPersistent(false);
            exchange.setStatusCode(StatusCodes.REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (Portal.isFor(request)) {
            send(exchange, portal.answer(request));
            return;
        }
        if (BundleDownload.isFor(request)) {
            bundles.send(request, exchange);
            return;
        }
        if (Control.isFor(request)) {
            send(exchange, control.answer(request));
            return;
        }
        RequestTrace trace = new RequestTrace(cloud.clock().instant(), request.method(), request.path());
        String apiKeyId = keyOf(request);
        Witness witness = Witness.of(cloud, request, trace, apiKeyId, warned);
        String account = accountOf(request);
        trace.account(account);
        Fault fault = cloud.faults().take(
                new FaultRule.Call(request.method(), request.path(), apiKeyId, account, trace.instant())).orElse(null);
        if (fault != null) {
            trace.fault(fault.description());
        }
        Reply reply = mishap.answer(request, trace, fault, trace.instant());
        if (reply == null) {
            witness.handled(null);
            witness.leaves();
            drop(exchange);
            return;
        }
        witness.handled(reply);
        if (fault instanceof Fault.Latency latency) {
            sendLater(exchange, reply, latency.delay(), witness);
        } else {
            witness.leaves();
            send(exchange, reply);
        }
    }

    /** The name of the key that a request names or whose token it carries. */
    private @Nullable String keyOf(Incoming request) {
        String apiKey = request.token() == null
                ? request.parameters().get("client_id") : cloud.authorization().check(request.token()).apiKey();
        return apiKey == null ? null : KeyId.of(apiKey);
    }

    /** The account whose token a request carries, or refreshes. */
    private @Nullable String accountOf(Incoming request) {
        Login login = request.token() == null
                ? cloud.authorization().renewed(request.parameters()).orElse(null)
                : cloud.authorization().check(request.token()).login();
        return login == null ? null : login.account();
    }

    private static void drop(HttpServerExchange exchange) {
        exchange.setPersistent(false);
        IoUtils.safeClose(exchange.getConnection());
    }

    private static void sendLater(HttpServerExchange exchange, Reply reply, Duration delay, Witness witness) {
        HttpHandler late = delayed -> {
            witness.leaves();
            send(delayed, reply);
        };
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> exchange.getIoThread()
                .executeAfter(() -> exchange.dispatch(late), delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void send(HttpServerExchange exchange, Reply reply) {
        exchange.setStatusCode(reply.status());
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        exchange.getResponseSender().send(reply.body(), StandardCharsets.UTF_8);
    }
}
