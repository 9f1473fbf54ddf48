package org.saisei.registry.journey;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.saisei.registry.Registry.FACILITY;
import static org.saisei.registry.Registry.OTHER_FACILITY;
import static org.saisei.registry.Registry.awaitDecisions;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.decide;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.enrolEligible;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.otherHospital;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class JourneyIT {
    private final String candidate = newCandidate();
    private final String caseId = UUID.randomUUID().toString();

    @Test
    void theJourneyTellsAllInOrderOfDays() {
        decide(candidate, 1, "ELIGIBLE");
        awaitDecisions(candidate, 1);
        String subject = enrol(candidate);
        collect(subject);
        KafkaProbe.publish(
                "saisei.safety.cases",
                caseId,
                "saisei.safety.case-reported.v1",
                1,
                Map.ofEntries(
                        entry("caseId", caseId),
                        entry("version", 1),
                        entry("facilityId", OTHER_FACILITY),
                        entry("documentNumber", "AE-OF-ANOTHER"),
                        entry("state", "REPORTED"),
                        entry("subjectId", subject),
                        entry("serious", false),
                        entry("seriousness", List.of()),
                        entry("malfunction", false),
                        entry("onsetOn", "2026-04-20"),
                        entry("receivedAt", "2026-04-20T01:02:03Z")));
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> !Database.rows("SELECT 1 FROM safety_case WHERE subject_id = ?", subject)
                        .isEmpty());

        var journey = hospital()
                .get("/subjects/" + subject + "/journey")
                .then()
                .statusCode(200)
                .body("entries.what", contains("DECISION", "ENROLMENT", "COLLECTION", "SAFETY_CASE"))
                .body("entries.on", contains("2026-04-10", "2026-04-11", "2026-04-16", "2026-04-20"))
                .extract()
                .asString();

        assertThat(journey).contains(caseId).doesNotContain("AE-OF-ANOTHER", "見本");
        otherHospital().get("/subjects/" + subject + "/journey").then().statusCode(404);
    }

    @Test
    void aCaseStandsInTheJourneyOnceItIsLinkedAndInItsLatestVersion() {
        String subject = enrolEligible();
        tell(1, "saisei.safety.case-reported.v1", null, OTHER_FACILITY);
        awaitRecords(1);
        journey(subject).body("entries.what", not(hasItem("SAFETY_CASE")));

        tell(2, "saisei.safety.case-linked.v1", subject, OTHER_FACILITY);
        tell(3, "saisei.safety.case-linked.v1", subject, OTHER_FACILITY);

        awaitRecords(3);
        journey(subject)
                .body("entries.findAll { it.what == 'SAFETY_CASE' }.details.version", contains(3))
                .body("entries.findAll { it.what == 'SAFETY_CASE' }.documentNumber", contains((Object) null));
    }

    @Test
    void aCaseThatIsLinkedElsewhereLeavesTheJourney() {
        String subject = enrolEligible();
        String right = enrolEligible();
        tell(1, "saisei.safety.case-reported.v1", subject, FACILITY);
        tell(2, "saisei.safety.case-linked.v1", right, FACILITY);
        awaitRecords(2);

        journey(subject).body("entries.what", not(hasItem("SAFETY_CASE")));
        journey(right).body("entries.findAll { it.what == 'SAFETY_CASE' }.documentNumber", contains("AE-2026-001"));
    }

    private static io.restassured.response.ValidatableResponse journey(String subject) {
        return hospital().get("/subjects/" + subject + "/journey").then().statusCode(200);
    }

    private void tell(int version, String type, @Nullable String subject, String facility) {
        var event = new HashMap<String, Object>();
        event.put("caseId", caseId);
        event.put("version", version);
        event.put("facilityId", facility);
        event.put("documentNumber", "AE-2026-001");
        event.put("state", "REPORTED");
        event.put("subjectId", subject);
        event.put("serious", true);
        event.put("seriousness", List.of("HOSPITALISATION"));
        event.put("malfunction", false);
        event.put("onsetOn", "2026-05-23");
        event.put("receivedAt", "2026-05-23T18:03:00.123456Z");
        KafkaProbe.publish("saisei.safety.cases", caseId, type, version, event);
    }

    private void awaitRecords(int count) {
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> Database.rows("SELECT 1 FROM safety_case WHERE case_id = ?::uuid", caseId)
                                .size()
                        == count);
    }
}
