package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.Specialty;
import org.saisei.eligibility.protocol.Verdict;

class ResponsiblePhysicianPlacedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);
    private static final LocalDate TRAINED = LocalDate.of(2026, 2, 20);

    @Test
    @Tag("S-D1")
    @Tag("S-F2")
    void aResponsiblePhysiciansPeriodBeginsOnceTenYearsHavePassedSinceLicensing() {
        var physician = new Physician(
                "DR-1",
                LocalDate.of(2016, 4, 1),
                Map.of(Specialty.ORTHOPAEDICS_INCLUDING_SPINE, BigDecimal.TEN),
                null,
                30,
                null,
                true,
                LocalDate.of(2019, 3, 1),
                List.of(
                        new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, LocalDate.of(2019, 4, 1), null),
                        new Placement(
                                "STEMIRAC",
                                PlacementRole.RESPONSIBLE,
                                LocalDate.of(2019, 4, 1),
                                LocalDate.of(2026, 3, 31))),
                null);

        assertThat(new Stemirac().responsiblePhysicians(List.of(physician)))
                .containsExactly(new ResponsiblePhysician("DR-1", List.of("S-D1"), LocalDate.of(2026, 4, 1), null));
    }

    @ParameterizedTest
    @Tag("S-F2")
    @CsvSource(
            nullValues = "-",
            value = {
                "9,  -, 30, true, 2026-02-20, /physicians/DR-1/training",
                "15, 0, -,  true, 2026-02-20, /physicians/DR-1/spinalCordInjuryCases",
                "15, -, -,  true, 2026-02-20, /physicians/DR-1/spinalCordInjuryCases",
                "15, 0, 30, -,    2026-02-20, /physicians/DR-1/assessesAis",
                "15, 0, -,  -,    -,          /physicians/DR-1/spinalCordInjuryCases /physicians/DR-1/assessesAis"
                        + " /physicians/DR-1/productTrainingCompletedOn",
                "15, -, 30, true, -,          /physicians/DR-1/productTrainingCompletedOn",
                "15, 0, 29, -,    -,          -",
                "9,  9, -,  true, 2026-02-20, -",
                "15, 0, -,  true, 2026-04-11, -"
            })
    void whatWouldSettleAPlacedPhysicianIsMissingAndNothingElse(
            BigDecimal orthopaedics,
            @Nullable BigDecimal neurosurgery,
            @Nullable Integer cases,
            @Nullable Boolean ais,
            @Nullable LocalDate trained,
            @Nullable String missing) {
        var years = new EnumMap<Specialty, BigDecimal>(Map.of(Specialty.ORTHOPAEDICS_INCLUDING_SPINE, orthopaedics));
        if (neurosurgery != null) {
            years.put(Specialty.NEUROSURGERY_INCLUDING_SPINE, neurosurgery);
        }
        var placements = List.of(new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, DAY, DAY));
        var judged = placed(new Physician(
                "DR-1", LocalDate.of(2000, 4, 1), years, null, cases, null, ais, trained, placements, null));

        assertThat(judged.verdict()).isEqualTo(missing == null ? Verdict.NOT_MET : Verdict.UNKNOWN);
        assertThat(String.join(" ", judged.missing())).isEqualTo(missing == null ? "" : missing);
    }

    @ParameterizedTest
    @Tag("S-F2")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-04-10, 2026-04-10, MET",
                "2026-04-10, -,          MET",
                "2026-04-11, -,          NOT_MET",
                "2026-04-01, 2026-04-09, NOT_MET"
            })
    void aPlacementCountsOnItsFirstAndItsLastDay(LocalDate from, LocalDate to, Verdict verdict) {
        assertThat(placed(physician(
                                "DR-1", 30, TRAINED, new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, from, to)))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    @Tag("S-F2")
    void onePhysicianWhoMeetsAllIsEnough() {
        var judged = placed(
                physician("DR-1", 29, TRAINED, new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, DAY, null)),
                physician("DR-2", 30, TRAINED, new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, DAY, null)));

        assertThat(judged.verdict()).isEqualTo(Verdict.MET);
        assertThat(judged.values()).containsEntry("responsible", List.of("DR-2"));
    }

    @Test
    @Tag("S-F2")
    void aPlacementUnderAnotherProtocolSaysNothingOfThisOne() {
        var judged = placed(physician(
                "DR-1", 30, TRAINED, new Placement("VASCULAR_REGENERATION", PlacementRole.RESPONSIBLE, DAY, null)));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.missing()).containsExactly("/physicians");
    }

    @Test
    @Tag("S-F2")
    void anUndatedTrainingOfTheOnlyFittingPhysicianIsWhatIsMissing() {
        var judged = placed(
                physician("DR-1", 30, null, new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, DAY, null)),
                physician("DR-2", 3, null, new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, DAY, null)));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.missing()).containsExactly("/physicians/DR-1/productTrainingCompletedOn");
    }

    @Test
    @Tag("S-F2")
    void placementsThatAmountToTheSamePeriodAreToldOnce() {
        var periods = new Stemirac()
                .responsiblePhysicians(List.of(physician(
                        "DR-1",
                        30,
                        TRAINED,
                        new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, TRAINED.minusDays(10), DAY),
                        new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, TRAINED.minusDays(20), DAY))));

        assertThat(periods).hasSize(1);
    }

    @Test
    @Tag("S-F2")
    void aResponsiblePhysiciansPeriodBeginsOncePlacedAndTrained() {
        var periods = new Stemirac()
                .responsiblePhysicians(List.of(physician(
                        "DR-1",
                        30,
                        TRAINED,
                        new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, TRAINED.minusDays(10), DAY),
                        new Placement(
                                "STEMIRAC", PlacementRole.RESPONSIBLE, TRAINED.minusDays(90), TRAINED.minusDays(1)))));

        assertThat(periods).containsExactly(new ResponsiblePhysician("DR-1", List.of("S-D1"), TRAINED, DAY));
    }

    private static Judged placed(Physician... physicians) {
        return Judge.one(
                new ResponsiblePhysicianPlaced(), new FacilityOnDay(List.of(), List.of(), List.of(physicians), DAY));
    }

    private static Physician physician(String id, int cases, @Nullable LocalDate trainedOn, Placement... placements) {
        return new Physician(
                id,
                LocalDate.of(2005, 4, 1),
                Map.of(Specialty.ORTHOPAEDICS_INCLUDING_SPINE, new BigDecimal("15")),
                null,
                cases,
                null,
                true,
                trainedOn,
                List.of(placements),
                null);
    }
}
