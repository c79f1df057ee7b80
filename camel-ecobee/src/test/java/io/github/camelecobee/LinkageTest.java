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

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The component calls nothing that the libraries beside it do not have, and has all that they call. It is compiled
 * against one line of Camel; run with the jars of an older or a newer one, this finds what no other test happens to
 * touch.
 */
class LinkageTest {
    private static final JavaClasses COMPONENT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // Camel loads it when it has that module, which does not resolve for every line.
            .withImportOption(location -> isThere("org.apache.camel.telemetry.SpanDecorator")
                    || !location.contains("EcobeeSpanDecorator"))
            .importPackages("io.github.camelecobee");

    @Test
    void everythingThatIsCalledOfCamelIsThere() {
        List<JavaAccess<?>> toCamel = COMPONENT.stream().flatMap(type -> type.getAccessesFromSelf().stream())
                .<JavaAccess<?>> map(access -> access)
                .filter(access -> access.getTargetOwner().getPackageName().startsWith("org.apache.camel")).toList();

        assertThat(toCamel).hasSizeGreaterThan(300);
        assertThat(toCamel.stream().filter(access -> access.getTarget().resolveMember().isEmpty())
                .map(JavaAccess::getDescription)).isEmpty();
    }

    @Test
    void everyMethodThatCamelCallsIsImplemented() {
        assertThat(types().flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers())).map(Method::toString))
                // Camel 4.14 has this method of URI factories with another result. It calls it only to make endpoints dynamic
                // in a way that a component has to take part in, which ours does not: ArchitectureTest.
                .allMatch(method -> method.equals("public abstract java.util.Set org.apache.camel.spi.EndpointUriFactory"
                                                  + ".multiValuePrefixes()"));
    }

    /** Classes that can be made; loading one fails if Camel lacks a type it extends or implements. */
    private static Stream<Class<?>> types() {
        return COMPONENT.stream().filter(type -> !type.getPackageName().startsWith("io.github.camelecobee.simulator"))
                .<Class<?>> map(JavaClass::reflect).filter(type -> !Modifier.isAbstract(type.getModifiers()));
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, LinkageTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
