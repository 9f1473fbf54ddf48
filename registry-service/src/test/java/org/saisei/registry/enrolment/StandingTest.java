package org.saisei.registry.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.saisei.registry.enrolment.Standing.Because;
import org.saisei.registry.enrolment.Standing.Code;
import org.saisei.registry.enrolment.Standing.Step;

class StandingTest {
    private static final List<Reason> REASONS = List.of(new Reason("S-P2", "NOT_MET"));

    /** The architecture's table, cell by cell; "." means that it stays. */
    @ParameterizedTest
    @CsvSource({
        "PENDING, ELIGIBLE, REGISTERED",
        "PENDING, ELIGIBLE_WITH_CAUTION, REGISTERED",
        "PENDING, INELIGIBLE, REFUSED",
        "PENDING, NOT_RECOMMENDED, REFUSED",
        "PENDING, INDETERMINATE, .",
        "REGISTERED, ELIGIBLE, .",
        "REGISTERED, ELIGIBLE_WITH_CAUTION, .",
        "REGISTERED, INELIGIBLE, .",
        "REGISTERED, NOT_RECOMMENDED, .",
        "REGISTERED, INDETERMINATE, .",
        "REFUSED, ELIGIBLE, .",
        "REFUSED, ELIGIBLE_WITH_CAUTION, .",
        "REFUSED, INELIGIBLE, .",
        "REFUSED, NOT_RECOMMENDED, .",
        "REFUSED, INDETERMINATE, .",
        "REGISTERED_WITH_DEVIATION, ELIGIBLE, .",
        "REGISTERED_WITH_DEVIATION, ELIGIBLE_WITH_CAUTION, .",
        "REGISTERED_WITH_DEVIATION, INELIGIBLE, .",
        "REGISTERED_WITH_DEVIATION, NOT_RECOMMENDED, .",
        "REGISTERED_WITH_DEVIATION, INDETERMINATE, .",
    })
    void aDecisionMovesAStandingAsTheTableSays(Code from, Decision decision, String to) {
        var step = Standing.of(from, List.of()).onDecision(decision, REASONS);

        assertThat(after(step)).isEqualTo(to);
    }

    @Test
    void theTableOfDecisionsIsComplete() throws NoSuchMethodException {
        var rows = StandingTest.class
                .getDeclaredMethod("aDecisionMovesAStandingAsTheTableSays", Code.class, Decision.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();

        assertThat(Stream.of(rows).map(row -> row.substring(0, row.lastIndexOf(','))))
                .doesNotHaveDuplicates()
                .hasSize(Code.values().length * Decision.values().length);
    }

    @ParameterizedTest
    @Tag("S-R1")
    @CsvSource({
        "PENDING, REGISTERED_WITH_DEVIATION",
        "REGISTERED, .",
        "REFUSED, REGISTERED_WITH_DEVIATION",
        "REGISTERED_WITH_DEVIATION, .",
    })
    void aTreatmentFactMovesAStandingAsTheTableSays(Code from, String to) {
        assertThat(after(Standing.of(from, List.of()).onTreatment())).isEqualTo(to);
    }

    @Test
    void aRefusalKeepsItsReasons() {
        var step = new Standing.Pending().onDecision(Decision.INELIGIBLE, REASONS);

        assertThat(step).isEqualTo(new Step.Moves(new Standing.Refused(REASONS)));
    }

    static Stream<Arguments> reasonsForStaying() {
        return Stream.of(
                Arguments.of(new Standing.Pending(), Decision.INDETERMINATE, Because.DECISION_UNSETTLED),
                Arguments.of(new Standing.Registered(), Decision.INELIGIBLE, Because.PLANS_REFUSED_FROM_NOW),
                Arguments.of(new Standing.Refused(REASONS), Decision.ELIGIBLE, Because.NEW_ENROLMENT_NEEDED),
                Arguments.of(new Standing.RegisteredWithDeviation(), Decision.ELIGIBLE, Because.DECISION_NOTED));
    }

    @ParameterizedTest
    @MethodSource("reasonsForStaying")
    void whatStaysSaysWhy(Standing standing, Decision decision, Because why) {
        assertThat(standing.onDecision(decision, REASONS)).isEqualTo(new Step.Stays(why));
    }

    @Test
    void everyCodeLeadsBackToItsType() {
        for (var code : Code.values()) {
            assertThat(Standing.of(code, REASONS).code()).isEqualTo(code);
        }
    }

    @Test
    void adviceAndUnknownsAreNoReasonsForARefusal() {
        assertThat(Stream.of("NOT_MET", "PRESENT", "OUTSIDE", "UNKNOWN")
                        .filter(verdict -> new Reason("S-P1", verdict).refuses()))
                .containsExactly("NOT_MET", "PRESENT");
    }

    private static String after(Step step) {
        return switch (step) {
            case Step.Moves moves -> moves.to().code().name();
            case Step.Stays ignored -> ".";
        };
    }
}
