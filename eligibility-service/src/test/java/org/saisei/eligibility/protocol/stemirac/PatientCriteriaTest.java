package org.saisei.eligibility.protocol.stemirac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Coverage;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.FactsDefinition.Reading;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Parameters;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.eligibility.protocol.UnsettledPhysician;
import org.saisei.eligibility.protocol.Verdict;

class PatientCriteriaTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);

    private final Stemirac stemirac = new Stemirac();

    @ParameterizedTest
    @Tag("S-P8")
    @CsvSource({"2026-04-05, WITHIN", "2026-05-06, WITHIN", "2026-05-07, OUTSIDE"})
    void marrowOnDay31IsWithinAndOnDay32Outside(String planned, Verdict verdict) {
        var judged =
                judge("S-P8", "PLANNING", Map.of("injuryDate", "2026-04-05", "plannedMarrowCollectionOn", planned));

        assertThat(judged.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @Tag("S-P5")
    @CsvSource(
            nullValues = "-",
            value = {
                "false, false, -,     ABSENT,  ",
                "true,  -,     -,     PRESENT, ",
                "true,  false, -,     PRESENT, ",
                "false, true,  -,     UNKNOWN, /facts/materialIsComponent",
                "false, true,  true,  PRESENT, ",
                "false, true,  false, ABSENT,  ",
                "-,     true,  true,  PRESENT, ",
                "-,     false, -,     UNKNOWN, /facts/hypersensitivityToComponent",
                "false, -,     -,     UNKNOWN, /facts/hypersensitivityToMaterial",
                "-,     true,  -,     UNKNOWN, /facts/hypersensitivityToComponent /facts/materialIsComponent",
                "-,     -,     -,     UNKNOWN, /facts/hypersensitivityToComponent /facts/hypersensitivityToMaterial"
            })
    void aHistoryWithAMaterialIsUnknownUntilThePhysicianRules(
            Boolean component, Boolean material, Boolean ruling, Verdict verdict, String missing) {
        var judged = judge(
                "S-P5",
                "PLANNING",
                facts(
                        "hypersensitivityToComponent", component,
                        "hypersensitivityToMaterial", material,
                        "materialIsComponent", ruling));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(String.join(" ", judged.missing())).isEqualTo(missing == null ? "" : missing);
    }

    @ParameterizedTest
    @Tag("S-P6.1")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,     -,     -,     UNKNOWN, true,  /facts/malignancy",
                "false, -,     -,     ABSENT,  true,  ",
                "true,  -,     -,     UNKNOWN, true,  /facts/tumourPresent",
                "true,  false, -,     PRESENT, true,  ",
                "true,  true,  -,     UNKNOWN, true,  /facts/tumourWeighing/weighedOn"
                        + " /facts/tumourWeighing/benefitOutweighsRisk",
                "true,  true,  true,  PRESENT, true,  ",
                "true,  true,  false, PRESENT, false, "
            })
    void aTumourNeedsAWrittenWeighingAndOneAgainstIsCarriedByNoDeclaration(
            Boolean malignancy, Boolean tumour, Boolean benefit, Verdict verdict, boolean declarable, String missing) {
        var facts = facts("malignancy", malignancy, "tumourPresent", tumour);
        if (benefit != null) {
            facts.put("tumourWeighing", Map.of("weighedOn", "2026-05-19", "benefitOutweighsRisk", benefit));
        }

        var judged = judge("S-P6.1", "PLANNING", facts);

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.declarable()).isEqualTo(declarable);
        assertThat(String.join(" ", judged.missing())).isEqualTo(missing == null ? "" : missing);
    }

    @ParameterizedTest
    @Tag("S-P2")
    @CsvSource({
        "A, MET, COVERED",
        "B, MET, COVERED",
        "C, MET, COVERED",
        "D, NOT_MET, NOT_COVERED",
        "E, NOT_MET, NOT_COVERED"
    })
    void theAisBeforeTheAdministrationDecidesCoverage(String grade, Verdict verdict, Coverage coverage) {
        var facts = immediatelyBefore(grade, "2026-05-20");

        assertThat(judge("S-P2", "PRE_ADMINISTRATION", facts).verdict()).isEqualTo(verdict);
        assertThat(stemirac.coverage(circumstances("PRE_ADMINISTRATION", facts, Map.of())))
                .contains(coverage);
        assertThat(stemirac.coverage(circumstances("PLANNING", facts, Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @Tag("S-P2")
    @CsvSource({"2026-05-14, UNKNOWN, UNKNOWN", "2026-05-13, UNKNOWN, UNKNOWN", "2026-05-15, MET, COVERED"})
    void theAisOfPlanningDoesNotStandInForTheOneBeforeTheAdministration(
            String assessedOn, Verdict verdict, Coverage coverage) {
        var planning = read(Map.of("ais", Map.of("grade", "A", "assessedOn", "2026-05-14")));
        var circumstances =
                circumstances("PRE_ADMINISTRATION", immediatelyBefore("A", assessedOn), Map.of("PLANNING", planning));

        assertThat(Judge.one(new AisIsAToC(), circumstances).verdict()).isEqualTo(verdict);
        assertThat(stemirac.coverage(circumstances)).contains(coverage);
    }

    @ParameterizedTest
    @Tag("S-P1")
    @Tag("S-P2")
    @CsvSource(
            nullValues = "-",
            value = {"true, COVERED", "false, NOT_COVERED", "-, UNKNOWN"})
    void onlyAnInjuryThatIsTraumaticIsCovered(@Nullable Boolean traumatic, Coverage coverage) {
        var facts = new HashMap<>(immediatelyBefore("A", "2026-05-20"));
        facts.remove("traumaticInjury");
        if (traumatic != null) {
            facts.put("traumaticInjury", traumatic);
        }

        assertThat(stemirac.coverage(circumstances("PRE_ADMINISTRATION", facts, Map.of())))
                .contains(coverage);
    }

    private static Map<String, Object> immediatelyBefore(String grade, String assessedOn) {
        return Map.of(
                "traumaticInjury",
                true,
                "ais",
                Map.of("grade", grade, "assessedOn", assessedOn),
                "firstCollectionOn",
                "2026-04-20",
                "plannedAdministrationOn",
                "2026-05-21");
    }

    @Test
    @Tag("S-P2")
    void anAisWithoutItsDayIsUnknownAndSaysWhatIsMissing() {
        var judged = judge("S-P2", "PLANNING", Map.of("ais", Map.of("grade", "D")));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.missing()).containsExactly("/facts/ais/assessedOn");
    }

    @ParameterizedTest
    @Tag("S-P1")
    @CsvSource(
            nullValues = "-",
            value = {"true, MET", "false, NOT_MET", "-, UNKNOWN"})
    void theInjuryIsTraumatic(Boolean traumatic, Verdict verdict) {
        assertThat(judge("S-P1", "PLANNING", facts("traumaticInjury", traumatic))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    @Tag("S-P0")
    void theAccreditationAndThePhysicianBothCount() {
        assertThat(accredited("accreditation", List.of(), "DR-0001")).isEqualTo(Verdict.MET);
        assertThat(accredited(null, List.of(), "DR-0001")).isEqualTo(Verdict.NOT_MET);
        assertThat(accredited("accreditation", List.of("S-F1.6"), "DR-0001")).isEqualTo(Verdict.NOT_MET);
        assertThat(accredited("accreditation", List.of(), "DR-0002")).isEqualTo(Verdict.NOT_MET);
    }

    @ParameterizedTest
    @Tag("S-P0")
    @CsvSource(
            nullValues = "-",
            value = {
                "accreditation, -,      -,      DR-0002, UNKNOWN, /physicians/DR-0002/assessesAis",
                "accreditation, -,      S-F2,   DR-0002, UNKNOWN, /physicians/DR-0002/assessesAis",
                "accreditation, -,      S-F1.6, DR-0002, UNKNOWN, /missing/S-F1.6 /physicians/DR-0002/assessesAis",
                "accreditation, -,      S-F1.6, DR-0001, UNKNOWN, /missing/S-F1.6",
                "accreditation, -,      S-F1.6, DR-0003, NOT_MET, -",
                "accreditation, S-F1.6, -,      DR-0002, NOT_MET, -",
                "-,             -,      -,      DR-0002, NOT_MET, -"
            })
    void whatTheFacilitysRecordLeavesOpenIsUnknownUnlessAnotherThingIsKnownNotToBeMet(
            @Nullable String accreditationId,
            @Nullable String notMet,
            @Nullable String unknown,
            String named,
            Verdict verdict,
            @Nullable String missing) {
        var judged = accredited(
                new AccreditationOnDay(
                        accreditationId,
                        DAY,
                        DAY,
                        accreditationId == null ? null : AccreditationState.ACCREDITED,
                        notMet == null ? List.of() : List.of(notMet),
                        unknown == null
                                ? List.of()
                                : List.of(new AccreditationOnDay.UnknownRequirement(
                                        unknown, List.of("/missing/" + unknown))),
                        List.of(new ResponsiblePhysician("DR-0001", List.of("S-D1"), DAY, DAY)),
                        List.of(new UnsettledPhysician("DR-0002", List.of("/physicians/DR-0002/assessesAis"))),
                        List.of()),
                named);

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(String.join(" ", judged.missing())).isEqualTo(missing == null ? "" : missing);
    }

    private Verdict accredited(@Nullable String accreditationId, List<String> notMet, String named) {
        var accreditation = new AccreditationOnDay(
                accreditationId,
                DAY,
                DAY,
                accreditationId == null ? null : AccreditationState.ACCREDITED,
                notMet,
                List.of(),
                List.of(new ResponsiblePhysician("DR-0001", List.of("S-D1"), DAY, DAY)),
                List.of(),
                List.of());
        return accredited(accreditation, named).verdict();
    }

    private static Judged accredited(AccreditationOnDay accreditation, String named) {
        return Judge.one(
                new FacilityIsAccredited(),
                new Circumstances(
                        "PLANNING", DAY, Facts.none(), Map.of(), accreditation, named, new Parameters(Map.of())));
    }

    private Judged judge(String criterion, String stage, Map<String, Object> facts) {
        return Judge.patient(stemirac.patientCriteria(), circumstances(stage, facts, Map.of())).stream()
                .filter(judged -> judged.criterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private Circumstances circumstances(String stage, Map<String, Object> facts, Map<String, Facts> others) {
        return new Circumstances(
                stage,
                DAY,
                read(facts),
                others,
                AccreditationOnDay.none(),
                "DR-0001",
                Parameters.defaults(stemirac.parameters()));
    }

    private Facts read(Map<String, Object> document) {
        return ((Reading.Accepted) stemirac.patientFacts().read(document)).facts();
    }

    private static Map<String, Object> facts(Object... namesAndValues) {
        var facts = new HashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return facts;
    }
}
