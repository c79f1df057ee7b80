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

import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.simulator.api.ApiAnswer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer before it is sent.
 *
 * @param status     the HTTP status
 * @param headers    headers, with the content type
 * @param body       the body
 * @param ecobeeCode the ecobee status code in it, {@code null} for none
 */
record Reply(int status, Map<String, String> headers, String body, @Nullable Integer ecobeeCode) {

    private static final String JSON = "application/json;charset=UTF-8";

    static Reply of(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body, null);
    }

    static Reply json(int status, Object body) {
        return of(status, JSON, EcobeeJson.write(body));
    }

    static Reply of(ApiAnswer answer) {
        return new Reply(answer.httpStatus(), Map.of("Content-Type", JSON), answer.body(), answer.code());
    }

    /** Whether a program reads it, not a person. */
    boolean isJson() {
        return JSON.equals(headers.get("Content-Type"));
    }

    /** The same, but only the first percents of the body arrive. */
    Reply cut(int percent) {
        return new Reply(status, headers, body.substring(0, body.length() * percent / 100), ecobeeCode);
    }

    /** The same with another body. */
    Reply withBody(String other) {
        return new Reply(status, headers, other, ecobeeCode);
    }
}
