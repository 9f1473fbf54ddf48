package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.protocol.Kind;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.PriorityRule.Place;

@Tag("S-P3")
class InitialSupplyRankingTest {
    private static final LocalDate INJURY = LocalDate.of(2026, 4, 5);
    private static final Parameters ON = Parameters.defaults(new Stemirac().parameters());
    private static final Parameters OFF = new Parameters(Map.of("initialSupplyRanking", BigDecimal.ZERO));

    private final InitialSupplyRanking ranking = new InitialSupplyRanking();

    @Test
    void aisAStandsAloneAndBAndCTogetherWhileTheSwitchIsOn() {
        assertThat(ranking.groups(ON)).containsExactly(Set.of("A"), Set.of("B", "C"));
        assertThat(ranking.groups(OFF)).containsExactly(Set.of("A", "B", "C"));
    }

    @ParameterizedTest
    @CsvSource({"31, false", "32, true", "0, false"})
    void daysPast31AreFlagged(int days, boolean flagged) {
        var reason = ranking.reason(new Place("A", INJURY, INJURY.plusDays(days)), ON);

        assertThat(reason.codes().contains("PAST_MARROW_GUIDE")).isEqualTo(flagged);
        assertThat(reason.text().ja()).contains("受傷から " + days + " 日");
    }

    @ParameterizedTest
    @CsvSource({"A, AIS_A_FIRST", "B, AIS_B_C_AFTER_A", "C, AIS_B_C_AFTER_A"})
    void eachPlaceSaysWhyItIsThatOne(String grade, String code) {
        assertThat(ranking.reason(new Place(grade, INJURY, INJURY), ON).codes()).startsWith(code);
        assertThat(ranking.reason(new Place(grade, INJURY, INJURY), OFF).codes())
                .startsWith("NO_GROUPS");
    }

    @Test
    void anInjuryOfAnUnknownDayIsSaidToBe() {
        @Nullable LocalDate unknown = null;

        assertThat(ranking.reason(new Place("A", unknown, INJURY), ON).codes())
                .isEqualTo(List.of("AIS_A_FIRST", "DAYS_SINCE_INJURY_UNKNOWN"));
    }

    @Test
    void theGuideThatAPlaceIsFlaggedByIsAmongItsParameters() {
        assertThat(ranking.parameters()).contains(MarrowCollectionWithinGuide.GUIDE_DAYS);
    }

    @Test
    void theNotesNameEachRuleOfTheOrder() {
        var ours = Objects.requireNonNull(ranking.info().ours());

        assertThat(ours.ja())
                .contains("AIS B と C を同順位", "受傷日が不明の患者を最後", "最初の適格性評価の評価日が早い順", "その評価の番号の順")
                .contains("INELIGIBLE 又は NOT_RECOMMENDED とされた患者", "施設の認定が当日有効でない患者を載せない");
        assertThat(ours.en())
                .contains("B and C are equal", "day of injury is not known last", "first assessed on the earlier day")
                .contains("by the id of that assessment", "INELIGIBLE or NOT_RECOMMENDED at another stage")
                .contains("no place while the facility's accreditation is not in force");
    }

    @Test
    void itJudgesNobody() {
        assertThat(ranking.info().kind()).isEqualTo(Kind.PRIORITY);
        assertThat(new Stemirac().patientCriteria())
                .noneMatch(criterion -> criterion.info().id().equals("S-P3"));
    }
}
