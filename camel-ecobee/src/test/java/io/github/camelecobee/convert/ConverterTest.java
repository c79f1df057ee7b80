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
package io.github.camelecobee.convert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.ChangeType;
import io.github.camelecobee.change.EventChange;
import io.github.camelecobee.change.Occurrence;
import io.github.camelecobee.change.SetPointChange;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.SecuritySettings;
import io.github.camelecobee.model.Status;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.report.MeterReportRow;
import io.github.camelecobee.report.Rows;
import io.github.camelecobee.report.RuntimeReportRow;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.TypeConversionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.SimpleTypeConverter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What Camel makes of the bodies of ecobee, and ecobee's objects of JSON. */
class ConverterTest {
    private static final String ATTIC = """
            {"identifier":"999000000001","name":"Attic","events":[],\
            "runtime":{"actualTemperature":0,"actualHumidity":null,"actualRadon":{"value":1.250}},\
            "location":null,"moonPhase":"waxing"}""";
    private static final String NAME = "Chambre d'été – « Zoé » 21° 居間";

    private final CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void startCamel() {
        camel.start();
    }

    @AfterEach
    void stopCamel() {
        camel.stop();
    }

    @Test
    @Tag("field-62")
    @Tag("field-73")
    void absentIsLeftOutAndNullZeroAndTheUnknownAreKept() {
        Thermostat attic = EcobeeJson.read(ATTIC, Thermostat.class);

        assertThat(tree(to(String.class, attic))).isEqualTo(tree(ATTIC));
        assertThat(tree(new String(to(byte[].class, attic), StandardCharsets.UTF_8))).isEqualTo(tree(ATTIC));
        assertThat(tree(read(to(InputStream.class, attic)))).isEqualTo(tree(ATTIC));
        assertThat(to(JsonNode.class, attic)).isEqualTo(tree(ATTIC));
        assertThat(to(Map.class, attic)).isEqualTo(EcobeeJson.readMap(ATTIC));
        assertThat(to(String.class, new Thermostat())).isEqualTo("{}");
        assertThat(to(String.class, attic)).contains("1.250");
    }

    static Stream<Object> jsonInAllForms() {
        return Stream.of(ATTIC, new StringBuilder(ATTIC), bytes(ATTIC), new ByteArrayInputStream(bytes(ATTIC)),
                new StringReader(ATTIC), EcobeeJson.readMap(ATTIC), tree(ATTIC),
                ATTIC.getBytes(StandardCharsets.UTF_16));
    }

    @ParameterizedTest
    @MethodSource("jsonInAllForms")
    @Tag("field-62")
    void jsonInAnyFormIsAThermostat(Object json) {
        assertThat(to(Thermostat.class, json)).isEqualTo(EcobeeJson.read(ATTIC, Thermostat.class));
    }

    @Test
    void aFileIsAThermostat(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("attic.json"), ATTIC);

        assertThat(to(Thermostat.class, file.toFile())).isEqualTo(EcobeeJson.read(ATTIC, Thermostat.class));
    }

    @Test
    @Tag("field-68")
    void namesSurviveWhateverCharsetTheExchangeIsIn() throws Exception {
        Thermostat named = new Thermostat().withName(NAME);
        Exchange exchange = new DefaultExchange(camel);
        exchange.setProperty(ExchangePropertyKey.CHARSET_NAME, "ISO-8859-1");

        assertThat(to(String.class, named)).contains(NAME);
        assertThat(to(Map.class, named)).containsEntry("name", NAME);
        byte[] json = camel.getTypeConverter().convertTo(byte[].class, exchange, named);
        assertThat(new String(json, StandardCharsets.UTF_8)).contains(NAME);
        assertThat(camel.getTypeConverter().convertTo(Thermostat.class, exchange, json)).isEqualTo(named);
        assertThat(camel.getTypeConverter().convertTo(Thermostat.class, exchange, to(InputStream.class, named)))
                .isEqualTo(named);
        assertThat(to(Thermostat.class, to(Map.class, named))).isEqualTo(named);
    }

    static Stream<Class<? extends EcobeeObject>> objectsOfTheContract() throws Exception {
        try (Stream<Path> schemas = Files.list(Path.of("../camel-ecobee-model/src/main/schema"))) {
            return schemas.map(schema -> schema.getFileName().toString().replace(".json", "")).sorted().toList().stream()
                    .map(ConverterTest::type);
        }
    }

    @ParameterizedTest
    @MethodSource("objectsOfTheContract")
    void everyObjectOfTheContractIsConvertedBothWays(Class<? extends EcobeeObject> type) {
        EcobeeObject object = EcobeeJson.read("{\"somethingNew\": [1, null]}", type);

        assertThat(to(String.class, object)).isEqualTo("{\"somethingNew\":[1,null]}");
        assertThat(to(type, to(String.class, object))).isEqualTo(object);
        assertThat(to(type, to(Map.class, object))).isEqualTo(object);
    }

    @Test
    void listsAreArrays() {
        List<Thermostat> fleet = List.of(new Thermostat().withName("A"), new Thermostat().withName("B"));

        assertThat(to(String.class, fleet)).isEqualTo("[{\"name\":\"A\"},{\"name\":\"B\"}]");
        assertThat(read(to(InputStream.class, fleet))).isEqualTo(to(String.class, fleet));
        assertThat(to(byte[].class, fleet)).isEqualTo(bytes(to(String.class, fleet)));
        assertThat(to(JsonNode.class, fleet)).isEqualTo(tree(to(String.class, fleet)));
    }

    @Test
    void aRowIsJsonAndAMap() {
        RuntimeReportRow row = Rows.of("zoneAveTemp,fan,zoneClimate", "2025-01-14,11:45:00,70.0,0,Home,").get(0);
        String json = """
                {"id":"311019854581/2025-01-14T16:45:00Z","thermostatIdentifier":"311019854581",\
                "instant":"2025-01-14T16:45:00Z","thermostatTime":"2025-01-14 11:45:00","zoneAveTemp":70.0,"fan":0,\
                "zoneClimate":"Home"}""";

        assertThat(to(String.class, row)).isEqualTo(json);
        assertThat(to(byte[].class, row)).isEqualTo(bytes(json));
        assertThat(read(to(InputStream.class, row))).isEqualTo(json);
        assertThat(to(JsonNode.class, row)).isEqualTo(tree(json));
        assertThat(to(Map.class, row)).isSameAs(row);
        assertThat(to(String.class, List.of(row, row))).isEqualTo("[" + json + "," + json + "]");
        assertThat(camel.getTypeConverter().tryConvertTo(Thermostat.class, row)).isNull();
    }

    @Test
    void aRowOfAMeterIsJsonAndAMap() {
        MeterReportRow row = Rows.ofMeter("date,time,value", "2025-01-14,11:45:00,0.042").get(0);
        String json = """
                {"id":"311019854581/2025-01-14T16:45:00Z/energy","thermostatIdentifier":"311019854581",\
                "instant":"2025-01-14T16:45:00Z","thermostatTime":"2025-01-14 11:45:00","value":0.042,"meter":"energy"}""";

        assertThat(to(String.class, row)).isEqualTo(json);
        assertThat(to(byte[].class, row)).isEqualTo(bytes(json));
        assertThat(to(JsonNode.class, row)).isEqualTo(tree(json));
        assertThat(to(Map.class, row)).isSameAs(row);
        assertThat(to(String.class, List.of(row, row))).isEqualTo("[" + json + "," + json + "]");
        assertThat(camel.getTypeConverter().tryConvertTo(Thermostat.class, row)).isNull();
    }

    private static SetPointChange warmer() {
        return new SetPointChange(
                new Occurrence("c1", "311019854581", NAME, Instant.parse("2025-01-14T16:45:00Z"), "r1"),
                ChangeType.HEAT_SET_POINT_CHANGED, null, new Temperature(680));
    }

    static Stream<Object> aChangeInAllForms() {
        String json = EcobeeJson.write(warmer().toMap());
        return Stream.of(json, new StringBuilder(json), bytes(json), new ByteArrayInputStream(bytes(json)),
                new StringReader(json), warmer().toMap(), tree(json), json.getBytes(StandardCharsets.UTF_16));
    }

    @ParameterizedTest
    @MethodSource("aChangeInAllForms")
    @Tag("field-68")
    void jsonInAnyFormIsAChange(Object json) {
        assertThat(to(Change.class, json)).isEqualTo(warmer());
    }

    @Test
    void aChangeIsReadAsWhatItIsOnly() {
        String json = to(String.class, warmer());

        assertThat(to(SetPointChange.class, json)).isEqualTo(warmer());
        assertThatThrownBy(() -> to(EventChange.class, json)).isInstanceOf(TypeConversionException.class).rootCause()
                .hasMessage("EventChange expected, but the JSON is of type heatSetPointChanged");
        for (Object form : List.of("4711", bytes("4711"))) {
            assertThatThrownBy(() -> to(Change.class, form)).isInstanceOf(TypeConversionException.class).rootCause()
                    .isInstanceOf(EcobeeJsonException.class).message().doesNotContain("4711");
        }
    }

    @Test
    void aChangeIsJsonAndAMap() {
        SetPointChange change = warmer();

        assertThat(to(Map.class, change)).isEqualTo(EcobeeJson.readMap(EcobeeJson.write(change.toMap())));
        assertThat(to(String.class, change)).startsWith("{\"id\":\"c1\",\"type\":\"heatSetPointChanged\"");
        assertThat(to(String.class, List.of(change))).isEqualTo("[" + to(String.class, change) + "]");
    }

    @Test
    void secretsAreLeftOutAndNothingThatOnlyLooksLikeOne() {
        assertThat(to(Map.class, new TokenResponse().withAccessToken("AT").withRefreshToken("RT").withExpiresIn(3599)))
                .isEqualTo(Map.of("expires_in", 3599));
        assertThat(to(Map.class, new PinResponse().withEcobeePin("ABCD").withCode("secret")))
                .isEqualTo(Map.of("ecobeePin", "ABCD"));
        Thermostat thermostat = EcobeeJson.read(
                "{\"securitySettings\":{\"userAccessCode\":\"4711\"},\"new\":[{\"id_token\":\"4711\"}]}",
                Thermostat.class);
        for (Class<?> type : List.of(String.class, Map.class, JsonNode.class)) {
            assertThat(to(type, thermostat).toString()).contains("securitySettings").doesNotContain("4711");
        }
        assertThat(new String(to(byte[].class, thermostat), StandardCharsets.UTF_8)).doesNotContain("4711");
        assertThat(to(String.class, List.of(thermostat))).doesNotContain("4711");

        assertThat(to(String.class, new Status().withCode(3))).isEqualTo("{\"code\":3}");
        assertThat(to(String.class, new RemoteSensor().withCode("QX7Z"))).isEqualTo("{\"code\":\"QX7Z\"}");
        assertThat(to(String.class, new HierarchyUser().withUserName("a@b.example"))).contains("a@b.example");
    }

    @Test
    @Tag("field-73")
    void aSecretThatWasLeftOutIsNotOverwritten() {
        Thermostat thermostat = new Thermostat().withSecuritySettings(new SecuritySettings().withUserAccessCode("4711"));

        Thermostat again = to(Thermostat.class, to(String.class, thermostat));

        assertThat(EcobeeJson.write(again)).isEqualTo("{\"securitySettings\":{}}");
    }

    @Test
    void anExplicitNullIsNoSecret() {
        assertThat(to(String.class, EcobeeJson.read("{\"userAccessCode\":null}", SecuritySettings.class)))
                .isEqualTo("{\"userAccessCode\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"name\": \"4711", "", "[]", "4711", "null", "<html>4711</html>",
            "{\"runtime\": {\"actualTemperature\": \"4711 degrees\"}}" })
    void whatIsNoThermostatSaysSoAndIsNotQuoted(String text) {
        for (Object form : List.of(text, bytes(text), new ByteArrayInputStream(bytes(text)))) {
            assertThatThrownBy(() -> to(Thermostat.class, form)).isInstanceOf(TypeConversionException.class)
                    .hasRootCauseInstanceOf(EcobeeJsonException.class).rootCause()
                    .hasMessageStartingWith("Thermostat expected, but ").message().doesNotContain("4711");
        }
    }

    @Test
    void aConverterThatSomebodyWroteComesFirst() {
        Thermostat own = new Thermostat().withName("own");
        camel.getTypeConverterRegistry().addTypeConverter(Thermostat.class, String.class,
                new SimpleTypeConverter(true, (type, exchange, value) -> own));
        camel.getTypeConverterRegistry().addTypeConverter(String.class, Thermostat.class,
                new SimpleTypeConverter(true, (type, exchange, value) -> "own"));

        assertThat(to(Thermostat.class, ATTIC)).isSameAs(own);
        assertThat(to(String.class, own)).isEqualTo("own");
        assertThat(to(Runtime.class, "{}")).isEqualTo(new Runtime());
    }

    private <T> T to(Class<T> type, Object value) {
        // As a route does: converters of other components, which know maps, want an exchange.
        T converted = camel.getTypeConverter().convertTo(type, new DefaultExchange(camel), value);
        assertThat(converted).isNotNull();
        return converted;
    }

    private static String read(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode tree(String json) {
        return json.isEmpty() ? JsonNodeFactory.instance.missingNode() : JsonTree.read(json);
    }

    private static Class<? extends EcobeeObject> type(String name) {
        try {
            return Class.forName("io.github.camelecobee.model." + name).asSubclass(EcobeeObject.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
