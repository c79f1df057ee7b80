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

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.DemandResponse;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * Reads a demand response, and refuses what ecobee would. Temperatures of its event may have a unit, as those of a
 * hold.
 */
final class DemandResponseReading implements Reading {
    private static final int LONGEST_NAME = 12;
    private static final int WHOLE = 100;
    private static final String TYPE = "demandResponse";

    private final ObjectReading<DemandResponse> objects = new ObjectReading<>(DemandResponse.class, "", List.of());

    @Override
    public DemandResponse wire(Parameter parameter) {
        Object given = parameter.value() instanceof CharSequence && parameter.text().startsWith("{")
                ? json(parameter) : parameter.value();
        List<DemandResponse> read = objects.wire(new Parameter(
                given instanceof Map<?, ?> map ? inTenths(map, parameter) : given,
                parameter.place()));
        if (read.size() != 1) {
            throw new IllegalArgumentException(parameter.place() + ": " + read.size() + " are given; give one");
        }
        DemandResponse response = read.get(0);
        String name = response.getName() == null ? "" : response.getName();
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw wrong(parameter, "name", name, "1 to " + LONGEST_NAME + " characters");
        }
        Event event = response.getEvent();
        if (event == null) {
            throw new IllegalArgumentException(parameter.place() + ": event is missing");
        }
        if (event.getType() == null) {
            event.setType(TYPE);
        } else if (!TYPE.equals(event.getType())) {
            throw wrong(parameter, "event.type", event.getType(), TYPE);
        }
        checkTimes(event, parameter);
        checkTemperatures(event, parameter);
        return response;
    }

    private static Object json(Parameter parameter) {
        try {
            return EcobeeJson.readValue(parameter.text());
        } catch (EcobeeJsonException e) {
            throw new IllegalArgumentException(parameter.place() + ": " + e.getMessage(), e);
        }
    }

    /** Temperatures with a unit become what ecobee wants; numbers are that already. */
    private static Map<Object, @Nullable Object> inTenths(Map<?, ?> map, Parameter parameter) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
        if (map.get("event") instanceof Map<?, ?> given) {
            Map<Object, @Nullable Object> event = new LinkedHashMap<>(given);
            given.forEach((key, value) -> {
                String name = String.valueOf(key);
                if (name.endsWith("Temp") && value instanceof CharSequence) {
                    Parameter one = new Parameter(value, parameter.place() + ".event." + name);
                    event.put(key, name.endsWith("HoldTemp")
                            ? one.temperature().tenthsFahrenheit() : (Object) one.temperatureDifference());
                }
            });
            copy.put("event", event);
        }
        return copy;
    }

    private static void checkTimes(Event event, Parameter parameter) {
        LocalDateTime start = date(event.getStartDate(), "event.startDate", parameter)
                .atTime(time(event.getStartTime(), "event.startTime", parameter));
        LocalDateTime end = date(event.getEndDate(), "event.endDate", parameter)
                .atTime(time(event.getEndTime(), "event.endTime", parameter));
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException(
                    parameter.place() + ": the event ends at " + end + ", which is not after its start at " + start);
        }
    }

    private static void checkTemperatures(Event event, Parameter parameter) {
        boolean absolute = Boolean.TRUE.equals(event.getIsTemperatureAbsolute());
        boolean relative = Boolean.TRUE.equals(event.getIsTemperatureRelative());
        if (absolute && relative) {
            throw new IllegalArgumentException(
                    parameter.place()
                                               + ": event.isTemperatureAbsolute and event.isTemperatureRelative cannot both be true");
        }
        if (absolute && (event.getCoolHoldTemp() == null || event.getHeatHoldTemp() == null)) {
            throw new IllegalArgumentException(
                    parameter.place() + ": event.isTemperatureAbsolute needs coolHoldTemp and heatHoldTemp");
        }
        if (relative && event.getCoolRelativeTemp() == null && event.getHeatRelativeTemp() == null) {
            throw new IllegalArgumentException(
                    parameter.place() + ": event.isTemperatureRelative needs coolRelativeTemp or heatRelativeTemp");
        }
        Integer cycle = event.getDutyCyclePercentage();
        if (cycle != null && (cycle < 0 || cycle > WHOLE)) {
            throw wrong(parameter, "event.dutyCyclePercentage", cycle.toString(), "0 to " + WHOLE);
        }
        boolean off = Boolean.TRUE.equals(event.getIsHeatOff()) || Boolean.TRUE.equals(event.getIsCoolOff());
        if (!absolute && !relative && !off && cycle == null) {
            throw new IllegalArgumentException(
                    parameter.place() + ": the event asks for nothing; give isTemperatureAbsolute with coolHoldTemp and"
                                               + " heatHoldTemp, isTemperatureRelative with coolRelativeTemp or"
                                               + " heatRelativeTemp, dutyCyclePercentage, isHeatOff or isCoolOff");
        }
    }

    static LocalDate date(@Nullable String text, String name, Parameter parameter) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw wrong(parameter, name, text, "a date such as 2025-01-31");
        }
    }

    private static LocalTime time(@Nullable String text, String name, Parameter parameter) {
        try {
            return LocalTime.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw wrong(parameter, name, text, "a time such as 17:30:00");
        }
    }

    private static IllegalArgumentException wrong(Parameter parameter, String name, @Nullable String given, String allowed) {
        return new IllegalArgumentException(
                parameter.place() + ": " + name + (given == null ? " is missing" : " '" + Shown.of(given) + "' is not allowed")
                                            + "; give " + allowed);
    }
}
