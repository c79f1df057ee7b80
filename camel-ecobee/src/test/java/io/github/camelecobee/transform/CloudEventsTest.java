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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelecobee.EcobeeConstants;
import io.github.camelecobee.change.ChangeType;
import io.github.camelecobee.change.ConnectionChange;
import io.github.camelecobee.change.EquipmentChange;
import io.github.camelecobee.change.Occurrence;
import io.github.camelecobee.change.SensorReading;
import io.github.camelecobee.change.ThermostatStatus;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.SecuritySettings;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.report.MeterReportRow;
import io.github.camelecobee.report.Rows;
import io.github.camelecobee.report.RuntimeReportRow;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** What ecobee told as events of CloudEvents 1.0. */
class CloudEventsTest extends DataTypeTestSupport {
    private static final String UPSTAIRS = "311019854581";
    private static final Instant POLL = Instant.parse("2025-01-14T16:46:03Z");

    @Test
    void aChangeIsAnEventOfItsType() throws Exception {
        EquipmentChange change = new EquipmentChange(
                new Occurrence("c1", UPSTAIRS, "Upstairs", POLL, "r1"), ChangeType.EQUIPMENT_STARTED, "fan", null);

        Message event = event(change);

        assertThat(event.getHeaders()).containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, "c1")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "ecobee:home/" + UPSTAIRS)
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "io.github.camelecobee.equipmentStarted")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, UPSTAIRS)
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TIME, "2025-01-14T16:46:03Z")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, "1.0")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_DATA_CONTENT_TYPE, "application/json")
                .containsEntry(Exchange.CONTENT_TYPE, "application/json");
        assertThat(EcobeeJson.readMap(event.getBody(String.class))).isEqualTo(change.toMap());
    }

    @Test
    void aThermostatIsToldApartByItsRevisions() throws Exception {
        Thermostat thermostat = new Thermostat().withIdentifier(UPSTAIRS).withName("Upstairs");

        assertThat(id(thermostat)).isEqualTo(UPSTAIRS + "/t1/a1/r1/i1").isEqualTo(id(thermostat.withName("again")));
        Message moved = polled(thermostat);
        moved.setHeader(EcobeeConstants.RUNTIME_REVISION, "r2");
        assertThat(header(transform("application-cloudevents", moved), CloudEvent.CAMEL_CLOUD_EVENT_ID))
                .isEqualTo(UPSTAIRS + "/t1/a1/r2/i1");
    }

    @Test
    void aThermostatThatAProducerReadIsToldApartByWhatItSays() throws Exception {
        Thermostat other = new Thermostat().withIdentifier("311019854582").withUtcTime("2025-01-14 16:40:00");

        Message event = event(other);

        String id = header(event, CloudEvent.CAMEL_CLOUD_EVENT_ID);
        assertThat(id).startsWith("311019854582/").doesNotContain("t1").isEqualTo(id(other))
                .isNotEqualTo(id(other.withName("x")));
        assertThat(header(event, CloudEvent.CAMEL_CLOUD_EVENT_TIME)).isEqualTo("2025-01-14T16:40:00Z");
        assertThat(header(event, CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT)).isEqualTo("311019854582");
    }

    @Test
    void aRowThatWasCorrectedIsAnotherEvent() throws Exception {
        RuntimeReportRow row = Rows.of("fan", "2025-01-14,11:45:00,0,").get(0);
        RuntimeReportRow again = Rows.of("fan", "2025-01-14,11:45:00,0,").get(0);
        RuntimeReportRow corrected = Rows.of("fan", "2025-01-14,11:45:00,30,").get(0);

        assertThat(id(row)).startsWith(row.id() + "/").isEqualTo(id(again)).isNotEqualTo(id(corrected));
        assertThat(header(event(row), CloudEvent.CAMEL_CLOUD_EVENT_TIME)).isEqualTo("2025-01-14T16:45:00Z");
        assertThat(id(List.of(row))).isEqualTo(id(List.of(again))).isNotEqualTo(id(List.of(corrected))).isNotEqualTo(id(row));
    }

    @Test
    void aRowOfAMeterIsAnEventOfItsOwnType() throws Exception {
        MeterReportRow row = Rows.ofMeter("date,time,value", "2025-01-14,11:45:00,1").get(0);

        assertThat(id(row)).matches("311019854581/2025-01-14T16:45:00Z/energy/[0-9a-f]{8}");
        assertThat(header(event(row), CloudEvent.CAMEL_CLOUD_EVENT_TYPE)).isEqualTo("io.github.camelecobee.meterReportRow");
        assertThat(header(event(List.of(row)), CloudEvent.CAMEL_CLOUD_EVENT_TYPE))
                .isEqualTo("io.github.camelecobee.meterReportRows");
        assertThat(id(row)).isNotEqualTo(id(Rows.ofMeter("date,time,value", "2025-01-14,11:45:00,2").get(0)));
        assertThatThrownBy(() -> event(List.of(row, Rows.of("fan", "2025-01-14,11:45:00,0,").get(0))))
                .hasMessageEndingWith("split other lists first");
    }

    @Test
    void aReadingThatSaysTheSameLaterIsAnotherEvent() throws Exception {
        Message later = polled(reading());
        later.setHeader(EcobeeConstants.POLL_TIME, POLL.plusSeconds(180));

        assertThat(id(reading())).isEqualTo(id(reading()))
                .isNotEqualTo(header(transform("application-cloudevents", later), CloudEvent.CAMEL_CLOUD_EVENT_ID));
    }

    static Stream<Object> bodies() {
        return Stream.of(new Thermostat().withIdentifier(UPSTAIRS), new Alert().withAcknowledgeRef("a1"), reading(),
                new ConnectionChange(
                        new Occurrence("c2", UPSTAIRS, "", POLL, "r1"), ChangeType.THERMOSTAT_CONNECTED),
                Rows.of("fan", "2025-01-14,11:45:00,0,").get(0),
                Rows.of("fan", "2025-01-14,11:45:00,0,", "2025-01-14,11:50:00,0,"),
                new ThermostatStatus(UPSTAIRS, "Upstairs", true, "t1", "a1", "r1", "i1", null),
                Rows.ofMeter("date,time,value", "2025-01-14,11:45:00,1").get(0),
                Rows.ofMeter("date,time,value", "2025-01-14,11:45:00,1", "2025-01-14,11:50:00,2"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyEventKeepsTheRulesOfCloudEvents(Object body) throws Exception {
        Message event = event(body);
        Map<String, Object> headers = event.getHeaders();

        // Required, and not empty.
        assertThat(List.of(CloudEvent.CAMEL_CLOUD_EVENT_ID, CloudEvent.CAMEL_CLOUD_EVENT_SOURCE,
                CloudEvent.CAMEL_CLOUD_EVENT_TYPE, CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT))
                .allSatisfy(name -> assertThat(header(event, name)).isNotBlank());
        assertThat(headers.get(CloudEvent.CAMEL_CLOUD_EVENT_VERSION)).isEqualTo("1.0");
        assertThat(URI.create(header(event, CloudEvent.CAMEL_CLOUD_EVENT_SOURCE)).getScheme()).isEqualTo("ecobee");
        assertThat(header(event, CloudEvent.CAMEL_CLOUD_EVENT_TYPE))
                .matches("io\\.github\\.camelecobee\\.[a-z][A-Za-z]+");
        // RFC 3339.
        assertThat(OffsetDateTime.parse(header(event, CloudEvent.CAMEL_CLOUD_EVENT_TIME)).toInstant())
                .isCloseTo(POLL, within(1, ChronoUnit.HOURS));
        assertThat(headers.keySet().stream().filter(name -> name.startsWith("CamelCloudEvent")))
                .allMatch(name -> CloudEvents.v1_0.attribute(name).isPresent());
    }

    @Test
    void theAccountIsWrittenAsAUriWantsIt() throws Exception {
        Message message = polled(reading());
        message.setHeader(EcobeeConstants.ACCOUNT, "Zoé & co %?#");

        String source = header(transform("application-cloudevents", message), CloudEvent.CAMEL_CLOUD_EVENT_SOURCE);

        assertThat(URI.create(source).getSchemeSpecificPart()).isEqualTo("Zoé & co %?#/" + UPSTAIRS);
        assertThat(source).isASCII();
    }

    @Test
    void nothingOfAnEarlierEventIsLeft() throws Exception {
        Message message = polled(reading());
        message.removeHeader(EcobeeConstants.POLL_TIME);
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TIME, "2001-01-01T00:00:00Z");
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_SCHEMA_URL, "https://example.org/other");

        assertThat(transform("application-cloudevents", message).getHeaders())
                .doesNotContainKeys(CloudEvent.CAMEL_CLOUD_EVENT_TIME, CloudEvent.CAMEL_CLOUD_EVENT_SCHEMA_URL);
    }

    @Test
    void noSecretIsInAnEvent() throws Exception {
        Thermostat thermostat = new Thermostat().withIdentifier(UPSTAIRS)
                .withSecuritySettings(new SecuritySettings().withUserAccessCode("4711"))
                .withSettings(new Settings().withUserAccessCode("4711"));

        Message event = event(thermostat);

        assertThat(event.getBody(String.class)).doesNotContain("4711").contains("securitySettings");
        assertThat(event.getHeaders().toString()).doesNotContain("4711");
    }

    @Test
    void whatIsSeveralEventsIsRefused() {
        List<Thermostat> fleet = List.of(new Thermostat().withIdentifier("1"), new Thermostat().withIdentifier("2"));

        assertThatThrownBy(() -> event(fleet)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the body is a list of io.github.camelecobee.model.Thermostat; allowed is a change")
                .hasMessageEndingWith("split other lists first");
        assertThatThrownBy(() -> transform("application-cloudevents", message(new Alert())))
                .hasMessageContaining("with the header CamelEcobeeThermostatId");
        assertThatThrownBy(() -> event(List.of())).hasMessageContaining("a list of nothing");
    }

    private Message event(Object body) throws Exception {
        return transform("application-cloudevents", polled(body));
    }

    private String id(Object body) throws Exception {
        return header(event(body), CloudEvent.CAMEL_CLOUD_EVENT_ID);
    }

    private static String header(Message message, String name) {
        return message.getHeader(name, String.class);
    }

    private static SensorReading reading() {
        return new SensorReading(
                UPSTAIRS, "rs:100", "Bedroom", "ecobee3_remote_sensor", "1", "temperature", new Temperature(702), "702", true);
    }

    /** With the headers of a consumer. */
    private Message polled(@Nullable Object body) {
        Message message = message(body);
        message.setHeader(EcobeeConstants.ACCOUNT, "home");
        message.setHeader(EcobeeConstants.THERMOSTAT_ID, UPSTAIRS);
        message.setHeader(EcobeeConstants.THERMOSTAT_REVISION, "t1");
        message.setHeader(EcobeeConstants.ALERTS_REVISION, "a1");
        message.setHeader(EcobeeConstants.RUNTIME_REVISION, "r1");
        message.setHeader(EcobeeConstants.INTERVAL_REVISION, "i1");
        message.setHeader(EcobeeConstants.POLL_TIME, POLL);
        return message;
    }
}
