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

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of log categories in the manual says what the code does. */
class LogCategoriesTest {
    private static final String ROOT = "io.github.camelecobee";
    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");
    private static final Pattern ROW = Pattern.compile("\\|\\s*`(io\\.github\\.camelecobee[.\\w]*)`\\s*\\|([^|]*)\\|");
    private static final Pattern LEVEL = Pattern.compile("\\b(ERROR|WARN|INFO|DEBUG|TRACE)\\b");

    private final JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyCategoryAndItsLevelsAreInTheManual() throws Exception {
        assertThat(documented()).isEqualTo(used());
    }

    @Test
    void nobodyLogsByALoggerThatIsNotHisOwnConstant() {
        assertThat(ours()).filteredOn(each -> !levels(each).isEmpty()).allSatisfy(
                each -> assertThat(loggers(each)).as(each.getName()).hasSize(1));
    }

    private Map<String, Set<String>> documented() throws Exception {
        Map<String, Set<String>> found = new TreeMap<>();
        Matcher rows = ROW.matcher(Manual.page("operations"));
        while (rows.find()) {
            found.put(rows.group(1), LEVEL.matcher(rows.group(2)).results().map(level -> level.group(1))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return found;
    }

    private Map<String, Set<String>> used() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JavaClass each : ours()) {
            for (Logger logger : loggers(each)) {
                found.computeIfAbsent(logger.getName(), name -> new TreeSet<>()).addAll(levels(each));
            }
        }
        return found;
    }

    /** The simulator has categories of its own, and its own page. */
    private List<JavaClass> ours() {
        return classes.stream().filter(each -> !each.getPackageName().startsWith(ROOT + ".simulator")).toList();
    }

    private static Set<String> levels(JavaClass each) {
        return each.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Logger.class)).map(JavaAccess::getName)
                .filter(LEVELS::contains).map(level -> level.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Logger> loggers(JavaClass each) {
        return Arrays.stream(each.reflect().getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Logger.class)
                .map(LogCategoriesTest::value).toList();
    }

    private static Logger value(Field field) {
        try {
            field.setAccessible(true);
            return (Logger) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
