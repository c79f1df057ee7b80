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

import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the quick start. */
@Command(name = "quickstart", mixinStandardHelpOptions = true, version = "camel-ecobee quick start",
         description = "Shows a Camel route reading and driving ecobee thermostats. Without options it brings thermostats of"
                       + " its own: an ecobee simulator in the same process.",
         footer = {
                 "",
                 "Environment:",
                 "  ECOBEE_API_KEY   API key of your application, for --cloud and ECOBEE_BASE_URL",
                 "  ECOBEE_BASE_URL  another server that speaks the ecobee API",
                 "  ECOBEE_GRANTS    file to keep the grant in, for --cloud and ECOBEE_BASE_URL",
                 "  QUICKSTART_LOG   log level, for example INFO, to see the log beside the story" })
public final class Quickstart implements Callable<Integer> {
    private static final String CLOUD = "https://api.ecobee.com";

    @Option(names = "--browser",
            description = "Wait for you to enter the PIN on the simulator's portal page, instead of approving it.")
    private boolean browser;
    @Option(names = "--cloud", description = "Talk to ecobee itself. Needs ECOBEE_API_KEY.")
    private boolean cloud;
    @Option(names = "--write",
            description = "With --cloud or ECOBEE_BASE_URL: also push a hold to the first thermostat and resume its program.")
    private boolean write;
    @Option(names = "--port", defaultValue = "0", description = "Port of the simulator, 0 for any free one.")
    private int port;

    private final Map<String, String> environment;
    private final Console console;

    Quickstart(Map<String, String> environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    /**
     * Runs the quick start and ends the process: exit code 0 when the story was told, 1 when it could not be, 2 for
     * wrong options.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        Console console = new Console(System.out);
        Quickstart quickstart = new Quickstart(System.getenv(), console);
        System.exit(new CommandLine(quickstart).setExecutionExceptionHandler((problem, line, parsed) -> {
            console.problem(Problems.sentence(problem));
            return 1;
        }).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        String baseUrl = given("ECOBEE_BASE_URL");
        if (cloud && baseUrl == null) {
            baseUrl = CLOUD;
        }
        if (baseUrl != null && browser) {
            throw new UserException("--browser goes with the simulator; leave out --cloud and ECOBEE_BASE_URL");
        }
        if (baseUrl != null && port != 0) {
            throw new UserException("--port goes with the simulator; leave out --cloud and ECOBEE_BASE_URL");
        }
        if (baseUrl == null && write) {
            throw new UserException("--write goes with --cloud or ECOBEE_BASE_URL; the simulator is always written to");
        }
        if (port < 0 || port > 65_535) {
            throw new UserException("--port: " + port + " is not allowed; give a number from 0 to 65535");
        }
        if (baseUrl == null) {
            return SimulatedRun.tell(console, port, browser);
        }
        if (given("ECOBEE_API_KEY") == null) {
            throw new UserException(
                    "ECOBEE_API_KEY is not set; set it to the API key of your ecobee application, or run without --cloud"
                                    + " and ECOBEE_BASE_URL to use the simulator");
        }
        return new ServerRun(console, baseUrl, given("ECOBEE_GRANTS"), write).tell();
    }

    private @Nullable String given(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
