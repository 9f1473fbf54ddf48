package org.saisei.eligibility.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.eligibility.Hospital.facts;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class SingleAdministrationIT {
    private static final String TREATMENTS = "saisei.registry.treatments";

    private final Hospital hospital = Hospital.fresh();
    private final String subject = "STM-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Object> plan = Plans.complete();

    @Test
    @Tag("S-T4")
    void aSecondAdministrationOfACandidateIsRefusedUntilTheFirstIsTakenBack() {
        var candidate = hospital.assess(facts()).<String>path("candidateId");
        var named = with(plan, "candidateId", candidate, "earlierAdministrationsOn", null);
        check(named).then().statusCode(200).body("verdicts[5].verdict", equalTo("MET"));

        var first = administered(candidate, 1, "2026-05-21");
        awaitVerdict(named, 422);
        check(named)
                .then()
                .body("ruleId", equalTo("S-T4"))
                .body("errors.pointer", contains("/candidateId"))
                .body("verdicts[5].values.earlierAdministrationsOn", contains("2026-05-21"));

        corrected(candidate, 2, first, "CORRECT");
        var second = administered(candidate, 3, "2026-05-20");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> check(named)
                        .then()
                        .statusCode(422)
                        .body("verdicts[5].values.earlierAdministrationsOn", contains("2026-05-20")));

        corrected(candidate, 4, second, "VOID");
        awaitVerdict(named, 200);
        assertThat(Database.rows(
                        "SELECT 1 FROM audit WHERE action = 'checkTreatmentPlan' AND ? = ANY (resource_ids)",
                        candidate))
                .isNotEmpty();
    }

    @Test
    @Tag("S-T4")
    void theAdministrationOfAnotherProtocolIsNone() {
        var candidate = hospital.assess(facts()).<String>path("candidateId");
        var named = with(plan, "candidateId", candidate, "earlierAdministrationsOn", null);
        publish(
                "administration-recorded",
                1,
                with(event(candidate), "protocol", "TOY", "administeredOn", "2026-05-20"));
        administered(candidate, 2, "2026-05-21");

        awaitVerdict(named, 422);

        check(named).then().body("verdicts[5].values.earlierAdministrationsOn", contains("2026-05-21"));
    }

    @Test
    @Tag("S-T4")
    void whatAnotherFacilityGaveUnderTheNumberOfOnesCandidateIsNone() {
        var candidate = hospital.assess(facts()).<String>path("candidateId");
        var named = with(plan, "candidateId", candidate, "earlierAdministrationsOn", null);
        publish(
                "administration-recorded",
                1,
                with(event(candidate), "facilityId", "F-ELSEWHERE", "administeredOn", "2026-05-20"));
        administered(candidate, 2, "2026-05-21");

        awaitVerdict(named, 422);

        check(named).then().body("verdicts[5].values.earlierAdministrationsOn", contains("2026-05-21"));
    }

    @Test
    @Tag("S-T4")
    void anotherFacilitysCandidateIsNotThere() {
        var candidate = hospital.assess(facts()).<String>path("candidateId");

        Hospital.fresh()
                .post("/treatment-plans", with(plan, "candidateId", candidate))
                .then()
                .statusCode(404)
                .body("errors.pointer", contains("/candidateId"));
        check(with(plan, "candidateId", "ZZZZZZZZZZZZZZZZ")).then().statusCode(404);
    }

    private Response check(Map<String, Object> document) {
        return hospital.post("/treatment-plans", document);
    }

    private void awaitVerdict(Map<String, Object> document, int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> check(document).statusCode() == status);
    }

    private String administered(String candidate, int sequence, String day) {
        var factId = UUID.randomUUID().toString();
        publish(
                "administration-recorded",
                sequence,
                with(
                        event(candidate),
                        "factId",
                        factId,
                        "lotNumber",
                        "LOT-1",
                        "administeredOn",
                        day,
                        "deviations",
                        List.of()));
        return factId;
    }

    private void corrected(String candidate, int sequence, String factId, String action) {
        publish(
                "fact-corrected",
                sequence,
                with(
                        event(candidate),
                        "factId",
                        factId,
                        "factKind",
                        "ADMINISTRATION",
                        "action",
                        action,
                        "correctedOn",
                        "2026-05-23"));
    }

    private Map<String, Object> event(String candidate) {
        return new HashMap<>(Map.of(
                "subjectId",
                subject,
                "candidateId",
                candidate,
                "facilityId",
                hospital.facilityId(),
                "protocol",
                "STEMIRAC",
                "factId",
                UUID.randomUUID().toString()));
    }

    private void publish(String type, int sequence, Map<String, Object> data) {
        KafkaProbe.publish(TREATMENTS, subject, "saisei.registry." + type + ".v1", sequence, data);
    }
}
