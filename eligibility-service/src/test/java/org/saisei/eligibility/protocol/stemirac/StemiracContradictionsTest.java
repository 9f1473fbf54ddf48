package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.FactsDefinition.Reading;
import org.saisei.eligibility.protocol.Fault;

class StemiracContradictionsTest {
    private final Stemirac stemirac = new Stemirac();

    @Test
    void whatCannotBeTrueTogetherIsNamed() {
        assertThat(stemirac.contradictions(read(Map.of("malignancy", false, "tumourPresent", true))))
                .extracting(fault -> fault.pointer())
                .containsExactly("/facts/tumourPresent");
        assertThat(stemirac.contradictions(read(Map.of(
                        "injuryDate", "2026-05-01",
                        "ais", Map.of("assessedOn", "2026-04-30"),
                        "plannedMarrowCollectionOn", "2026-04-30"))))
                .extracting(fault -> fault.pointer())
                .containsExactlyInAnyOrder("/facts/ais/assessedOn", "/facts/plannedMarrowCollectionOn");
        assertThat(stemirac.contradictions(
                        read(Map.of("hypersensitivityToMaterial", false, "materialIsComponent", true))))
                .extracting(fault -> fault.pointer())
                .containsExactly("/facts/materialIsComponent");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 2026-05-10, 2026-05-20, 2026-06-10, ",
        "2026-05-01, 2026-05-01, 2026-05-01, 2026-05-01, ",
        "2026-05-11, 2026-05-10, 2026-05-20, 2026-06-10, ",
        "2026-05-01, 2026-05-10, 2026-04-30, 2026-06-10, /facts/plannedLastBloodCollectionOn",
        "2026-05-01, 2026-05-10, 2026-05-20, 2026-05-19, /facts/plannedAdministrationOn",
        "2026-05-01, 2026-05-21, 2026-05-20, 2026-05-20, /facts/plannedAdministrationOn"
    })
    void whatIsPlannedFollowsTheOrderInWhichItIsDone(
            String firstBlood, String marrow, String lastBlood, String administration, @Nullable String refused) {
        var facts = read(Map.of(
                "injuryDate", "2026-04-05",
                "plannedFirstBloodCollectionOn", firstBlood,
                "plannedMarrowCollectionOn", marrow,
                "plannedLastBloodCollectionOn", lastBlood,
                "plannedAdministrationOn", administration));

        assertThat(stemirac.contradictions(facts))
                .extracting(fault -> fault.pointer())
                .isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    @Test
    @Tag("S-P6.9")
    void theDiastolicPressureIsNotAboveTheSystolicOne() {
        assertThat(stemirac.contradictions(
                        read(Map.of("bloodPressure", Map.of("systolicMmHg", 90, "diastolicMmHg", 91)))))
                .extracting(fault -> fault.pointer())
                .containsExactly("/facts/bloodPressure/diastolicMmHg");
        assertThat(stemirac.contradictions(
                        read(Map.of("bloodPressure", Map.of("systolicMmHg", 90, "diastolicMmHg", 90)))))
                .isEmpty();
    }

    private Facts read(Map<String, Object> document) {
        return ((Reading.Accepted) stemirac.patientFacts().read(document)).facts();
    }

    @Test
    void whatIsPlannedOfTheAdministrationLiesAheadOfTheAssessment() {
        var facts = read(Map.of("plannedAdministrationOn", "2026-05-22"));

        assertThat(stemirac.contradictions(facts, LocalDate.of(2026, 5, 22), null))
                .isEmpty();
        assertThat(stemirac.contradictions(facts, LocalDate.of(2026, 5, 23), null))
                .extracting(Fault::pointer, Fault::rule)
                .containsExactly(tuple("/facts/plannedAdministrationOn", "BEFORE_ASSESSMENT"));
    }

    @Test
    void nobodyIsInjuredBeforeTheirBirth() {
        var day = LocalDate.of(2026, 4, 10);

        assertThat(stemirac.contradictions(read(Map.of("ageYears", 20, "injuryDate", "2005-04-11")), day, null))
                .isEmpty();
        assertThat(stemirac.contradictions(read(Map.of("ageYears", 20, "injuryDate", "2005-04-10")), day, null))
                .extracting(Fault::pointer, Fault::rule)
                .containsExactly(tuple("/facts/injuryDate", "BEFORE_BIRTH"));
    }

    @Test
    void noDeclarationIsMadeBeforeTheInjury() {
        var facts = read(Map.of("injuryDate", "2026-04-05"));
        var day = LocalDate.of(2026, 4, 10);

        assertThat(stemirac.contradictions(facts, day, LocalDate.of(2026, 4, 5)))
                .isEmpty();
        assertThat(stemirac.contradictions(facts, day, LocalDate.of(2026, 4, 4)))
                .extracting(Fault::pointer, Fault::rule)
                .containsExactly(tuple("/noOtherTreatmentOption/declaredOn", "BEFORE_INJURY"));
    }
}
