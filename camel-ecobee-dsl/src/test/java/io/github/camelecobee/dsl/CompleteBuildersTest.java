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
package io.github.camelecobee.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.model.EcobeeJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The builders know what the catalog knows. */
class CompleteBuildersTest {
    private final Map<String, @Nullable Object> catalog = catalog();

    @Test
    void everyOptionOfAnEndpointCanBeBuilt() {
        Set<String> options = names("properties");
        options.remove("operation");

        Set<String> methods = methods(EcobeeEndpointBuilderFactory.EcobeeEndpointBuilder.class);
        methods.addAll(methods(EcobeeEndpointBuilderFactory.EcobeeEndpointConsumerBuilder.class));
        methods.addAll(methods(EcobeeEndpointBuilderFactory.EcobeeEndpointProducerBuilder.class));
        methods.addAll(methods(EcobeeEndpointBuilderFactory.AdvancedEcobeeEndpointConsumerBuilder.class));
        methods.addAll(methods(EcobeeEndpointBuilderFactory.AdvancedEcobeeEndpointProducerBuilder.class));
        assertThat(options).hasSizeGreaterThan(80);
        assertThat(methods).containsAll(options);
    }

    @Test
    void everyOptionOfTheComponentCanBeBuilt() {
        assertThat(names("componentProperties")).hasSizeGreaterThan(90)
                .isSubsetOf(methods(EcobeeComponentBuilderFactory.EcobeeComponentBuilder.class));
    }

    @Test
    void everyHeaderHasAName() throws Exception {
        Object headers = new EcobeeEndpointBuilderFactory.EcobeeBuilders() {
        }.ecobee();
        Set<String> named = new TreeSet<>();
        for (Method name : headers.getClass().getDeclaredMethods()) {
            named.add((String) name.invoke(headers));
        }

        assertThat(named).isEqualTo(names("headers"));
    }

    private Set<String> names(String part) {
        return new TreeSet<>(
                ((Map<?, ?>) Objects.requireNonNull(catalog.get(part), part)).keySet().stream()
                        .map(String::valueOf).toList());
    }

    private static Set<String> methods(Class<?> builder) {
        return Arrays.stream(builder.getMethods()).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, @Nullable Object> catalog() {
        try (InputStream json = EcobeeComponent.class.getResourceAsStream("/META-INF/io/github/camelecobee/ecobee.json")) {
            return EcobeeJson.readMap(new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
