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
package io.github.camelecobee.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long the runnable jar takes from the start of its process to its first answer. */
@Command(name = "simulator-start", description = "Starts the simulator again and again, each time in a new process.")
public final class SimulatorStart implements Callable<Integer> {
    private static final String ADDRESS = "ecobee simulator: ";

    @Option(names = "--jar", required = true, paramLabel = "JAR", description = "The simulator's all-in-one jar.")
    private Path jar = Path.of("");

    @Option(names = "--thermostats", paramLabel = "N", description = "Number of thermostats. Default: ${DEFAULT-VALUE}.")
    private int thermostats = 1000;

    @Option(names = "--times", paramLabel = "N", description = "How often it is started. Default: ${DEFAULT-VALUE}.")
    private int times = 9;

    @Spec
    private @Nullable CommandSpec spec;

    /** For picocli. */
    public SimulatorStart() {
    }

    /**
     * Measures.
     *
     * @param args {@code --jar JAR --thermostats N --times N}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new SimulatorStart()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            millis.add(start().toMillis());
        }
        millis.sort(null);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.printf("%d thermostats: first answer after %d ms (median of %d starts, %d to %d ms)%n", thermostats,
                millis.get(times / 2), times, millis.get(0), millis.get(times - 1));
        out.flush();
        return 0;
    }

    private Duration start() throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process simulator = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString(), "--port", "0",
                "--thermostats", String.valueOf(thermostats)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = simulator.inputReader()) {
            String line = said.readLine();
            if (line == null || !line.startsWith(ADDRESS)) {
                throw new IllegalStateException(jar + " does not start: " + line);
            }
            URI portal = URI.create(line.substring(ADDRESS.length()).strip() + "/portal");
            HttpClient.newHttpClient().send(HttpRequest.newBuilder(portal).build(), HttpResponse.BodyHandlers.discarding());
            return Duration.ofNanos(System.nanoTime() - started);
        } finally {
            simulator.destroyForcibly().waitFor();
        }
    }
}
