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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.camelecobee.crash.Lane.Outcome;
import io.github.camelecobee.crash.Lane.Round;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills processes at each step of getting and renewing a grant, and starts others in their place.
 * {@code -Dcrash.rounds=1000} kills more of them than a build has time for; the table is in
 * {@code target/crash-rounds.txt}.
 */
class CrashIT {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 12);
    private static final int LANES = Place.Kind.values().length * 2;

    @TempDir
    private Path directory;

    @Test
    @Tag("field-1")
    void noGrantIsLostWhereverAProcessIsKilled() throws Exception {
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
        Files.writeString(Path.of("target", "crash-rounds.txt"), table);

        assertThat(rounds).hasSize(ROUNDS).as(table).allMatch(Round::isRight);
    }

    /** The rounds of one store and kind of refresh token. */
    private List<Round> kill(int number) throws IOException {
        Place.Kind kind = Place.Kind.values()[number / 2];
        int share = ROUNDS / LANES + (number < ROUNDS % LANES ? 1 : 0);
        // A sample begins elsewhere in each lane, so that it sees many steps.
        int first = ROUNDS < 100 ? number * 5 + 7 : 0;
        List<Round> rounds = new ArrayList<>();
        if (share > 0) {
            try (Lane lane = new Lane(kind, number % 2 == 0, first, directory.resolve("lane-" + number))) {
                for (int i = 0; i < share; i++) {
                    rounds.add(lane.round());
                }
            }
        }
        return rounds;
    }

    private static String table(List<Round> rounds) {
        Map<String, List<Round>> rows = new LinkedHashMap<>();
        List<Round> sorted = rounds.stream().sorted(Comparator.comparing((Round round) -> round.lane().kind())
                .thenComparing(round -> round.lane().isRotating()).thenComparing(round -> round.step().phase())
                .thenComparing(round -> round.step().moment())).toList();
        for (Round round : sorted) {
            String row = String.format("%-10s  %-9s  %-24s", round.lane().kind().text,
                    round.lane().isRotating() ? "rotating" : "reusable", round.step());
            rows.computeIfAbsent(row, key -> new ArrayList<>()).add(round);
        }
        StringBuilder table = new StringBuilder(
                String.format("%-10s  %-9s  %-24s  %6s  %9s  %15s  %4s%n", "store",
                        "token", "killed at", "rounds", "recovered", "authorize again", "lost"));
        rows.forEach((row, all) -> table.append(line(row, all)));
        return table.append(line(String.format("%-47s", "all"), rounds)).toString();
    }

    private static String line(String title, List<Round> rounds) {
        List<Outcome> outcomes = rounds.stream().map(Round::outcome).toList();
        return String.format("%s  %6d  %9d  %15d  %4d%n", title, rounds.size(),
                Collections.frequency(outcomes, Outcome.RECOVERED),
                Collections.frequency(outcomes, Outcome.AUTHORIZED_AGAIN),
                Collections.frequency(outcomes, Outcome.LOST));
    }
}
