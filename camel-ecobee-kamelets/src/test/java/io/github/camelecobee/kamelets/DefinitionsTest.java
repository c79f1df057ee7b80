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
package io.github.camelecobee.kamelets;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.apache.camel.v1.Kamelet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The files of the Kamelets say what the component says, and have the shape of Camel's own. */
class DefinitionsTest {
    private static final ObjectMapper YAML
            = new YAMLMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Set<String> CONNECTION = Set.of("apiKey", "scope", "grantFile", "baseUrl");
    private static final Map<String, String> TYPES = Map.of("string", "string", "enum", "string", "duration", "string",
            "object", "string", "boolean", "boolean", "integer", "integer");
    private static final String PREFIX = "camel.apache.org/";

    static Stream<String> kamelets() {
        return Stream.of("ecobee-source", "ecobee-telemetry-source", "ecobee-hold-sink", "ecobee-action");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itIsWhatKubernetesKnowsAsAKamelet(String name) throws Exception {
        Kamelet kamelet = YAML.readValue(text(name), Kamelet.class);

        assertThat(kamelet.getMetadata().getName()).isEqualTo(name);
        assertThat(kamelet.getSpec().getDefinition().getTitle()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itIsLabelledAsCamelLabelsItsOwn(String name) throws Exception {
        JsonNode metadata = kamelet(name).get("metadata");
        JsonNode annotations = metadata.get("annotations");

        assertThat(metadata.at("/labels").get(PREFIX + "kamelet.type").asText())
                .isEqualTo(name.substring(name.lastIndexOf('-') + 1));
        assertThat(annotations.get(PREFIX + "kamelet.support.level").asText()).isEqualTo("Preview");
        assertThat(annotations.get(PREFIX + "catalog.version").asText()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(annotations.get(PREFIX + "provider").asText()).isNotBlank();
        assertThat(annotations.get(PREFIX + "kamelet.group").asText()).isEqualTo("Ecobee");
        assertThat(annotations.get(PREFIX + "kamelet.namespace").asText()).isNotBlank();
        String icon = annotations.get(PREFIX + "kamelet.icon").asText();
        assertThat(icon).startsWith("data:image/svg+xml;base64,");
        assertThat(new String(Base64.getDecoder().decode(icon.substring(icon.indexOf(',') + 1)), UTF_8))
                .startsWith("<svg ").endsWith("</svg>");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itNamesTheLibrariesOfThisVersion(String name) throws Exception {
        JsonNode kamelet = kamelet(name);
        String version = kamelet.at("/metadata/annotations").get(PREFIX + "catalog.version").asText();

        assertThat(strings(kamelet.at("/spec/dependencies"))).containsExactly("camel:core", "camel:kamelet",
                "mvn:io.github.camelecobee:camel-ecobee:" + version,
                "mvn:io.github.camelecobee:camel-ecobee-kamelets:" + version);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itsPropertiesAreTheComponents(String name) throws Exception {
        JsonNode catalog = catalog();
        kamelet(name).at("/spec/definition/properties").properties().forEach(each -> {
            String option = each.getKey();
            JsonNode property = each.getValue();
            JsonNode known = catalog.get(CONNECTION.contains(option) ? "componentProperties" : "properties").get(option);
            assertThat(known).as(option).isNotNull();
            assertThat(property.get("title").asText()).as(option).isNotBlank();
            assertThat(property.get("type").asText()).as(option).isEqualTo(TYPES.get(known.get("type").asText()));
            if (option.equals("operation")) {
                assertThat(strings(known.get("enum"))).containsAll(strings(property.get("enum")));
            } else {
                assertThat(property.get("description").asText()).as(option).isEqualTo(known.get("description").asText());
                assertThat(strings(property.path("enum"))).as(option).isEqualTo(strings(known.path("enum")));
            }
        });
    }

    /** What the component has as an option, too, is left to the component, unless the Kamelet is told. */
    @ParameterizedTest
    @MethodSource("kamelets")
    void itsDefaultsAreTheEndpointsWhereTheComponentHasNone(String name) throws Exception {
        JsonNode catalog = catalog();
        kamelet(name).at("/spec/definition/properties").properties().forEach(each -> {
            String option = each.getKey();
            if (option.equals("operation") || option.equals("delay") && name.contains("telemetry")) {
                return;
            }
            JsonNode expected = catalog.get("componentProperties").has(option)
                    ? null : catalog.get("properties").get(option).get("defaultValue");
            JsonNode given = each.getValue().get("default");
            assertThat(given == null ? null : given.asText()).as(option).isEqualTo(expected == null ? null : expected.asText());
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itsSecretsAreTheComponents(String name) throws Exception {
        JsonNode catalog = catalog().get("componentProperties");
        kamelet(name).at("/spec/definition/properties").properties().forEach(each -> {
            boolean secret = catalog.path(each.getKey()).path("secret").asBoolean();
            assertThat(each.getValue().path("format").asText().equals("password")).as(each.getKey()).isEqualTo(secret);
            assertThat(strings(each.getValue().path("x-descriptors")).contains("urn:camel:group:credentials"))
                    .as(each.getKey()).isEqualTo(secret);
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itsTemplateUsesEveryProperty(String name) throws Exception {
        JsonNode kamelet = kamelet(name);
        String template = kamelet.at("/spec/template").toString();
        List<String> required = strings(kamelet.at("/spec/definition/required"));
        kamelet.at("/spec/definition/properties").properties().forEach(each -> {
            boolean always = each.getValue().has("default") || required.contains(each.getKey());
            assertThat(template).contains("{{" + (always ? "" : "?") + each.getKey() + "}}");
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itsUrisHaveNoSecret(String name) throws Exception {
        JsonNode template = kamelet(name).at("/spec/template");

        assertThat(template.get("from").toString()).doesNotContain("apiKey");
        assertThat(template.at("/beans/0/properties/apiKey").asText()).isEqualTo("{{?apiKey}}");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void itsDataTypesAreTheComponents(String name) throws Exception {
        Set<String> known = StreamSupport.stream(kamelet(name).at("/spec/dataTypes").spliterator(), false)
                .flatMap(side -> side.get("types").valueStream()).map(type -> type.path("format").asText())
                .filter(format -> !format.isEmpty()).collect(Collectors.toSet());

        assertThat(known).allSatisfy(format -> assertThat(
                getClass().getResource("/META-INF/services/org/apache/camel/transformer/"
                                       + format.replace(':', '-')))
                .as(format).isNotNull());
    }

    @Test
    void theActionHasEveryProducer() throws Exception {
        JsonNode operation = catalog().at("/properties/operation/enum");
        List<String> sources = new ArrayList<>(
                List.of("runtimeReport", "meterReport", "authorization"));
        sources.addAll(strings(kamelet("ecobee-source").at("/spec/definition/properties/operation/enum")));

        assertThat(strings(kamelet("ecobee-action").at("/spec/definition/properties/operation/enum")))
                .containsExactlyElementsOf(strings(operation).stream().filter(each -> !sources.contains(each)).toList());
    }

    private static JsonNode kamelet(String name) throws IOException {
        return YAML.readTree(text(name));
    }

    private static String text(String name) throws IOException {
        return resource("/kamelets/" + name + ".kamelet.yaml");
    }

    private static JsonNode catalog() throws IOException {
        return new ObjectMapper().readTree(resource("/META-INF/io/github/camelecobee/ecobee.json"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DefinitionsTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
