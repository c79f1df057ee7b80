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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.camelecobee.FacetLedger.Handed;
import io.github.camelecobee.authorization.AuthorizationUnavailableException;
import io.github.camelecobee.client.Governor;
import io.github.camelecobee.model.Thermostat;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** The account of changes, or of sensors: held after each poll against what ecobee told and answered in it. */
final class FacetAccount implements DayAccount {
    private final FleetDay day;
    private final Governor governor;
    private final FacetView view;
    private final Map<String, FacetLedger> ledgers = new TreeMap<>();
    private final List<Handed> handed = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int polls;
    private int pollsWithoutSummary;
    private int compared;
    private int readInVain;
    private int unread;
    private int withoutToken;
    private int setAside;
    private int failedExchanges;

    FacetAccount(FleetDay day, Governor governor, FacetView view) {
        this.day = day;
        this.governor = governor;
        this.view = view;
    }

    @Override
    public RouteBuilder route() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(view.uri() + OPTIONS).routeId("facets").errorHandler(noErrorHandler()).process(FacetAccount.this::hand);
            }
        };
    }

    private void hand(Exchange exchange) {
        boolean failed = day.exchangeFails();
        handed.add(new Handed(
                exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID, String.class), view.told(exchange.getIn()),
                failed));
        if (failed) {
            failedExchanges++;
            throw FleetDay.failure();
        }
    }

    @Override
    public Duration delay() {
        return Duration.ofMinutes(3);
    }

    @Override
    public void poll() {
        Set<String> aside = aside();
        int from = handed.size();

        Exception failure = day.poll();

        polls++;
        aside.addAll(aside());
        ToldInPoll told = new ToldInPoll(day.ecobee(), day.requests().take());
        List<Handed> now = handed.subList(from, handed.size());
        if (told.lines().isEmpty()) {
            pollsWithoutSummary++;
        }
        now.stream().filter(each -> !told.lines().containsKey(each.thermostat()))
                .forEach(each -> faults.add(day.now() + " " + each + " is not in the summary"));
        told.lines().values().forEach(line -> compare(
                line, told, now.stream().filter(each -> each.thermostat().equals(line.identifier())).toList(),
                aside.contains(EcobeeTestSupport.ACCOUNT + "/" + line.identifier()), failure));
    }

    /** Whether the route was told of a thermostat what it had to be told, and nothing else. */
    private void compare(
            ToldInPoll.Line line, ToldInPoll told, List<Handed> now, boolean aside, @Nullable Exception failure) {
        FacetLedger ledger = ledgers.computeIfAbsent(line.identifier(), key -> new FacetLedger(view));
        boolean asked = !told.asked(line.identifier()).isEmpty();
        boolean moved = ledger.isMoved(line);
        List<ToldInPoll.Reading> readings = told.readings(line.identifier());
        readings.forEach(each -> ledger.read(each, line));
        String what = day.now() + " " + line.identifier();
        if (moved && readings.isEmpty()) {
            check(now.isEmpty(), what + " was told and had not been read: " + now);
            bookUnread(what, told, asked, aside, failure);
            return;
        }
        boolean vain = now.isEmpty() && failure != null
                && (told.isOneUnanswered() || isWithoutToken(failure) && told.endsWithoutToken());
        if (vain && !ledger.due(line.connected()).isEmpty()) {
            readInVain++;
            return;
        }
        ledger.begin(line.connected());
        compared++;
        ledger.book(now, line.connected()).forEach(wrong -> faults.add(what + ": " + wrong));
    }

    private void bookUnread(
            String what, ToldInPoll told, boolean asked, boolean aside, @Nullable Exception failure) {
        if (aside) {
            setAside++;
        } else if (isWithoutToken(failure) && told.endsWithoutToken()) {
            withoutToken++;
        } else {
            unread++;
            check(asked || failure != null && told.isOneUnanswered(),
                    what + " was not asked for, without any reason: " + failure);
        }
    }

    private static boolean isWithoutToken(@Nullable Exception failure) {
        return ObjectHelper.getException(AuthorizationUnavailableException.class, failure) != null;
    }

    private void check(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }

    private Set<String> aside() {
        return new HashSet<>(governor.status().setAside().keySet());
    }

    @Override
    public int delivered() {
        return handed.size();
    }

    @Override
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        day.ecobee().thermostats().forEach(each -> {
            Thermostat now = each.snapshot();
            FacetLedger ledger = ledgers.get(each.identifier());
            Set<String> keys = ledger == null
                    ? Set.of("all of it")
                    : ledger.differences(view.facets(now, Boolean.TRUE.equals(now.getRuntime().getConnected())));
            // Of an offline one no revision moves, so that nobody can find what its schedule says meanwhile.
            boolean found = Boolean.TRUE.equals(now.getRuntime().getConnected());
            keys.stream().filter(key -> found || key.equals("connected"))
                    .forEach(key -> missing.add(each.identifier() + " " + key + ", " + ledger));
        });
        return missing;
    }

    @Override
    public void isExact() {
        assertThat(faults).isEmpty();
        day.requests().areWithinLimits();
    }

    @Override
    public String toString() {
        return String.format(
                "%d polls, %d without a summary; thermostats: %d compared, %d read in a poll that failed, %d could not be read,"
                             + " %d not asked for without a token, %d set aside; %d deliveries, %d exchanges failed,"
                             + " %d repetitions, %d undoings; %s",
                polls, pollsWithoutSummary, compared, readInVain, unread, withoutToken, setAside, handed.size(),
                failedExchanges, ledgers.values().stream().mapToInt(FacetLedger::repetitions).sum(),
                ledgers.values().stream().mapToInt(FacetLedger::undoings).sum(), day.requests());
    }
}
