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

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A process that a test gives orders to, and kills. */
class KillableProcess implements AutoCloseable {
    static final String ENDED = "> the process ended";
    private final Process process;
    private final BufferedReader out;

    /**
     * Starts one.
     *
     * @param main      what it runs
     * @param rules     a resource of this package: where it can be stopped
     * @param errors    the file for what it complains about
     * @param arguments for its main method
     */
    KillableProcess(Class<?> main, String rules, Path errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC", "-Xmx128m", "-javaagent:" + agent() + "=script:" + file(rules), "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile())).start();
        out = process.inputReader();
    }

    private static String agent() {
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            if (Path.of(entry).getFileName().toString().startsWith("byteman-")) {
                return entry;
            }
        }
        throw new IllegalStateException("Byteman is not on the class path");
    }

    private static Path file(String resource) throws IOException {
        try (var script = Objects.requireNonNull(KillableProcess.class.getResourceAsStream(resource))) {
            Path rules = Files.createTempFile("steps", ".btm");
            rules.toFile().deleteOnExit();
            Files.write(rules, script.readAllBytes());
            return rules;
        }
    }

    /** Tells it to do something. */
    final void order(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
    }

    /** The next line that it means for the test, or that it has ended. */
    final String answer() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(">")) {
                return line;
            }
        }
        return ENDED;
    }

    /** Waits so long, or until it ends. */
    final void leaveAlone(Duration time) throws InterruptedException {
        process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL: nothing of the process runs any more, also no hook at its end. */
    @Override
    public final void close() {
        process.destroyForcibly().onExit().join();
    }
}
