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

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.report.RuntimeReportRow;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the manual and the README say is so. */
class ManualTest extends EcobeeTestSupport {

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
    }

    @Test
    void javaSnippetsAreRoutesThatCompile() throws Exception {
        Path tests = Path.of("src/test/java/io/github/camelecobee");
        String source = squeeze(Files.readString(tests.resolve("DocumentedRoutes.java"))
                                + Files.readString(tests.resolve("DocumentedConversions.java"))
                                + Files.readString(tests.resolve("DocumentedTelemetry.java"))
                                + Files.readString(tests.resolve("DocumentedGrants.java"))
                                + Files.readString(tests.resolve("DocumentedSettings.java"))
                                + Files.readString(tests.resolve("DocumentedCursors.java"))
                                + Files.readString(tests.resolve("DocumentedOutcomes.java"))
                                + Files.readString(tests.resolve("DocumentedPatterns.java"))
                                + Files.readString(tests.resolve("DocumentedOperations.java"))
                                + Files.readString(tests.resolve("DocumentedFunctions.java"))
                                + Files.readString(tests.resolve("DocumentedUrisTest.java"))
                                + Files.readString(Manual.project().resolve("camel-ecobee-dsl/src/test/java")
                                        .resolve("io/github/camelecobee/dsl/DocumentedBuilders.java"))
                                + Files.readString(Manual.project().resolve("camel-ecobee-examples/readings/src/main/java")
                                        .resolve("io/github/camelecobee/examples/readings/Readings.java"))
                                + springBootExample());

        assertThat(Manual.snippets("java")).hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(snippet -> assertThat(source).contains(squeeze(snippet)));
    }

    /** What the page Spring Boot shows; that module compiles it. */
    private static String springBootExample() throws Exception {
        try (Stream<Path> files = Files.walk(Manual.project().resolve("camel-ecobee-examples/spring-boot/src"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    @Test
    void javaRoutesRun() throws Exception {
        camel.getRegistry().bind("cursors", new MemoryStateRepository());
        camel.addRoutes(new DocumentedRoutes());
        // Who reads the same report at the same time takes turns, and the one on demand is to be the first.
        camel.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinition("telemetry").setAutoStartup("false");
        ecobee.thermostat(UPSTAIRS).setProperty("electricity.devices", List.of(Map.of("name", "Meter")));
        NotifyBuilder energy = new NotifyBuilder(camel).fromRoute("energy").whenCompleted(1).create();
        camel.start();

        assertThat(camel.createProducerTemplate().requestBody("direct:nextRow", (Object) ""))
                .isInstanceOf(RuntimeReportRow.class);
        camel.getRouteController().startRoute("telemetry");
        assertThat(energy.matches(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        camel.createProducerTemplate().sendBody("direct:comfort", "");
        assertThat(firstEvent().getHeatHoldTemp()).isEqualTo(680);
        camel.createProducerTemplate().sendBody("direct:away", "");
        assertThat(firstEvent().getHoldClimateRef()).isEqualTo("away");
        camel.createProducerTemplate().sendBody("direct:resume", "");
        assertThat(ecobee.thermostat(UPSTAIRS).events()).noneMatch(event -> "hold".equals(event.getType()));
        camel.createProducerTemplate().sendBody("direct:tell", "Filter day");
        assertThat(ecobee.thermostat(UPSTAIRS).snapshot().getAlerts()).anyMatch(alert -> "Filter day".equals(alert.getText()));
        assertThat(camel.createProducerTemplate().requestBody("direct:read", (Object) "", List.class))
                .first().isInstanceOf(Thermostat.class);
    }

    @Test
    @Tag("camel-xml-io-dsl")
    @Tag("transformDataType")
    void xmlAndYamlSnippetsAreRoutesThatStart() throws Exception {
        List<String> xml = Manual.snippets("xml").stream().filter(snippet -> snippet.startsWith("<route")).toList();
        // The others are properties of Spring Boot.
        List<String> yaml = Manual.snippets("yaml").stream().filter(snippet -> snippet.startsWith("- ")).toList();
        assertThat(xml).isNotEmpty();
        assertThat(yaml).hasSizeGreaterThanOrEqualTo(2);
        int routes = 0;
        for (String snippet : xml) {
            load("route" + routes++ + ".xml",
                    snippet.replaceAll("<route[^>]*>",
                            "<route xmlns=\"http://camel.apache.org/schema/spring\" id=\"r" + routes + "\">"));
        }
        for (String snippet : yaml) {
            load("route" + routes++ + ".yaml", snippet.replaceAll("(?m)^    id: .*\\n", ""));
        }
        camel.start();

        assertThat(camel.getRoutesSize()).isEqualTo(routes);
    }

    @Test
    void propertiesOfTheSnippetsAreOptionsOfTheComponent() throws Exception {
        Set<String> options = Catalog.component().getComponentOptions().stream().map(option -> dashed(option.getName()))
                .collect(Collectors.toSet());
        for (String snippet : Manual.snippets("properties")) {
            Properties properties = new Properties();
            properties.load(new StringReader(snippet));
            assertThat(properties.stringPropertyNames()).isNotEmpty()
                    .allMatch(name -> name.startsWith("camel.beans.")
                            || options.contains(name.replace("camel.component.ecobee.", "")));
        }
    }

    @Test
    void theHeaderOfTheComponentPageIsThatOfTheCatalog() throws Exception {
        ComponentModel component = Catalog.component();

        assertThat(Files.readString(Manual.project().resolve("docs/ecobee-component.adoc"))).contains(
                "\n:doctitle: " + component.getTitle() + " Component\n", "\n:shortname: " + component.getScheme() + "\n",
                "\n:artifactid: " + component.getArtifactId() + "\n", "\n:description: " + component.getDescription() + "\n",
                "\n:since: " + component.getFirstVersion() + "\n",
                "\n:supportlevel: " + component.getSupportLevel() + "\n", "\n*{component-header}*\n");
    }

    @Test
    void tablesOfOptionsAreThoseOfTheCatalog() throws Exception {
        Path page = Manual.project().resolve("docs/ecobee-component.adoc");
        String text = Files.readString(page);
        String right = text;
        for (OptionTable table : OptionTable.values()) {
            right = table.writeInto(right);
        }
        if (System.getProperty("docs.update") != null) {
            Files.writeString(page, right);
        } else {
            assertThat(text).as("run mvn verify -Ddocs.update").isEqualTo(right);
        }
    }

    private Event firstEvent() {
        return ecobee.thermostat(UPSTAIRS).events().get(0);
    }

    private void load(String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name, text));
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String dashed(String name) {
        return Arrays.stream(name.split("(?=[A-Z])")).map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }
}
