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
package io.github.camelecobee.client;

import java.util.List;

/**
 * A change of more thermostats than one request carries was applied to some, and then something went wrong: the cause
 * tells what. The thermostats that are {@linkplain #open() open} were refused, or never asked, or, if the cause is an
 * {@link EcobeeUnknownOutcomeException}, may have been changed.
 */
public final class EcobeePartlyAppliedException extends EcobeeException {
    private static final long serialVersionUID = 1L;

    /** Identifiers of the thermostats that were changed. */
    private final List<String> applied;
    /** Identifiers of the others. */
    private final List<String> open;

    EcobeePartlyAppliedException(String account, List<String> applied, List<String> open, RuntimeException cause) {
        super("A change for account '" + account + "' was applied to " + applied.size() + " thermostats ("
              + String.join(",", applied) + ") and not to the " + open.size() + " after them: " + cause.getMessage(),
              account, cause instanceof EcobeeException failed ? failed.request() : "",
              cause instanceof EcobeeException failed ? failed.httpStatus() : 0, cause);
        this.applied = List.copyOf(applied);
        this.open = List.copyOf(open);
    }

    /**
     * The thermostats that were changed.
     *
     * @return their identifiers; do not send the change to them again
     */
    public List<String> applied() {
        return applied;
    }

    /**
     * The thermostats of the request that failed, and those that were not asked any more.
     *
     * @return their identifiers
     */
    public List<String> open() {
        return open;
    }
}
