package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.eligibility.facility.Life.after;
import static org.saisei.eligibility.facility.Life.day;
import static org.saisei.eligibility.facility.Life.granted;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.CriterionInfo;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Finding;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.Specialty;
import org.saisei.eligibility.protocol.Text;
import org.saisei.eligibility.protocol.stemirac.Stemirac;

class LapseTest {
    private static final LocalDate FAR = day(1000);
    private static final List<Criterion<FacilityOnDay>> ATTESTED = List.of(requirement(
            "X-ATTESTED",
            facility -> facility.attestationEnded("X-ATTESTED")
                    ? Finding.of(false, Map.of())
                    : facility.attestation("X-ATTESTED").isPresent()
                            ? Finding.of(true, Map.of())
                            : Finding.unknown(Map.of(), List.of("/attestations/X-ATTESTED"))));
    private static final List<Criterion<FacilityOnDay>> LINKED = List.of(requirement(
            "X-LINKED",
            facility -> Finding.of(facility.links().stream().anyMatch(link -> link.on(facility.day())), Map.of())));
    private static final List<Criterion<FacilityOnDay>> STAFFED = List.of(requirement(
            "X-STAFFED",
            facility -> Finding.of(
                    facility.physicians().stream()
                            .flatMap(physician -> physician.placements().stream())
                            .anyMatch(placement -> placement.on(facility.day())),
                    Map.of())));

    private final Accreditation.Granted accreditation = granted(day(0), null);

    @Test
    void itLapsesOnTheDayAfterAStatementEndedAndNotBeforeThatDayHasCome() {
        var record = attested(attestation(day(-10), day(20)));

        assertThat(lapse(ATTESTED, record, day(20))).isEmpty();
        assertThat(lapse(ATTESTED, record, day(21))).contains("X-ATTESTED from " + day(21));
        assertThat(lapse(ATTESTED, record, FAR)).contains("X-ATTESTED from " + day(21));
    }

    @Test
    void itLapsesOnTheDayAfterALinkOrAPlacementEnded() {
        var linked = record(List.of(), List.of(link(day(-10), day(20))), List.of());
        var staffed = record(List.of(), List.of(), List.of(physician(placement(day(-10), day(20)))));

        assertThat(lapse(LINKED, linked, FAR)).contains("X-LINKED from " + day(21));
        assertThat(lapse(STAFFED, staffed, FAR)).contains("X-STAFFED from " + day(21));
    }

    @Test
    void aSuccessorFromTheNextDayOnKeepsItAndOneADayLaterDoesNot() {
        assertThat(lapse(ATTESTED, attested(attestation(day(-10), day(20)), attestation(day(21), null)), FAR))
                .isEmpty();
        assertThat(lapse(ATTESTED, attested(attestation(day(-10), day(20)), attestation(day(22), null)), FAR))
                .contains("X-ATTESTED from " + day(21));
    }

    @Test
    void whatIsUnknownDoesNotMakeItLapse() {
        assertThat(lapse(ATTESTED, attested(), FAR)).isEmpty();
        assertThat(lapse(ATTESTED, attested(attestation(day(50), null)), FAR)).isEmpty();
    }

    @Test
    void whatProvesNeverToHaveBeenMetMakesItLapseFromItsFirstDay() {
        assertThat(lapse(STAFFED, record(List.of(), List.of(), List.of(physician(placement(day(5), null)))), FAR))
                .contains("X-STAFFED from " + day(0));
    }

    @Test
    void afterItsLastDayOrItsWithdrawalNothingMakesItLapse() {
        var record = attested(attestation(day(-10), day(20)));
        var withdrawn = after(accreditation, AccreditationAct.WITHDRAWAL, day(21));

        assertThat(Lapse.first(granted(day(0), day(20)), ATTESTED, record, FAR)).isEmpty();
        assertThat(Lapse.first(granted(day(0), day(21)), ATTESTED, record, FAR)).isPresent();
        assertThat(Lapse.first(withdrawn, ATTESTED, record, FAR)).isEmpty();
    }

    @Test
    void whatHasLapsedDoesNotLapseAgain() {
        var record = attested(attestation(day(-10), day(20)));
        var lapsed = Lapse.foreseen(accreditation, ATTESTED, record, FAR);
        var fromTheFirstDay = Lapse.foreseen(granted(day(30), null), ATTESTED, record, FAR);

        assertThat(Lapse.first(lapsed, ATTESTED, record, FAR)).isEmpty();
        assertThat(fromTheFirstDay.neverInForce()).isTrue();
        assertThat(Lapse.first(fromTheFirstDay, ATTESTED, record, FAR)).isEmpty();
    }

    @Test
    @Tag("S-F2")
    void anAbilityDeniedAsOfADayMakesItLapseFromThatDayOnAndNotBefore() {
        var responsible = new Physician(
                "DR-1",
                LocalDate.of(2000, 4, 1),
                Map.of(
                        Specialty.ORTHOPAEDICS_INCLUDING_SPINE, BigDecimal.TEN,
                        Specialty.NEUROSURGERY_INCLUDING_SPINE, BigDecimal.TEN),
                null,
                30,
                null,
                false,
                day(-10),
                List.of(placement(day(-10), null)),
                day(20));
        var requirements = new Stemirac()
                .facilityCriteria().stream()
                        .filter(criterion -> criterion.info().id().equals("S-F2"))
                        .toList();

        var record = record(List.of(), List.of(), List.of(responsible));

        assertThat(lapse(requirements, record, day(19))).isEmpty();
        assertThat(lapse(requirements, record, FAR)).contains("S-F2 from " + day(20));
    }

    private Optional<String> lapse(
            List<Criterion<FacilityOnDay>> requirements, FacilityRecord record, LocalDate until) {
        return Lapse.first(accreditation, requirements, record, until)
                .map(change -> String.join(" ", change.requirements()) + " from " + change.from());
    }

    private static FacilityRecord attested(Attestation... attestations) {
        return record(List.of(attestations), List.of(), List.of());
    }

    private static FacilityRecord record(
            List<Attestation> attestations, List<FacilityLink> links, List<Physician> physicians) {
        return new FacilityRecord(new Facility("F-1", "病院", attestations, links, 1), physicians);
    }

    private static Attestation attestation(LocalDate from, @Nullable LocalDate to) {
        return new Attestation("X-ATTESTED", from, to, null, null, null, null);
    }

    private static FacilityLink link(LocalDate from, LocalDate to) {
        return new FacilityLink("F-2", FacilityLink.Kind.PARTNER, from, to, null, null);
    }

    private static Placement placement(LocalDate from, @Nullable LocalDate to) {
        return new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, from, to);
    }

    private static Physician physician(Placement placement) {
        return new Physician(
                "DR-1", LocalDate.of(2000, 4, 1), Map.of(), null, null, null, null, null, List.of(placement), null);
    }

    private interface Judgement {
        Finding of(FacilityOnDay facility);
    }

    private static Criterion<FacilityOnDay> requirement(String id, Judgement judgement) {
        return new Criterion<>() {
            @Override
            public CriterionInfo info() {
                return CriterionInfo.facility(id, "試験用", new Text("試験用", "made up for tests"), List.of("/x"), null);
            }

            @Override
            public Finding judge(FacilityOnDay facility) {
                return judgement.of(facility);
            }
        };
    }
}
