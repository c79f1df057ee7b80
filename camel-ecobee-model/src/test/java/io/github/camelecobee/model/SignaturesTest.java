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
package io.github.camelecobee.model;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Jackson may be replaced without breaking a user: no signature mentions it. */
class SignaturesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/camelecobee/model");

    @Test
    void handWrittenClassesShowNoJackson() throws Exception {
        List<Class<?>> types = handWritten();

        assertThat(types).contains(EcobeeObject.class, EcobeeJson.class, Temperature.class);
        for (Class<?> type : types) {
            assertThat(shown(type)).as("types in the signatures of %s", type.getSimpleName())
                    .noneMatch(name -> name.contains("com.fasterxml"));
        }
    }

    @Test
    void onlyTheContractAndItsMeaningArePublic() throws Exception {
        assertThat(handWritten().stream().filter(type -> Modifier.isPublic(type.getModifiers())).map(Class::getSimpleName))
                .containsExactlyInAnyOrder("EcobeeJson", "EcobeeJsonException", "EcobeeObject", "Forecast", "ObjectSchema",
                        "PropertySchema", "ReportColumn",
                        "Temperature",
                        "ThermostatClock", "ThermostatCopies", "ThermostatTime");
    }

    private static List<Class<?>> handWritten() throws IOException, ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (!name.equals("package-info")) {
                    types.add(Class.forName("io.github.camelecobee.model." + name));
                }
            }
        }
        return types;
    }

    /** The names of all types that a user of a public class sees; a package-private class shows none. */
    private static List<String> shown(Class<?> type) {
        List<Type> types = new ArrayList<>();
        if (Modifier.isPublic(type.getModifiers())) {
            types.add(type.getGenericSuperclass());
            types.addAll(List.of(type.getGenericInterfaces()));
            for (Field field : visible(type.getDeclaredFields())) {
                types.add(field.getGenericType());
            }
            for (Constructor<?> constructor : visible(type.getDeclaredConstructors())) {
                types.addAll(List.of(constructor.getGenericParameterTypes()));
                types.addAll(List.of(constructor.getGenericExceptionTypes()));
            }
            for (Method method : visible(type.getDeclaredMethods())) {
                types.add(method.getGenericReturnType());
                types.addAll(List.of(method.getGenericParameterTypes()));
                types.addAll(List.of(method.getGenericExceptionTypes()));
                types.addAll(List.of(method.getTypeParameters()));
            }
        }
        return types.stream().flatMap(SignaturesTest::names).toList();
    }

    @SafeVarargs
    private static <M extends Member> List<M> visible(M... members) {
        return Stream.of(members).filter(member -> Modifier.isPublic(member.getModifiers())
                || Modifier.isProtected(member.getModifiers())).toList();
    }

    private static Stream<String> names(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            return Stream.of(variable.getBounds()).map(Type::getTypeName);
        }
        if (type instanceof ParameterizedType || type instanceof WildcardType || type instanceof GenericArrayType) {
            return Stream.of(type.getTypeName());
        }
        return Stream.of(((Class<?>) type).getName());
    }
}
