package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Verdict;

class ConvalescentRehabilitationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-04-10, -,          2024-06-01, MET,     -",
                "2026-04-01, 2026-04-10, 2026-04-10, MET,     -",
                "2026-04-01, 2026-04-09, 2024-06-01, NOT_MET, -",
                "2026-04-11, -,          2024-06-01, UNKNOWN, /attestations/S-F1.5 /links",
                "2026-04-01, -,          2026-04-11, NOT_MET, -",
                "2026-04-01, -,          -,          UNKNOWN, /links/F-3/filedOn"
            })
    @Tag("S-F1.5")
    void aLinkHoldsWhileItIsInForceAndTheOthersFilingIsKnown(
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate filedOn,
            Verdict verdict,
            @Nullable String missing) {
        var judged = available(List.of(), link("F-3", from, to, filedOn));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(String.join(" ", judged.missing())).isEqualTo(missing == null ? "" : missing);
    }

    @Test
    @Tag("S-F1.5")
    void theNumberOfTheOthersFilingWillDo() {
        assertThat(available(
                                List.of(),
                                new FacilityLink(
                                        "F-3",
                                        FacilityLink.Kind.CONVALESCENT_REHABILITATION,
                                        DAY,
                                        null,
                                        "A308-1",
                                        null))
                        .verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    @Tag("S-F1.5")
    void aPartnerOfAnotherKindIsNotEnough() {
        assertThat(available(List.of(), new FacilityLink("F-3", FacilityLink.Kind.PARTNER, DAY, null, null, DAY))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-F1.5", "S-F5"})
    @Tag("S-F1.5")
    @Tag("S-F5")
    void theFacilitysOwnFilingServesBothUnderWhicheverItIsStated(String requirement) {
        var own = List.of(filed(requirement, DAY));

        assertThat(available(own).verdict()).isEqualTo(Verdict.MET);
        assertThat(afterTransfer(own).verdict()).isEqualTo(Verdict.MET);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2026-04-10, MET, -", "2026-04-11, NOT_MET, -", "-, UNKNOWN, /attestations/S-F5/filedOn"})
    @Tag("S-F5")
    void theOwnFilingCountsFromItsDayOn(@Nullable LocalDate filedOn, Verdict verdict, @Nullable String missing) {
        var judged = afterTransfer(List.of(filed("S-F5", filedOn)));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.missing()).isEqualTo(missing == null ? List.of() : List.of(missing));
    }

    @Test
    @Tag("S-F5")
    void aLinkToAnotherDoesNotMakeAFacilityOneToTransferTo() {
        var judged = Judge.one(
                ConvalescentRehabilitation.PROVIDED_AFTER_TRANSFER, record(List.of(), link("F-3", DAY, null, DAY)));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.missing()).containsExactly("/attestations/S-F5");
    }

    @Test
    @Tag("S-F1.5")
    @Tag("S-F5")
    void anEndedStatementIsANoUnlessAnotherWayHolds() {
        var ended = new Attestation("S-F5", DAY.minusDays(9), DAY.minusDays(1), null, null, DAY.minusDays(9), null);

        assertThat(afterTransfer(List.of(ended)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(available(List.of(ended)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(available(List.of(ended), link("F-3", DAY, null, DAY)).verdict())
                .isEqualTo(Verdict.MET);
        assertThat(available(List.of(ended), link("F-3", DAY, null, null)).missing())
                .containsExactly("/links/F-3/filedOn");
    }

    @Test
    @Tag("S-F1.5")
    void oneLinkThatHoldsIsEnough() {
        var judged = available(
                List.of(),
                link("F-3", DAY.minusDays(9), DAY.minusDays(1), DAY.minusDays(9)),
                link("F-4", DAY, null, DAY));

        assertThat(judged.verdict()).isEqualTo(Verdict.MET);
    }

    private static Judged available(List<Attestation> attestations, FacilityLink... links) {
        return Judge.one(ConvalescentRehabilitation.AVAILABLE, record(attestations, links));
    }

    private static Judged afterTransfer(List<Attestation> attestations) {
        return Judge.one(ConvalescentRehabilitation.PROVIDED_AFTER_TRANSFER, record(attestations));
    }

    private static FacilityOnDay record(List<Attestation> attestations, FacilityLink... links) {
        return new FacilityOnDay(attestations, List.of(links), List.of(), DAY);
    }

    private static Attestation filed(String requirement, @Nullable LocalDate filedOn) {
        return new Attestation(requirement, DAY.minusDays(5), null, null, null, filedOn, null);
    }

    private static FacilityLink link(
            String facilityId, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate filedOn) {
        return new FacilityLink(facilityId, FacilityLink.Kind.CONVALESCENT_REHABILITATION, from, to, null, filedOn);
    }
}
