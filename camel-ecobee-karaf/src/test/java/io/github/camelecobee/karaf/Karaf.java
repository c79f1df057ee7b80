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
package io.github.camelecobee.karaf;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A Karaf of its own, in a process of its own: the distribution as it was downloaded, with folders {@code etc} and
 * {@code data} of its own, ports of its own, and no repository but the folder that the build made.
 */
final class Karaf implements AutoCloseable {
    private static final Path IT = Path.of(System.getProperty("it"));
    private static final Path HOME = IT.resolve("apache-karaf-" + System.getProperty("karaf.version"));
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path base;
    private final int shellPort = freePort();
    private final Map<String, String> environment = new TreeMap<>();
    private @Nullable Process process;

    /**
     * Makes its folders.
     *
     * @param name        tells it from those of other tests
     * @param environment environment variables of its process
     */
    Karaf(String name, Map<String, String> environment) throws IOException {
        base = IT.resolve(name);
        Folders.delete(base);
        Folders.copy(HOME.resolve("etc"), etc());
        Files.createDirectories(base.resolve("data"));
        Files.createDirectories(base.resolve("deploy"));
        this.environment.putAll(environment);
        this.environment.put("JAVA_HOME", System.getProperty("java.home"));
        this.environment.put("KARAF_BASE", base.toString());
        this.environment.put("KARAF_DATA", base.resolve("data").toString());
        this.environment.put("KARAF_ETC", etc().toString());
        // Others may run from the same distribution; and the script becomes the process of Java instead of waiting for it.
        this.environment.put("CHECK_ROOT_INSTANCE_RUNNING", "false");
        this.environment.put("KARAF_EXEC", "exec");
        this.environment.put("EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        configure();
        publish("io/github/camelecobee/camel-ecobee-karaf", System.getProperty("project.version"),
                IT.resolveSibling("feature/features.xml"));
        publish("org/apache/camel/karaf/apache-camel", System.getProperty("camel.karaf.version"),
                IT.resolve("feature/camel.xml"));
    }

    /** Puts features into the repository, as a deployment does. */
    private static void publish(String artifact, String version, Path features) throws IOException {
        Path folder = Files.createDirectories(IT.resolve("repository").resolve(artifact).resolve(version));
        String name = artifact.substring(artifact.lastIndexOf('/') + 1) + "-" + version + "-features.xml";
        Files.copy(features, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private void configure() throws IOException {
        set("users.properties",
                "karaf = karaf,_g_:admingroup\n_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
        set("org.apache.karaf.shell.cfg", "sshHost = 127.0.0.1\nsshPort = " + shellPort + "\n");
        set("org.apache.karaf.management.cfg",
                "rmiRegistryPort = " + freePort() + "\nrmiServerPort = " + freePort() + "\n");
        set("org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.repositories =\n"
                                         + "org.ops4j.pax.url.mvn.localRepository = " + base.resolve("data/m2") + "\n"
                                         + "org.ops4j.pax.url.mvn.defaultRepositories = ${karaf.home.uri}system@id=system@snapshots, "
                                         + IT.resolve("repository").toUri() + "@id=it@snapshots\n");
    }

    /** Adds to a file of {@code etc}; what is said last counts. */
    void set(String file, String text) throws IOException {
        Path path = etc().resolve(file);
        Files.writeString(path, (Files.exists(path) ? Files.readString(path) : "") + "\n" + text);
    }

    /** Puts a file into one of its folders. */
    void put(String folder, Path file) throws IOException {
        Files.copy(file, base.resolve(folder).resolve(file.getFileName().toString()));
    }

    /** Which of its files have that text in them. */
    List<Path> filesWith(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : Folders.files(base)) {
            if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                found.add(file);
            }
        }
        return found;
    }

    Path etc() {
        return base.resolve("etc");
    }

    Path base() {
        return base;
    }

    /** Starts it, and waits until its shell answers. */
    void start() throws IOException {
        Process started = run("start.log", "karaf", "server");
        process = started;
        await("Karaf starts").atMost(PATIENCE).until(() -> !started.isAlive() || hearsAtPort() && shellExit("version") == 0);
        assertThat(started.isAlive()).as("Karaf runs").isTrue();
    }

    /** Cheaper than to ask the shell, for which a process is started. */
    private boolean hearsAtPort() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shellPort)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Has commands executed by the shell, as a person does with {@code bin/client}; tells what it printed. */
    String shell(String... commands) throws IOException {
        Path script = Files.writeString(base.resolve("commands.txt"), String.join("\n", commands) + "\n");
        Process client = run("client.log", "client", "-f", script.toString());
        String said = finish(client, "client.log");
        assertThat(client.exitValue()).as("%s: %s", List.of(commands), said).isZero();
        return said;
    }

    /** Has a command executed that the shell refuses; tells what it said. */
    String refusal(String command) throws IOException {
        Process client = run("client.log", "client", command);
        String said = finish(client, "client.log");
        assertThat(client.exitValue()).as("%s: %s", command, said).isNotZero();
        return said;
    }

    private int shellExit(String command) throws IOException {
        Process client = run("client.log", "client", command);
        var unused = finish(client, "client.log");
        return client.exitValue();
    }

    private String finish(Process client, String output) throws IOException {
        try {
            assertThat(client.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("bin/client ends").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Files.readString(base.resolve(output));
    }

    /** The lines of {@code karaf.log} so far. */
    Stream<String> log() throws IOException {
        Path log = base.resolve("data/log/karaf.log");
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8).lines() : Stream.empty();
    }

    /** Its process. */
    long pid() {
        return running().pid();
    }

    /** Ends it as a power failure would. */
    void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "Karaf was not started");
    }

    private Process run(String output, String script, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(HOME.resolve("bin").resolve(script).toString()), Stream.of(arguments)).toList());
        builder.environment().putAll(environment);
        File file = base.resolve(output).toFile();
        return builder.directory(base.toFile()).redirectErrorStream(true).redirectOutput(file).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
