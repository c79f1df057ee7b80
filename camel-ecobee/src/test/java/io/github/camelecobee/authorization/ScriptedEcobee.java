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
package io.github.camelecobee.authorization;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.camelecobee.transport.HttpAnswer;
import io.github.camelecobee.transport.HttpCall;
import io.github.camelecobee.transport.HttpTransport;
import io.github.camelecobee.transport.TransportException;

/** ecobee's authorization server, as the test wrote it: one answer a call, the last one again and again. */
final class ScriptedEcobee implements HttpTransport {
    final List<HttpCall> calls = Collections.synchronizedList(new ArrayList<>());
    final List<Instant> times = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Function<HttpCall, HttpAnswer>> script = new ArrayDeque<>();
    private final Clock clock;

    ScriptedEcobee(Clock clock) {
        this.clock = clock;
    }

    ScriptedEcobee answers(int status, String body) {
        return answers(call -> new HttpAnswer(status, Map.of("Content-Type", "application/json"), body));
    }

    ScriptedEcobee answers(int status, Map<String, String> headers, String body) {
        return answers(call -> new HttpAnswer(status, headers, body));
    }

    ScriptedEcobee answers(Function<HttpCall, HttpAnswer> answer) {
        script.add(answer);
        return this;
    }

    ScriptedEcobee grants(String accessToken, String refreshToken) {
        return answers(200, "{\"access_token\":\"" + accessToken + "\",\"token_type\":\"Bearer\",\"expires_in\":3599,"
                            + "\"refresh_token\":\"" + refreshToken + "\",\"scope\":\"smartWrite\"}");
    }

    ScriptedEcobee issuesPin(String pin, String code, int expiresIn, int interval) {
        return answers(200, "{\"ecobeePin\":\"" + pin + "\",\"code\":\"" + code + "\",\"scope\":\"smartWrite\","
                            + "\"expires_in\":" + expiresIn + ",\"interval\":" + interval + "}");
    }

    ScriptedEcobee refuses(String error) {
        return answers(400, "{\"error\":\"" + error + "\",\"error_description\":\"text of " + error + "\"}");
    }

    ScriptedEcobee isDown() {
        return answers(call -> {
            throw new TransportException(call, "connection refused", false, null);
        });
    }

    /** Forgets what has not been said yet. */
    ScriptedEcobee now() {
        script.clear();
        return this;
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        Function<HttpCall, HttpAnswer> next;
        synchronized (script) {
            calls.add(call);
            times.add(clock.instant());
            next = script.size() > 1 ? script.remove() : script.peek();
        }
        if (next == null) {
            throw new AssertionError("Nobody expected " + call);
        }
        return next.apply(call);
    }

    /** The forms sent, in order; those of a GET are its secret query. */
    List<Map<String, String>> forms() {
        return calls.stream().map(ScriptedEcobee::form).toList();
    }

    private static Map<String, String> form(HttpCall call) {
        return call.body().map(body -> Arrays.stream(body.split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))))
                .orElse(call.secretQuery());
    }

    @Override
    public void close() {
        // nothing is open
    }
}
