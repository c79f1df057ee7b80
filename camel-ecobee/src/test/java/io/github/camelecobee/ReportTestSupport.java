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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.github.camelecobee.report.ReportRow;
import io.github.camelecobee.report.RuntimeReportRow;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Reads reports poll by poll, as pollEnrich does, so that a test decides when ecobee is asked. */
abstract class ReportTestSupport extends EcobeeTestSupport {
    static final String COTTAGE = "311019854584";
    static final String REPORT = "/1/runtimeReport";
    static final String CHUNKS = "allowFastPolling=true&reportDelivery=perChunk&columns=zoneAveTemp,hvacMode";

    final MemoryStateRepository cursors = new MemoryStateRepository();
    private @Nullable ConsumerTemplate template;

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        // Started here, so that it outlives the contexts.
        cursors.start();
        camel.start();
    }

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        context.getRegistry().bind("cursors", cursors);
        return context;
    }

    static String report(String thermostats, String options) {
        return "ecobee:runtimeReport?thermostatIds=" + thermostats + "&cursorRepository=#bean:cursors&" + options;
    }

    /** Messages until the test has enough, or a poll finds nothing. */
    List<RuntimeReportRow> receive(String uri, Predicate<List<RuntimeReportRow>> enough) {
        return receive(uri, RuntimeReportRow.class, enough);
    }

    <R extends ReportRow> List<R> receive(String uri, Class<R> type, Predicate<List<R>> enough) {
        List<R> rows = new ArrayList<>();
        for (Exchange exchange = next(uri); exchange != null; exchange = next(uri)) {
            rows.addAll(rows(exchange, type));
            Objects.requireNonNull(template).doneUoW(exchange);
            if (enough.test(rows)) {
                return rows;
            }
        }
        return rows;
    }

    /** Of one consumer as long as the context lives. */
    @Nullable
    Exchange next(String uri) {
        if (template == null || template.getCamelContext() != camel) {
            template = camel.createConsumerTemplate();
        }
        return template.receiveNoWait(uri);
    }

    List<RuntimeReportRow> receiveAll(String uri) {
        return receiveAll(uri, RuntimeReportRow.class);
    }

    <R extends ReportRow> List<R> receiveAll(String uri, Class<R> type) {
        List<R> rows = new ArrayList<>(receive(uri, type, received -> false));
        // The present may have nothing new, and history comes with the poll after that.
        rows.addAll(receive(uri, type, received -> false));
        return rows;
    }

    static List<RuntimeReportRow> rows(Exchange exchange) {
        return rows(exchange, RuntimeReportRow.class);
    }

    static <R extends ReportRow> List<R> rows(Exchange exchange, Class<R> type) {
        Object body = exchange.getIn().getBody();
        return body instanceof ReportRow row
                ? List.of(type.cast(row))
                : ((List<?>) body).stream().map(type::cast).toList();
    }

    static List<Instant> instants(List<? extends ReportRow> rows) {
        return rows.stream().map(ReportRow::instant).toList();
    }

    static <R extends ReportRow> List<R> ofDay(List<R> rows, String localDate) {
        return rows.stream().filter(row -> row.thermostatTime().date().equals(localDate)).toList();
    }

    static List<RuntimeReportRow> of(List<RuntimeReportRow> rows, String thermostat) {
        return rows.stream().filter(row -> row.thermostatIdentifier().equals(thermostat)).toList();
    }

    /** Every instant at which a thermostat that never was offline has a row. */
    List<Instant> everyInterval(String thermostat, String from) {
        List<Instant> all = new ArrayList<>();
        ecobee.thermostat(thermostat).history().readings(Instant.parse(from),
                ecobee.thermostat(thermostat).history().uploadedUntil(),
                reading -> all.add(Instant.ofEpochSecond(reading.tick() * 300)));
        return all;
    }

    static <T extends Comparable<T>> List<T> sorted(List<T> list) {
        return List.copyOf(new TreeSet<>(list));
    }

    /** Of the requests that were looked at. */
    List<Integer> thermostatsPerRequest() {
        return ecobee.requests().matching(request -> request.is("GET", REPORT)).stream().map(LoggedRequest::selection)
                .filter(Objects::nonNull).map(selection -> selection.getSelectionMatch().split(",").length).toList();
    }
}
