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
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelecobee.model.Thermostat;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PackageScanClassResolver;
import org.apache.camel.support.scan.DefaultPackageScanClassResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever has the component in his application notices nothing of its converters: the same Camel without them agrees.
 */
class ForeignTypesTest {
    private final CamelContext with = new DefaultCamelContext();
    private final CamelContext without = new DefaultCamelContext(false);

    @BeforeEach
    void startBoth() {
        without.getCamelContextExtension().addContextPlugin(PackageScanClassResolver.class,
                new DefaultPackageScanClassResolver() {
                    @Override
                    public Set<ClassLoader> getClassLoaders() {
                        return Set.of(new WithoutOurs(ForeignTypesTest.class.getClassLoader()));
                    }
                });
        with.start();
        without.start();
    }

    @AfterEach
    void stopBoth() {
        with.stop();
        without.stop();
    }

    static Stream<Arguments> conversions() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", "Attic");
        map.put("nothing", null);
        List<Object> values = List.of("text", "{\"name\": \"Attic\"}", "", 42, true, map, List.of(), List.of("a", 2),
                Arrays.asList(null, "a"), List.of(new StringBuilder("x"), new Thermostat()), new int[] { 1, 2 },
                "text".getBytes(StandardCharsets.UTF_8), new StringBuilder("text"), new Plain("x"));
        List<Class<?>> types = List.of(String.class, byte[].class, InputStream.class, Reader.class, Map.class, List.class,
                Integer.class, Boolean.class, JsonNode.class, Plain.class);
        return values.stream().flatMap(value -> types.stream().map(type -> Arguments.of(type, value)));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void anythingElseIsConvertedAsBefore(Class<?> type, Object value) {
        assertThat(outcome(with, type, value)).isEqualTo(outcome(without, type, value));
    }

    @Test
    void theOtherCamelReallyHasNoConvertersOfOurs() {
        assertThat(without.getTypeConverter().tryConvertTo(Thermostat.class, "{}")).isNull();
        assertThat(with.getTypeConverter().tryConvertTo(Thermostat.class, "{}")).isNotNull();
    }

    @Test
    void aStreamIsLeftForOthersToRead() throws Exception {
        InputStream stream = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));

        assertThat(with.getTypeConverter().tryConvertTo(Plain.class, stream)).isNull();
        assertThat(stream.available()).isEqualTo(2);
    }

    private static @Nullable Object outcome(CamelContext camel, Class<?> type, Object value) {
        try {
            return plain(camel.getTypeConverter().convertTo(type, value));
        } catch (Exception e) {
            return e.getClass() + ": " + e.getMessage();
        }
    }

    private static @Nullable Object plain(@Nullable Object value) throws Exception {
        if (value instanceof InputStream stream) {
            return "stream of " + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (value instanceof Reader reader) {
            StringBuilder text = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                text.append((char) c);
            }
            return "reader of " + text;
        }
        return value instanceof byte[] bytes ? "bytes of " + new String(bytes, StandardCharsets.UTF_8) : value;
    }

    /** Hides the services of this module. */
    private static final class WithoutOurs extends ClassLoader {
        WithoutOurs(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return Collections.enumeration(Collections.list(super.getResources(name)).stream()
                    .filter(url -> !url.getPath().matches(".*/camel-ecobee(/target/|-[^/]*\\.jar).*")).toList());
        }
    }

    record Plain(String name) {
    }
}
