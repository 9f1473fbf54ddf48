package org.saisei.eligibility.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class TreatmentPlanIT {
    private final Hospital hospital = Hospital.fresh();
    private final Map<String, Object> plan =
            Map.of("protocol", "STEMIRAC", "weightKg", new BigDecimal("72.4"), "weightMeasuredOn", "2026-05-18");

    @ParameterizedTest
    @Tag("S-T2")
    @CsvSource({
        "72.4, 49999999,  422",
        "72.4, 50000000,  200",
        "72.4, 200000000, 200",
        "72.4, 200000001, 422",
        "40,   133600000, 200",
        "40,   133600001, 422",
        "20.123, 67210820, 200",
        "20.123, 67210821, 422"
    })
    void theDoseIsCheckedToTheCell(BigDecimal weightKg, BigDecimal cells, int status) {
        var answer = hospital.post("/treatment-plans", with(plan, "weightKg", weightKg, "plannedCells", cells));

        answer.then().statusCode(status);
        if (status == 200) {
            answer.then().body("verdicts[0].criterion", equalTo("S-T2")).body("verdicts[0].verdict", equalTo("MET"));
        } else {
            answer.then()
                    .contentType("application/problem+json")
                    .body("ruleId", equalTo("S-T2"))
                    .body("errors.pointer", contains("/plannedCells"))
                    .body("doseInterval.minCells", equalTo(50000000));
        }
    }

    @Test
    @Tag("S-T2")
    void theIntervalIsAnsweredInPlainNumbers() {
        hospital.post("/treatment-plans", with(plan, "weightKg", 40))
                .then()
                .statusCode(200)
                .body("doseInterval.minCells", equalTo(50000000))
                .body("doseInterval.maxCells", equalTo(133600000))
                .body("verdicts[0].verdict", equalTo("UNKNOWN"))
                .body("verdicts[0].missing", contains("/plannedCells"));
    }

    @Test
    @Tag("S-T2")
    void aPatientOfLessThanAboutFifteenKilogramsHasNoDose() {
        hospital.post("/treatment-plans", with(plan, "weightKg", new BigDecimal("14.9")))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-T2"))
                .body("errors.pointer", contains("/weightKg"))
                .body("detail", containsString("14.97 kg"));
        hospital.post("/treatment-plans", with(plan, "weightKg", new BigDecimal("14.98")))
                .then()
                .statusCode(200)
                .body("doseInterval.maxCells", equalTo(50033200));
    }

    @ParameterizedTest
    @Tag("S-T2")
    @ValueSource(strings = {"0", "1", "49766000", "49999999", "50000000", "200000001"})
    void whereNoDoseIsAllowedEveryPlannedDoseIsToldSo(BigDecimal cells) {
        hospital.post("/treatment-plans", with(plan, "weightKg", new BigDecimal("14.9"), "plannedCells", cells))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-T2"))
                .body("errors.pointer", contains("/weightKg"))
                .body("doseInterval", equalTo(Map.of()))
                .body("reason.ja", containsString("投与できる細胞数はない"))
                .body("detail", containsString("No dose is allowed at this weight"));
    }

    @ParameterizedTest
    @Tag("S-P8")
    @CsvSource({"2026-05-06, WITHIN", "2026-05-07, OUTSIDE"})
    void marrowAfterDay31IsAWarning(String planned, String verdict) {
        var answer = hospital.post(
                "/treatment-plans", with(plan, "injuryDate", "2026-04-05", "plannedMarrowCollectionOn", planned));

        answer.then()
                .statusCode(200)
                .body("verdicts[1].criterion", equalTo("S-P8"))
                .body("verdicts[1].verdict", equalTo(verdict));
        answer.then().body("warnings.criterion", verdict.equals("OUTSIDE") ? hasItem("S-P8") : not(hasItem("S-P8")));
    }

    @Test
    @Tag("S-P8")
    void withoutItsDaysTheGuideIsUnknown() {
        hospital.post("/treatment-plans", plan)
                .then()
                .body("verdicts[1].missing", contains("/injuryDate", "/plannedMarrowCollectionOn"));
    }

    @ParameterizedTest
    @CsvSource({
        "weightKg, 0, 400, /weightKg",
        "weightKg, 72.4001, 400, /weightKg",
        "weightMeasuredOn, 2190-01-01, 422, /weightMeasuredOn",
        "plannedCells, -1, 400, /plannedCells",
        "plannedCells, 50000000.5, 400, /plannedCells",
        "plannedAdministrationOn, 2026-05-17, 422, /weightMeasuredOn",
        "injuryDate, 2190-01-01, 422, /injuryDate",
        "injuryDate, 2026-05-19, 422, /weightMeasuredOn",
        "candidateId, K7, 400, /candidateId",
        "productVolumeMl, 0, 400, /productVolumeMl",
        "productVolumeMl, 40.0001, 400, /productVolumeMl",
        "salineVolumeMl, -1, 400, /salineVolumeMl",
        "flowMlPerMin, -0.1, 400, /flowMlPerMin",
        "earlierAdministrationsOn, 2026-05-01, 400, /earlierAdministrationsOn",
        "protocol, NONE, 400, /protocol",
        "patientName, x, 400, /patientName"
    })
    void whatCannotBeIsRefusedWithItsPlace(String name, String value, int status, String pointer) {
        Object sent = value.matches("-?[0-9.]+") ? new BigDecimal(value) : value;

        hospital.post("/treatment-plans", with(plan, name, sent))
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void marrowPlannedBeforeTheInjuryIsRefused() {
        hospital.post(
                        "/treatment-plans",
                        with(plan, "injuryDate", "2026-04-05", "plannedMarrowCollectionOn", "2026-04-04"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/plannedMarrowCollectionOn"));
    }

    @Test
    void onlyAHospitalPlans() {
        Hospital.as(Tokens.registrar())
                .body(plan)
                .post("/treatment-plans")
                .then()
                .statusCode(403);
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body(plan)
                .post("/treatment-plans")
                .then()
                .statusCode(401);
    }
}
