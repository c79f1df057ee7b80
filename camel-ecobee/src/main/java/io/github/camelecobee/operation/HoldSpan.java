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

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * When a hold of temperatures, occupancy or a plug begins and how it ends, turned into what ecobee takes. An end that
 * was given says the hold type; a hold type that contradicts it is refused, or overruled when the end was given closer
 * to the message (header, body, option).
 */
final class HoldSpan {
    /** Parameters that ecobee does not have. */
    static final Set<String> OWN = Set.of("start", "end", "duration", "askMeHoldType");

    private static final String AUTO = "auto";
    private static final List<String> TYPES = List.of("indefinite", "nextTransition", "holdHours", "dateTime", AUTO);
    private static final List<String> ENDS = List.of("duration", "end", "endDate", "endTime", "holdHours");
    private static final String NEXT_TRANSITION = "nextTransition";
    private static final Map<String, Integer> HOURS = Map.of("useEndTime2hour", 2, "useEndTime4hour", 4);
    /** How a hold may end on a thermostat whose user wants to be asked each time. */
    private static final List<String> INSTEAD_OF_ASKING
            = List.of(NEXT_TRANSITION, "indefinite", "useEndTime2hour", "useEndTime4hour");

    private HoldSpan() {
    }

    /** The parts that tell when it ends; {@code agreed} is what {@link #agreed} returns. */
    static Set<Include> needs(Parameters agreed) {
        Set<Include> parts = EnumSet.noneOf(Include.class);
        parts.addAll(TimeSpan.needs(agreed));
        if (agreed.get("holdType").filter(type -> AUTO.equals(type.word(TYPES))).isPresent()) {
            parts.add(Include.SETTINGS);
        }
        return parts;
    }

    /** The same in ecobee's parameters; {@code agreed} is what {@link #agreed} returns. */
    static Parameters onTheWire(Parameters agreed, Facts facts) {
        agreed.get("askMeHoldType").ifPresent(type -> type.word(INSTEAD_OF_ASKING));
        Parameters typed = agreed.get("holdType").filter(type -> AUTO.equals(type.word(TYPES)))
                .map(type -> asPreferred(agreed, type, facts)).orElse(agreed);
        return TimeSpan.onTheWire(typed, facts).without(OWN);
    }

    /** One end, and the hold type that goes with it. */
    static Parameters agreed(Parameters given) {
        Parameters one = TimeSpan.oneOfEach(given);
        String endName = ENDS.stream().filter(one::has).findFirst().orElse(null);
        if (endName == null) {
            return refuseNoHours(one);
        }
        Parameter end = one.need(endName);
        Parameter type = one.get("holdType").orElse(null);
        if (type != null && !type.word(TYPES).equals(implied(endName, end))) {
            if (type.closeness() > end.closeness()) {
                return refuseNoHours(one.without(ENDS));
            }
            if (type.closeness() == end.closeness()) {
                throw new IllegalArgumentException(
                        given.subject() + ": " + end + " counts only with holdType "
                                                   + implied(endName, end) + ", but " + type.place() + " is '" + type.text()
                                                   + "'; give one of them");
            }
        }
        if (type == null && endName.equals("holdHours")) {
            throw new IllegalArgumentException(
                    given.subject() + ": " + end + " counts only with holdType holdHours, but holdType is"
                                               + " not given (indefinite)");
        }
        return inHours(one.with("holdType", new Parameter(implied(endName, end), end.place())));
    }

    private static Parameters refuseNoHours(Parameters given) {
        given.get("holdType").map(type -> type.word(TYPES)).filter(type -> !given.has("holdHours")).ifPresent(type -> {
            if (type.equals("holdHours")) {
                throw new IllegalArgumentException(given.subject() + ": holdType holdHours needs holdHours");
            }
            if (type.equals("dateTime")) {
                throw new IllegalArgumentException(
                        given.subject() + ": holdType dateTime needs endDate and endTime, or end");
            }
        });
        return given;
    }

    private static String implied(String endName, Parameter end) {
        return switch (endName) {
            case "holdHours" -> "holdHours";
            case "duration" -> isWholeHours(end) ? "holdHours" : "dateTime";
            default -> "dateTime";
        };
    }

    /** ecobee counts hours itself; for anything else the end has to be worked out. */
    private static Parameters inHours(Parameters given) {
        return given.get("duration").filter(HoldSpan::isWholeHours)
                .map(duration -> given.without(Set.of("duration")).with("holdHours",
                        new Parameter(TimeSpan.length(duration).toHours(), duration.place())))
                .orElse(given);
    }

    private static boolean isWholeHours(Parameter duration) {
        Duration length = TimeSpan.length(duration);
        return length.equals(Duration.ofHours(length.toHours()));
    }

    /**
     * What the user set at the thermostat; the API does not apply it (climate.py of Home Assistant, hold_preference).
     */
    private static Parameters asPreferred(Parameters given, Parameter type, Facts facts) {
        String action = facts.get(HoldSpan::holdAction).orElse("askMe");
        if (!INSTEAD_OF_ASKING.contains(action)) {
            action = action.equals("askMe")
                    ? given.get("askMeHoldType").map(instead -> instead.word(INSTEAD_OF_ASKING)).orElse(NEXT_TRANSITION)
                    : NEXT_TRANSITION;
        }
        Integer hours = HOURS.get(action);
        String place = type.place();
        return hours == null
                ? given.with("holdType", new Parameter(action, place))
                : given.with("holdType", new Parameter("holdHours", place)).with("holdHours", new Parameter(hours, place));
    }

    private static @Nullable String holdAction(Thermostat thermostat) {
        Settings settings = thermostat.getSettings();
        return settings == null ? null : settings.getHoldAction();
    }
}
