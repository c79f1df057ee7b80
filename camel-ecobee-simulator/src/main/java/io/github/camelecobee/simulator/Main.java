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
package io.github.camelecobee.simulator;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import io.github.camelecobee.simulator.faults.FaultOrder;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.scenario.Scenario;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the simulator until it is interrupted. */
@Command(name = "ecobee-simulator",
         description = "An ecobee cloud on this machine: no account, no API key, no thermostat needed.")
public final class Main implements Callable<Integer> {
    private static final int DEFAULT_PORT = 8089;

    @Option(names = "--port", paramLabel = "PORT", converter = WholeNumber.Port.class,
            description = "Port on 127.0.0.1; 0 takes one that is free. Default: ${DEFAULT-VALUE}.")
    private int port = DEFAULT_PORT;

    @Option(names = "--scenario", paramLabel = "FILE",
            description = "A scenario file in YAML, or one that comes along: " + Scenario.READY
                          + ". Other options win over it.")
    private @Nullable String scenario;

    @Option(names = "--thermostats", paramLabel = "N", converter = WholeNumber.Fleet.class,
            description = "Number of thermostats, up to a million. Default: a small home of four.")
    private @Nullable Integer thermostats;

    @Option(names = "--speed", paramLabel = "N", converter = WholeNumber.Speed.class,
            description = "Simulated seconds per second, 1 or more. Default: 1.")
    private @Nullable Integer speed;

    @Option(names = "--api-key", paramLabel = "KEY",
            description = "The API key to accept. Default: " + EcobeeSimulator.DEFAULT_API_KEY + ".")
    private @Nullable String apiKey;

    @Option(names = "--fault", paramLabel = "FAULT",
            description = {
                    "A fault by rule, on top of those of the scenario: its name, then what a scenario file says of it,"
                            + " with commas between, for example"
                            + " 'httpStatus,status=429,retryAfter=5s,on=GET /1/thermostat,every=7'. May be repeated."
                            + " Names: ${COMPLETION-CANDIDATES}.", },
            completionCandidates = FaultNames.class)
    private List<String> faults = List.of();

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "Shows this help and exits.")
    @SuppressWarnings("UnusedVariable") // picocli sets it, and acts on it
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    private final CountDownLatch interrupted;

    /** A simulator that runs until the process ends. */
    public Main() {
        this(new CountDownLatch(1));
    }

    Main(CountDownLatch interrupted) {
        this.interrupted = interrupted;
    }

    /**
     * Starts the simulator.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        beQuiet();
        System.exit(commandLine(new Main()).execute(args));
    }

    /** In the runnable jar, says only what somebody must know; {@code -D} on the command line wins. */
    private static void beQuiet() {
        System.getProperties().putIfAbsent("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        // The web server's own logging would choose java.util.logging, and announce its version.
        System.getProperties().putIfAbsent("org.jboss.logging.provider", "slf4j");
    }

    /** What is wrong with the options or the port is said in one sentence. */
    static CommandLine commandLine(Main main) {
        return new CommandLine(main)
                .setParameterExceptionHandler((wrong, args) -> complain(wrong.getCommandLine(), wrong, ExitCode.USAGE))
                .setExecutionExceptionHandler((failed, command, result) -> complain(command, failed, ExitCode.SOFTWARE));
    }

    private static int complain(CommandLine command, Exception problem, int exitCode) {
        PrintWriter err = command.getErr();
        err.println("ecobee-simulator: " + problem.getMessage());
        err.flush();
        return exitCode;
    }

    @Override
    public Integer call() throws InterruptedException {
        EcobeeSimulatorBuilder builder = EcobeeSimulator.builder();
        Scenario described;
        try {
            described = scenario == null ? Scenario.parse("") : Scenario.load(scenario);
            described.describe(builder);
            describe(builder.port(port));
            // Read now, so that mistakes are found before anything starts, and again when the time is known.
            faults(Instant.EPOCH, order -> {
            });
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(commandLine(), String.valueOf(e.getMessage()), e);
        }
        try (EcobeeSimulator simulator = builder.start()) {
            begin(simulator, described);
            PrintWriter out = commandLine().getOut();
            out.println("ecobee simulator: " + simulator.baseUri());
            out.println("Portal:           " + simulator.portalUri());
            out.println("Control API:      " + simulator.baseUri() + "/control");
            out.println("Press Ctrl+C to stop.");
            out.flush();
            interrupted.await();
        }
        return ExitCode.OK;
    }

    /** What the command line says wins over the scenario. */
    private void describe(EcobeeSimulatorBuilder builder) {
        if (speed != null) {
            builder.clock(speed == 1 ? SimulatedClock.real() : SimulatedClock.accelerated(speed));
        }
        if (apiKey != null) {
            if (apiKey.isBlank()) {
                throw new IllegalArgumentException("Invalid value for option '--api-key': '" + apiKey + "' is blank");
            }
            builder.apiKey(apiKey);
        }
        if (thermostats != null) {
            builder.thermostats(SampleThermostats.fleet(thermostats));
        }
    }

    private void begin(EcobeeSimulator simulator, Scenario described) {
        try {
            described.begin(simulator);
            faults(simulator.clock().instant(), order -> simulator.faults().add(order.rule(), order.fault()));
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void faults(Instant now, Consumer<FaultOrder> taker) {
        for (String text : faults) {
            try {
                taker.accept(FaultOrder.parse(text, now));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--fault '" + text + "': " + e.getMessage(), e);
            }
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("Only picocli runs this command");
        }
        return spec.commandLine();
    }

    /** What {@code --help} lists. */
    private static final class FaultNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        FaultNames() {
            super(FaultOrder.names());
        }
    }
}
