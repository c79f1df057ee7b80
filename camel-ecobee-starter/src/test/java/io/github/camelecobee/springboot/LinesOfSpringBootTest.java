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
package io.github.camelecobee.springboot;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What is in the same place in Spring Boot 3.5 and in 4. */
@AnalyzeClasses(packages = "io.github.camelecobee", importOptions = DoNotIncludeTests.class)
class LinesOfSpringBootTest {
    private static final String STARTER = "io.github.camelecobee.springboot..";

    @ArchTest
    static final ArchRule ONLY_WHAT_BOTH_HAVE = noClasses().that().resideInAPackage(STARTER).should().dependOnClassesThat(
            resideInAPackage("org.springframework.boot..").and(resideOutsideOfPackages(
                    "org.springframework.boot.autoconfigure", "org.springframework.boot.autoconfigure.condition",
                    "org.springframework.boot.context.properties..", "org.springframework.boot.actuate.endpoint..",
                    "org.springframework.boot.actuate.autoconfigure.endpoint.condition")));

    @ArchTest
    static final ArchRule THE_COMPONENT_KNOWS_NO_SPRING = noClasses().that().resideOutsideOfPackage(STARTER).should()
            .dependOnClassesThat().resideInAPackage("org.springframework..");
}
