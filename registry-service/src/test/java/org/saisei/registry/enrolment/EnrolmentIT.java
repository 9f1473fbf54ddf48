package org.saisei.registry.enrolment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.registry.Registry.FACILITY;
import static org.saisei.registry.Registry.SUBJECTS;
import static org.saisei.registry.Registry.decide;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.identity;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.otherHospital;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class EnrolmentIT {
    private final String candidate = newCandidate();

    @Test
    void anEnrolmentIsAnsweredWithItsRegistryNumberAndWithoutTheIdentity() {
        var body = enrolment(candidate);

        var answer = post("/subjects", body);

        answer.then()
                .statusCode(201)
                .header("Location", matchesPattern("/subjects/[1-9][0-9]{11}"))
                .header("ETag", "\"1\"")
                .body("subjectId", matchesPattern("[1-9][0-9]{11}"))
                .body("facilityId", equalTo(FACILITY))
                .body("standing", equalTo("PENDING"))
                .body("ageYears", equalTo(54))
                .body("identity", nullValue());
        assertThat(answer.asString()).doesNotContain("見本", "1971-08-20");
    }

    @Test
    void theTreatingFacilityReadsTheIdentityAndTheReadingIsAudited() {
        var body = with(enrolment(candidate), entry("identity", identity("MRN-77")));
        String subject =
                post("/subjects", body).then().statusCode(201).extract().path("subjectId");

        hospital()
                .get("/subjects/" + subject + "/identity")
                .then()
                .statusCode(200)
                .body("nameKanji", equalTo("見本 太郎"))
                .body("birthDate", equalTo("1971-08-20"))
                .body("medicalRecordNumber", equalTo("MRN-77"));

        assertThat(Database.rows(
                        "SELECT actor FROM audit WHERE kind = 'READ' AND action = 'readIdentity' AND ? = ANY (resource_ids)",
                        subject))
                .hasSize(1);
    }

    @Test
    void theEnrolmentIsToldOnTheBus() {
        String subject = enrol(candidate);

        var event = Registry.awaitEvents(SUBJECTS, subject, "saisei.registry.subject-enrolled.v1", 1)
                .getFirst();

        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.value().get("candidateId").asText()).isEqualTo(candidate);
        assertThat(event.value().get("standing").asText()).isEqualTo("PENDING");
        assertThat(event.value().get("analysisSet").asText()).isEqualTo("TREATMENT");
    }

    @Test
    void aRepeatWithTheSameKeyIsAnsweredAlikeAndEnrolsOnce() {
        var body = enrolment(candidate);
        var key = UUID.randomUUID().toString();

        var first = hospital().header("Idempotency-Key", key).body(body).post("/subjects");
        var second = hospital().header("Idempotency-Key", key).body(body).post("/subjects");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(Database.rows("SELECT 1 FROM subject WHERE candidate_id = ?", candidate))
                .hasSize(1);
    }

    @Test
    void aDocumentNumberIsUsedOnceAndLeadsToWhatItRecorded() {
        var body = enrolment(candidate);
        String subject = post("/subjects", body).then().extract().path("subjectId");

        post("/subjects", body)
                .then()
                .statusCode(409)
                .header("Location", "/subjects/" + subject)
                .body("errors.pointer", contains("/documentNumber"));

        hospital()
                .queryParam("documentNumber", body.get("documentNumber"))
                .get("/subjects")
                .then()
                .statusCode(200)
                .body("items.subjectId", contains(subject))
                .body("next", nullValue());
    }

    @Test
    void aCandidateHasOneLivingEnrolment() {
        String subject = enrol(candidate);

        post("/subjects", enrolment(candidate))
                .then()
                .statusCode(409)
                .header("Location", "/subjects/" + subject)
                .body("type", equalTo("/problems/already-enrolled"))
                .body("errors.pointer", contains("/candidateId"));
    }

    @Test
    void anotherFacilityThatNamesTheCandidateLearnsNothingAndWaitsForItsOwnDecision() {
        decide(candidate, 1, "ELIGIBLE");
        String own = enrol(candidate);
        Registry.awaitStanding(own, "REGISTERED");

        post(otherHospital(), "/subjects", enrolment(candidate))
                .then()
                .statusCode(201)
                .body("standing", equalTo("PENDING"))
                .body("suspectedDuplicates", empty());
    }

    @Test
    void theSamePatientAgainIsFlaggedInTheSameFacilityOnly() {
        var patient = identity(newDocument("MRN"));
        String first = post("/subjects", with(enrolment(candidate), entry("identity", patient)))
                .then()
                .extract()
                .path("subjectId");

        post("/subjects", with(enrolment(newCandidate()), entry("identity", patient)))
                .then()
                .statusCode(201)
                .body("suspectedDuplicates", contains(first));
        post(otherHospital(), "/subjects", with(enrolment(newCandidate()), entry("identity", patient)))
                .then()
                .statusCode(201)
                .body("suspectedDuplicates", empty());
    }

    @Test
    void eightEnrolmentsAtOnceOfOneCandidateLeaveOneLiving() throws InterruptedException {
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            var calls = new java.util.ArrayList<java.util.concurrent.Callable<Integer>>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> post("/subjects", enrolment(candidate)).statusCode());
            }
            var statuses = threads.invokeAll(calls).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            documentNumber | null          | /documentNumber | REQUIRED
            documentNumber | "山田太郎"     | /documentNumber | FORMAT
            protocol       | "stemirac"    | /protocol       | FORMAT
            candidateId    | "K7QH"        | /candidateId    | FORMAT
            injuryDate     | "2026-02-30"  | /injuryDate     | FORMAT
            sex            | "M"           | /sex            | FORMAT
            sex            | null          | /sex            | REQUIRED
            identity       | null          | /identity       | REQUIRED
            ageYears       | 54            | /ageYears       | UNKNOWN_FIELD
            """)
    void badInputIsRefusedWithItsPlace(String field, String json, String pointer, String rule) {
        var body = toJson(enrolment(candidate), field, json);
        var before = footprint();

        post("/subjects", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.rule", hasItem(rule));

        assertThat(footprint()).isEqualTo(before);
    }

    @Test
    void aBadIdentityIsRefusedWithItsPlaceAndWithoutItsValues() {
        var broken = with(identity("MRN-SECRET"), entry("nameKana", " "));

        post("/subjects", with(enrolment(candidate), entry("identity", broken)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/identity/nameKana"))
                .body(not(org.hamcrest.Matchers.containsString("MRN-SECRET")));
    }

    @Test
    void whatCannotBeTrueIsRefusedWithItsPlaceAndNothingIsStoredOrSent() {
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(1).toString();
        var before = footprint();

        refused(entry("enrolledOn", tomorrow), "/enrolledOn", "IN_FUTURE");
        refused(entry("injuryDate", "2026-04-12"), "/injuryDate", "AFTER_ENROLMENT");
        refused(
                entry("identity", with(identity("M-1"), entry("birthDate", "2026-04-06"))),
                "/identity/birthDate",
                "AFTER_INJURY");
        refused(entry("protocol", "NONE_SUCH"), "/protocol", "UNKNOWN_PROTOCOL");

        assertThat(footprint()).isEqualTo(before);
    }

    private void refused(Map.Entry<String, ?> change, String pointer, String rule) {
        post("/subjects", with(enrolment(candidate), change))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.rule", hasItem(rule));
    }

    @Test
    void aMistypedRegistryNumberIsNotFound() {
        String subject = enrol(candidate);
        char last = subject.charAt(11);
        var mistyped = subject.substring(0, 11) + (char) (last == '9' ? '0' : last + 1);

        hospital().get("/subjects/" + mistyped).then().statusCode(404).contentType("application/problem+json");
        hospital().get("/subjects/nobody").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aListIsPagedWithoutGapOrRepeat() {
        var hospital = Tokens.hospital("F-PAGES-01");
        var made = new HashSet<String>();
        for (int i = 0; i < 5; i++) {
            made.add(enrol(Registry.as(hospital), newCandidate()));
        }

        Set<String> seen = new HashSet<>();
        String after = null;
        int pages = 0;
        do {
            var request = Registry.as(hospital).queryParam("limit", 2);
            var page = (after == null ? request : request.queryParam("after", after))
                    .get("/subjects")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> ids = page.getList("items.subjectId");
            ids.forEach(id -> assertThat(seen.add(id)).isTrue());
            after = page.getString("next");
            pages++;
        } while (after != null);

        assertThat(seen).isEqualTo(made);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aCursorOfNobodysIsRefused() {
        hospital()
                .queryParam("after", "%%%")
                .get("/subjects")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:after"));
    }

    @Test
    void theRegistrarListsThoseThatWaitButReadsNoIdentity() {
        String subject = enrol(candidate);

        Registry.as(Tokens.registrar())
                .queryParam("standing", "PENDING")
                .queryParam("candidateId", candidate)
                .get("/subjects")
                .then()
                .statusCode(200)
                .body("items.subjectId", contains(subject));
        Registry.as(Tokens.registrar())
                .get("/subjects/" + subject + "/identity")
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenForOtherProtocolsSeesAndEnrolsNobodyOfThisOne() {
        var limited = Tokens.token("hospital", FACILITY, "VASCULAR_REGENERATION");
        String subject = enrol(candidate);

        Registry.as(limited).get("/subjects/" + subject).then().statusCode(404);
        Registry.as(limited)
                .queryParam("candidateId", candidate)
                .get("/subjects")
                .then()
                .body("items", empty());
        post(Registry.as(limited), "/subjects", enrolment(newCandidate()))
                .then()
                .statusCode(403);
    }

    private static List<Long> footprint() {
        return List.of(
                Database.count("subject"),
                Database.count("identity.patient"),
                Database.count("outbox"),
                Database.count("idempotency"));
    }

    private static String toJson(Map<String, Object> body, String field, String json) {
        try {
            var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
            var tree = mapper.valueToTree(body);
            ((com.fasterxml.jackson.databind.node.ObjectNode) tree).set(field, mapper.readTree(json));
            return tree.toString();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
