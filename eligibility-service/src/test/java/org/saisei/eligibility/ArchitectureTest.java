package org.saisei.eligibility;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saisei.kit.test.HouseRules;
import org.saisei.kit.test.MigrationRules;

class ArchitectureTest {
    private static final String PROTOCOL = "org.saisei.eligibility.protocol";
    private static final Pattern OF_ONE_PROTOCOL =
            Pattern.compile(Pattern.quote(PROTOCOL) + "\\.(?!http$|messaging$|persistence$)[a-z]+");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.saisei.eligibility");

    /** Whatever lies beside the adapters below the feature's root is a protocol; an empty stream fails the tests. */
    static Stream<String> protocols() {
        return CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(OF_ONE_PROTOCOL.asMatchPredicate())
                .distinct();
    }

    @Test
    void theHouseRulesHold() {
        HouseRules.check("org.saisei.eligibility");
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aProtocolsFilesArePlainJavaOnTheProtocolRoot(String protocol) {
        classes()
                .that()
                .resideInAPackage(protocol)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "jakarta.enterprise.context..", PROTOCOL, protocol)
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void nothingKnowsAProtocolByName(String protocol) {
        noClasses()
                .that()
                .resideOutsideOfPackage(protocol)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(protocol)
                .check(CLASSES);
    }

    @Test
    void featuresDependOnEachOtherWithoutCycles() {
        slices().matching("org.saisei.eligibility.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void migrationsLetThePreviousReleaseWrite() throws IOException {
        // builds an index on assessment, of which no deployment has any yet
        MigrationRules.check("V2026_11_22_15__administrations.sql");
    }
}
