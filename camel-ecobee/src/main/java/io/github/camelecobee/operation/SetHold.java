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
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Program;
import io.github.camelecobee.model.SetHoldParams;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * Holds temperatures, a climate, the fan or the ventilator (SetHold.shtml). What ecobee would refuse with code 11, or
 * take for something else, is refused before anything is sent.
 */
public final class SetHold implements ThermostatFunction {
    private static final List<String> OVERRULED
            = List.of("heatHoldTemp", "coolHoldTemp", "fan", "heatRelativeTemp", "coolRelativeTemp");
    /** What a hold may have without temperatures. */
    private static final List<String> AIR = List.of("fan", "fanMinOnTime", "fanSpeed", "vent", "ventilatorMinOnTime");

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
    public Set<String> ownParameters() {
        Set<String> own = new TreeSet<>(HoldSpan.OWN);
        own.add(MissingSetPoint.OWN);
        own.add(ScheduledClimate.OWN);
        return own;
    }

    @Override
    public Parameters complete(Parameters given, ThermostatSelection target) {
        return HoldSpan.agreed(given);
    }

    @Override
    public Set<Include> needs(Parameters given) {
        Set<Include> parts = EnumSet.noneOf(Include.class);
        Stream.of(HoldSpan.needs(given), MissingSetPoint.needs(given), ScheduledClimate.needs(given)).forEach(parts::addAll);
        return parts;
    }

    @Override
    public List<Function> build(Parameters given, Facts facts) {
        refuseWhatTheClimateOverrules(given);
        Parameters wire = HoldSpan.onTheWire(given, facts);
        if (climate(given).isEmpty()) {
            wire = MissingSetPoint.filled(wire, facts);
        }
        SetPoints.checkPlausible(wire);
        SetHoldParams params = Functions.params(wire, SetHoldParams.class);
        air(given, params);
        if (climate(given).isEmpty()) {
            temperatures(given, params);
        }
        return ScheduledClimate.instead(given, facts).orElseGet(() -> List.of(Functions.function(type(), params)));
    }

    @Override
    public Set<Include> guardedBy(Parameters given) {
        if (climate(given).isPresent()) {
            return EnumSet.of(Include.PROGRAM);
        }
        return given.has("heatHoldTemp") || given.has("coolHoldTemp") ? SetPoints.GUARDED_BY : Set.of();
    }

    @Override
    public void guard(Parameters given, Function built, Facts facts) {
        SetHoldParams params = EcobeeJson.convert(built.getParams(), SetHoldParams.class);
        if (params.getHeatHoldTemp() != null && params.getCoolHoldTemp() != null) {
            SetPoints.guard(given, params.getHeatHoldTemp(), params.getCoolHoldTemp(), facts);
        }
        climate(given).ifPresent(wanted -> facts.get(SetHold::climates)
                .filter(climates -> !climates.contains(wanted.text())).ifPresent(climates -> {
                    throw wanted.wrong("a climate of this thermostat: " + String.join(", ", climates));
                }));
    }

    @Override
    public String subject(Function sent) {
        return HOLDS;
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

    private static Optional<Parameter> climate(Parameters given) {
        return given.get("holdClimateRef").filter(climate -> !climate.text(0, Integer.MAX_VALUE).isEmpty());
    }

    private static @Nullable List<String> climates(Thermostat thermostat) {
        Program program = thermostat.getProgram();
        return program == null || program.getClimates() == null
                ? null : program.getClimates().stream().map(Climate::getClimateRef).toList();
    }

    /** ecobee takes temperatures and fan from the climate, and says nothing of those it was given (SetHold.shtml). */
    private static void refuseWhatTheClimateOverrules(Parameters given) {
        climate(given).ifPresent(climate -> OVERRULED.stream().map(given::get).flatMap(Optional::stream).findFirst()
                .ifPresent(overruled -> {
                    throw new IllegalArgumentException(
                            given.subject() + ": " + climate + " would overrule " + overruled
                                                       + "; give one of them");
                }));
    }

    private static void air(Parameters given, SetHoldParams params) {
        given.get("fan").ifPresent(fan -> params.setFan(fan.word(List.of("auto", "on"))));
        given.get("fanMinOnTime").ifPresent(minutes -> params.setFanMinOnTime(minutes.number(0, 60)));
        given.get("fanSpeed")
                .ifPresent(speed -> params.setFanSpeed(speed.word(List.of("low", "medium", "high", "optimized"))));
        given.get("vent").ifPresent(vent -> params.setVent(vent.word(List.of("auto", "minontime", "on", "off"))));
        given.get("ventilatorMinOnTime").ifPresent(minutes -> params.setVentilatorMinOnTime(minutes.number(0, 60)));
    }

    private static void temperatures(Parameters given, SetHoldParams params) {
        boolean relative = given.has("heatRelativeTemp") || given.has("coolRelativeTemp");
        boolean absolute = params.getHeatHoldTemp() != null && params.getCoolHoldTemp() != null;
        if (relative && absolute) {
            throw new IllegalArgumentException(
                    given.subject() + ": heatRelativeTemp and coolRelativeTemp contradict heatHoldTemp and coolHoldTemp;"
                                               + " give two of them");
        }
        if (relative) {
            params.setIsTemperatureRelative(true);
            params.setIsTemperatureAbsolute(false);
            // Said, so that nobody has to know what ecobee takes for the one that is missing.
            params.setHeatRelativeTemp(params.getHeatRelativeTemp() == null ? 0 : params.getHeatRelativeTemp());
            params.setCoolRelativeTemp(params.getCoolRelativeTemp() == null ? 0 : params.getCoolRelativeTemp());
        } else if (absolute) {
            SetPoints.checkOrder(given, params.getHeatHoldTemp(), params.getCoolHoldTemp());
        } else if (AIR.stream().noneMatch(given::has)) {
            throw new IllegalArgumentException(
                    given.subject() + ": nothing to hold; give heatHoldTemp and coolHoldTemp, or holdClimateRef, or fan");
        } else {
            // Both false is how a hold leaves the temperatures to the program (Event.shtml).
            params.setIsTemperatureAbsolute(false);
            params.setIsTemperatureRelative(false);
        }
    }
}
