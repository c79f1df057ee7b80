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

import java.security.CodeSource;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.util.ObjectHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that are run on another line of Camel are, all of it, and test the jar that users get. */
@EnabledIfSystemProperty(named = "camel.line", matches = ".+")
class LineTest {
    private static final String LINE = System.getProperty("camel.line", "");

    @Test
    void everyPartOfCamelIsOfTheLine() {
        assertThat(Stream.of(CamelContext.class, DefaultCamelContext.class, DefaultComponent.class, HttpComponent.class,
                ObjectHelper.class).map(LineTest::jar)).allMatch(jar -> jar.endsWith("-" + LINE + ".jar"));
    }

    @Test
    void theComponentIsTheJarOfTheBuild() {
        assertThat(jar(EcobeeComponent.class)).matches(".*/camel-ecobee/target/camel-ecobee-[^/]+\\.jar");
    }

    private static String jar(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source.getLocation().getPath();
    }
}
