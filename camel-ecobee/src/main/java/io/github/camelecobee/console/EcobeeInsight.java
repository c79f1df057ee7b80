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
package io.github.camelecobee.console;

import java.util.List;
import java.util.Map;

import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.client.GovernorStatus;

/** What a component of ecobee lets an operator see and do. Looking at it opens nothing. */
public interface EcobeeInsight {
    /**
     * Where the accounts stand that were started or have a grant.
     *
     * @return a snapshot ordered by name, empty while nobody uses the component
     */
    List<AuthorizationStatus> authorizationStatuses();

    /**
     * The HTTP requests made since the component started.
     *
     * @return their number by method and path, for example {@code GET /1/thermostatSummary}
     */
    Map<String, Long> requests();

    /**
     * What keeps the requests within ecobee's limits, and what is left of them.
     *
     * @return a snapshot
     */
    GovernorStatus governorStatus();

    /**
     * What routes failed with too often and do not get again.
     *
     * @return the newest 100, the newest first
     */
    List<ParkedDelivery> parkedDeliveries();

    /**
     * How much was parked since the component was made.
     *
     * @return how many deliveries
     */
    long parkedTotal();

    /**
     * What the routes did, and how it ended.
     *
     * @return how often since the component was made, ordered by kind, operation and outcome; nothing that never was
     */
    List<OperationCount> operations();

    /**
     * Changes that wait for their time, by the option {@code writeInterval}.
     *
     * @return how many
     */
    int writesWaiting();

    /**
     * How far the routes have come that read reports.
     *
     * @return a snapshot ordered by route, empty when none reads reports
     */
    List<ReportProgress> reports();

    /**
     * Asks ecobee for a new PIN, in the background.
     *
     * @param account the name of the account
     */
    void requestPin(String account);
}
