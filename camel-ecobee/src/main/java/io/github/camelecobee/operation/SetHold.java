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

import java.util.List;
import java.util.Optional;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.model.SetHoldParams;
import io.github.camelecobee.model.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * Holds temperatures, a climate or the fan (SetHold.shtml). What ecobee would refuse with code 11, or take for
 * something else, is refused before anything is sent.
 */
public final class SetHold implements OperationHandler {
    private static final List<String> HOLD_TYPES = List.of("indefinite", "nextTransition", "holdHours", "dateTime");

    private static final Temperature COLDEST_HEAT = Temperature.ofFahrenheit(45);

    private static final Temperature COLDEST_COOL = Temperature.ofFahrenheit(-10);

    private static final Temperature HOTTEST = Temperature.ofFahrenheit(120);

    private static final List<String> OVERRULED = List.of("heatHoldTemp", "coolHoldTemp", "fan");

    /** Creates it. */
    public SetHold() {
    }

    @Override
    public Class<SetHoldParams> parametersType() {
        return SetHoldParams.class;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public boolean lastOneCounts() {
        return true;
    }

    @Override
    public Result handle(EcobeeClient client, Command command) {
        SetHoldParams params = Functions.params(command, SetHoldParams.class);
        command.parameter("holdType").ifPresent(type -> params.setHoldType(type.word(HOLD_TYPES)));
        command.parameter("fan").ifPresent(fan -> params.setFan(fan.word(List.of("auto", "on"))));
        refuseWhatTheClimateOverrules(command);
        checkPlausible(command, "heatHoldTemp", COLDEST_HEAT);
        checkPlausible(command, "coolHoldTemp", COLDEST_COOL);
        completeWhatIsHeld(params);
        checkEnd(params);
        client.update(command.target(), null, List.of(Functions.function("setHold", params)));
        return Result.DONE;
    }

    /** ecobee takes temperatures and fan from the climate, and says nothing of those it was given (SetHold.shtml). */
    private static void refuseWhatTheClimateOverrules(Command command) {
        command.parameter("holdClimateRef").filter(climate -> !climate.text().isEmpty())
                .ifPresent(climate -> OVERRULED.stream().map(command::parameter).flatMap(Optional::stream).findFirst()
                        .ifPresent(overruled -> {
                            throw new IllegalArgumentException(
                                    "setHold: " + climate.place() + " '" + climate.text() + "' would overrule "
                                                               + overruled.place() + " '" + overruled.text()
                                                               + "'; give one of them");
                        }));
    }

    /**
     * ecobee clamps without a word; 72 where 72F was meant would cool the house down (limits of Pyecobee's context.py).
     */
    private static void checkPlausible(Command command, String name, Temperature coldest) {
        command.parameter(name).ifPresent(given -> {
            Temperature temperature = given.temperature();
            if (temperature.compareTo(coldest) < 0 || temperature.compareTo(HOTTEST) > 0) {
                throw given.wrong(coldest + " to " + HOTTEST + " (a bare number is tenths of a degree Fahrenheit: 720 is 72F)");
            }
        });
    }

    private static void completeWhatIsHeld(SetHoldParams params) {
        if (params.getHoldClimateRef() != null && !params.getHoldClimateRef().isEmpty()) {
            return;
        }
        boolean heat = params.getHeatHoldTemp() != null;
        boolean cool = params.getCoolHoldTemp() != null;
        if (heat != cool) {
            throw new IllegalArgumentException(
                    "setHold: heatHoldTemp and coolHoldTemp must be given together, but only "
                                               + (heat ? "heatHoldTemp" : "coolHoldTemp") + " was");
        }
        boolean relative = Boolean.TRUE.equals(params.getIsTemperatureRelative());
        if (!heat && !relative) {
            if (params.getFan() == null && params.getVent() == null) {
                throw new IllegalArgumentException(
                        "setHold: nothing to hold; give heatHoldTemp and coolHoldTemp, or holdClimateRef, or fan");
            }
            // Both false is how a hold leaves the temperatures to the program (Event.shtml).
            params.setIsTemperatureAbsolute(false);
            params.setIsTemperatureRelative(false);
        }
        if (heat && params.getHeatHoldTemp() > params.getCoolHoldTemp()) {
            throw new IllegalArgumentException(
                    "setHold: heatHoldTemp " + params.getHeatHoldTemp() + " is above coolHoldTemp "
                                               + params.getCoolHoldTemp() + " (tenths of a degree Fahrenheit)");
        }
    }

    private static void checkEnd(SetHoldParams params) {
        String type = params.getHoldType();
        if ("holdHours".equals(type)) {
            need(params.getHoldHours(), "holdHours", type);
        } else if (params.getHoldHours() != null) {
            throw new IllegalArgumentException(
                    "setHold: holdHours " + params.getHoldHours() + " counts only with holdType holdHours, but holdType is "
                                               + (type == null ? "not given (indefinite)" : type));
        }
        if ("dateTime".equals(type)) {
            need(params.getEndDate(), "endDate", type);
            need(params.getEndTime(), "endTime", type);
        }
    }

    private static void need(@Nullable Object value, String name, String type) {
        if (value == null) {
            throw new IllegalArgumentException("setHold: holdType " + type + " needs " + name);
        }
    }
}
