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
package io.github.camelecobee.examples.quickstart;

import java.net.BindException;

/** Says in one sentence what went wrong. */
final class Problems {
    private Problems() {
    }

    static String sentence(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserException) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof BindException) {
                return "The port is in use; give another one with --port, or leave --port out for any free one.";
            }
        }
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        // Options are checked by the component; its texts name the option and what is allowed.
        return root instanceof IllegalArgumentException
                ? String.valueOf(root.getMessage()) : root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
