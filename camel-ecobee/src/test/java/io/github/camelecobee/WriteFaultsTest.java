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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelecobee.client.EcobeeNotAppliedException;
import io.github.camelecobee.client.EcobeeNotSentException;
import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.client.EcobeeUnknownOutcomeException;
import io.github.camelecobee.client.WriteOutcome;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each fault of the simulator meets each operation that changes something: what is told is what the simulator's state
 * says.
 */
class WriteFaultsTest {
    private static final Duration TOO_LATE = Duration.ofSeconds(2);
    /** Longer than any pause after HTTP 429 or 503, and than it is remembered that a token was not taken. */
    private static final Duration REST = Duration.ofMinutes(20);
    /** Codes that functions meet one by one. */
    private static final List<Integer> MID_WAY = List.of(3, 7, 11, 15);

    static Stream<Change> changes() {
        return EveryChange.all();
    }

    static Stream<Change> changesOfThermostats() {
        return EveryChange.all().filter(Change::ofThermostats);
    }

    private static List<Fault> faults() {
        List<Fault> all = new ArrayList<>(List.of(Fault.latency(TOO_LATE)));
        EveryFault.failing(List.of(EcobeeTestSupport.UPSTAIRS, "411019854581", "511019854581")).stream()
                .filter(fault -> !(fault instanceof Fault.Latency)).forEach(all::add);
        all.addAll(EveryFault.odd());
        all.add(Fault.ignored());
        return all;
    }

    @Test
    void noOperationThatChangesSomethingIsLeftOut() {
        assertThat(EveryChange.all().map(Change::operation)).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(EcobeeOperation.values()).filter(operation -> !operation.isConsumer())
                        .map(EcobeeOperation::uriName)
                        .filter(name -> !name.matches("(get|list|download|authorization|requestPin|exchangeCode).*"))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void withoutAFaultItIsDoneAndSentAsTheContractSays(Change change) throws Exception {
        try (ChangingAccount account = new ChangingAccount(change.kind())) {
            CloudState before = prepared(account, change);

            Exchange done = account.send(change, "", false, before);

            assertThat(done.getException()).isNull();
            assertThat(done.getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("APPLIED");
            assertThat(account.posts(change)).hasSize(1);
            assertThat(account.ecobee.requests().all()).flatExtracting(LoggedRequest::warnings).isEmpty();
            assertThat(change.effect().test(before, account.state())).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatIsToldIsWhatTheStateSays(Change change) throws Exception {
        try (ChangingAccount account = new ChangingAccount(change.kind())) {
            for (Fault fault : faults()) {
                met(account, change, fault, false);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesOfThermostats")
    void whoReadsBackKnows(Change change) throws Exception {
        try (ChangingAccount account = new ChangingAccount(change.kind())) {
            for (Fault fault : faults()) {
                met(account, change, fault, true);
            }
        }
    }

    private static CloudState prepared(ChangingAccount account, Change change) {
        change.prepare().accept(account);
        CloudState before = account.state();
        assertThat(change.effect().test(before, before)).as("done before it is asked for").isFalse();
        account.ecobee.requests().clear();
        return before;
    }

    private static void met(ChangingAccount account, Change change, Fault fault, boolean verify) {
        CloudState before = prepared(account, change);
        account.ecobee.faults().next("POST", change.path(), fault);

        Exchange done = account.send(change, verify ? "verify=true" : "", fault instanceof Fault.Latency, before);

        String story = change + " and " + fault.description() + " told " + done.getException();
        account.awaitCertainty();
        List<LoggedRequest> posts = account.posts(change);
        CloudState after = account.state();
        boolean isDone = change.effect().test(before, after);
        assertThat(account.ecobee.faults().pending()).as(story).isZero();
        assertThat(isDone || after.equals(before)).as(story + ": changed something else").isTrue();
        WriteOutcome told = told(done, story);
        assertThat(told).as(story)
                .isEqualTo(verify && change.readsBack() ? settled(change, fault, isDone) : expected(change, fault, isDone));
        switch (told) {
            case APPLIED -> assertThat(isDone || isIgnored(fault)).as(story).isTrue();
            case REFUSED, NOT_SENT, NOT_APPLIED -> assertThat(isDone).as(story).isFalse();
            default -> assertThat(told).as(story).isEqualTo(WriteOutcome.UNKNOWN);
        }
        // Once more only after an answer that says that the token was not taken, so that nothing was looked at.
        assertThat(posts).as(story).hasSize(isTokenRejected(fault) ? 2 : 1);
        if (isPause(fault) || isAboutTheToken(fault)) {
            account.ecobee.clock().advance(REST);
        }
    }

    private static WriteOutcome told(Exchange done, String story) {
        Exception failure = done.getException();
        if (failure == null) {
            return WriteOutcome.valueOf(done.getMessage().getHeader(EcobeeConstants.OUTCOME, String.class));
        }
        assertThat(failure).as(story).isInstanceOfAny(EcobeeRefusedException.class, EcobeeUnknownOutcomeException.class,
                EcobeeNotAppliedException.class);
        if (failure instanceof EcobeeUnknownOutcomeException) {
            return WriteOutcome.UNKNOWN;
        } else if (failure instanceof EcobeeNotAppliedException) {
            return WriteOutcome.NOT_APPLIED;
        }
        return failure instanceof EcobeeNotSentException ? WriteOutcome.NOT_SENT : WriteOutcome.REFUSED;
    }

    /** What can be said without reading back. */
    private static WriteOutcome expected(Change change, Fault fault, boolean isDone) {
        if (fault instanceof Fault.Status status) {
            if (isTokenRejected(fault)) {
                return WriteOutcome.APPLIED;
            }
            return change.operation().equals("functions") && MID_WAY.contains(status.code())
                    ? WriteOutcome.UNKNOWN : WriteOutcome.REFUSED;
        } else if (fault instanceof Fault.Answer answer) {
            return switch (answer.status()) {
                case 200 -> WriteOutcome.APPLIED;
                case 429 -> WriteOutcome.NOT_SENT;
                default -> WriteOutcome.UNKNOWN;
            };
        }
        if (fault instanceof Fault.Changed) {
            // Thermostats that have another identifier now are refused.
            return isDone ? WriteOutcome.APPLIED : WriteOutcome.REFUSED;
        }
        return WriteOutcome.UNKNOWN;
    }

    /** What is known after reading back. */
    private static WriteOutcome settled(Change change, Fault fault, boolean isDone) {
        WriteOutcome first = expected(change, fault, isDone);
        // Whoever has to wait cannot read.
        boolean isOpen = first == WriteOutcome.UNKNOWN && !isPause(fault) || first == WriteOutcome.APPLIED;
        if (!isOpen) {
            return first;
        }
        return isDone ? WriteOutcome.APPLIED : WriteOutcome.NOT_APPLIED;
    }

    private static boolean isTokenRejected(Fault fault) {
        return fault instanceof Fault.Status status && (status.code() == 1 || status.code() == 14);
    }

    private static boolean isAboutTheToken(Fault fault) {
        return isTokenRejected(fault) || fault.equals(Fault.applicationRevoked())
                || fault instanceof Fault.Status status && status.code() == 16;
    }

    private static boolean isIgnored(Fault fault) {
        return fault.equals(Fault.ignored());
    }

    private static boolean isPause(Fault fault) {
        return fault instanceof Fault.Answer answer && (answer.status() == 429 || answer.status() == 503);
    }
}
