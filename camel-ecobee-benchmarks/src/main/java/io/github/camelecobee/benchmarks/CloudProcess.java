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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link BenchmarkCloud} in a process of its own. */
final class CloudProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final PrintWriter tell;
    private final URI baseUri;
    private final List<String> tokens = new ArrayList<>();

    CloudProcess(int accounts, int thermostats, boolean full) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("java.class.path"), BenchmarkCloud.class.getName(), "--accounts",
                        String.valueOf(accounts), "--thermostats", String.valueOf(thermostats)));
        if (full) {
            command.add("--full");
        }
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        said = process.inputReader(StandardCharsets.UTF_8);
        tell = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        baseUri = URI.create(read());
        for (int i = 0; i < accounts; i++) {
            tokens.add(read());
        }
    }

    URI baseUri() {
        return baseUri;
    }

    /** The access token of {@code account0} and so on, good for a day. */
    List<String> tokens() {
        return tokens;
    }

    /** Lets the next thermostats have another temperature. */
    void change(int thermostats) throws IOException {
        tell.println(thermostats);
        read();
    }

    private String read() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IOException("the simulator has ended");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
