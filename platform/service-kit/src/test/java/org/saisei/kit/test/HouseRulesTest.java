package org.saisei.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
    private static final String PLANTED = "org.saisei.planted";

    static Stream<String> rules() {
        return HouseRules.rules(PLANTED).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleFindsItsPlantedViolation(String rule) {
        var planted = new ClassFileImporter().importPackages(PLANTED);

        var result = HouseRules.rules(PLANTED).get(rule).evaluate(planted);

        assertThat(result.hasViolation()).as(rule).isTrue();
    }

    @Test
    void aPackageBelowTheRootThatIsNoAdapterIsHeldToTheRoot() {
        var planted = new ClassFileImporter().importPackages(PLANTED + ".feature.detail");

        var result = HouseRules.rules(PLANTED).get("roots are plain").evaluate(planted);

        assertThat(result.hasViolation()).isTrue();
    }
}
