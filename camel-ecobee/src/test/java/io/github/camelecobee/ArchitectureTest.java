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

import java.time.Instant;
import java.time.LocalDateTime;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.camel.Exchange;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Holds the floors: arrows only go down. */
@AnalyzeClasses(packages = "io.github.camelecobee", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.camelecobee";
    private static final String CONVERT = "io.github.camelecobee.convert..";
    private static final String REPORT = "io.github.camelecobee.report..";
    private static final String CHANGE = "io.github.camelecobee.change..";
    private static final String CLIENT = "io.github.camelecobee.client..";
    private static final String AUTHORIZATION = "io.github.camelecobee.authorization..";
    private static final String TRANSPORT = "io.github.camelecobee.transport..";
    private static final String JDBC = "io.github.camelecobee.jdbc..";
    private static final String MODEL = "io.github.camelecobee.model..";
    /** Beside the building: it edits answers as JSON, and reads YAML. */
    private static final String SIMULATOR = "io.github.camelecobee.simulator..";

    @ArchTest
    static final ArchRule arrowsOnlyGoDown = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("root").definedBy(ROOT)
            .layer("poll").definedBy("io.github.camelecobee.poll..")
            .layer("operation").definedBy("io.github.camelecobee.operation..")
            .layer("health").definedBy("io.github.camelecobee.health..")
            .layer("console").definedBy("io.github.camelecobee.console..")
            .layer("convert").definedBy(CONVERT)
            .layer("transform").definedBy("io.github.camelecobee.transform..")
            .layer("report").definedBy(REPORT)
            .layer("change").definedBy(CHANGE)
            .layer("client").definedBy(CLIENT)
            .layer("authorization").definedBy(AUTHORIZATION)
            .layer("transport").definedBy(TRANSPORT)
            .layer("cursor").definedBy("io.github.camelecobee.cursor..")
            .layer("jdbc").definedBy(JDBC)
            .layer("model").definedBy(MODEL)
            .whereLayer("root").mayNotBeAccessedByAnyLayer()
            .whereLayer("poll").mayOnlyBeAccessedByLayers("root")
            .whereLayer("operation").mayOnlyBeAccessedByLayers("root")
            .whereLayer("health").mayOnlyBeAccessedByLayers("root")
            .whereLayer("console").mayOnlyBeAccessedByLayers("root")
            .whereLayer("cursor").mayNotBeAccessedByAnyLayer()
            .whereLayer("jdbc").mayOnlyBeAccessedByLayers("authorization", "cursor")
            .whereLayer("transform").mayNotBeAccessedByAnyLayer()
            .whereLayer("convert").mayOnlyBeAccessedByLayers("transform")
            .whereLayer("report").mayOnlyBeAccessedByLayers("root", "poll", "operation", "convert", "transform")
            .whereLayer("change").mayOnlyBeAccessedByLayers("root", "poll", "operation", "convert", "transform")
            .whereLayer("client")
            .mayOnlyBeAccessedByLayers("root", "poll", "operation", "health", "console", "report", "change")
            .whereLayer("transport").mayOnlyBeAccessedByLayers("root", "client", "authorization")
            .whereLayer("authorization")
            .mayOnlyBeAccessedByLayers("root", "operation", "client", "health", "console");

    @ArchTest
    static final ArchRule roomsHaveNoCycles = slices().matching("io.github.camelecobee.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule belowTheRootNobodyKnowsOfExchangesAndEndpoints = noClasses()
            .that().resideInAnyPackage(REPORT, CHANGE, CLIENT, AUTHORIZATION, TRANSPORT, JDBC, MODEL)
            .should().dependOnClassesThat()
            .haveNameMatching("org\\.apache\\.camel\\.(Exchange|Endpoint|Message|Route|Processor).*");

    @ArchTest
    static final ArchRule clientAndAuthorizationKnowNoCamelAtAll = noClasses()
            .that().resideInAnyPackage(REPORT, CHANGE, CLIENT, AUTHORIZATION, JDBC, MODEL)
            .should().dependOnClassesThat(are(resideInAPackage("org.apache.camel..")));

    @ArchTest
    static final ArchRule onlyTransportKnowsHttpClient = noClasses()
            .that().resideOutsideOfPackage(TRANSPORT)
            .should().dependOnClassesThat(are(resideInAPackage("org.apache.hc..")));

    @ArchTest
    static final ArchRule onlyModelAndConvertersKnowJackson = noClasses()
            .that().resideOutsideOfPackages(MODEL, CONVERT, SIMULATOR, CHANGE)
            .should().dependOnClassesThat(are(resideInAPackage("com.fasterxml.jackson..")));

    @ArchTest
    static final ArchRule changesTellJacksonOfOtherPeopleOnlyWhatTheyAre = noClasses()
            .that().resideInAPackage(CHANGE)
            .should().dependOnClassesThat(are(resideInAnyPackage(
                    "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..", "com.fasterxml.jackson.dataformat..")));

    @ArchTest
    static final ArchRule onlyMetersKnowMicrometer = noClasses()
            .that().doNotHaveSimpleName("EcobeeMeters")
            .should().dependOnClassesThat(are(resideInAPackage("io.micrometer..")));

    @ArchTest
    static final ArchRule onlyTheSpanDecoratorKnowsCamelsTracers = noClasses()
            .that().doNotHaveSimpleName("EcobeeSpanDecorator")
            .should().dependOnClassesThat(are(resideInAPackage("org.apache.camel.telemetry..")))
            .orShould().dependOnClassesThat(are(simpleName("EcobeeSpanDecorator")));

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now");

    /** Differs between Camel 4.14 and later lines, or is gone from later ones; the jar runs on all. */
    @ArchTest
    static final ArchRule nothingThatIsNotTheSameOnEveryLineOfCamelIsUsed = noClasses()
            .should().dependOnClassesThat().haveNameMatching("org\\.apache\\.camel\\..*\\.(Send|Poll)DynamicAware.*")
            .orShould().dependOnClassesThat(are(resideInAnyPackage("org.apache.camel.cloud..")))
            .orShould().callMethodWhere(
                    target(owner(assignableTo(Exchange.class))).and(target(nameMatching("(get|has|set)Out"))));

    /** A virtual thread that waits in a monitor holds its carrier until JDK 24; locks do not. */
    @ArchTest
    static final ArchRule noMethodIsSynchronized = methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED);

    @ArchTest
    static final ArchRule nobodyPrints = noClasses().should().accessField(System.class, "out")
            .orShould().accessField(System.class, "err");
}
