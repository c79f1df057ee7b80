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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.util.ObjectHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that are run on a line of Camel are, all of it, and test the jar that users get. */
@EnabledIfSystemProperty(named = "camel.line", matches = ".+")
class LineTest {
    private static final String LINE = System.getProperty("camel.line", "");
    private static final List<String> LACKS = Stream.of(System.getProperty("camel.line.lacks", "").split("[ |]+"))
            .filter(artifact -> !artifact.isEmpty()).toList();

    @Test
    void everyPartOfCamelIsOfTheLine() {
        assertThat(Stream.of(CamelContext.class, DefaultCamelContext.class, DefaultComponent.class, HttpComponent.class,
                ObjectHelper.class).map(LineTest::jar)).allMatch(jar -> jar.endsWith("-" + LINE + ".jar"));
    }

    @Test
    void theComponentIsTheJarOfTheBuild() {
        assertThat(jar(EcobeeComponent.class)).matches(".*/camel-ecobee/target/camel-ecobee-[^/]+\\.jar");
    }

    @Test
    void whatTheLineIsSaidToLackIsNotThere() {
        assertThat(LACKS).allSatisfy(artifact -> assertThat(
                LineTest.class.getResource("/META-INF/maven/org.apache.camel/" + artifact + "/pom.properties")).isNull());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    @EnabledIfSystemProperty(named = "camel.threads.virtual.enabled", matches = "true")
    void whereVirtualThreadsAreAskedForThreadsAreVirtual() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ExecutorService threads = context.getExecutorServiceManager().newFixedThreadPool(this, "line", 1);
            // Threads know that they are virtual since Java 19, and this is compiled for 17.
            assertThat(threads.submit(() -> Thread.currentThread().toString()).get()).startsWith("VirtualThread");
        }
    }

    private static String jar(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source.getLocation().getPath();
    }
}
