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
package io.github.camelecobee;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** Every endpoint that the manual, the README and the examples show is one that Camel's catalog takes. */
class DocumentedUrisTest {
    /** What stands before the URI says whether it is read from or written to. */
    private static final Pattern URI = Pattern.compile(
            "((?:from|to|pollEnrich)[A-Za-z]*(?: uri=|\\(|: )\"?)?(?<![\\w.-])(ecobee:[a-zA-Z{$][^\\s\"'`<>|\\\\)\\]]*)");
    private static final Pattern MARKDOWN = Pattern.compile("(?ms)^ *```yaml\\n(.*?)^ *```$");
    private static final Pattern ASCIIDOC = Pattern.compile("(?ms)^\\[source,\\s*yaml[^\\n]*\\]\\n----\\n(.*?)^----$");
    private static final Pattern OPTION = Pattern.compile("(?m)^ *camel\\.component\\.ecobee\\.[^\\n=]+=.*$");

    /** The source of CloudEvents: an account and a thermostat. */
    private static final Pattern CLOUD_EVENT_SOURCE = Pattern.compile("ecobee:[a-z]+/\\d+");
    /** The form of the URI, and the names of data types. */
    private static final Set<String> NO_ENDPOINTS = Set.of("ecobee:operation", "ecobee:operation?options",
            "ecobee:operation[?options",
            "ecobee:application-json", "ecobee:application-x-ndjson", "ecobee:application-cloudevents", "ecobee:text-csv");

    private final CamelCatalog catalog = catalog();

    @Test
    void everyUriIsValid() throws IOException {
        int seen = 0;
        List<String> complaints = new ArrayList<>();
        for (Path file : files("md", "adoc", "java", "xml", "yaml", "yml", "properties")) {
            for (MatchResult found : URI.matcher(joined(Files.readString(file))).results().toList()) {
                String uri = withoutPunctuation(found.group(2)).replace("&amp;", "&");
                if (!NO_ENDPOINTS.contains(uri) && !CLOUD_EVENT_SOURCE.matcher(uri).matches()) {
                    seen++;
                    complaints.addAll(complaints(file, uri, direction(found.group(1))));
                }
            }
        }

        assertThat(seen).isGreaterThan(100);
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyEndpointWithParametersInYamlIsValid() throws IOException {
        int seen = 0;
        List<String> complaints = new ArrayList<>();
        for (Path file : files("md", "adoc", "yaml", "yml")) {
            for (String yaml : yaml(file)) {
                for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
                    for (Step step : Step.of(document, "")) {
                        seen++;
                        complaints.addAll(complaints(file, step.uri, direction(step.name)));
                    }
                }
            }
        }

        assertThat(seen).isGreaterThan(3);
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyOptionOfTheComponentIsValid() throws IOException {
        int seen = 0;
        List<String> complaints = new ArrayList<>();
        for (Path file : files("md", "adoc", "properties")) {
            for (MatchResult line : OPTION.matcher(Files.readString(file)).results().toList()) {
                seen++;
                Properties option = new Properties();
                option.load(new StringReader(line.group()));
                option.forEach((name, value) -> {
                    ConfigurationPropertiesValidationResult result = catalog.validateConfigurationProperty(name + "=" + value);
                    if (!result.isSuccess() || !result.isAccepted()) {
                        complaints.add(file + ": " + name + "\n" + result.summaryErrorMessage(false));
                    }
                });
            }
        }

        assertThat(seen).isGreaterThan(5);
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatIsWrongIsFound() {
        Path page = Path.of("page");
        assertThat(complaints(page, "ecobee:setHolds", Direction.BOTH)).isNotEmpty();
        assertThat(complaints(page, "ecobee:setHold?heatHold=68F", Direction.BOTH)).isNotEmpty();
        assertThat(complaints(page, "ecobee:setHold?holdHours=many", Direction.BOTH)).isNotEmpty();
        assertThat(complaints(page, "ecobee:thermostats?holdHours=2", Direction.FROM)).isNotEmpty();
        assertThat(complaints(page, "ecobee:setHold?deliver=changed", Direction.TO)).isNotEmpty();
        assertThat(complaints(page, "ecobee:setHold?holdHours=2&heatHoldTemp={{warm}}", Direction.TO)).isEmpty();
        assertThat(
                Step.of(Map.of("to", Map.of("uri", "ecobee", "parameters", Map.of("operation", "setHold", "fan", "on"))), ""))
                .singleElement().satisfies(step -> assertThat(step.uri).isEqualTo("ecobee:setHold?fan=on"));
    }

    @Test
    void aUriIsFoundWithItsDirectionHoweverItIsWritten() {
        Map<String, Direction> written = Map.of("from(\"ecobee:alerts\")", Direction.FROM,
                ".toD(\"ecobee:alerts\")", Direction.TO, "<from uri=\"ecobee:alerts\"/>", Direction.FROM,
                "- to: ecobee:alerts\n", Direction.TO, ".pollEnrich(\"ecobee:alerts\", 5)", Direction.FROM,
                "see `ecobee:alerts`.", Direction.BOTH, "uri: ecobee:alerts", Direction.BOTH);

        written.forEach((text, direction) -> assertThat(URI.matcher(text).results()).as(text).singleElement()
                .satisfies(found -> {
                    assertThat(found.group(2)).isEqualTo("ecobee:alerts");
                    assertThat(direction(found.group(1))).isEqualTo(direction);
                }));
    }

    @Test
    void aRouteIsCheckedAsTheManualSays() {
        String json = Catalog.json();

        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("ecobee", EcobeeComponent.class.getName(), json);

        EndpointValidationResult result = catalog.validateEndpointProperties("ecobee:setHold?holdHours=2&heatHoldTemp=68F");
        assertThat(result.isSuccess()).isTrue();
    }

    private List<String> complaints(Path file, String uri, Direction direction) {
        EndpointValidationResult result = catalog.validateEndpointProperties(uri, false, direction == Direction.FROM,
                direction == Direction.TO);
        return result.isSuccess() ? List.of() : List.of(file + ": " + uri + "\n" + result.summaryErrorMessage(false));
    }

    private static Direction direction(@Nullable String before) {
        if (before == null) {
            return Direction.BOTH;
        }
        return before.startsWith("from") || before.startsWith("pollEnrich") ? Direction.FROM
                : before.startsWith("to") ? Direction.TO : Direction.BOTH;
    }

    /** Java texts that are written in pieces. */
    private static String joined(String text) {
        return text.replaceAll("\"\\s*\\+\\s*\"", "");
    }

    private static String withoutPunctuation(String uri) {
        // A brace that nothing opened ends a tag of javadoc.
        return uri.replaceAll(uri.contains("{") ? "[.,;:!?*+]+$" : "[.,;:!?*+}]+$", "");
    }

    private static List<String> yaml(Path file) throws IOException {
        String text = Files.readString(file);
        if (file.toString().endsWith(".md") || file.toString().endsWith(".adoc")) {
            Matcher fences = (file.toString().endsWith(".md") ? MARKDOWN : ASCIIDOC).matcher(text);
            return fences.results().map(fence -> fence.group(1).stripIndent()).toList();
        }
        return List.of(text);
    }

    /** The pages, the README, and the examples and Kamelets with what they run. */
    private static List<Path> files(String... endings) throws IOException {
        List<Path> files = new ArrayList<>(List.of(Manual.project().resolve("README.md")));
        for (String folder : List.of("docs", "camel-ecobee-examples", "camel-ecobee-kamelets/src/main", "camel-ecobee-dsl/src",
                "camel-ecobee-starter/src", "camel-ecobee-karaf")) {
            Path root = Manual.project().resolve(folder);
            if (Files.exists(root)) {
                try (Stream<Path> walk = Files.walk(root)) {
                    files.addAll(walk.filter(Files::isRegularFile).filter(file -> !file.toString().contains("/target/"))
                            .sorted().toList());
                }
            }
        }
        files.removeIf(file -> Stream.of(endings).noneMatch(ending -> file.toString().endsWith("." + ending)));
        return files;
    }

    private static CamelCatalog catalog() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("ecobee", EcobeeComponent.class.getName(), Catalog.json());
        return catalog;
    }

    private enum Direction {
        FROM,
        TO,
        BOTH
    }

    /** A step of a YAML route with an ecobee endpoint: its name, and its URI with the parameters in it. */
    private record Step(String name, String uri) {
        static List<Step> of(@Nullable Object node, String name) {
            List<Step> steps = new ArrayList<>();
            if (node instanceof List<?> list) {
                list.forEach(each -> steps.addAll(of(each, name)));
            } else if (node instanceof Map<?, ?> map) {
                if (map.get("uri") instanceof String uri && (uri.equals("ecobee") || uri.startsWith("ecobee:"))) {
                    steps.add(new Step(name, whole(uri, map.get("parameters"))));
                }
                map.forEach((key, value) -> steps.addAll(of(value, String.valueOf(key))));
            } else if (node instanceof String uri && uri.startsWith("ecobee:") && (name.equals("to") || name.equals("toD"))) {
                steps.add(new Step(name, uri));
            }
            return steps;
        }

        private static String whole(String uri, @Nullable Object parameters) {
            Map<String, String> options = new TreeMap<>();
            if (parameters instanceof Map<?, ?> map) {
                map.forEach((key, value) -> options.put(String.valueOf(key), String.valueOf(value)));
            }
            String operation = options.remove("operation");
            StringBuilder whole = new StringBuilder(uri);
            if (operation != null) {
                whole.append(':').append(operation);
            }
            char next = uri.indexOf('?') < 0 ? '?' : '&';
            for (Map.Entry<String, String> option : options.entrySet()) {
                whole.append(next).append(option.getKey()).append('=')
                        .append(option.getValue().replace("%", "%25").replace("&", "%26"));
                next = '&';
            }
            return whole.toString();
        }
    }
}
