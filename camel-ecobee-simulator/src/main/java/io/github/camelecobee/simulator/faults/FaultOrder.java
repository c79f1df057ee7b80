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
package io.github.camelecobee.simulator.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.camelecobee.simulator.input.StrictObject;
import org.jspecify.annotations.Nullable;

/**
 * A fault and its rule, as scenario files and the control API write them.
 *
 * @param rule  which requests meet it
 * @param fault what goes wrong
 */
public record FaultOrder(FaultRule rule, Fault fault) {
    private static final Map<String, Function<StrictObject, Fault>> FAULTS = faults();

    /**
     * Reads one, for example {@code {"fault": "httpStatus", "status": 429, "retryAfter": "30s", "on": "GET
     * /1/thermostat", "times": 2}}.
     *
     * @param  given                    what was written
     * @param  now                      the simulated time, from which {@code after} and {@code for} count
     * @return                          the order
     * @throws IllegalArgumentException if something is missing, wrong or unknown; the message says what
     */
    public static FaultOrder read(StrictObject given, Instant now) {
        Function<StrictObject, Fault> kind = given.oneOf("fault", FAULTS);
        if (kind == null) {
            throw given.problem("fault", "is missing: it is one of " + String.join(", ", FAULTS.keySet()));
        }
        Fault fault = kind.apply(given);
        FaultRule rule = rule(given, now);
        given.end();
        return new FaultOrder(rule, fault);
    }

    /**
     * Reads one from a line of text, as the command line has it: the keys and values of {@link #read} with commas
     * between them, the fault's name first, for example {@code httpStatus,status=429,retryAfter=5s,on=GET
     * /1/thermostat}. A part without {@code =} belongs to the value before it, so that {@code thermostats=511,512}
     * names two.
     *
     * @param  text                     what was written
     * @param  now                      the simulated time, from which {@code after} and {@code for} count
     * @return                          the order
     * @throws IllegalArgumentException if something is missing, wrong or unknown; the message says what
     */
    public static FaultOrder parse(String text, Instant now) {
        Map<String, String> given = new LinkedHashMap<>();
        String last = "fault";
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                given.merge(last, part, (before, more) -> before + "," + more);
                continue;
            }
            last = part.substring(0, equals).strip();
            if (given.put(last, part.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("'" + last + "' is given twice");
            }
        }
        return read(StrictObject.of(given), now);
    }

    /**
     * The names that {@code fault} can have.
     *
     * @return the names, sorted
     */
    public static List<String> names() {
        return List.copyOf(FAULTS.keySet());
    }

    private static FaultRule rule(StrictObject given, Instant now) {
        String[] on = Objects.requireNonNullElse(given.text("on"), FaultPlan.ANY).strip().split("\\s+", 2);
        FaultRule rule = on.length == 2 ? FaultRule.requests(on[0], on[1]) : FaultRule.requests(FaultPlan.ANY, on[0]);
        String apiKey = given.text("apiKey");
        if (apiKey != null) {
            rule = rule.ofKey(apiKey);
        }
        String account = given.text("account");
        if (account != null) {
            rule = rule.ofAccount(account);
        }
        rule = rule.from(or(given.integer("fromCall"), 1)).every(or(given.integer("every"), 1));
        rule = rule.times(or(given.integer("times"), Integer.MAX_VALUE));
        Integer call = given.integer("call");
        if (call != null) {
            rule = rule.nthCall(call);
        }
        var probability = given.number("probability");
        Long seed = given.longInteger("seed");
        if (probability != null) {
            rule = rule.withProbability(probability.doubleValue(), seed == null ? 0 : seed);
        }
        Duration after = given.duration("after");
        Instant begin = after == null ? given.instant("from") : now.plus(after);
        Duration length = given.duration("for");
        Instant end = length == null ? given.instant("until") : (begin == null ? now : begin).plus(length);
        return rule.between(begin, end);
    }

    private static Map<String, Function<StrictObject, Fault>> faults() {
        Map<String, Function<StrictObject, Fault>> all = new TreeMap<>();
        all.put("latency", given -> Fault.latency(required(given, "delay", given.duration("delay"))));
        all.put("reset", given -> Fault.dropConnection());
        all.put("resetAfterEffect", given -> Fault.dropConnectionAfterHandling());
        all.put("truncatedBody", given -> Fault.truncatedJson());
        all.put("emptyBody", given -> Fault.emptyBody());
        all.put("htmlPage", given -> Fault.htmlPage());
        all.put("jsonNull", given -> Fault.jsonNull());
        all.put("ignored", given -> Fault.ignored());
        all.put("httpStatus", FaultOrder::httpStatus);
        all.put("ecobeeStatus", FaultOrder::ecobeeStatus);
        all.put("errorProcessing", FaultOrder::errorProcessing);
        all.put("applicationRevoked", given -> Fault.applicationRevoked());
        all.put("daylightSavingGap", given -> Fault.daylightSavingGap());
        AnswerChange.byName().forEach((name, change) -> all.put(
                name, given -> Fault.answer(change, thermostats(given))));
        return all;
    }

    private static Fault httpStatus(StrictObject given) {
        int status = required(given, "status", given.integer("status"));
        if (status < 400 || status > 599) {
            throw given.problem("status", "must be 400 to 599, not " + status);
        }
        Duration retryAfter = given.duration("retryAfter");
        return retryAfter == null ? Fault.httpStatus(status) : Fault.httpStatus(status, retryAfter);
    }

    private static Fault ecobeeStatus(StrictObject given) {
        int code = required(given, "code", given.integer("code"));
        if (code < 1 || code > 16) {
            throw given.problem("code", "must be 1 to 16, not " + code);
        }
        String message = given.text("message");
        return message == null ? Fault.ecobeeStatus(code) : Fault.ecobeeStatus(code, message);
    }

    private static Fault errorProcessing(StrictObject given) {
        String[] thermostats = thermostats(given);
        if (thermostats.length == 0) {
            throw given.problem("thermostats", "is missing: which ones does the message name?");
        }
        return Fault.errorProcessing(thermostats);
    }

    private static String[] thermostats(StrictObject given) {
        return given.texts("thermostats").stream().flatMap(text -> Stream.of(text.split(","))).map(String::strip)
                .filter(text -> !text.isEmpty()).toArray(String[]::new);
    }

    private static <T> T required(StrictObject given, String key, @Nullable T value) {
        if (value == null) {
            throw given.problem(key, "is missing");
        }
        return value;
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
