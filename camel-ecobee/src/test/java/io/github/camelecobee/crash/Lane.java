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
import java.time.Duration;
import java.util.List;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.oauth.PinApproval;

/** One store and one kind of refresh token. Whoever survives a round is killed in the next one. */
final class Lane implements AutoCloseable {
    private final Place.Kind kind;
    private final boolean rotating;
    private final List<Step> steps;
    private final String place;
    private final Path errors;
    private final EcobeeSimulator ecobee;
    private SubjectProcess subject;
    private String account = "account-0";
    private int accounts;
    private int hours;
    private int rounds;

    /** With an account that is authorized. The first round is at the step of this number. */
    Lane(Place.Kind kind, boolean rotating, int firstStep, Path directory) throws IOException {
        this.kind = kind;
        this.rotating = rotating;
        this.steps = Step.of(kind);
        this.rounds = firstStep;
        this.place = Place.create(kind, Files.createDirectories(directory), "grants");
        this.errors = directory.resolve("errors.txt");
        this.ecobee = EcobeeSimulator.builder().port(0).rotateRefreshTokens(rotating)
                .pinInterval(Duration.ofSeconds(1)).pinApproval(PinApproval.automaticAfter(Duration.ZERO)).start();
        this.subject = new SubjectProcess(place, ecobee.baseUri(), errors);
        String first = subject.call(account, hours);
        if (!first.equals(Subject.CALLED)) {
            throw new IllegalStateException(this + " cannot begin: " + first + "\n" + Files.readString(errors));
        }
    }

    /** Kills the process at the next step, starts another one, and sees what it can do. */
    Round round() throws IOException {
        Step step = steps.get(rounds++ % steps.size());
        ecobee.requests().clear();
        if (step.isBootstrap()) {
            account = "account-" + ++accounts;
        } else {
            hours++;
            ecobee.expireAccessTokens();
        }
        subject.stopAt(step);
        String stopped = subject.call(account, hours);
        if (!stopped.equals(Subject.REACHED)) {
            throw new IllegalStateException(this + " never came to " + step + ": " + stopped);
        }
        subject.close();
        subject = new SubjectProcess(place, ecobee.baseUri(), errors);
        return new Round(this, step, outcome(step, subject.call(account, hours)));
    }

    private Outcome outcome(Step step, String said) throws IOException {
        if (said.equals(Subject.REAUTHORIZE)) {
            return subject.callOnceAuthorized(account).equals(Subject.CALLED) ? Outcome.AUTHORIZED_AGAIN : Outcome.LOST;
        }
        if (!said.equals(Subject.CALLED)) {
            return Outcome.LOST;
        }
        return pins() > step.pins() ? Outcome.AUTHORIZED_AGAIN : Outcome.RECOVERED;
    }

    private int pins() {
        return ecobee.requests().count("GET", "/authorize");
    }

    Place.Kind kind() {
        return kind;
    }

    boolean isRotating() {
        return rotating;
    }

    @Override
    public void close() {
        subject.close();
        ecobee.close();
    }

    @Override
    public String toString() {
        return kind.text + ", " + (rotating ? "rotating" : "reusable");
    }

    /** What became of a grant whose process was killed. */
    enum Outcome {
        /** The next process calls the API, and nobody has to do anything. */
        RECOVERED,
        /** The store can be read, the next process says that a human is needed, and calls the API after that. */
        AUTHORIZED_AGAIN,
        /** Anything else. */
        LOST
    }

    /** A kill, and what came of it. */
    record Round(Lane lane, Step step, Outcome outcome) {
        /** Whether it is as well as it can be. */
        boolean isRight() {
            return outcome == (step.costsTheGrant(lane.isRotating()) ? Outcome.AUTHORIZED_AGAIN : Outcome.RECOVERED);
        }
    }
}
