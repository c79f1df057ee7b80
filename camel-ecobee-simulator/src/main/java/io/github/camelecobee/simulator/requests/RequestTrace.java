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
package io.github.camelecobee.simulator.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.camelecobee.model.Selection;
import org.jspecify.annotations.Nullable;

/**
 * What is found out about a request while it is handled, until it becomes a {@link LoggedRequest}. Used by one thread.
 */
public final class RequestTrace {
    private final Instant instant;
    private final String method;
    private final String path;
    private @Nullable String grantType;
    private @Nullable String apiKeyId;
    private @Nullable String account;
    private @Nullable Selection selection;
    private List<String> functions = List.of();
    private final List<String> changes = new ArrayList<>();
    private List<String> warnings = List.of();
    private @Nullable String fault;

    /**
     * Starts with what every request has.
     *
     * @param instant when it came
     * @param method  its HTTP method
     * @param path    its path without query
     */
    public RequestTrace(Instant instant, String method, String path) {
        this.instant = instant;
        this.method = method;
        this.path = path;
    }

    /**
     * When the request came.
     *
     * @return the simulated time
     */
    public Instant instant() {
        return instant;
    }

    /**
     * Notes a token request's grant type.
     *
     * @param type {@code grant_type}, {@code null} when missing
     */
    public void grantType(@Nullable String type) {
        grantType = type;
    }

    /**
     * Notes whose request it is.
     *
     * @param apiKey the API key, {@code null} when unknown; only its name is kept
     */
    public void apiKey(@Nullable String apiKey) {
        apiKeyId = apiKey == null ? null : KeyId.of(apiKey);
    }

    /**
     * Notes whose request it is, by the name of the key.
     *
     * @param id the name, {@code null} when unknown
     */
    public void apiKeyId(@Nullable String id) {
        apiKeyId = id;
    }

    /**
     * Notes which account it is for.
     *
     * @param name the name of the account, {@code null} when unknown; what was noted before stays then
     */
    public void account(@Nullable String name) {
        account = name == null ? account : name;
    }

    /**
     * Notes an API request's selection.
     *
     * @param asked the selection, {@code null} when missing
     */
    public void selection(@Nullable Selection asked) {
        selection = asked;
    }

    /**
     * What was noted as the selection.
     *
     * @return the selection, {@code null} for none
     */
    public @Nullable Selection selection() {
        return selection;
    }

    /**
     * Notes the functions asked for.
     *
     * @param types their types, in order
     */
    public void functions(List<String> types) {
        functions = List.copyOf(types);
    }

    /**
     * Notes what it has changed.
     *
     * @param found a sentence for each change
     */
    public void changed(List<String> found) {
        changes.addAll(found);
    }

    /**
     * Notes where it deviates from the contract.
     *
     * @param found a sentence for each deviation
     */
    public void warnings(List<String> found) {
        warnings = List.copyOf(found);
    }

    /**
     * Notes the fault that it meets.
     *
     * @param description what goes wrong
     */
    public void fault(String description) {
        fault = description;
    }

    /**
     * Ends the trace.
     *
     * @param  httpStatus the answer's HTTP status, 0 for a dropped connection
     * @param  ecobeeCode the answer's ecobee status code, {@code null} for none
     * @return            the request for the log
     */
    public LoggedRequest answered(int httpStatus, @Nullable Integer ecobeeCode) {
        return new LoggedRequest(
                instant, method, path, grantType, apiKeyId, account, selection, functions, httpStatus, ecobeeCode,
                List.copyOf(changes),
                warnings, fault);
    }
}
