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
package io.github.camelecobee.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.input.StrictObject;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator is to be like, read from YAML. The format is described in docs/simulator.adoc; each
 * {@linkplain ScenarioSection section} reads its keys, and a key that no section knows is an error that names it.
 */
public final class Scenario {
    /** The scenarios that come with the simulator. */
    public static final String READY = "home, office, troubled, utility";

    private static final ObjectMapper YAML = new ObjectMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final List<ScenarioSection.Step> steps;

    private Scenario(List<ScenarioSection.Step> steps) {
        this.steps = steps;
    }

    /**
     * Reads a scenario.
     *
     * @param  yaml                     its text
     * @return                          the scenario
     * @throws IllegalArgumentException if it is no YAML, or a key or value is wrong; the message says which
     */
    public static Scenario parse(String yaml) {
        StrictObject given;
        try {
            JsonNode tree = YAML.readTree(yaml);
            Map<String, @Nullable Object> values = tree.isMissingNode() || tree.isNull()
                    ? Map.of() : YAML.treeToValue(tree, new TypeReference<>() {
                    });
            given = StrictObject.of(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "It is no YAML object: " + e.getOriginalMessage().lines().findFirst().orElse("")
                                               + (e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")"),
                    e);
        }
        given.text("description");
        List<ScenarioSection.Step> steps = List.of(
                new SettingsSection().read(given), new AccountsSection().read(given), new ThermostatsSection().read(given),
                new FaultsSection().read(given));
        given.end();
        return new Scenario(steps);
    }

    /**
     * Reads a scenario from a file, or one that comes with the simulator.
     *
     * @param  fileOrName               the file, or the name of a {@linkplain #READY ready} scenario
     * @return                          the scenario
     * @throws IllegalArgumentException if there is none, or it is wrong; the message names the file
     */
    public static Scenario load(String fileOrName) {
        String yaml = text(fileOrName);
        try {
            return parse(yaml);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Scenario " + fileOrName + ": " + e.getMessage(), e);
        }
    }

    /**
     * Describes a simulator as the scenario says. What the caller says afterwards wins.
     *
     * @param builder the description
     */
    public void describe(EcobeeSimulatorBuilder builder) {
        steps.forEach(step -> step.describe(builder));
    }

    /**
     * Brings a started simulator into the state that the scenario says.
     *
     * @param  simulator                the simulator
     * @throws IllegalArgumentException if a thermostat cannot have a property or value
     */
    public void begin(EcobeeSimulator simulator) {
        steps.forEach(step -> step.begin(simulator));
    }

    private static String text(String fileOrName) {
        try {
            Path file = Path.of(fileOrName);
            if (Files.isRegularFile(file)) {
                return Files.readString(file);
            }
            if (NAME.matcher(fileOrName).matches()) {
                try (InputStream in = Scenario.class.getResourceAsStream(
                        "/io/github/camelecobee/simulator/scenario/" + fileOrName + ".yaml")) {
                    if (in != null) {
                        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("Scenario " + fileOrName + " cannot be read: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("There is no scenario " + fileOrName + ": give a file, or one of " + READY);
    }
}
