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
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Verdict;

class AttestedRequirementTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);

    @ParameterizedTest
    @EnumSource
    @Tag("S-F1.1")
    @Tag("S-F1.2")
    @Tag("S-F1.3")
    @Tag("S-F1.6")
    @Tag("S-F4")
    @Tag("S-F4p")
    @Tag("S-F6")
    @Tag("S-F7")
    @Tag("S-F8")
    @Tag("S-F9")
    void holdsOnTheStatementsFirstAndLastDayIsUnknownBeforeAndNotMetAfter(AttestedRequirement requirement) {
        assertThat(onlyOnTheDay(requirement, DAY).verdict()).isEqualTo(Verdict.MET);
        assertThat(onlyOnTheDay(requirement, DAY.plusDays(1)).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(onlyOnTheDay(requirement, DAY.minusDays(1)).verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAStatementItIsUnknownAndTheStatementIsWhatIsMissing(AttestedRequirement requirement) {
        var judged = Judge.one(requirement, new FacilityOnDay(List.of(), List.of(), List.of(), DAY));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.missing())
                .containsExactly("/attestations/" + requirement.info().id());
    }

    @ParameterizedTest
    @EnumSource
    void aStatementOfAnotherRequirementDoesNotCount(AttestedRequirement requirement) {
        var others = CompleteRecord.without(requirement.info().id(), CompleteRecord.on(DAY));

        assertThat(Judge.one(requirement, others).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void aStatementMadeAnewAfterAnEndedOneHolds(AttestedRequirement requirement) {
        var ended = stated(requirement, DAY.minusDays(9), DAY.minusDays(5), null);
        var anew = stated(requirement, DAY, null, null);

        assertThat(Judge.one(requirement, new FacilityOnDay(List.of(ended, anew), List.of(), List.of(), DAY))
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-04-10, -,          MET",
                "2026-04-01, 2026-04-10, MET",
                "2026-04-01, 2026-04-09, NOT_MET",
                "2026-04-11, -,          UNKNOWN"
            })
    @Tag("S-F1.2")
    @Tag("S-F7")
    @Tag("S-F9")
    void byAPartnerItHoldsOnlyWhileTheLinkToThatPartnerIsInForce(
            LocalDate from, @Nullable LocalDate to, Verdict verdict) {
        for (var requirement : List.of(
                AttestedRequirement.MALIGNANCY_TESTING,
                AttestedRequirement.ROUND_THE_CLOCK_CARE,
                AttestedRequirement.ADVERSE_EVENT_SPECIALISTS)) {
            var judged = Judge.one(
                    requirement,
                    CompleteRecord.with(
                            stated(requirement, DAY, null, "F-2"),
                            new FacilityLink("F-2", FacilityLink.Kind.PARTNER, from, to, null, null)));

            assertThat(judged.verdict()).isEqualTo(verdict);
            assertThat(judged.missing()).isEqualTo(verdict == Verdict.UNKNOWN ? List.of("/links/F-2") : List.of());
        }
    }

    @Test
    @Tag("S-F1.2")
    void aLinkToAnotherFacilityOrOfAnotherKindIsNoLinkToThePartner() {
        var judged = Judge.one(
                AttestedRequirement.MALIGNANCY_TESTING,
                CompleteRecord.with(
                        stated(AttestedRequirement.MALIGNANCY_TESTING, DAY, null, "F-2"),
                        new FacilityLink("F-3", FacilityLink.Kind.PARTNER, DAY, null, null, null),
                        new FacilityLink(
                                "F-3", FacilityLink.Kind.PARTNER, DAY.minusDays(9), DAY.minusDays(1), null, null),
                        new FacilityLink("F-2", FacilityLink.Kind.CONVALESCENT_REHABILITATION, DAY, null, null, DAY)));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.missing()).containsExactly("/links/F-2");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"COLLECTION", "MALIGNANCY_TESTING"})
    void whatWasLookedAtIsShown(AttestedRequirement requirement) {
        assertThat(onlyOnTheDay(requirement, DAY).values())
                .containsEntry("attestedOn", "2026-04-10")
                .containsEntry("endedOn", "2026-04-10");
    }

    /** On 2026-04-10, stated for the one day given. */
    private static Judged onlyOnTheDay(AttestedRequirement requirement, LocalDate stated) {
        return Judge.one(
                requirement,
                new FacilityOnDay(List.of(stated(requirement, stated, stated, null)), List.of(), List.of(), DAY));
    }

    private static Attestation stated(
            AttestedRequirement requirement, LocalDate from, @Nullable LocalDate to, @Nullable String partner) {
        return new Attestation(requirement.info().id(), from, to, null, null, null, partner);
    }
}
