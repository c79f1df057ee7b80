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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.util.SensitiveUtils;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalog JSON, which tools and the manual read. */
class CatalogTest {
    /** Inherited from Camel with a description that has no full stop. */
    private static final Set<String> CAMELS = Set.of("healthCheckConsumerEnabled", "scheduler");

    private static final String HOLE = "  | [,;)]| \\.(?!\\w)|\\( ";

    private final ComponentModel model = Catalog.component();

    @Test
    void everyOptionHasADescriptionThatIsASentence() {
        assertThat(model.getComponentOptions()).allSatisfy(option -> assertSentence(option.getName(), option.getDescription()));
        assertThat(model.getEndpointOptions()).allSatisfy(option -> assertSentence(option.getName(), option.getDescription()));
        assertThat(model.getEndpointHeaders()).allSatisfy(header -> assertSentence(header.getName(), header.getDescription()));
    }

    private static void assertSentence(String name, String description) {
        assertThat(description).as(name).isNotBlank();
        if (!CAMELS.contains(name)) {
            assertThat(description).as(name).endsWith(".");
        }
    }

    @Test
    void theComponentIntroducesItself() {
        assertThat(model.getScheme()).isEqualTo("ecobee");
        assertThat(model.getSyntax()).isEqualTo("ecobee:operation");
        assertThat(model.getTitle()).isEqualTo("Ecobee");
        assertThat(model.getFirstVersion()).isEqualTo("0.1.0");
        assertThat(model.getLabel()).isEqualTo("iot,api,monitoring");
        assertThat(model.getJavaType()).isEqualTo(EcobeeComponent.class.getName());
        assertThat(model.getGroupId() + ":" + model.getArtifactId()).isEqualTo("io.github.camelecobee:camel-ecobee");
        assertThat(model.getEndpointHeaders()).isNotEmpty();
    }

    @Test
    void everyOptionHasAGroupANameInCamelCaseAndIfItIsASwitchADefault() {
        assertThat(options()).hasSizeGreaterThan(180).allSatisfy(option -> {
            assertThat(option.getKind()).as(option.getName()).isIn("property", "parameter", "path");
            assertThat(option.getGroup()).as(option.getName()).isNotBlank();
            assertThat(option.getName()).matches("[a-z][A-Za-z]*");
            if (option.getType().equals("boolean")) {
                assertThat(option.getDefaultValue()).as(option.getName()).isNotNull();
            }
        });
    }

    @Test
    void everyChoiceHasItsValuesAndItsDefaultIsOneOfThem() {
        assertThat(options()).filteredOn(option -> option.getType().equals("enum")).hasSizeGreaterThan(10)
                .allSatisfy(option -> {
                    assertThat(option.getEnums()).as(option.getName()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
                    if (option.getDefaultValue() != null) {
                        assertThat(option.getEnums()).as(option.getName()).contains(option.getDefaultValue().toString());
                    }
                });
    }

    private List<BaseOptionModel> options() {
        List<BaseOptionModel> options = new ArrayList<>(model.getComponentOptions());
        options.addAll(model.getEndpointOptions());
        return options;
    }

    @Test
    void noDescriptionHasAHole() {
        // The generator drops what it takes for markup, such as an asterisk.
        assertThat(options()).allSatisfy(option -> assertThat(option.getDescription()).as(option.getName())
                .doesNotContainPattern(HOLE));
        assertThat(model.getEndpointHeaders()).allSatisfy(header -> assertThat(header.getDescription()).as(header.getName())
                .doesNotContainPattern(HOLE));
    }

    @Test
    void thePathListsEveryOperation() {
        assertThat(model.getEndpointPathOptions()).singleElement().satisfies(path -> {
            assertThat(path.getName()).isEqualTo("operation");
            assertThat(path.getEnums()).containsExactlyElementsOf(
                    Arrays.stream(EcobeeOperation.values()).map(EcobeeOperation::uriName).toList());
        });
    }

    @Test
    void secretsAreMarkedAsSecretsAndNothingElseIs() {
        Set<String> secrets = model.getComponentOptions().stream().filter(ComponentModel.ComponentOptionModel::isSecret)
                .map(option -> option.getName()).collect(Collectors.toSet());
        model.getEndpointOptions().stream().filter(option -> option.isSecret()).forEach(o -> secrets.add(o.getName()));

        assertThat(secrets).containsExactlyInAnyOrder("apiKey", "proxyAuthPassword", "refreshToken", "username", "password");
    }

    @Test
    void everySecretIsMaskedByCamelToo() {
        assertThat(model.getComponentOptions()).filteredOn(ComponentModel.ComponentOptionModel::isSecret).isNotEmpty()
                .allSatisfy(option -> assertThat(SensitiveUtils.containsSensitive(option.getName())).as(option.getName())
                        .isTrue());
    }

    @Test
    void consumersPollEveryThreeMinutesByDefault() {
        assertThat(model.getEndpointOptions()).filteredOn(option -> option.getName().equals("delay")).singleElement()
                .extracting(option -> option.getDefaultValue()).isEqualTo("180000");
    }

    @Test
    void everyHeaderStartsWithTheComponentsName() {
        assertThat(model.getEndpointHeaders()).isNotEmpty()
                .allSatisfy(header -> assertThat(header.getName()).startsWith("CamelEcobee"));
    }

    @Test
    void everyEndpointOptionIsADefaultOnTheComponentToo() {
        Set<String> component = model.getComponentOptions().stream().map(option -> option.getName())
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(component).contains("account", "thermostatIds", "include", "holdType", "allowFastPolling");
    }
}
