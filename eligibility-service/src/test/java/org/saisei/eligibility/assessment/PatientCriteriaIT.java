package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.Hospital.ASSESSMENTS;
import static org.saisei.eligibility.Hospital.ais;
import static org.saisei.eligibility.Hospital.verdict;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class PatientCriteriaIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @Test
    @Tag("S-P1")
    void anInjuryThatIsNotTraumaticIsIneligible() {
        var answer = hospital.assess(with(Hospital.facts(), "traumaticInjury", false));

        answer.then().body("decision", equalTo("INELIGIBLE"));
        assertThat(verdict(answer, "S-P1")).isEqualTo("NOT_MET");
    }

    @ParameterizedTest
    @Tag("S-P2")
    @CsvSource({
        "A, MET, ELIGIBLE",
        "B, MET, ELIGIBLE",
        "C, MET, ELIGIBLE",
        "D, NOT_MET, INELIGIBLE",
        "E, NOT_MET, INELIGIBLE"
    })
    void theAisIsAToC(String grade, String verdict, String decision) {
        var answer = hospital.assess(with(Hospital.facts(), "ais", ais(grade, "2026-04-09")));

        answer.then().statusCode(201).body("decision", equalTo(decision));
        assertThat(verdict(answer, "S-P2")).isEqualTo(verdict);
    }

    @Test
    @Tag("S-P5")
    void aHistoryWithAComponentIsAContraindication() {
        var answer = hospital.assess(with(Hospital.facts(), "hypersensitivityToComponent", true));

        answer.then()
                .body("decision", equalTo("INELIGIBLE"))
                .body("verdicts.find { it.criterion == 'S-P5' }.text.ja", containsString("本品の成分に対し過敏症の既往歴のある患者"));
        assertThat(verdict(answer, "S-P5")).isEqualTo("PRESENT");
        var event = KafkaProbe.awaitEvents(ASSESSMENTS, answer.path("candidateId"), events -> !events.isEmpty());
        assertThat(event.getFirst().value().path("notSatisfied").toString())
                .isEqualTo("[{\"criterion\":\"S-P5\",\"verdict\":\"PRESENT\"}]");
    }

    @ParameterizedTest
    @Tag("S-P5")
    @CsvSource(
            nullValues = "-",
            value = {"-,     UNKNOWN, INDETERMINATE", "true,  PRESENT, INELIGIBLE", "false, ABSENT,  ELIGIBLE"})
    void aHistoryWithAMaterialIsUnknownUntilThePhysicianRules(Boolean ruling, String verdict, String decision) {
        var answer = hospital.assess(
                with(Hospital.facts(), "hypersensitivityToMaterial", true, "materialIsComponent", ruling));

        answer.then().body("decision", equalTo(decision));
        assertThat(verdict(answer, "S-P5")).isEqualTo(verdict);
        assertThat(answer.<List<String>>path("missing"))
                .isEqualTo(ruling == null ? List.of("/facts/materialIsComponent") : List.of());
    }

    @ParameterizedTest
    @Tag("S-P8")
    @CsvSource({"2026-05-06, WITHIN, 31", "2026-05-07, OUTSIDE, 32"})
    void marrowAfterDay31IsAWarningOnly(String planned, String verdict, int day) {
        var answer = hospital.assess(with(Hospital.facts(), "plannedMarrowCollectionOn", planned));

        answer.then()
                .body("decision", equalTo("ELIGIBLE"))
                .body("verdicts.find { it.criterion == 'S-P8' }.values.daysSinceInjury", equalTo(day));
        assertThat(verdict(answer, "S-P8")).isEqualTo(verdict);
        assertThat(answer.<List<String>>path("warnings.criterion"))
                .isEqualTo(verdict.equals("OUTSIDE") ? List.of("S-P8", "S-P9") : List.of("S-P9"));
    }

    @Test
    @Tag("S-P8")
    void anUnknownGuideDoesNotTouchTheDecision() {
        hospital.assess(with(Hospital.facts(), "plannedMarrowCollectionOn", null))
                .then()
                .body("decision", equalTo("ELIGIBLE"))
                .body("missing", empty())
                .body("verdicts.find { it.criterion == 'S-P8' }.verdict", equalTo("UNKNOWN"));
    }

    @ParameterizedTest
    @Tag("S-P9")
    @CsvSource({
        "plannedFirstBloodCollectionOn, 2026-04-22, WITHIN,  -",
        "plannedFirstBloodCollectionOn, 2026-04-23, OUTSIDE, firstBloodCollectionInTrial",
        "plannedMarrowCollectionOn,     2026-05-01, OUTSIDE, marrowCollectionInTrial",
        "plannedLastBloodCollectionOn,  2026-05-15, OUTSIDE, lastBloodCollectionInTrial",
        "plannedAdministrationOn,       2026-05-18, WITHIN,  -",
        "plannedAdministrationOn,       2026-05-17, OUTSIDE, administrationInTrial"
    })
    void aPlannedDayThatTheTrialDidNotHaveIsAWarningThatNamesIt(
            String planned, String day, String verdict, String guide) {
        var answer = hospital.assess(with(Hospital.facts(), planned, day));

        answer.then().statusCode(201).body("decision", equalTo("ELIGIBLE"));
        assertThat(verdict(answer, "S-P9")).isEqualTo(verdict);
        assertThat(answer.<List<String>>path("verdicts.find { it.criterion == 'S-P9' }.values.outside.guide"))
                .isEqualTo(guide.equals("-") ? List.of() : List.of(guide));
    }
}
