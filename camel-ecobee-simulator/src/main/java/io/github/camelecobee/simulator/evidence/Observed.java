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
package io.github.camelecobee.simulator.evidence;

import java.util.List;
import java.util.Map;

import io.github.camelecobee.simulator.requests.LoggedRequest;

/**
 * An answered request as the usage rules see it.
 *
 * @param request   what the log says of it
 * @param detail    what makes two requests equal, beside operation and selection: page, dates of a report
 * @param slowDown  whether the answer was {@code slow_down}
 * @param revisions of the thermostats that it read or wrote, by identifier those that matter to it in one text
 * @param setSize   how many thermostats the management set holds that it asked for, 0 for other selections
 */
public record Observed(LoggedRequest request, List<Object> detail, boolean slowDown, Map<String, String> revisions,
        int setSize) {
    String operation() {
        return request.method() + " " + request.path();
    }

    String apiKeyId() {
        return Usage.named(request.apiKeyId());
    }

    /** An answer that a fault has spoilt does not count: the client may have to ask again. A late one counts. */
    boolean succeeded() {
        String fault = request.fault();
        return request.httpStatus() == 200 && (fault == null || fault.startsWith("latency"));
    }
}
