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

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.SetHoldParams;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * Holds temperatures, a climate or the fan (SetHold.shtml). What ecobee would refuse with code 11, or take for
 * something else, is refused before anything is sent.
 */
public final class SetHold implements ThermostatFunction {
    private static final List<String> HOLD_TYPES = List.of("indefinite", "nextTransition", "holdHours", "dateTime");

    private static final Temperature COLDEST_HEAT = Temperature.ofFahrenheit(45);

    private static final Temperature COLDEST_COOL = Temperature.ofFahrenheit(-10);

    private static final Temperature HOTTEST = Temperature.ofFahrenheit(120);

    private static final List<String> OVERRULED = List.of("heatHoldTemp", "coolHoldTemp", "fan");

    /** Creates it. */
    public SetHold() {
    }

    @Override
    public String type() {
        return "setHold";
    }

    @Override
    public Class<SetHoldParams> paramsType() {
        return SetHoldParams.class;
    }

    @Override
    public List<Function> build(Parameters given, Facts facts) {
        SetHoldParams params = Functions.params(given, SetHoldParams.class);
        given.get("holdType").ifPresent(type -> params.setHoldType(type.word(HOLD_TYPES)));
        given.get("fan").ifPresent(fan -> params.setFan(fan.word(List.of("auto", "on"))));
        refuseWhatTheClimateOverrules(given);
        checkPlausible(given, "heatHoldTemp", COLDEST_HEAT);
        checkPlausible(given, "coolHoldTemp", COLDEST_COOL);
        completeWhatIsHeld(params);
        checkEnd(params);
        return List.of(Functions.function(type(), params));
    }

    @Override
    public boolean movesHolds() {
        return true;
    }

    @Override
    public boolean lastOneCounts() {
        return true;
    }

    @Override
    public Set<Include> readBack() {
        return EnumSet.of(Include.EVENTS);
    }

    @Override
    public List<Adjustment> compare(Function sent, Facts before, Thermostat after) {
        return Comparison.withEvent(sent, after, "hold", event -> true);
    }

    /** ecobee takes temperatures and fan from the climate, and says nothing of those it was given (SetHold.shtml). */
    private static void refuseWhatTheClimateOverrules(Parameters given) {
        given.get("holdClimateRef").filter(climate -> !climate.text().isEmpty())
                .ifPresent(climate -> OVERRULED.stream().map(given::get).flatMap(Optional::stream).findFirst()
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
    private static void checkPlausible(Parameters given, String name, Temperature coldest) {
        given.get(name).ifPresent(parameter -> {
            Temperature temperature = parameter.temperature();
            if (temperature.compareTo(coldest) < 0 || temperature.compareTo(HOTTEST) > 0) {
                throw parameter
                        .wrong(coldest + " to " + HOTTEST + " (a bare number is tenths of a degree Fahrenheit: 720 is 72F)");
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
