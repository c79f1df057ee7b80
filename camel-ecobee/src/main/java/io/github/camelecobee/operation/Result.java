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

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What came of an operation.
 *
 * @param body    the new message body, {@code null} to keep the one there is
 * @param headers headers of the message that tell more, by name
 */
public record Result(@Nullable Object body, Map<String, Object> headers) {
    /** Done, and nothing to tell. */
    static final Result DONE = new Result(null);

    /**
     * Copies.
     *
     * @param body    see above
     * @param headers see above
     */
    public Result {
        headers = Map.copyOf(headers);
    }

    /**
     * Without headers.
     *
     * @param body see above
     */
    public Result(@Nullable Object body) {
        this(body, Map.of());
    }
}
