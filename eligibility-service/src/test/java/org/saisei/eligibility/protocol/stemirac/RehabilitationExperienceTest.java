package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.Specialty;
import org.saisei.eligibility.protocol.Verdict;

@Tag("S-D3")
class RehabilitationExperienceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);
    private static final LocalDate TRAINED = LocalDate.of(2026, 2, 20);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2,   8,   50, true,  MET,     -",
                "1.9, 8,   50, true,  NOT_MET, -",
                "2,   7,   50, true,  NOT_MET, -",
                "2,   7.9, 50, true,  NOT_MET, -",
                "2,   8,   49, true,  NOT_MET, -",
                "2,   8,   50, false, NOT_MET, -",
                "-,   8,   50, true,  UNKNOWN, initialTrainingYears",
                "2,   -,   50, true,  UNKNOWN, training",
                "2,   8,   -,  true,  UNKNOWN, spinalCordInjuryRehabilitationCases",
                "2,   8,   50, -,     UNKNOWN, assessesAis",
                "-,   7,   -,  -,     NOT_MET, -"
            })
    void twoAndEightYearsFiftyCasesAndAis(
            @Nullable BigDecimal initial,
            @Nullable BigDecimal years,
            @Nullable Integer cases,
            @Nullable Boolean ais,
            Verdict verdict,
            @Nullable String missing) {
        var training = years == null ? Map.<Specialty, BigDecimal>of() : Map.of(Specialty.REHABILITATION, years);
        var physician = new Physician(
                "DR-1", LocalDate.of(2000, 4, 1), training, initial, null, cases, ais, TRAINED, List.of(), null);

        var judged = Judge.one(new RehabilitationExperience(), new PhysicianOnDay(physician, DAY));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.missing()).isEqualTo(missing == null ? List.of() : List.of("/physicians/DR-1/" + missing));
    }

    @ParameterizedTest
    @CsvSource({"2016-04-10, MET", "2016-04-11, NOT_MET"})
    void notBeforeTenYearsHavePassedSinceLicensing(LocalDate licensed, Verdict verdict) {
        assertThat(Judge.one(new RehabilitationExperience(), new PhysicianOnDay(rehabilitator(licensed, TRAINED), DAY))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void casesOfSpinalCordInjuryThatAreNotRehabilitationDoNotCount() {
        var physician = new Physician(
                "DR-1",
                LocalDate.of(2000, 4, 1),
                Map.of(Specialty.REHABILITATION, BigDecimal.TEN),
                BigDecimal.TWO,
                500,
                0,
                true,
                TRAINED,
                List.of(),
                null);

        assertThat(Judge.one(new RehabilitationExperience(), new PhysicianOnDay(physician, DAY))
                        .verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    @Tag("S-D4")
    void thoseResponsibleAfterATransferAreToldFromThePlacementOrTheTrainingOn() {
        var placedAfterTraining = rehabilitator(
                LocalDate.of(2000, 4, 1),
                TRAINED,
                new Placement("STEMIRAC", PlacementRole.RESPONSIBLE_AFTER_TRANSFER, DAY, DAY.plusDays(9)));
        var trainedAfterPlacement = rehabilitator(
                LocalDate.of(2000, 4, 1),
                DAY.plusDays(3),
                new Placement("STEMIRAC", PlacementRole.RESPONSIBLE_AFTER_TRANSFER, DAY, null));
        var licensedLate = rehabilitator(
                LocalDate.of(2016, 4, 20),
                TRAINED,
                new Placement("STEMIRAC", PlacementRole.RESPONSIBLE_AFTER_TRANSFER, DAY, null));

        assertThat(periods(placedAfterTraining))
                .containsExactly(new ResponsiblePhysician("DR-1", List.of("S-D3"), DAY, DAY.plusDays(9)));
        assertThat(periods(trainedAfterPlacement))
                .containsExactly(new ResponsiblePhysician("DR-1", List.of("S-D3"), DAY.plusDays(3), null));
        assertThat(periods(licensedLate))
                .containsExactly(new ResponsiblePhysician("DR-1", List.of("S-D3"), LocalDate.of(2026, 4, 20), null));
    }

    @Test
    @Tag("S-D4")
    void thoseUntrainedOrPlacedForSomethingElseAreNot() {
        assertThat(periods(rehabilitator(
                        LocalDate.of(2000, 4, 1),
                        null,
                        new Placement("STEMIRAC", PlacementRole.RESPONSIBLE_AFTER_TRANSFER, DAY, null))))
                .isEmpty();
        assertThat(periods(rehabilitator(
                        LocalDate.of(2000, 4, 1),
                        TRAINED,
                        new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, DAY, null),
                        new Placement("STEMIRAC", PlacementRole.CARE, DAY, null),
                        new Placement("OTHER", PlacementRole.RESPONSIBLE_AFTER_TRANSFER, DAY, null))))
                .isEmpty();
    }

    private static List<ResponsiblePhysician> periods(Physician physician) {
        return new Stemirac().rehabilitationPhysicians(List.of(physician));
    }

    private static Physician rehabilitator(LocalDate licensed, @Nullable LocalDate trained, Placement... placements) {
        return new Physician(
                "DR-1",
                licensed,
                Map.of(Specialty.REHABILITATION, new BigDecimal("8")),
                new BigDecimal("2"),
                null,
                50,
                true,
                trained,
                List.of(placements),
                null);
    }
}
