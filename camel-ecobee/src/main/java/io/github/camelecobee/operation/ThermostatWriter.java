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
package io.github.camelecobee.operation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.EcobeeException;
import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.client.EcobeeStatusCode;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.client.WriteOutcome;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.operation.UpdatePlan.Step;
import org.jspecify.annotations.Nullable;

/**
 * The way of a change of thermostats: plan, send once, read back, tell.
 */
final class ThermostatWriter {
    /**
     * What ecobee answers when it comes to something that it cannot do; other refusals are of the request as a whole.
     */
    private static final Set<EcobeeStatusCode> MID_WAY = EnumSet.of(EcobeeStatusCode.PROCESSING_ERROR,
            EcobeeStatusCode.VALIDATION_ERROR, EcobeeStatusCode.FUNCTION_ERROR, EcobeeStatusCode.DUPLICATE_DATA);

    private final EcobeeClient client;
    private final Command command;
    private final DesiredChange desired;

    ThermostatWriter(EcobeeClient client, Command command, DesiredChange desired) {
        this.client = client;
        this.command = command;
        this.desired = desired;
    }

    Result write() {
        UpdatePlan plan = UpdatePlan.of(client, command, desired, client.writes().now());
        if (command.options().dryRun()) {
            return Result.dryRun(plan.shown());
        }
        Outcomes outcomes = new Outcomes(client.account());
        note(plan, outcomes);
        UpdatePlan sent = send(plan, outcomes);
        ReadBack back = new ReadBack(client, command.options(), desired, sent);
        if (command.options().verify()) {
            back.verify(outcomes);
        }
        outcomes.failure(command.options().failOnPartial()).ifPresent(failure -> {
            throw failure;
        });
        return new Result(
                body(outcomes, sent), outcomes.overall(), outcomes.adjustments(), back.activeEvents(),
                Map.of());
    }

    private @Nullable Object body(Outcomes outcomes, UpdatePlan sent) {
        // Whoever takes a change of some for no failure has to hear of which.
        return switch (outcomes.overall() == WriteOutcome.PARTLY_APPLIED
                ? ResultBody.OUTCOMES : command.options().resultBody()) {
            case REQUEST -> null;
            case OUTCOMES -> outcomes.list();
            case THERMOSTATS -> present(sent);
        };
    }

    /** What fails here fails after the change: it must not look like one that may be sent again. */
    private List<Thermostat> present(UpdatePlan sent) {
        try {
            return client.thermostats(command.target(), command.includes());
        } catch (RuntimeException e) {
            if (sent.steps().isEmpty()) {
                throw e;
            }
            throw client.writes().notReadBack(command.target(), sent.steps().get(0).update(), e);
        }
    }

    /** Sends what was planned, and tells what was sent. */
    private UpdatePlan send(UpdatePlan plan, Outcomes outcomes) {
        UnchangedSince unchanged = new UnchangedSince(client, command, desired);
        Map<String, Facts> before = new HashMap<>(plan.before());
        List<Step> sent = new ArrayList<>();
        Deque<Step> left = new ArrayDeque<>(plan.steps());
        boolean goOn = true;
        while (!left.isEmpty()) {
            Step step = left.poll();
            if (!goOn) {
                outcomes.notAsked(step.thermostats());
                continue;
            }
            try {
                Optional<UpdatePlan> instead = unchanged.insteadOf(step, before);
                if (instead.isPresent()) {
                    note(instead.get(), outcomes);
                    before.putAll(instead.get().before());
                    left.addAll(instead.get().steps());
                    continue;
                }
                sent.add(step);
                client.writes().update(step.selection(), step.update());
                outcomes.note(step.thermostats(), WriteOutcome.APPLIED);
            } catch (EcobeeException e) {
                outcomes.failed(step.thermostats(), asFarAsItWent(step, e));
                goOn = concernsTheseAlone(e);
            } catch (RuntimeException e) {
                // Without a token there is nothing to send: not now, and not for the others.
                outcomes.failed(step.thermostats(), e);
                goOn = false;
            }
        }
        return new UpdatePlan(sent, List.of(), List.of(), before);
    }

    private void note(UpdatePlan plan, Outcomes outcomes) {
        outcomes.note(plan.idle(), WriteOutcome.UNCHANGED);
        if (!plan.absent().isEmpty()) {
            outcomes.failed(plan.absent(), client.writes().notAmong(plan.absent()));
        }
    }

    /**
     * What comes before the function that is refused, and before the thermostat that it is refused for, has been done.
     */
    private EcobeeException asFarAsItWent(Step step, EcobeeException e) {
        boolean single = step.thermostats().size() == 1 && step.selection().type() == ThermostatSelection.Type.THERMOSTATS
                && step.update().functions().size() + (step.update().properties() == null ? 0 : 1) < 2;
        if (single || !(e instanceof EcobeeRefusedException refused)) {
            return e;
        }
        return refused.status().filter(MID_WAY::contains).isPresent()
                ? client.writes().refusedOnTheWay(step.selection(), step.update(), refused) : e;
    }

    /**
     * A thermostat that is not the account's, or out of order, says nothing about the others. Where no answer comes,
     * none is to be expected for the others.
     */
    private static boolean concernsTheseAlone(EcobeeException e) {
        return e instanceof EcobeeRefusedException refused && refused.status().map(status -> switch (status) {
            case NOT_AUTHORIZED, PROCESSING_ERROR, SERIALIZATION_ERROR, INVALID_SELECTION, VALIDATION_ERROR, FUNCTION_ERROR,
                    DUPLICATE_DATA ->
                true;
            case SUCCESS, AUTHENTICATION_FAILED, INVALID_REQUEST_FORMAT, TOO_MANY_THERMOSTATS, INVALID_FUNCTION,
                    INVALID_PAGE, POST_NOT_SUPPORTED, GET_NOT_SUPPORTED, TOKEN_EXPIRED, TOKEN_DEAUTHORIZED ->
                false;
        }).orElse(false);
    }
}
