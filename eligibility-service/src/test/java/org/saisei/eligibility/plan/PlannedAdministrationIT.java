package org.saisei.eligibility.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class PlannedAdministrationIT {
    private final Hospital hospital = Hospital.fresh();
    private final Map<String, Object> plan = Plans.complete();

    @Test
    @Tag("S-T2")
    @Tag("S-T3")
    @Tag("S-T4")
    @Tag("S-P8")
    @Tag("S-P9")
    void aPlanThatKeepsToEveryRuleIsAllowedWithoutAWarning() {
        check(plan)
                .then()
                .statusCode(200)
                .body("verdicts.criterion", contains("S-T2", "S-P8", "S-P9", "S-T3", "S-T3", "S-T4"))
                .body("verdicts.verdict", contains("MET", "WITHIN", "WITHIN", "MET", "WITHIN", "MET"))
                .body("warnings", empty());
    }

    @ParameterizedTest
    @Tag("S-T3")
    @CsvSource({
        "40, 80, 200",
        "40, 79.999, 422",
        "40, 80.001, 200",
        "0.001, 0.002, 200",
        "33.333, 66.666, 200",
        "33.333, 66.665, 422",
        "40, 0, 422"
    })
    void theProductIsDilutedAtLeastThreefold(BigDecimal product, BigDecimal saline, int status) {
        var answer = check(with(plan, "productVolumeMl", product, "salineVolumeMl", saline));

        answer.then().statusCode(status);
        if (status == 422) {
            answer.then()
                    .body("ruleId", equalTo("S-T3"))
                    .body("errors.pointer", contains("/salineVolumeMl"))
                    .body("errors.rule", contains("S-T3"));
        }
    }

    @ParameterizedTest
    @Tag("S-T3")
    @CsvSource({"0.7, WITHIN", "1.0, WITHIN", "0.699, OUTSIDE", "1.001, OUTSIDE"})
    void aFlowOutsideItsGuideIsAWarning(BigDecimal flow, String verdict) {
        check(with(plan, "flowMlPerMin", flow))
                .then()
                .statusCode(200)
                .body("verdicts[4].verdict", equalTo(verdict))
                .body("warnings.criterion", verdict.equals("OUTSIDE") ? contains("S-T3") : empty());
    }

    @Test
    @Tag("S-T3")
    @Tag("S-T4")
    void whatIsNotPlannedYetIsUnknownAndRefusesNothing() {
        check(with(
                        plan,
                        "productVolumeMl",
                        null,
                        "flowMlPerMin",
                        null,
                        "earlierAdministrationsOn",
                        null,
                        "manufacturedOn",
                        null))
                .then()
                .statusCode(200)
                .body("verdicts[3].verdict", equalTo("UNKNOWN"))
                .body("verdicts[3].missing", contains("/productVolumeMl"))
                .body("verdicts[4].missing", contains("/flowMlPerMin"))
                .body("verdicts[5].verdict", equalTo("UNKNOWN"))
                .body("verdicts[5].missing", contains("/candidateId", "/earlierAdministrationsOn"));
    }

    @Test
    @Tag("S-T2")
    @Tag("S-T3")
    @Tag("S-T4")
    @Tag("S-P8")
    @Tag("S-P9")
    void everythingThatIsRefusedOrWarnedAboutIsToldAtOnce() {
        check(with(
                        plan,
                        "plannedCells",
                        200_000_001,
                        "salineVolumeMl",
                        79,
                        "earlierAdministrationsOn",
                        List.of("2026-04-30"),
                        "plannedMarrowCollectionOn",
                        "2026-05-07",
                        "flowMlPerMin",
                        2))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.rule", contains("S-T2", "S-T3", "S-T4"))
                .body("errors.pointer", contains("/plannedCells", "/salineVolumeMl", "/earlierAdministrationsOn"))
                .body("refusals.reason.ja", hasSize(3))
                .body("warnings.criterion", contains("S-P8", "S-P9", "S-T3"))
                .body("doseInterval.maxCells", equalTo(200_000_000))
                .body("verdicts", hasSize(6))
                .body("schedule", hasSize(6));
    }

    @Test
    @Tag("S-P8")
    @Tag("S-P9")
    void theDaysOfEachStepAreComputedFromTheInjury() {
        check(plan)
                .then()
                .body("schedule.rule", contains("S-P8", "S-P9", "S-P9", "S-P9", "S-P9", "S-P9"))
                .body("schedule.firstDay", contains(0, 5, 11, 15, 43, 26))
                .body("schedule.lastDay", contains(31, 17, 25, 39, 54, 54))
                .body(
                        "schedule.from",
                        contains("2026-04-05", "2026-04-10", "2026-04-16", "2026-04-20", "2026-05-18", "2026-05-01"))
                .body(
                        "schedule.to",
                        contains("2026-05-06", "2026-04-22", "2026-04-30", "2026-05-14", "2026-05-29", "2026-05-29"))
                .body("schedule[4].planned", equalTo("2026-05-22"));
        check(with(plan, "injuryDate", null))
                .then()
                .statusCode(200)
                .body("schedule.lastDay", hasItem(31))
                .body("schedule[0].to", equalTo(null));
    }

    @ParameterizedTest
    @Tag("S-P9")
    @CsvSource({
        "plannedFirstBloodCollectionOn, 2026-04-09", "plannedFirstBloodCollectionOn, 2026-04-23",
        "plannedMarrowCollectionOn, 2026-04-15", "plannedMarrowCollectionOn, 2026-05-01",
        "plannedLastBloodCollectionOn, 2026-04-19", "plannedLastBloodCollectionOn, 2026-05-15"
    })
    void aStepOutsideTheDaysOfTheTrialIsAWarning(String step, String day) {
        check(with(plan, step, day)).then().statusCode(200).body("warnings.criterion", contains("S-P9"));
    }

    @Test
    @Tag("S-T4")
    void theDaysFromManufactureAreShown() {
        check(plan).then().body("verdicts[5].values.daysFromManufacture", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "manufacturedOn, 2026-05-23, /plannedAdministrationOn, BEFORE_MANUFACTURE",
        "manufacturedOn, 2026-05-05, /manufacturedOn, BEFORE_COLLECTION",
        "plannedFirstBloodCollectionOn, 2026-05-21, /manufacturedOn, BEFORE_COLLECTION",
        "plannedMarrowCollectionOn, 2026-05-21, /manufacturedOn, BEFORE_COLLECTION",
        "plannedLastBloodCollectionOn, 2026-05-21, /manufacturedOn, BEFORE_COLLECTION",
        "weightMeasuredOn, 2026-04-04, /weightMeasuredOn, BEFORE_INJURY",
        "plannedLastBloodCollectionOn, 2026-04-17, /plannedLastBloodCollectionOn, BEFORE_FIRST_COLLECTION",
        "plannedAdministrationOn, 2026-04-23, /plannedAdministrationOn, BEFORE_COLLECTION"
    })
    void daysThatCannotBeTrueTogetherAreRefused(String field, String day, String pointer, String rule) {
        check(with(plan, field, day))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/contradictory"))
                .body("errors.find { it.rule == '" + rule + "' }.pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plannedFirstBloodCollectionOn", "plannedMarrowCollectionOn", "plannedLastBloodCollectionOn"})
    void theProductMayBeMadeOnTheDayOfACollection(String collection) {
        var alone = with(
                plan,
                "plannedFirstBloodCollectionOn",
                null,
                "plannedMarrowCollectionOn",
                null,
                "plannedLastBloodCollectionOn",
                null);

        check(with(alone, collection, "2026-05-20")).then().statusCode(200);
    }

    @Test
    @Tag("S-T4")
    void anEarlierAdministrationThatCannotHaveBeenIsRefused() {
        check(with(plan, "earlierAdministrationsOn", List.of("2026-05-01", "2026-04-04", "2026-05-23", "2190-01-01")))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/earlierAdministrationsOn/1"))
                .body("errors.pointer", hasItem("/earlierAdministrationsOn/2"))
                .body("errors.rule", hasItem("IN_FUTURE"));
    }

    private Response check(Map<String, Object> document) {
        return hospital.post("/treatment-plans", document);
    }
}
