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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.camelecobee.authorization.AuthorizationUnavailableException;
import io.github.camelecobee.client.Governor;
import io.github.camelecobee.crash.Feed;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** The account of thermostats: held after each poll against what ecobee told and answered in it. */
final class RevisionAccount implements DayAccount {
    private final FleetDay day;
    private final Governor governor;
    private final List<Handed> handed = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> processed = new HashMap<>();
    private final Map<String, Set<String>> everProcessed = new HashMap<>();
    private final Map<String, Map<String, Integer>> ranks = new HashMap<>();
    private final Map<String, Integer> lastRank = new HashMap<>();
    /** By thermostat: what was last read of it, by whichever poll. */
    private final Map<String, String> lastRead = new HashMap<>();
    private int polls;
    private int pollsWithoutSummary;
    private int read;
    private int readInVain;
    private int readBefore;
    private int unread;
    private int withoutToken;
    private int setAside;
    private int oddDeliveries;
    private int failedExchanges;
    private int duplicates;

    RevisionAccount(FleetDay day, Governor governor) {
        this.day = day;
        this.governor = governor;
    }

    /** An exchange as a route saw it. */
    private record Handed(String thermostat, String item, boolean failed) {
    }

    @Override
    public RouteBuilder route() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(Feed.THERMOSTATS.uri(day.now()) + OPTIONS).routeId("changed").errorHandler(noErrorHandler())
                        .process(RevisionAccount.this::hand);
            }
        };
    }

    private void hand(Exchange exchange) {
        boolean failed = day.exchangeFails();
        handed.add(new Handed(
                exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID, String.class),
                Feed.THERMOSTATS.item(exchange.getIn()), failed));
        if (failed) {
            throw FleetDay.failure();
        }
    }

    @Override
    public Duration delay() {
        return Feed.THERMOSTATS.delay();
    }

    @Override
    public void poll() {
        Map<String, String> truth = truth();
        truth.forEach((thermostat, item) -> {
            Map<String, Integer> known = ranks.computeIfAbsent(thermostat, key -> new HashMap<>());
            known.putIfAbsent(item, known.size());
        });
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
        told.lines().values().forEach(line -> compare(line.identifier(), line.item(), told, now, aside, failure));
        now.forEach(each -> book(each, truth, told));
    }

    /** Whether a thermostat was delivered if, and only if, it had to be. */
    private void compare(
            String thermostat, String item, ToldInPoll told, List<Handed> now, Set<String> aside,
            @Nullable Exception failure) {
        boolean due = !item.equals(processed.get(thermostat));
        boolean asked = !told.asked(thermostat).isEmpty();
        boolean answered = !told.readings(thermostat).isEmpty();
        long times = now.stream().filter(each -> each.thermostat().equals(thermostat)).count();
        String what = day.now() + " " + thermostat + " " + item;
        boolean known = item.equals(lastRead.get(thermostat));
        if (answered) {
            lastRead.put(thermostat, item);
        }
        if (!due) {
            check(times == 0, what + " was delivered again");
        } else if (known && !asked && times == 1) {
            // Its exchange, or another request of its poll, had failed; it is not asked for twice.
            readBefore++;
        } else if (answered && now.isEmpty() && failure != null && told.isOneUnanswered()) {
            // Another of the poll's requests failed, and with it the poll.
            readInVain++;
        } else if (answered) {
            read++;
            check(times == 1, what + " was read and delivered " + times + " times");
        } else {
            check(times == 0, what + " was delivered and had not been read");
            bookUnread(what, told, asked, aside.contains(EcobeeTestSupport.ACCOUNT + "/" + thermostat), failure);
        }
    }

    private void bookUnread(
            String what, ToldInPoll told, boolean asked, boolean aside, @Nullable Exception failure) {
        if (aside) {
            setAside++;
        } else if (asked) {
            unread++;
        } else if (isWithoutToken(failure) && told.endsWithoutToken()) {
            withoutToken++;
        } else {
            unread++;
            check(failure != null && told.isOneUnanswered(), what + " was not asked for, without any reason: " + failure);
        }
    }

    private static boolean isWithoutToken(@Nullable Exception failure) {
        return ObjectHelper.getException(AuthorizationUnavailableException.class, failure) != null;
    }

    private void book(Handed each, Map<String, String> truth, ToldInPoll told) {
        ToldInPoll.Line line = told.lines().get(each.thermostat());
        check(line != null && each.item().equals(line.item()), day.now() + " " + each + " is not what ecobee told: " + line);
        if (!each.item().equals(truth.get(each.thermostat()))) {
            oddDeliveries++;
        } else {
            int rank = ranks.getOrDefault(each.thermostat(), Map.of()).getOrDefault(each.item(), -1);
            Integer before = lastRank.put(each.thermostat(), rank);
            check(before == null || before <= rank, day.now() + " " + each + " is older than the one before");
        }
        if (each.failed()) {
            failedExchanges++;
        } else {
            if (!everProcessed.computeIfAbsent(each.thermostat(), key -> new HashSet<>()).add(each.item())) {
                duplicates++;
                check(!each.item().equals(processed.get(each.thermostat())), day.now() + " " + each + " came twice");
            }
            processed.put(each.thermostat(), each.item());
        }
    }

    private void check(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }

    private Map<String, String> truth() {
        Map<String, String> truth = new TreeMap<>();
        day.ecobee().thermostats()
                .forEach(each -> truth.put(each.identifier(), Feed.THERMOSTATS.told(each, day.now()).get(0)));
        return truth;
    }

    private Set<String> aside() {
        return new HashSet<>(governor.status().setAside().keySet());
    }

    @Override
    public int delivered() {
        return handed.size();
    }

    /** Thermostats of which a route has not processed what ecobee tells now. */
    @Override
    public List<String> missing() {
        return truth().entrySet().stream().filter(each -> !each.getValue().equals(processed.get(each.getKey())))
                .map(Map.Entry::toString).toList();
    }

    @Override
    public void isExact() {
        assertThat(faults).isEmpty();
        day.requests().areWithinLimits();
    }

    @Override
    public String toString() {
        return String.format(
                "%d polls, %d without a summary; %d revisions read and delivered, %d read in a poll that failed, %d delivered"
                             + " as an earlier poll had read them, %d could not be read, %d not asked for without a token,"
                             + " %d set aside; %d deliveries, %d of odd summaries, %d exchanges failed, %d duplicates; %s",
                polls, pollsWithoutSummary, read, readInVain, readBefore, unread, withoutToken, setAside, handed.size(),
                oddDeliveries, failedExchanges, duplicates, day.requests());
    }
}
