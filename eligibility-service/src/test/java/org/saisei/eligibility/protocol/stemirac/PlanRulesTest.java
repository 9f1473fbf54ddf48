package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.protocol.EarlierAdministrations;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.PlanOnDay;
import org.saisei.eligibility.protocol.PlanRule;
import org.saisei.eligibility.protocol.PlannedTreatment;
import org.saisei.eligibility.protocol.Verdict;

class PlanRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final Parameters PARAMETERS = Parameters.defaults(new Stemirac().parameters());

    @ParameterizedTest
    @Tag("S-T3")
    @CsvSource({
        "40, 80, MET, 3",
        "40.0, 80.000, MET, 3",
        "40, 79.999, NOT_MET, 2.999975",
        "1000, 1999.999, NOT_MET, 2.999999",
        "33.333, 66.666, MET, 3",
        "33.333, 66.665, NOT_MET, 2.999969",
        "40, 200, MET, 6",
        ", 80, UNKNOWN, ",
        "40, , UNKNOWN, "
    })
    void theDilutionIsComparedExactly(
            @Nullable BigDecimal product, @Nullable BigDecimal saline, Verdict verdict, @Nullable BigDecimal shown) {
        var judged = judge(new DilutedThreefold(), plan(product, saline, null, List.of()));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.values().get("dilution")).isEqualTo(shown);
    }

    @Test
    @Tag("S-T3")
    void anUnknownDilutionNamesTheVolumesThatAreMissing() {
        assertThat(judge(new DilutedThreefold(), plan(null, null, null, List.of()))
                        .missing())
                .containsExactly("/productVolumeMl", "/salineVolumeMl");
    }

    @ParameterizedTest
    @Tag("S-T3")
    @CsvSource({
        "0.699, OUTSIDE",
        "0.6999999, OUTSIDE",
        "0.7, WITHIN",
        "0.70, WITHIN",
        "0.85, WITHIN",
        "1.0, WITHIN",
        "1, WITHIN",
        "1.0000001, OUTSIDE",
        "1.001, OUTSIDE",
        ", UNKNOWN"
    })
    void theFlowsGuideIncludesItsBounds(@Nullable BigDecimal flow, Verdict verdict) {
        assertThat(judge(new ProductFlow(), plan(null, null, flow, List.of())).verdict())
                .isEqualTo(verdict);
    }

    @Test
    @Tag("S-T4")
    void whatIsStatedAndWhatIsRecordedCountTogether() {
        var rule = new SingleAdministration();
        var nothing = new EarlierAdministrations(null, null);
        var none = new EarlierAdministrations(List.of(), List.of());
        var stated = new EarlierAdministrations(List.of(DAY), List.of());
        var recorded = new EarlierAdministrations(List.of(), List.of(DAY));

        assertThat(judge(rule, plan(nothing)).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judge(rule, plan(none)).verdict()).isEqualTo(Verdict.MET);
        assertThat(judge(rule, plan(stated)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(judge(rule, plan(recorded)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(rule.objection(plan(stated)).pointer()).isEqualTo("/earlierAdministrationsOn");
        assertThat(rule.objection(plan(recorded)).pointer()).isEqualTo("/candidateId");
    }

    @Test
    @Tag("S-P8")
    @Tag("S-P9")
    void theLastDaysAreCountedFromTheInjuryAsDayZero() {
        var schedule = new Stemirac().schedule(plan(null, null, null, List.of()).plan(), PARAMETERS);

        assertThat(schedule)
                .extracting(step -> step.rule() + " " + step.step() + " " + step.from() + " " + step.to())
                .containsExactly(
                        "S-P8 marrowCollectionGuide 2026-05-01 2026-06-01",
                        "S-P9 firstBloodCollectionInTrial 2026-05-06 2026-05-18",
                        "S-P9 marrowCollectionInTrial 2026-05-12 2026-05-26",
                        "S-P9 lastBloodCollectionInTrial 2026-05-16 2026-06-09",
                        "S-P9 administrationInTrial 2026-06-13 2026-06-24",
                        "S-P9 administrationInTrialPlan 2026-05-27 2026-06-24");
    }

    private static Judged judge(PlanRule rule, PlanOnDay plan) {
        return Judge.one(rule, plan);
    }

    private static PlanOnDay plan(EarlierAdministrations earlier) {
        return plan(null, null, null, earlier);
    }

    private static PlanOnDay plan(
            @Nullable BigDecimal product,
            @Nullable BigDecimal saline,
            @Nullable BigDecimal flow,
            List<LocalDate> stated) {
        return plan(product, saline, flow, new EarlierAdministrations(stated, null));
    }

    private static PlanOnDay plan(
            @Nullable BigDecimal product,
            @Nullable BigDecimal saline,
            @Nullable BigDecimal flow,
            EarlierAdministrations earlier) {
        return new PlanOnDay(
                new PlannedTreatment(
                        new BigDecimal("70"),
                        DAY,
                        null,
                        DAY,
                        null,
                        null,
                        null,
                        null,
                        null,
                        product,
                        saline,
                        flow,
                        earlier),
                PARAMETERS);
    }
}
