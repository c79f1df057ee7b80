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
package io.github.camelecobee.examples.quickstart;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/** Where the story is told: lines with the seconds since the beginning, whole even when several threads tell. */
final class Console {
    private final PrintStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock = Clock.systemUTC();
    private final Instant begin = clock.instant();

    Console(OutputStream out) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /** A step of the story. */
    void step(String text) {
        double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
        print(String.format(Locale.ROOT, "%5.1fs  %s", seconds, text));
    }

    /** What belongs to the step before. */
    void detail(String text) {
        text.lines().forEach(line -> print("        " + line));
    }

    void blank() {
        print("");
    }

    void problem(String sentence) {
        print("quickstart: " + sentence);
    }

    private void print(String line) {
        lock.lock();
        try {
            out.println(line);
        } finally {
            lock.unlock();
        }
    }
}
