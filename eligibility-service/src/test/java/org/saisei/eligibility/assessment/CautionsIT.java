package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.Hospital.verdict;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class CautionsIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @Test
    @Tag("S-P6.2")
    void anAllergicDispositionIsNotRecommended() {
        isACaution("allergicDisposition", "S-P6.2", "アレルギー素因のある患者");
    }

    @Test
    @Tag("S-P6.3")
    void hypercoagulabilityIsNotRecommended() {
        isACaution("hypercoagulability", "S-P6.3", "凝固能が亢進している患者");
    }

    @Test
    @Tag("S-P6.4")
    void anInfectionIsNotRecommended() {
        isACaution("infection", "S-P6.4", "感染症を合併している患者");
    }

    @ParameterizedTest
    @Tag("S-P6.5")
    @CsvSource({"lowBodyWeight, anaemia", "anaemia, lowBodyWeight"})
    void aLowBodyWeightOrAnaemiaIsNotRecommendedWhateverOfTheOther(String present, String other) {
        isACaution(present, "S-P6.5", "体重が低い患者（特に小児）や貧血の患者");
        var answer = hospital.assess(with(Hospital.facts(), present, true, other, null));

        assertThat(verdict(answer, "S-P6.5")).isEqualTo("PRESENT");
    }

    @Test
    @Tag("S-P6.6")
    void anExtremelyPoorGeneralConditionIsNotRecommended() {
        isACaution("extremelyPoorGeneralCondition", "S-P6.6", "全身状態が極めて不良な患者");
    }

    @Test
    @Tag("S-P6.7")
    void aSevereIntracranialOrVascularLesionIsNotRecommended() {
        isACaution("severeIntracranialOrVascularLesion", "S-P6.7", "重度の頭蓋内病変、主要血管の高度狭窄");
    }

    @Test
    @Tag("S-P6.8")
    void aSevereSpinalDiseaseIsNotRecommended() {
        isACaution("severeSpinalDisease", "S-P6.8", "重度の脊髄・脊椎疾患");
    }

    @ParameterizedTest
    @Tag("S-P6.9")
    @CsvSource(
            nullValues = "-",
            value = {
                "140, 90, false, ABSENT,  ELIGIBLE",
                "141, 90, false, PRESENT, NOT_RECOMMENDED",
                "140, 91, false, PRESENT, NOT_RECOMMENDED",
                "141, -,  false, PRESENT, NOT_RECOMMENDED",
                "140, -,  false, UNKNOWN, INDETERMINATE",
                "120, 80, true,  PRESENT, NOT_RECOMMENDED"
            })
    void theBloodPressureReachedUnderTreatmentIsAtMost140To90(
            Integer systolic, Integer diastolic, boolean notControllable, String verdict, String decision) {
        var pressure = new HashMap<String, Object>(Map.of("notControllable", notControllable));
        pressure.put("systolicMmHg", systolic);
        pressure.put("diastolicMmHg", diastolic);

        var answer = hospital.assess(with(Hospital.facts(), "bloodPressure", pressure));

        answer.then().statusCode(201).body("decision", equalTo(decision));
        assertThat(verdict(answer, "S-P6.9")).isEqualTo(verdict);
    }

    @Test
    @Tag("S-P6.2")
    @Tag("S-P6.4")
    @Tag("S-P6.9")
    void oneDeclarationCoversEveryCautionPresent() {
        var facts = with(
                Hospital.facts(),
                "allergicDisposition",
                true,
                "infection",
                true,
                "bloodPressure",
                Map.of("systolicMmHg", 150, "diastolicMmHg", 95, "notControllable", true));

        hospital.assess(facts).then().body("decision", equalTo("NOT_RECOMMENDED"));
        declared(facts).then().body("decision", equalTo("ELIGIBLE_WITH_CAUTION"));
    }

    private void isACaution(String fact, String criterion, String wording) {
        var facts = with(Hospital.facts(), fact, true);

        var present = hospital.assess(facts);

        present.then()
                .statusCode(201)
                .body("decision", equalTo("NOT_RECOMMENDED"))
                .body("verdicts.find { it.criterion == '" + criterion + "' }.kind", equalTo("CAUTION"))
                .body(
                        "verdicts.find { it.criterion == '" + criterion + "' }.text.ja",
                        containsString("本品の投与は推奨されないが、他の治療選択肢がない場合に限り、慎重に本品を使用することを考慮できる。…" + wording));
        assertThat(verdict(present, criterion)).isEqualTo("PRESENT");
        declared(facts).then().body("decision", equalTo("ELIGIBLE_WITH_CAUTION"));
        hospital.assess(with(Hospital.facts(), fact, null))
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body("missing", contains("/facts/" + fact));
    }

    private Response declared(Map<String, Object> facts) {
        return hospital.create(
                "/assessments",
                with(
                        hospital.assessment(facts),
                        "noOtherTreatmentOption",
                        Map.of("declaredOn", "2026-04-10", "reasons", "他に選択肢がない")));
    }
}
