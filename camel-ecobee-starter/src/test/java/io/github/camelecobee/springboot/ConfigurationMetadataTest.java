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
package io.github.camelecobee.springboot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What editors know of {@code application.yaml} is what the catalog says of the component. */
class ConfigurationMetadataTest {
    private static final String PREFIX = "camel.component.ecobee.";
    private static final String SECRET = " This is a secret: refer to it by a placeholder.";
    private static final Map<String, String> BOXED
            = Map.of("boolean", "java.lang.Boolean", "int", "java.lang.Integer", "long", "java.lang.Long");

    private final Map<String, JsonNode> options = options();
    private final JsonNode metadata = read("META-INF/spring-configuration-metadata.json");
    private final Map<String, JsonNode> properties = byName(metadata.path("properties"));

    @Test
    void thereIsAPropertyForEachOptionAndNoOther() {
        assertThat(properties.keySet()).filteredOn(name -> name.startsWith(PREFIX))
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(
                        with(options.keySet().stream()
                                .map(ConfigurationMetadataTest::property).toList(), PREFIX + "enabled",
                                PREFIX + "customizer.enabled")));
    }

    @Test
    void propertiesAreDescribedAsOptionsAre() {
        options.forEach((name, option) -> assertThat(spring(name).path("description").asText()).as(name)
                .isEqualTo(option.path("description").asText() + (option.path("secret").asBoolean() ? SECRET : "")));
        assertThat(properties.values()).allMatch(each -> !each.path("description").asText().isBlank());
    }

    @Test
    void propertiesHaveTheDefaultsOfTheOptions() {
        options.forEach((name, option) -> assertThat(spring(name).path("defaultValue").asText()).as(name)
                .isEqualTo(option.path("defaultValue").asText() + (isDuration(option) ? "ms" : "")));
    }

    @Test
    void propertiesHaveTheTypesOfTheOptions() {
        options.forEach((name, option) -> assertThat(spring(name).path("type").asText()).as(name).isEqualTo(
                isDuration(option)
                        ? "java.time.Duration"
                        : BOXED.getOrDefault(option.path("javaType").asText(), option.path("javaType").asText())
                                .replace(", ", ",")));
    }

    @Test
    void editorsOfferTheValuesThatAnOptionMayHave() {
        Map<String, JsonNode> hints = byName(metadata.path("hints"));

        options.forEach((name, option) -> assertThat(Optional.ofNullable(hints.get(property(name)))
                .map(hint -> hint.path("values").findValuesAsText("value")).orElse(List.of())).as(name).isEqualTo(
                        StreamSupport.stream(option.path("enum").spliterator(), false).map(JsonNode::asText).toList()));
    }

    @Test
    void nothingIsSetThatNobodyHasSet() throws ReflectiveOperationException {
        EcobeeComponentConfiguration untouched = new EcobeeComponentConfiguration();

        for (String name : options.keySet()) {
            assertThat(BeanUtils.getPropertyDescriptor(EcobeeComponentConfiguration.class, name).getReadMethod()
                    .invoke(untouched)).as(name).isNull();
        }
    }

    @Test
    void theSecretsAreThoseOfTheCatalog() {
        assertThat(EcobeeComponentConfiguration.SECRETS).contains("apiKey", "refreshToken").containsExactlyInAnyOrderElementsOf(
                options.entrySet().stream().filter(each -> each.getValue().path("secret").asBoolean()).map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void propertiesOfTheStarterAreDescribed() {
        assertThat(properties).containsKeys(
                "camel.ecobee.jdbc.grants", "camel.ecobee.jdbc.cursors", "camel.ecobee.jdbc.create-tables");
    }

    private JsonNode spring(String option) {
        return Objects.requireNonNull(properties.get(property(option)), option);
    }

    private static boolean isDuration(JsonNode option) {
        return option.path("type").asText().equals("duration");
    }

    private static String property(String option) {
        return PREFIX + option.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<String> with(List<String> names, String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return all;
    }

    private static Map<String, JsonNode> options() {
        Map<String, JsonNode> options = new TreeMap<>();
        read("META-INF/io/github/camelecobee/ecobee.json").path("componentProperties").properties()
                .forEach(each -> options.put(each.getKey(), each.getValue()));
        assertThat(options).hasSizeGreaterThan(50);
        return options;
    }

    private static Map<String, JsonNode> byName(JsonNode items) {
        Map<String, JsonNode> byName = new TreeMap<>();
        items.forEach(item -> byName.put(item.path("name").asText(), item));
        return byName;
    }

    private static JsonNode read(String resource) {
        ClassLoader loader = ConfigurationMetadataTest.class.getClassLoader();
        try {
            // Of Spring Boot there are others of this name.
            for (URL url : Collections.list(loader.getResources(resource))) {
                if (url.toString().matches(".*camel-ecobee.*")) {
                    try (InputStream in = url.openStream()) {
                        return new ObjectMapper().readTree(in);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("No " + resource);
    }
}
