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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.camelecobee.crash.DeliveryLane.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills routes at each step of a delivery, and starts others in their place. {@code -Ddelivery.kills=1000} kills more
 * of them than a build has time for; the table is in {@code target/delivery-kills.txt}.
 */
class DeliveryCrashIT {
    private static final int KILLS = Integer.getInteger("delivery.kills", 12);
    private static final int LANES = Place.Kind.values().length * Feed.values().length;
    /** A cursor is written after at most so many rows of a report. */
    private static final int MOST_ROWS = 288;

    @TempDir
    private Path directory;

    @Test
    void nothingIsLostWhereverAProcessIsKilled() throws Exception {
        List<Callable<List<Round>>> lanes = new ArrayList<>();
        for (int i = 0; i < LANES; i++) {
            int number = i;
            lanes.add(() -> kill(number));
        }
        List<Round> rounds = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
        try {
            for (Future<List<Round>> lane : pool.invokeAll(lanes)) {
                rounds.addAll(lane.get());
            }
        } finally {
            pool.shutdownNow();
        }
        String table = table(rounds);
        System.out.println(table);
        Files.writeString(Path.of("target", "delivery-kills.txt"), table);

        assertThat(rounds).hasSize(KILLS).as(table).allSatisfy(round -> {
            assertThat(round.faults()).isEmpty();
            assertThat(round.duplicates()).isLessThanOrEqualTo(round.feed() == Feed.RUNTIME_REPORT ? MOST_ROWS : 1);
        });
    }

    /** The kills of one feed and repository. */
    private List<Round> kill(int number) throws Exception {
        Feed feed = Feed.values()[number % Feed.values().length];
        Place.Kind kind = Place.Kind.values()[number / Feed.values().length];
        int share = KILLS / LANES + (number < KILLS % LANES ? 1 : 0);
        // A sample begins elsewhere in each lane, so that it sees many steps.
        int first = KILLS < 100 ? number * 3 + 2 : 0;
        List<Round> rounds = new ArrayList<>();
        if (share > 0) {
            try (DeliveryLane lane = new DeliveryLane(feed, kind, first, directory.resolve("lane-" + number))) {
                for (int i = 0; i < share; i++) {
                    rounds.add(lane.round());
                }
            }
        }
        return rounds;
    }

    private static String table(List<Round> rounds) {
        Map<String, List<Round>> rows = new LinkedHashMap<>();
        rounds.stream().sorted(Comparator.comparing(Round::feed).thenComparing(Round::kind).thenComparing(Round::moment))
                .forEach(round -> rows.computeIfAbsent(
                        String.format("%-14s  %-10s  %-14s", round.feed().text(), round.kind().text, round.moment().text()),
                        key -> new ArrayList<>()).add(round));
        StringBuilder table = new StringBuilder(
                String.format("%-14s  %-10s  %-14s  %5s  %10s  %10s  %6s%n", "feed",
                        "repository", "killed", "kills", "deliveries", "duplicates", "faults"));
        rows.forEach((row, all) -> table.append(line(row, all)));
        return table.append(line(String.format("%-42s", "all"), rounds)).toString();
    }

    private static String line(String title, List<Round> rounds) {
        return String.format("%s  %5d  %10d  %10d  %6d%n", title, rounds.size(),
                rounds.stream().mapToInt(Round::deliveries).sum(), rounds.stream().mapToInt(Round::duplicates).sum(),
                rounds.stream().mapToInt(round -> round.faults().size()).sum());
    }
}
