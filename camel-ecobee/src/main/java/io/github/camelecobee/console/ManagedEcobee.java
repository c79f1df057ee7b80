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

import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

import io.github.camelecobee.authorization.AuthorizationStatus;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;

/** What JMX shows of a component, beside what Camel shows of every component. */
public interface ManagedEcobee extends EcobeeInsight {
    /**
     * Where the accounts stand: one row for each, of account, state, what has to be done, and all that is known beside.
     *
     * @return                   the table; its key is the account
     * @throws OpenDataException never
     */
    @ManagedAttribute(description = "Where the authorization of each account stands, and what has to be done")
    default TabularData getAccounts() throws OpenDataException {
        String[] names = { "account", "state", "nextStep", "details" };
        CompositeType row = new CompositeType(
                "Account", "An account", names, names,
                new OpenType<?>[] { SimpleType.STRING, SimpleType.STRING, SimpleType.STRING, SimpleType.STRING });
        TabularData table = new TabularDataSupport(new TabularType("Accounts", "Accounts", row, new String[] { "account" }));
        for (AuthorizationStatus status : authorizationStatuses()) {
            table.put(new CompositeDataSupport(
                    row, names, new Object[] {
                            status.account(), status.state().name(), status.nextStep(), StatusFields.of(status).toString() }));
        }
        return table;
    }

    /**
     * How far the routes have come that read reports: one row for each of its accounts.
     *
     * @return                   the table; its key is route and account
     * @throws OpenDataException never
     */
    @ManagedAttribute(description = "How far the routes have come that read reports")
    default TabularData getReports() throws OpenDataException {
        String[] names = { "route", "account", "report", "percent", "details" };
        CompositeType row = new CompositeType(
                "Report", "A route that reads reports", names, names, new OpenType<?>[] {
                        SimpleType.STRING, SimpleType.STRING, SimpleType.STRING, SimpleType.INTEGER, SimpleType.STRING });
        TabularData table
                = new TabularDataSupport(new TabularType("Reports", "Reports", row, new String[] { "route", "account" }));
        for (ReportProgress report : reports()) {
            table.put(new CompositeDataSupport(
                    row, names, new Object[] {
                            report.route(), report.account(), report.report(), report.percent(),
                            StatusFields.of(report).toString() }));
        }
        return table;
    }

    /**
     * The requests made since the component started.
     *
     * @return lines like {@code GET /1/thermostatSummary: 12}
     */
    @ManagedAttribute(description = "Requests since the component started, by method and path")
    default List<String> getRequestCounts() {
        return requests().entrySet().stream().map(ManagedEcobee::line).toList();
    }

    /**
     * What the routes did: one row for each operation and outcome.
     *
     * @return                   the table; its key is kind, operation and outcome
     * @throws OpenDataException never
     */
    @ManagedAttribute(description = "What routes wrote, read and polled, and with what outcome")
    default TabularData getOperations() throws OpenDataException {
        String[] names = { "kind", "operation", "outcome", "count" };
        CompositeType row = new CompositeType(
                "Operation", "An operation with one outcome", names, names,
                new OpenType<?>[] { SimpleType.STRING, SimpleType.STRING, SimpleType.STRING, SimpleType.LONG });
        TabularData table = new TabularDataSupport(
                new TabularType("Operations", "Operations", row, new String[] { "kind", "operation", "outcome" }));
        for (OperationCount each : operations()) {
            table.put(new CompositeDataSupport(
                    row, names,
                    new Object[] { each.kind().plural(), each.operation(), each.outcome(), each.count() }));
        }
        return table;
    }

    /**
     * Changes that wait for their time.
     *
     * @return how many
     */
    @ManagedAttribute(description = "Changes that wait for their time, by writeInterval")
    default int getWritesWaiting() {
        return writesWaiting();
    }

    /**
     * What keeps the requests within ecobee's limits, and what is left of them.
     *
     * @return lines like {@code budgetLeft: 84211}
     */
    @ManagedAttribute(description = "Open requests, requests of the last 30 days and how many are left, accounts that have to wait")
    default List<String> getLimits() {
        return StatusFields.of(governorStatus()).entrySet().stream().map(field -> field.getKey() + ": " + field.getValue())
                .toList();
    }

    /**
     * What routes failed with too often and do not get again, the newest first.
     *
     * @return a line for each
     */
    @ManagedAttribute(description = "What routes failed with too often and do not get again, the newest 100")
    default List<String> getParkedDeliveries() {
        return parkedDeliveries().stream().map(parked -> StatusFields.of(parked).toString()).toList();
    }

    /**
     * How much was parked.
     *
     * @return how many deliveries
     */
    @ManagedAttribute(description = "How many deliveries were parked since the component was made")
    default long getParkedTotal() {
        return parkedTotal();
    }

    private static String line(Map.Entry<String, Long> count) {
        return count.getKey() + ": " + count.getValue();
    }

    /**
     * Asks ecobee for a new PIN, in the background; it then shows in {@code Accounts}.
     *
     * @param account the name of the account
     */
    @ManagedOperation(description = "Asks ecobee for a new PIN, which then shows in Accounts")
    default void requestNewPin(String account) {
        requestPin(account);
    }
}
