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
package io.github.camelecobee.operation;

import java.util.List;
import java.util.Map;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.WriteOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of an operation.
 *
 * @param body         the new message body, {@code null} to keep the one there is
 * @param outcome      what became of a change, {@code null} for an operation that changes nothing
 * @param adjustments  what ecobee made of a change that is something else than was asked for
 * @param activeEvents the running events of a thermostat that was read back, as {@code type:name}, in ecobee's order
 * @param headers      headers of the message that tell more, by name
 */
public record Result(@Nullable Object body, @Nullable WriteOutcome outcome, List<Adjustment> adjustments,
        List<String> activeEvents, Map<String, Object> headers) {

    /** Done, and nothing to tell. */
    static final Result DONE = new Result(null);

    /**
     * Copies.
     *
     * @param body         see above
     * @param outcome      see above
     * @param adjustments  see above
     * @param activeEvents see above
     * @param headers      see above
     */
    public Result {
        adjustments = List.copyOf(adjustments);
        activeEvents = List.copyOf(activeEvents);
        headers = Map.copyOf(headers);
    }

    /**
     * Something that was read.
     *
     * @param body the new message body, {@code null} to keep the one there is
     */
    public Result(@Nullable Object body) {
        this(body, Map.of());
    }

    /**
     * Something that was read.
     *
     * @param body    the new message body, {@code null} to keep the one there is
     * @param headers headers of the message that tell more, by name
     */
    public Result(@Nullable Object body, Map<String, Object> headers) {
        this(body, null, List.of(), List.of(), headers);
    }

    /** What was built and checked, and not sent. */
    static Result dryRun(String requests) {
        return new Result(requests, WriteOutcome.DRY_RUN, List.of(), List.of(), Map.of());
    }

    /** The same, of a change that ecobee took. */
    Result applied() {
        return new Result(body, WriteOutcome.APPLIED, adjustments, activeEvents, headers);
    }
}
