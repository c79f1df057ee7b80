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
package io.github.camelecobee.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that holds the lock of an account until it is spoken to, or killed. */
final class OtherProcess implements AutoCloseable {
    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /** Starts one on a grant file or a PostgreSQL database, and waits until it has the lock. */
    static OtherProcess locking(String place) throws IOException {
        OtherProcess other = new OtherProcess(
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OtherProcess.class.getName(), place).redirectError(ProcessBuilder.Redirect.DISCARD).start());
        assertThat(other.process.inputReader().lines().anyMatch("locked"::equals)).isTrue();
        return other;
    }

    void unlock() throws IOException {
        process.outputWriter().write("go");
        process.outputWriter().flush();
    }

    /** SIGKILL: nothing of the process runs any more, also no hook at its end. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] args) {
        store(args[0]).exclusively(AccountKey.of("a key", "home"), () -> {
            System.out.println("locked");
            try {
                return System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static GrantStore store(String place) {
        if (!place.startsWith("jdbc:")) {
            return new FileGrantStore(Path.of(place));
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(place);
        return new JdbcGrantStore(database);
    }
}
