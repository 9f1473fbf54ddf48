package org.saisei.eligibility;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.HouseRules;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.saisei.eligibility");

    @Test
    void theHouseRulesHold() {
        HouseRules.check("org.saisei.eligibility");
    }

    @Test
    void aProtocolsFilesArePlainJavaOnTheProtocolRoot() {
        classes()
                .that()
                .resideInAPackage("org.saisei.eligibility.protocol.stemirac")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "jakarta.enterprise.context..",
                        "org.saisei.eligibility.protocol",
                        "org.saisei.eligibility.protocol.stemirac")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsAProtocolByName() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.saisei.eligibility.protocol.stemirac")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.saisei.eligibility.protocol.stemirac")
                .check(CLASSES);
    }

    @Test
    void featuresDependOnEachOtherWithoutCycles() {
        slices().matching("org.saisei.eligibility.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
