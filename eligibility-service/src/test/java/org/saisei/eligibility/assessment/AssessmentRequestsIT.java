package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.eligibility.Hospital.ais;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class AssessmentRequestsIT {
    private static final String TOPIC = "saisei.eligibility.assessments";

    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    static Stream<Arguments> badFacts() {
        return Stream.of(
                Arguments.of("ageYears", -1, 400, "/facts/ageYears"),
                Arguments.of("ageYears", 151, 400, "/facts/ageYears"),
                Arguments.of("ageYears", new BigDecimal("54.5"), 400, "/facts/ageYears"),
                Arguments.of("ageYears", "54", 400, "/facts/ageYears"),
                Arguments.of("weightKg", 0, 400, "/facts/weightKg"),
                Arguments.of("weightKg", new BigDecimal("1E+400"), 400, "/facts/weightKg"),
                Arguments.of("traumaticInjury", "yes", 400, "/facts/traumaticInjury"),
                Arguments.of("ais", ais("F", "2026-04-09"), 400, "/facts/ais/grade"),
                Arguments.of("ais", "A", 400, "/facts/ais"),
                Arguments.of("ais", ais("A", "2026-04-31"), 400, "/facts/ais/assessedOn"),
                Arguments.of("ais", ais("A", "2026-04-11"), 422, "/facts/ais/assessedOn"),
                Arguments.of("ais", ais("A", "2026-04-04"), 422, "/facts/ais/assessedOn"),
                Arguments.of("injuryDate", "2026-04-11", 422, "/facts/injuryDate"),
                Arguments.of("plannedMarrowCollectionOn", "2026-04-04", 422, "/facts/plannedMarrowCollectionOn"),
                Arguments.of("tumourPresent", true, 422, "/facts/tumourPresent"),
                Arguments.of("patientName", "山田太郎", 400, "/facts/patientName"),
                Arguments.of("birthDate", "1972-01-01", 400, "/facts/birthDate"));
    }

    @ParameterizedTest
    @MethodSource("badFacts")
    void badFactsAreRefusedWithTheirPlaceAndNothingIsKept(String name, Object value, int status, String pointer) {
        var request = hospital.assessment(with(Hospital.facts(), name, value));

        refused(request, status, pointer);
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("documentNumber", null, 400, "/documentNumber"),
                Arguments.of("documentNumber", "has space", 400, "/documentNumber"),
                Arguments.of("protocol", "NONE", 400, "/protocol"),
                Arguments.of("protocol", "stemirac", 400, "/protocol"),
                Arguments.of("stage", "MAIN", 400, "/stage"),
                Arguments.of("assessedOn", "2019-02-24", 422, "/assessedOn"),
                Arguments.of("assessedOn", "2190-01-01", 422, "/assessedOn"),
                Arguments.of("assessedOn", "10.4.2026", 400, "/assessedOn"),
                Arguments.of("responsiblePhysicianId", null, 400, "/responsiblePhysicianId"),
                Arguments.of("declaredPhysicianRequirement", "S-D3", 400, "/declaredPhysicianRequirement"),
                Arguments.of("declaredPhysicianRequirement", "S-D2", 422, "/declaredPhysicianRequirement"),
                Arguments.of("candidateId", "nobody", 400, "/candidateId"),
                Arguments.of("candidateId", "0000000000000000", 404, "/candidateId"),
                Arguments.of("supersedes", "01958c7e-4b00-7000-8000-000000000002", 404, "/supersedes"),
                Arguments.of("supersedes", "x", 400, "/supersedes"),
                Arguments.of("facts", null, 400, "/facts"),
                Arguments.of("facts", List.of(), 400, "/facts"),
                Arguments.of("patientName", "山田太郎", 400, "/patientName"),
                Arguments.of(
                        "noOtherTreatmentOption",
                        Map.of("declaredOn", "2026-04-11", "reasons", "r"),
                        422,
                        "/noOtherTreatmentOption/declaredOn"),
                Arguments.of(
                        "noOtherTreatmentOption",
                        Map.of("declaredOn", "2026-04-10", "reasons", " "),
                        400,
                        "/noOtherTreatmentOption/reasons"));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void badRequestsAreRefusedWithTheirPlaceAndNothingIsKept(String name, Object value, int status, String pointer) {
        refused(with(hospital.assessment(Hospital.facts()), name, value), status, pointer);
    }

    private void refused(Map<String, Object> request, int status, String pointer) {
        var candidates = Database.count("candidate");

        hospital.create("/assessments", request)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));

        assertThat(Database.rows("SELECT 1 FROM assessment WHERE facility_id = ?", hospital.facilityId()))
                .isEmpty();
        assertThat(Database.count("candidate")).isEqualTo(candidates);
        assertThat(Database.rows(
                        "SELECT 1 FROM outbox WHERE topic = ? AND convert_from(payload, 'UTF8') LIKE ?",
                        TOPIC,
                        "%" + hospital.facilityId() + "%"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\u0000", "a/b", "a.b", ""})
    void aMemberNameThatCannotBeIsRefusedWithoutBeingRepeated(String name) {
        for (var facts : List.of("{\"" + name + "\": true}", "{\"ais\": [{\"" + name + "\": {}}]}")) {
            hospital.create("/assessments", """
                            {"documentNumber": "D", "protocol": "STEMIRAC", "stage": "PLANNING",
                             "assessedOn": "2026-04-10", "responsiblePhysicianId": "DR-0001", "facts": %s}
                            """.formatted(facts))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/facts"));
        }
    }

    @Test
    void aRepeatedRequestHasOneEffectAndTheSameAnswer() {
        var request = hospital.assessment(Hospital.facts());
        var key = UUID.randomUUID().toString();
        var first = hospital.create("/assessments", request, key);

        var second = hospital.create("/assessments", request, key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(KafkaProbe.awaitEvents(TOPIC, first.path("candidateId"), events -> !events.isEmpty()))
                .hasSize(1);
    }

    @Test
    void aRepeatedDocumentNumberLeadsToWhatItRecorded() {
        var request = hospital.assessment(Hospital.facts());
        String id = hospital.create("/assessments", request).path("assessmentId");

        hospital.create("/assessments", request)
                .then()
                .statusCode(409)
                .header("Location", org.hamcrest.Matchers.endsWith("/assessments/" + id))
                .body("errors.pointer", contains("/documentNumber"));
        hospital.get("/assessments?documentNumber=" + request.get("documentNumber"))
                .then()
                .body("items.assessmentId", contains(id));
    }

    @Test
    void oneDocumentNumberSentTwentyTimesAtOnceIsRecordedOnce() throws InterruptedException {
        var request = hospital.assessment(Hospital.facts());
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 20; i++) {
            calls.add(() -> hospital.create("/assessments", request).statusCode());
        }

        try (var threads = Executors.newFixedThreadPool(20)) {
            var statuses = threads.invokeAll(calls).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        }
        assertThat(Database.rows("SELECT 1 FROM assessment WHERE facility_id = ?", hospital.facilityId()))
                .hasSize(1);
        assertThat(Database.rows("SELECT 1 FROM candidate WHERE facility_id = ?", hospital.facilityId()))
                .hasSize(1);
    }

    @Test
    void anotherFacilitysAssessmentsAndCandidatesAreNotThere() {
        var assessment = hospital.assess(Hospital.facts());
        var path = "/assessments/" + assessment.path("assessmentId");
        var other = Hospital.accredited();

        other.get(path).then().statusCode(404);
        other.post(path + "/replay", Map.of()).then().statusCode(404);
        other.get("/assessments?candidateId=" + assessment.path("candidateId"))
                .then()
                .body("items", hasSize(0));
        other.create(
                        "/assessments",
                        with(other.assessment(Hospital.facts()), "candidateId", assessment.path("candidateId")))
                .then()
                .statusCode(404)
                .body("errors.pointer", contains("/candidateId"));
        other.create(
                        "/assessments",
                        with(other.assessment(Hospital.facts()), "supersedes", assessment.path("assessmentId")))
                .then()
                .statusCode(404)
                .body("errors.pointer", contains("/supersedes"));
        Hospital.as(Tokens.registrar()).get(path).then().statusCode(200);
        Hospital.as(Tokens.safetyOfficer()).get(path).then().statusCode(403);
        Hospital.as(Tokens.token("hospital", hospital.facilityId(), "VASCULAR_REGENERATION"))
                .get(path)
                .then()
                .statusCode(404);
    }

    @Test
    void aDecisionNeverChangesButIsSuperseded() {
        var first = hospital.assess(with(Hospital.facts(), "malignancy", null));
        String id = first.path("assessmentId");
        String candidate = first.path("candidateId");

        var second = hospital.create(
                "/assessments",
                with(hospital.assessment(Hospital.facts()), "candidateId", candidate, "supersedes", id));

        second.then()
                .statusCode(201)
                .body("candidateId", equalTo(candidate))
                .body("supersedes", equalTo(id))
                .body("decision", equalTo("ELIGIBLE"));
        hospital.get("/assessments/" + id)
                .then()
                .body("decision", equalTo("INDETERMINATE"))
                .body("supersededBy", equalTo(second.path("assessmentId")));
        hospital.create(
                        "/assessments",
                        with(hospital.assessment(Hospital.facts()), "candidateId", candidate, "supersedes", id))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-superseded"));
        assertThat(KafkaProbe.awaitEvents(TOPIC, candidate, events -> events.size() == 2)
                        .get(1)
                        .value()
                        .path("supersedes")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void anAssessmentSupersedesOnlyItsOwnKind() {
        String other = hospital.assess(Hospital.facts()).path("assessmentId");
        String candidate = hospital.assess(Hospital.facts()).path("candidateId");

        hospital.create(
                        "/assessments",
                        with(hospital.assessment(Hospital.facts()), "candidateId", candidate, "supersedes", other))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/supersedes"));
    }

    @Test
    void aTokenLimitedToOtherProtocolsLearnsNothingFromTheList() {
        hospital.assess(Hospital.facts());
        hospital.assess(Hospital.facts());

        Hospital.as(Tokens.token("hospital", hospital.facilityId(), "OTHER"))
                .get("/assessments?limit=1")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
    }

    @Test
    void theListPagesThroughEverythingOnce() {
        var ids = Stream.generate(() -> hospital.assess(Hospital.facts()).<String>path("assessmentId"))
                .limit(5)
                .toList();
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = hospital.get("/assessments?limit=2" + next);
            seen.addAll(page.path("items.assessmentId"));
            next = page.path("next") == null ? null : "&after=" + page.path("next");
        } while (next != null);

        assertThat(seen).isEqualTo(ids);
        hospital.get("/assessments?limit=0").then().statusCode(400);
        hospital.get("/assessments?after=nonsense").then().statusCode(400);
    }

    @Test
    void anAssessmentIsJudgedAgainToTheSameResultWhateverHasChangedSince() {
        var assessment = hospital.assess(with(Hospital.facts(), "plannedMarrowCollectionOn", "2026-05-07"));
        hospital.restate(
                        "/facilities/" + hospital.facilityId() + "/physicians/DR-0001",
                        with(Hospital.physician(), "placements", List.of()),
                        "\"1\"")
                .then()
                .statusCode(200);
        hospital.assess(Hospital.facts()).then().body("decision", equalTo("INELIGIBLE"));

        hospital.post("/assessments/" + assessment.path("assessmentId") + "/replay", Map.of())
                .then()
                .statusCode(200)
                .body("same", equalTo(true))
                .body("differences", hasSize(0))
                .body("decision", equalTo("ELIGIBLE"))
                .body("verdicts.verdict", equalTo(assessment.path("verdicts.verdict")));
    }

    @Test
    void aKeptResultThatDoesNotFollowFromItsInputsIsFoundOut() throws Exception {
        var assessment = hospital.assess(Hospital.facts());
        try (var superuser = Database.superuser();
                var tamper = superuser.prepareStatement(
                        "UPDATE assessment SET facts = jsonb_set(facts, '{traumaticInjury}', 'false')"
                                + " WHERE assessment_id = ?::uuid")) {
            tamper.setString(1, assessment.path("assessmentId"));
            tamper.executeUpdate();
        }

        hospital.post("/assessments/" + assessment.path("assessmentId") + "/replay", Map.of())
                .then()
                .body("same", equalTo(false))
                .body("differences", contains("S-P1"))
                .body("decision", equalTo("INELIGIBLE"));
    }

    @Test
    @Tag("S-N1")
    void anAssessmentUnderAVersionThatIsNoLongerCarriedIsReadButNotJudgedAgain() throws Exception {
        var assessment = hospital.assess(Hospital.facts());
        String candidate = assessment.path("candidateId");
        var path = "/assessments/" + assessment.path("assessmentId");
        try (var superuser = Database.superuser();
                var tamper = superuser.prepareStatement(
                        "UPDATE assessment SET protocol_version = '2018-12-28' WHERE assessment_id = ?::uuid")) {
            tamper.setString(1, assessment.path("assessmentId"));
            tamper.executeUpdate();
        }

        hospital.get(path)
                .then()
                .statusCode(200)
                .body("protocolVersion", equalTo("2018-12-28"))
                .body("decision", equalTo("ELIGIBLE"))
                .body("facts", equalTo(assessment.path("facts")))
                .body("verdicts", equalTo(assessment.path("verdicts")));
        hospital.get("/assessments?candidateId=" + candidate).then().body("items.decision", contains("ELIGIBLE"));
        hospital.post(path + "/replay", Map.of())
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/protocol-version-not-carried"));
        hospital.create(
                        "/assessments",
                        with(
                                hospital.assessment(Hospital.facts()),
                                "candidateId",
                                candidate,
                                "stage",
                                "PRE_ADMINISTRATION",
                                "assessedOn",
                                "2026-05-20"))
                .then()
                .statusCode(201)
                .body("coverage", equalTo("UNKNOWN"))
                .body("missing", contains("/facts/ais/grade", "/facts/ais/assessedOn"));
    }

    @Test
    void theServicesOwnRoleCannotRewriteAnAssessment() throws Exception {
        hospital.assess(Hospital.facts());

        try (var runtime = Database.runtime();
                var statement = runtime.createStatement()) {
            for (var sql : List.of(
                    "UPDATE assessment SET decision = 'ELIGIBLE'",
                    "DELETE FROM assessment",
                    "DELETE FROM accreditation",
                    "UPDATE accreditation SET verdicts = '[]'",
                    "UPDATE candidate SET facility_id = 'F-OTHER'")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void readingAndWritingLeaveTheirRows() {
        var assessment = hospital.assess(Hospital.facts());
        String id = assessment.path("assessmentId");
        hospital.get("/assessments/" + id);

        assertThat(Database.rows(
                        "SELECT kind, action, facility_id FROM audit WHERE ? = ANY (resource_ids) ORDER BY recorded_at",
                        id))
                .extracting(row -> row.get("kind") + " " + row.get("action"))
                .containsExactly("WRITE assessPatient", "READ readAssessment");
    }
}
