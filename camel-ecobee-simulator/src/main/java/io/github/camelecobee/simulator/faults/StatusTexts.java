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
package io.github.camelecobee.simulator.faults;

import java.util.List;

/** The texts of ecobee's status codes, without detail (Response Status Codes, error-codes.shtml). */
final class StatusTexts {
    private static final List<String> TEXTS = List.of("", "Authentication failed.", "Not authorized.", "Processing error.",
            "Serialization error.", "Invalid request format.", "Too many thermostat in selection match criteria.",
            "Validation error.", "Invalid function.", "Invalid selection.", "Invalid page.", "Function error.",
            "Post not supported for request.", "Get not supported for request.",
            // The space at the end is ecobee's.
            "Authentication token has expired. Refresh your tokens. ", "Duplicate data violation.",
            "Invalid token. Token has been deauthorized by user. You must re-request authorization.");

    private StatusTexts() {
    }

    static String of(int code) {
        if (code < 1 || code >= TEXTS.size()) {
            throw new IllegalArgumentException("ecobee has the status codes 1 to 16 for failures, not " + code);
        }
        return TEXTS.get(code);
    }
}
