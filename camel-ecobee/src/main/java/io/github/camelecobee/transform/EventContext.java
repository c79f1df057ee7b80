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
package io.github.camelecobee.transform;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelecobee.EcobeeConstants;
import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.SensorReading;
import io.github.camelecobee.change.ThermostatStatus;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.report.ReportRow;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a message tells of, as the context attributes of CloudEvents.
 *
 * @param id         the same whenever the same is delivered again, another when it says something else: who throws away
 *                   what he knows already must not miss a row that was corrected
 * @param source     {@code ecobee:} with account and thermostat
 * @param type       what kind of thing it is
 * @param thermostat identifier of the thermostat
 * @param time       when it happened, else when it was read; {@code null} when neither is known
 */
record EventContext(String id, String source, String type, String thermostat, @Nullable Instant time) {

    private static final String TYPES = "io.github.camelecobee.";

    /** Empty when it tells of nothing, or of several things. */
    static Optional<EventContext> of(Message message, Object body) {
        if (body instanceof ReportRow row) {
            return Optional.of(new EventContext(
                    row.id() + "/" + hex(row.checksum()), source(message, row.thermostatIdentifier()), TYPES + type(row),
                    row.thermostatIdentifier(), row.instant()));
        }
        if (body instanceof Change change) {
            return Optional.of(new EventContext(
                    change.id(), source(message, change.thermostatId()), TYPES + change.type().typeName(),
                    change.thermostatId(), change.detectedAt()));
        }
        if (body instanceof SensorReading reading) {
            return Optional.of(of(message, "sensorReading", reading.thermostatId(),
                    digest(EcobeeJson.write(reading.toMap()), pollTime(message)), pollTime(message)));
        }
        if (body instanceof ThermostatStatus status) {
            return Optional
                    .of(of(message, "thermostatStatus", status.thermostatId(), digest(EcobeeJson.write(status.toMap()), null),
                            pollTime(message)));
        }
        if (body instanceof List<?> list) {
            return rows(list).map(rows -> {
                ReportRow last = rows.get(rows.size() - 1);
                int checksum = rows.stream().map(ReportRow::checksum).toList().hashCode();
                return of(message, type(last) + "s", last.thermostatIdentifier(),
                        rows.get(0).instant() + "/" + last.instant() + "/" + hex(checksum), last.instant());
            });
        }
        if (body instanceof Thermostat thermostat) {
            return Optional.ofNullable(thermostat.getIdentifier()).map(identifier -> of(message, thermostat, identifier));
        }
        return body instanceof EcobeeObject object && message.getHeader(EcobeeConstants.THERMOSTAT_ID) != null
                ? Optional.of(of(message, type(object), message.getHeader(EcobeeConstants.THERMOSTAT_ID, String.class),
                        digest(EcobeeJson.writeWithoutSecrets(object), null), pollTime(message)))
                : Optional.empty();
    }

    /** The headers may be of another thermostat, when this one was read by a producer. */
    private static EventContext of(Message message, Thermostat thermostat, String identifier) {
        boolean polled = identifier.equals(message.getHeader(EcobeeConstants.THERMOSTAT_ID, String.class));
        List<String> revisions = polled ? revisions(message) : List.of();
        Instant time = polled ? pollTime(message) : null;
        return of(message, type(thermostat), identifier,
                revisions.isEmpty() ? digest(EcobeeJson.writeWithoutSecrets(thermostat), null) : String.join("/", revisions),
                time == null ? ThermostatClock.utc(thermostat.getUtcTime()).orElse(null) : time);
    }

    private static EventContext of(Message message, String type, String thermostat, String which, @Nullable Instant time) {
        return new EventContext(
                thermostat + "/" + which, source(message, thermostat),
                TYPES + type, thermostat, time);
    }

    /** Those of one report and thermostat. */
    private static Optional<List<ReportRow>> rows(List<?> list) {
        List<ReportRow> rows = list.stream().filter(ReportRow.class::isInstance)
                .map(ReportRow.class::cast).toList();
        boolean together = rows.stream().map(row -> type(row) + row.thermostatIdentifier()).distinct().count() == 1;
        return together && rows.size() == list.size() ? Optional.of(rows) : Optional.empty();
    }

    /** All four, or none. */
    private static List<String> revisions(Message message) {
        List<String> present = Stream
                .of(EcobeeConstants.THERMOSTAT_REVISION, EcobeeConstants.ALERTS_REVISION, EcobeeConstants.RUNTIME_REVISION,
                        EcobeeConstants.INTERVAL_REVISION)
                .map(header -> message.getHeader(header, "", String.class)).collect(Collectors.toList());
        return present.contains("") ? List.of() : present;
    }

    private static @Nullable Instant pollTime(Message message) {
        return message.getHeader(EcobeeConstants.POLL_TIME) instanceof Instant instant ? instant : null;
    }

    private static String source(Message message, String thermostat) {
        String account = message.getHeader(EcobeeConstants.ACCOUNT, "", String.class);
        try {
            return new URI("ecobee", account + "/" + thermostat, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("account '" + account + "' cannot be written in a URI", e);
        }
    }

    private static String type(Object object) {
        String name = object.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Of what it says, and of when it was said if it may say the same again. */
    private static String digest(String json, @Nullable Instant time) {
        return UUID.nameUUIDFromBytes((json + time).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String hex(int checksum) {
        return String.format("%08x", checksum);
    }
}
