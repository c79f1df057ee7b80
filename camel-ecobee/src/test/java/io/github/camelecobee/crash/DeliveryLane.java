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
package io.github.camelecobee.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

import io.github.camelecobee.Authorized;
import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.FileGrantStore;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;

/** One feed and one repository. Whoever survives a kill is killed in the next round, while thermostats change. */
final class DeliveryLane implements AutoCloseable {
    private static final Instant START = Instant.parse("2025-01-14T16:46:03Z");
    private static final Instant FROM = Instant.parse("2025-01-14T14:00:00Z");
    private static final int THERMOSTATS = 5;
    /** Between two polls. */
    private static final int MOST_CHANGES = 3;
    private static final int TRIES = 50;
    private static final int LONGEST_MILLIS = 250;

    private final Feed feed;
    private final Place.Kind kind;
    private final List<DeliveryMoment> moments;
    private final Random random;
    private final String place;
    private final Path grants;
    private final Path record;
    private final Path errors;
    private final EcobeeSimulator ecobee;
    private final Account account;
    private KillableProcess subject;
    /** Takes back what people changed last. */
    private Runnable undo = () -> {
    };
    private int read;
    private int next;

    /** The first round is at the moment of this number. */
    DeliveryLane(Feed feed, Place.Kind kind, int first, Path directory) throws Exception {
        this.feed = feed;
        this.kind = kind;
        this.account = feed.account();
        this.moments = DeliveryMoment.of(kind);
        this.random = new Random(first);
        this.next = first;
        this.place = Place.create(kind, Files.createDirectories(directory), "cursors");
        this.grants = directory.resolve("grants.json");
        this.record = directory.resolve("record.txt");
        this.errors = directory.resolve("errors.txt");
        this.ecobee = EcobeeSimulator.builder().port(0).clock(SimulatedClock.manual(START))
                .thermostats(SampleThermostats.fleet(THERMOSTATS)).start();
        new FileGrantStore(grants).compareAndSet(
                AccountKey.of(EcobeeSimulator.DEFAULT_API_KEY, "default"), 0, Authorized.by(ecobee));
        this.subject = subject();
        expect(DeliverySubject.POLLED, poll());
    }

    private KillableProcess subject() throws IOException {
        return new KillableProcess(
                DeliverySubject.class, "deliveries.btm", errors, place, grants.toString(), ecobee.baseUri().toString(),
                feed.name(), FROM.toString(), record.toString());
    }

    /** Kills the process, starts another one, and looks at what was delivered. */
    Round round() throws Exception {
        DeliveryMoment moment = moments.get(next++ % moments.size());
        int deliveries = account.deliveries();
        int duplicates = account.duplicates();
        if (moment == DeliveryMoment.ANY_TIME) {
            later();
            order();
            subject.leaveAlone(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
        } else {
            if (moment.isAtStart()) {
                later();
                expect(DeliverySubject.POLLED, poll());
                restart();
            }
            // Tidying comes once; of the deliveries of a poll, each may be the one.
            subject.order("stopAt " + moment + " " + (moment.isAtStart() ? 1 : 1 + random.nextInt(2 * THERMOSTATS)));
            reach(moment);
        }
        restart();
        switch (random.nextInt(3)) {
            case 0 -> later();
            case 1 -> {
                ecobee.clock().advance(feed.delay());
                undo.run();
            }
            default -> {
                // The next process finds what this one found.
            }
        }
        expect(DeliverySubject.POLLED, poll());
        return new Round(
                feed, kind, moment, account.deliveries() - deliveries, account.duplicates() - duplicates,
                account.faults());
    }

    private void reach(DeliveryMoment moment) throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            later();
            String said = poll();
            if (said.equals(Subject.REACHED)) {
                return;
            }
            expect(DeliverySubject.POLLED, said);
        }
        throw new IllegalStateException(this + " never came to " + moment + "\n" + Files.readString(errors));
    }

    private void restart() throws IOException {
        subject.close();
        subject = subject();
    }

    /** Time passes, and people change things. */
    private void later() {
        ecobee.clock().advance(feed.delay());
        Deque<Runnable> undone = new ArrayDeque<>();
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            undone.push(feed.change(ecobee.thermostats().get(random.nextInt(THERMOSTATS)), random));
        }
        undo = () -> undone.forEach(Runnable::run);
    }

    private void order() throws IOException {
        ecobee.thermostats().forEach(each -> account.tells(each.identifier(), feed.told(each, FROM)));
        subject.order("poll " + ecobee.clock().instant());
    }

    private String poll() throws IOException {
        order();
        String said = subject.answer();
        check();
        if (said.equals(DeliverySubject.POLLED)) {
            ecobee.thermostats().forEach(each -> account.found(each.identifier(), feed.told(each, FROM)));
        }
        return said;
    }

    /**
     * Reads on in what the processes wrote down. A line without its end was not written in full, so nobody knows it.
     */
    private void check() throws IOException {
        List<String> lines = Files.readAllLines(record);
        for (String line : lines.subList(read, lines.size())) {
            String[] words = line.split(" ");
            if (line.equals(DeliverySubject.STARTED)) {
                account.started();
            } else if (words.length == 3 && words[2].equals(".")) {
                account.delivered(words[0], words[1]);
            }
        }
        read = lines.size();
    }

    private void expect(String wanted, String said) throws IOException {
        if (!said.equals(wanted)) {
            throw new IllegalStateException(this + " cannot go on: " + said + "\n" + Files.readString(errors));
        }
    }

    @Override
    public void close() {
        subject.close();
        ecobee.close();
    }

    @Override
    public String toString() {
        return feed.text() + ", " + kind.text;
    }

    /** A kill, and what came of it until the next poll had succeeded. */
    record Round(Feed feed, Place.Kind kind, DeliveryMoment moment, int deliveries, int duplicates, List<String> faults) {
    }
}
