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

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.simulator.account.ManagementSet;
import org.jspecify.annotations.Nullable;

/** What the requests that have an {@code operation} share. */
final class Hierarchies {
    private Hierarchies() {
    }

    static String success() {
        return EcobeeJson.write(new StatusResponse().withStatus(EcobeeStatus.SUCCESS.status()));
    }

    /** The set of a path; what is not in the hierarchy gives code 2 by design. */
    static ManagementSet find(Caller caller, @Nullable String path) throws StatusException {
        ManagementSet set = caller.hierarchy().find(path).orElse(null);
        if (set == null) {
            throw EcobeeStatus.NOT_AUTHORIZED.with("Set " + path + " is not in the hierarchy.");
        }
        return set;
    }

    /** Refuses a GET for anything but the one operation that reads. */
    static void requireOperation(String wanted, @Nullable String operation) throws StatusException {
        if (!wanted.equals(operation)) {
            throw operation == null
                    ? EcobeeStatus.INVALID_REQUEST_FORMAT.with("The operation is missing.")
                    : EcobeeStatus.GET_NOT_SUPPORTED.with("Operation: " + operation);
        }
    }

    /** The refusal of a POST for an operation that does not exist, or that is to be read with GET. */
    static StatusException unknownOperation(@Nullable String operation, String read) {
        if (read.equals(operation)) {
            return EcobeeStatus.POST_NOT_SUPPORTED.with("Operation: " + operation);
        }
        return EcobeeStatus.INVALID_REQUEST_FORMAT.with(
                operation == null ? "The operation is missing." : "Unknown operation: " + operation);
    }
}
