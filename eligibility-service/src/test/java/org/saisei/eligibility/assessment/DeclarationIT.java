package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class DeclarationIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @Test
    @Tag("S-P6.1")
    void aMalignancyIsNotRecommendedUnlessNoOtherOptionIsDeclared() {
        var facts = with(Hospital.facts(), "malignancy", true, "tumourPresent", false);

        hospital.assess(facts).then().body("decision", equalTo("NOT_RECOMMENDED"));
        declared(facts).then().statusCode(201).body("decision", equalTo("ELIGIBLE_WITH_CAUTION"));
        declared(Hospital.facts()).then().body("decision", equalTo("ELIGIBLE"));
        declared(with(facts, "traumaticInjury", false)).then().body("decision", equalTo("INELIGIBLE"));
        declared(with(facts, "traumaticInjury", null)).then().body("decision", equalTo("INDETERMINATE"));
    }

    @Test
    @Tag("S-P6.1")
    void aTumourNeedsAWrittenWeighingToo() {
        var facts = with(Hospital.facts(), "malignancy", true, "tumourPresent", true);
        var weighing = "tumourWeighing";

        declared(facts)
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body(
                        "missing",
                        contains("/facts/tumourWeighing/weighedOn", "/facts/tumourWeighing/benefitOutweighsRisk"));
        declared(with(facts, weighing, Map.of("weighedOn", "2026-04-09", "benefitOutweighsRisk", true)))
                .then()
                .body("decision", equalTo("ELIGIBLE_WITH_CAUTION"));
        declared(with(facts, weighing, Map.of("weighedOn", "2026-04-09", "benefitOutweighsRisk", false)))
                .then()
                .body("decision", equalTo("NOT_RECOMMENDED"));
    }

    @Test
    void theReasonsOfADeclarationAreReadBackButTravelNowhere() {
        var answer = declared(with(Hospital.facts(), "malignancy", true, "tumourPresent", false));

        answer.then().body("noOtherTreatmentOption.reasons", nullValue());
        hospital.get("/assessments/" + answer.path("assessmentId"))
                .then()
                .body("noOtherTreatmentOption.reasons", equalTo("理由 marker-reasons"));
        for (var table : org.saisei.kit.test.Database.tables()) {
            assertThat(org.saisei.kit.test.Database.holds(table, "marker-reasons"))
                    .as(table)
                    .isFalse();
        }
    }

    private Response declared(Map<String, Object> facts) {
        return hospital.create(
                "/assessments",
                with(
                        hospital.assessment(facts),
                        "noOtherTreatmentOption",
                        Map.of("declaredOn", "2026-04-10", "reasons", "理由 marker-reasons")));
    }
}
