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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A {@link Subject} in a process of its own, as seen from the test. */
final class SubjectProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    /** Starts one; what it complains about goes into the file. */
    SubjectProcess(String place, URI ecobee, Path errors) throws IOException {
        process = new ProcessBuilder(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC", "-Xmx128m", "-javaagent:" + agent() + "=script:" + rules(), "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Subject.class.getName(), place, ecobee.toString()))
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile())).start();
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

    private static Path rules() throws IOException {
        try (var script = Objects.requireNonNull(SubjectProcess.class.getResourceAsStream("steps.btm"))) {
            Path rules = Files.createTempFile("steps", ".btm");
            rules.toFile().deleteOnExit();
            Files.write(rules, script.readAllBytes());
            return rules;
        }
    }

    void stopAt(Step step) throws IOException {
        order("stopAt " + step.phase() + " " + step.moment());
    }

    /** Lets it call the API for an account, so many hours after the beginning; what became of it. */
    String call(String account, int hours) throws IOException {
        order("call " + account + " " + hours);
        return answer();
    }

    /** Lets it call the API as soon as the account has been authorized again. */
    String callOnceAuthorized(String account) throws IOException {
        order("wait " + account);
        return answer();
    }

    private void order(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
    }

    private String answer() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(">")) {
                return line;
            }
        }
        return Subject.FAILED + " the process ended";
    }

    /** SIGKILL: nothing of the process runs any more, also no hook at its end. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
