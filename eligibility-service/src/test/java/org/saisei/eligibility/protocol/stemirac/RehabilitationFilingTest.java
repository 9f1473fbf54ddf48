package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Verdict;

@Tag("S-F1.4a")
@Tag("S-F1.4b")
@Tag("S-F1.4c")
class RehabilitationFilingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);

    @ParameterizedTest
    @EnumSource
    void aFilingCountsFromItsDayOn(RehabilitationFiling requirement) {
        assertThat(stated(requirement, null, DAY).verdict()).isEqualTo(Verdict.MET);
        assertThat(stated(requirement, null, DAY.plusDays(1)).verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @ParameterizedTest
    @EnumSource
    void itsNumberAloneWillDoAndWithNeitherItsDayIsMissing(RehabilitationFiling requirement) {
        assertThat(stated(requirement, "H001-1", null).verdict()).isEqualTo(Verdict.MET);
        var judged = stated(requirement, null, null);
        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.missing())
                .containsExactly("/attestations/" + requirement.info().id() + "/filedOn");
    }

    @ParameterizedTest
    @EnumSource
    void withoutAStatementItIsUnknownAndOnceOneHasEndedNotMet(RehabilitationFiling requirement) {
        var id = requirement.info().id();
        var none = Judge.one(requirement, new FacilityOnDay(List.of(), List.of(), List.of(), DAY));
        assertThat(none.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(none.missing()).containsExactly("/attestations/" + id);

        var ended = new Attestation(id, DAY.minusDays(9), DAY.minusDays(1), null, null, DAY.minusDays(9), null);
        assertThat(Judge.one(requirement, new FacilityOnDay(List.of(ended), List.of(), List.of(), DAY))
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "EARLY_MOBILISATION_REHABILITATION, MET",
                "ADL_MAINTENANCE_ADMISSION,         MET",
                "-,                                 UNKNOWN"
            })
    void theFirstSaysWhichOfTheTwoWasFiled(@Nullable String filing, Verdict verdict) {
        var judged = Judge.one(
                RehabilitationFiling.EARLY_REHABILITATION,
                CompleteRecord.with(new Attestation("S-F1.4a", DAY, null, filing, null, DAY, null)));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.missing()).isEqualTo(filing == null ? List.of("/attestations/S-F1.4a/filing") : List.of());
    }

    @Test
    void ofTheFirstBothCanBeMissing() {
        var judged = Judge.one(
                RehabilitationFiling.EARLY_REHABILITATION, CompleteRecord.with(Attestation.of("S-F1.4a", DAY)));

        assertThat(judged.missing()).containsExactly("/attestations/S-F1.4a/filing", "/attestations/S-F1.4a/filedOn");
    }

    private static Judged stated(
            RehabilitationFiling requirement, @Nullable String number, @Nullable LocalDate filedOn) {
        var filing = requirement.form().filings().stream().findFirst().orElse(null);
        return Judge.one(
                requirement,
                CompleteRecord.with(
                        new Attestation(requirement.info().id(), DAY, null, filing, number, filedOn, null)));
    }
}
