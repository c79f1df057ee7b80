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
package io.github.camelecobee;

import java.time.Duration;
import java.util.List;

import org.apache.camel.builder.RouteBuilder;

/** An account of what ecobee told and what a route was given, kept while days pass. */
interface DayAccount {
    /** What stands behind the address of each consumer. */
    String OPTIONS = "&cursorRepository=#bean:cursors&scheduler=#hand&pollStrategy=#outcome";

    /** The route that it is about. */
    RouteBuilder route();

    /** The time between two polls. */
    Duration delay();

    /** The most requests of one poll when ecobee is back: nothing is asked for twice. */
    default int mostRequestsOfAPoll() {
        return 5;
    }

    /** Polls once and books what that brought. */
    void poll();

    /** How many exchanges the route was given. */
    int delivered();

    /** What ecobee tells now and the route has not processed. */
    List<String> missing();

    /**
     * Fails if anything was missing, came too often or was not what ecobee had told, or if ecobee was asked too much.
     */
    void isExact();
}
