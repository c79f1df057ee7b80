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

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.operation.AuthorizationHandler;
import io.github.camelecobee.operation.AuthorizationRequest;
import io.github.camelecobee.operation.InputLimits;
import io.github.camelecobee.operation.Result;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/** Does one operation on the authorization of accounts for each exchange; what came of it is the body. */
public class EcobeeAuthorizationProducer extends DefaultProducer {
    /** With what a browser comes back (RFC 6749, 4.1.2). */
    private static final List<String> CALLBACK = List.of("code", "state", "error", "error_description");

    private final AuthorizationHandler handler;

    EcobeeAuthorizationProducer(EcobeeEndpoint endpoint, AuthorizationHandler handler) {
        super(endpoint);
        this.handler = handler;
    }

    @Override
    public EcobeeEndpoint getEndpoint() {
        return (EcobeeEndpoint) super.getEndpoint();
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        String account
                = handler.isForAll() ? Accounts.oneOrAll(getEndpoint(), message) : Accounts.one(getEndpoint(), message);
        OperationNotes.account(exchange, account);
        AuthorizationRequest request = new AuthorizationRequest(
                account, getEndpoint().getConfiguration().getRedirectUri(),
                message.getHeader(EcobeeConstants.BINDING, String.class),
                handler.readsCallback() ? callback(message) : Map.of());
        Result result = handler.handle(getEndpoint().getComponent().authorizations(), request);
        message.setBody(result.body());
        if (result.body() instanceof AuthorizationStatus status) {
            AuthorizationHeaders.set(message, status);
        }
    }

    /** A map as the body counts, else a query as the body, else headers, into which web servers put parameters. */
    private static Map<String, String> callback(Message message) {
        Object body = message.getBody();
        Map<String, String> found = new LinkedHashMap<>();
        if (body instanceof Map<?, ?> map) {
            CALLBACK.forEach(name -> put(found, name, map.get(name)));
        } else if (body instanceof String text) {
            query(text, found);
        }
        if (found.isEmpty()) {
            CALLBACK.forEach(name -> put(found, name, message.getHeader(name)));
        }
        return found;
    }

    /** A form, a query, or the whole address. */
    private static void query(String text, Map<String, String> found) {
        String query = text.strip().replaceFirst("^[^?\\s]*\\?", "").replaceFirst("#.*$", "");
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && CALLBACK.contains(parts[0])) {
                try {
                    put(found, parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("body: the parameter " + parts[0] + " is not encoded as in an address");
                }
            }
        }
    }

    private static void put(Map<String, String> found, String name, @Nullable Object value) {
        InputLimits.check(name, value);
        if (value instanceof List<?> several && several.size() > 1) {
            throw new IllegalArgumentException(name + ": was given " + several.size() + " times; it must be given once");
        }
        if (value != null) {
            found.put(name, value instanceof List<?> one && !one.isEmpty() ? String.valueOf(one.get(0)) : value.toString());
        }
    }
}
