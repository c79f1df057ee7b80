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
package io.github.camelecobee.simulator.api;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request to the API.
 *
 * @param method     the HTTP method
 * @param path       the path without query, for example {@code /1/thermostat}
 * @param parameters the query's parameters, decoded
 * @param token      the bearer token, {@code null} for none
 * @param body       the body, empty for none
 */
public record ApiRequest(String method, String path, Map<String, String> parameters, @Nullable String token, String body) {
    /**
     * The request's JSON.
     *
     * @return the body of a POST, the {@code json} or {@code body} parameter of a GET
     */
    public String json() {
        if (method.equals("POST") && !body.isBlank()) {
            return body;
        }
        // ecobee's own samples use both names (get-thermostats.shtml, get-runtime-report.shtml).
        return parameters.getOrDefault("json", parameters.getOrDefault("body", ""));
    }
}
