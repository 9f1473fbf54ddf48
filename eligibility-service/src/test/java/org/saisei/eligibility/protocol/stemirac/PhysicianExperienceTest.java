package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.protocol.Criterion;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.Specialty;
import org.saisei.eligibility.protocol.Verdict;

class PhysicianExperienceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);
    private static final LocalDate TRAINED = LocalDate.of(2026, 2, 20);

    @ParameterizedTest
    @Tag("S-D1")
    @Tag("S-D2")
    @CsvSource(
            nullValues = "-",
            value = {
                "10,  -,   30, true,  MET,     UNKNOWN",
                "10,  0,   30, true,  MET,     NOT_MET",
                "9.9, 10,  30, true,  NOT_MET, MET",
                "0,   9,   30, true,  NOT_MET, NOT_MET",
                "0,   9.9, 30, true,  NOT_MET, NOT_MET",
                "-,   10,  30, true,  UNKNOWN, MET",
                "10,  10,  30, true,  MET,     MET",
                "10,  10,  29, true,  NOT_MET, NOT_MET",
                "10,  10,  30, false, NOT_MET, NOT_MET",
                "10,  10,  -,  true,  UNKNOWN, UNKNOWN",
                "10,  10,  30, -,     UNKNOWN, UNKNOWN",
                "-,   -,   29, -,     NOT_MET, NOT_MET",
                "-,   9,   -,  -,     UNKNOWN, NOT_MET"
            })
    void tenYearsThirtyCasesAndAis(
            @Nullable BigDecimal orthopaedicYears,
            @Nullable BigDecimal neurosurgicalYears,
            @Nullable Integer cases,
            @Nullable Boolean ais,
            Verdict orthopaedic,
            Verdict neurosurgical) {
        var years = new EnumMap<Specialty, BigDecimal>(Specialty.class);
        if (orthopaedicYears != null) {
            years.put(Specialty.ORTHOPAEDICS_INCLUDING_SPINE, orthopaedicYears);
        }
        if (neurosurgicalYears != null) {
            years.put(Specialty.NEUROSURGERY_INCLUDING_SPINE, neurosurgicalYears);
        }
        var physician = new PhysicianOnDay(
                new Physician(
                        "DR-1", LocalDate.of(2000, 4, 1), years, null, cases, null, ais, TRAINED, List.of(), null),
                DAY);

        assertThat(Judge.one(PhysicianExperience.ORTHOPAEDICS, physician).verdict())
                .isEqualTo(orthopaedic);
        assertThat(Judge.one(PhysicianExperience.NEUROSURGERY, physician).verdict())
                .isEqualTo(neurosurgical);
    }

    @Test
    @Tag("S-D1")
    void whatIsNotStatedIsNamedAndNotShownAsAValue() {
        var physician = new Physician(
                "DR-1", LocalDate.of(2000, 4, 1), Map.of(), null, null, null, null, TRAINED, List.of(), null);

        var judged = Judge.one(PhysicianExperience.ORTHOPAEDICS, new PhysicianOnDay(physician, DAY));

        assertThat(judged.missing())
                .containsExactly(
                        "/physicians/DR-1/training",
                        "/physicians/DR-1/spinalCordInjuryCases",
                        "/physicians/DR-1/assessesAis");
        assertThat(judged.values())
                .doesNotContainKeys("trainingYears", "spinalCordInjuryCases", "assessesAis")
                .containsEntry("yearsSinceLicensing", new BigDecimal("26"));
    }

    @ParameterizedTest
    @Tag("S-D1")
    @Tag("S-D2")
    @CsvSource({
        "2016-04-01, 2026-03-31, NOT_MET",
        "2016-04-01, 2026-04-01, MET",
        "2016-04-01, 2019-04-01, NOT_MET",
        "2016-02-29, 2026-02-28, NOT_MET",
        "2016-02-29, 2026-03-01, MET",
        "2026-04-01, 2019-04-01, NOT_MET"
    })
    void tenYearsHavePassedSinceLicensingOnTheDayLookedAt(LocalDate licensed, LocalDate day, Verdict verdict) {
        var years = Map.of(
                Specialty.ORTHOPAEDICS_INCLUDING_SPINE, BigDecimal.TEN,
                Specialty.NEUROSURGERY_INCLUDING_SPINE, BigDecimal.TEN);
        var physician = new PhysicianOnDay(
                new Physician("DR-1", licensed, years, null, 30, null, true, TRAINED, List.of(), null), day);

        assertThat(Judge.all(List.of(PhysicianExperience.values()), physician))
                .extracting(Judged::verdict)
                .containsOnly(verdict);
    }

    @ParameterizedTest
    @Tag("S-D1")
    @CsvSource({"30, 2026-04-10, MET", "30, 2026-04-11, UNKNOWN", "29, 2026-04-11, NOT_MET"})
    void experienceOfALaterDayDoesNotShowThatItSufficedBefore(int cases, LocalDate asOf, Verdict verdict) {
        var physician = new Physician(
                "DR-1",
                LocalDate.of(2000, 4, 1),
                Map.of(Specialty.ORTHOPAEDICS_INCLUDING_SPINE, BigDecimal.TEN),
                null,
                cases,
                null,
                true,
                TRAINED,
                List.of(),
                asOf);

        var judged = Judge.one(PhysicianExperience.ORTHOPAEDICS, new PhysicianOnDay(physician, DAY));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.missing())
                .isEqualTo(verdict == Verdict.UNKNOWN ? List.of("/physicians/DR-1/experienceAsOf") : List.of());
    }

    @ParameterizedTest
    @Tag("S-D1")
    @Tag("S-D2")
    @CsvSource(
            nullValues = "-",
            value = {"-, NOT_MET", "2026-04-09, NOT_MET", "2026-04-10, NOT_MET", "2026-04-11, UNKNOWN"})
    void anAbilityDeniedOfALaterDayDoesNotShowThatItWasLackingBefore(@Nullable LocalDate asOf, Verdict verdict) {
        var years = Map.of(
                Specialty.ORTHOPAEDICS_INCLUDING_SPINE, BigDecimal.TEN,
                Specialty.NEUROSURGERY_INCLUDING_SPINE, BigDecimal.TEN);
        var physician =
                new Physician("DR-1", LocalDate.of(2000, 4, 1), years, null, 30, null, false, TRAINED, List.of(), asOf);

        var judged = Judge.all(List.of(PhysicianExperience.values()), new PhysicianOnDay(physician, DAY));

        assertThat(judged).extracting(Judged::verdict).containsOnly(verdict);
        assertThat(judged)
                .extracting(Judged::missing)
                .containsOnly(verdict == Verdict.UNKNOWN ? List.of("/physicians/DR-1/experienceAsOf") : List.of());
    }

    @Test
    @Tag("S-D1")
    @Tag("S-D2")
    @Tag("S-D3")
    void whatIsOursOfTheExperienceIsSaidAndTheDayOfWhichItIsStatedIsRead() {
        var criteria = List.of(
                PhysicianExperience.ORTHOPAEDICS, PhysicianExperience.NEUROSURGERY, new RehabilitationExperience());

        assertThat(criteria).extracting(Criterion::info).allSatisfy(info -> {
            assertThat(info.reads()).contains("/experienceAsOf");
            var ours = Objects.requireNonNull(info.ours());
            assertThat(ours.ja()).contains("10 年", "experienceAsOf");
            assertThat(ours.en()).contains("10 years", "experienceAsOf");
        });
    }

    @Test
    @Tag("S-F2")
    void aResponsiblePhysiciansPeriodBeginsOnTheDayOfWhichTheExperienceIsStated() {
        var physician = new Physician(
                "DR-1",
                LocalDate.of(2000, 4, 1),
                Map.of(Specialty.ORTHOPAEDICS_INCLUDING_SPINE, BigDecimal.TEN),
                null,
                30,
                null,
                true,
                TRAINED,
                List.of(new Placement("STEMIRAC", PlacementRole.RESPONSIBLE, DAY.minusDays(30), null)),
                DAY);

        assertThat(new Stemirac().responsiblePhysicians(List.of(physician)))
                .extracting(ResponsiblePhysician::from)
                .containsExactly(DAY);
    }

    @Test
    @Tag("S-D4")
    void trainingCountsFromItsDayOnAndIsUnknownWithoutOne() {
        assertThat(training(DAY).verdict()).isEqualTo(Verdict.MET);
        assertThat(training(DAY.plusDays(1)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(training(null).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(training(null).missing()).containsExactly("/physicians/DR-1/productTrainingCompletedOn");
    }

    private static Judged training(@Nullable LocalDate completedOn) {
        var physician = new Physician(
                "DR-1", LocalDate.of(2005, 4, 1), Map.of(), null, null, null, null, completedOn, List.of(), null);
        return Judge.one(new ProductTraining(), new PhysicianOnDay(physician, DAY));
    }
}
