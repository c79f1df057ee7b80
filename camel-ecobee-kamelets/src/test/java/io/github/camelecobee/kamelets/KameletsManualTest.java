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
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.simulator.EcobeeSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The page about Kamelets shows routes that run, and tables that are true; {@code -Ddocs.update} writes the tables
 * anew.
 */
class KameletsManualTest extends KameletTestSupport {
    private static final Path PAGE = Path.of("..", "docs", "kamelets.adoc");
    private static final Pattern TABLE = Pattern.compile("(?s)// kamelet: ([a-z-]+)\\n(.*?)// end\\n");

    @Test
    void itsTablesAreTheProperties() throws Exception {
        String page = Files.readString(PAGE);
        String expected = TABLE.matcher(page).replaceAll(table -> Matcher.quoteReplacement(
                "// kamelet: " + table.group(1) + "\n" + table(table.group(1)) + "// end\n"));
        if (System.getProperty("docs.update") != null) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
        assertThat(TABLE.matcher(page).results()).hasSize(4);
    }

    @Test
    void itsRoutesRun() throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(snippets("properties").get(0)));
        assertThat(properties).hasSize(4);
        properties.forEach((name, value) -> {
            String prefix = name.toString().replace(".apiKey", "");
            connect(prefix);
            main.addInitialProperty(
                    name.toString(), value.toString().replace("{{env:ECOBEE_API_KEY}}", EcobeeSimulator.DEFAULT_API_KEY));
        });
        CamelContext camel = start(Map.of());
        List<String> routes = snippets("yaml");
        assertThat(routes).hasSize(4);
        for (String yaml : routes) {
            routes(yaml);
        }

        assertThat(camel.getRoutes()).extracting(route -> camel.getRouteController().getRouteStatus(route.getId()))
                .containsOnly(ServiceStatus.Started);
        EcobeeComponent component = camel.getComponentNames().stream().map(camel::hasComponent)
                .filter(EcobeeComponent.class::isInstance).map(EcobeeComponent.class::cast).findAny().orElseThrow();
        await().atMost(PATIENCE)
                .until(() -> component.authorization("default").status().state() == AuthorizationState.AUTHORIZED);
        send("direct:comfort", "", Map.of());
        assertThat(ecobee.thermostat(UPSTAIRS).events()).isNotEmpty();
        send("direct:resume", "", Map.of());
        assertThat(ecobee.thermostat(UPSTAIRS).events()).isEmpty();
    }

    private static List<String> snippets(String language) throws IOException {
        Matcher listing
                = Pattern.compile("(?ms)^\\[source," + language + "]\\n----\\n(.*?)^----$").matcher(Files.readString(PAGE));
        return listing.results().map(result -> result.group(1)).toList();
    }

    private static String table(String kamelet) {
        try {
            JsonNode definition = new YAMLMapper().readTree(
                    KameletsManualTest.class.getResource("/kamelets/" + kamelet + ".kamelet.yaml")).at("/spec/definition");
            List<String> required = definition.path("required").valueStream().map(JsonNode::asText).toList();
            return "[%header%autowidth.stretch]\n|===\n|property |type |default |description\n"
                   + definition.get("properties").properties().stream().map(
                           each -> row(each.getKey(), each.getValue(), required.contains(each.getKey())))
                           .collect(Collectors.joining())
                   + "|===\n";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(String name, JsonNode property, boolean required) {
        String type = property.has("enum")
                ? property.get("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
                : property.get("type").asText();
        return "|`" + name + "`" + (required ? " (required)" : "") + " |" + type + " |"
               + property.path("default").asText() + " |" + property.get("description").asText()
               + (property.has("format") ? " A secret." : "") + "\n";
    }
}
