package org.saisei.registry.erasure;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;
import static org.saisei.registry.erasure.Erasing.erase;
import static org.saisei.registry.erasure.Erasing.erasure;
import static org.saisei.registry.erasure.Erasing.hold;
import static org.saisei.registry.erasure.Erasing.lift;
import static org.saisei.registry.erasure.Erasing.registrar;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;
import org.saisei.kit.time.RegulatoryDays;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class ErasureIT {
    private Map<String, Object> enrolled;
    private String key;
    private String subject;

    @BeforeEach
    void aPatientIsEnrolled() {
        enrolled = enrolment(newCandidate());
        key = UUID.randomUUID().toString();
        subject = enrolWith(key).then().statusCode(201).extract().path("subjectId");
    }

    private io.restassured.response.Response enrolWith(String key) {
        return hospital().header("Idempotency-Key", key).body(enrolled).post("/subjects");
    }

    @Test
    void anErasedIdentityIsToldAsErasedAndTheRecordStays() {
        var fact = collect(subject);
        var body = erasure();

        erase(subject, body)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/subjects/" + subject + "/identity-erasure"))
                .body("subjectId", is(subject))
                .body("ground", is("PATIENT_REQUEST"));

        var today = RegulatoryDays.of(Instant.now()).toString();
        hospital()
                .get("/subjects/" + subject + "/identity")
                .then()
                .statusCode(410)
                .body("type", is("/problems/identity-erased"))
                .body("erasedOn", is(today));
        Registry.otherHospital()
                .get("/subjects/" + subject + "/identity")
                .then()
                .statusCode(404);
        hospital().get("/subjects/" + subject).then().statusCode(200).body("ageYears", notNullValue());
        hospital().get("/subjects/" + subject + "/collections").then().body("items[0].factId", is(fact));
        registrar()
                .get("/subjects/" + subject + "/identity-erasure")
                .then()
                .statusCode(200)
                .body("documentNumber", is(body.get("documentNumber")))
                .body("erasedOn", is(today));
        assertThat(Database.rows("SELECT 1 FROM identity.patient WHERE subject_id = ?", subject))
                .isEmpty();
        assertThat(Database.rows("SELECT 1 FROM identity.match_index WHERE subject_id = ?", subject))
                .isEmpty();
        assertThat(Database.rows(
                        "SELECT actor, reason FROM audit WHERE action = 'eraseIdentity' AND ? = ANY (resource_ids)",
                        subject))
                .singleElement()
                .satisfies(row -> assertThat(row.get("reason")).isEqualTo("PATIENT_REQUEST"));
    }

    @Test
    void noIdentityIsErasedWhileAHoldStands() {
        var first = hold(subject);
        var second = hold(subject);
        lift(subject, first)
                .then()
                .statusCode(201)
                .body("stands", is(false))
                .body("lifting.ground", is("MATTER_ENDED"));

        erase(subject)
                .then()
                .statusCode(409)
                .body("type", is("/problems/legal-hold"))
                .body("holds", is(List.of(second)));
        hospital().get("/subjects/" + subject + "/identity").then().statusCode(200);

        lift(subject, second).then().statusCode(201);
        lift(subject, second).then().statusCode(409).body("type", is("/problems/already-lifted"));
        registrar()
                .get("/subjects/" + subject + "/legal-holds")
                .then()
                .statusCode(200)
                .body("items.holdId", is(List.of(first, second)))
                .body("items.stands", is(List.of(false, false)));
        erase(subject).then().statusCode(201);
        post(
                        registrar(),
                        "/subjects/" + subject + "/legal-holds",
                        Map.of("documentNumber", newDocument("HLD"), "ground", "COURT_ORDER"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-erased"));
    }

    @Test
    void whatIsErasedIsNotErasedTwice() {
        var body = erasure();
        var once = UUID.randomUUID().toString();
        var path = "/subjects/" + subject + "/identity-erasure";
        var answer = registrar().header("Idempotency-Key", once).body(body).post(path);
        answer.then().statusCode(201);

        var repeated = registrar().header("Idempotency-Key", once).body(body).post(path);
        repeated.then().statusCode(201);
        assertThat(repeated.asString()).isEqualTo(answer.asString());
        erase(subject, body).then().statusCode(409).body("type", is("/problems/already-recorded"));
        erase(subject)
                .then()
                .statusCode(409)
                .header("Location", endsWith(path))
                .body("type", is("/problems/already-erased"));
        String other = Registry.enrol(newCandidate());
        erase(other, body).then().statusCode(409).header("Location", endsWith(path));
        hospital().get("/subjects/" + other + "/identity").then().statusCode(200);
    }

    @Test
    void anErasedPatientWhoIsEnrolledAgainIsNobodysDuplicate() {
        var again = with(enrolment(newCandidate()), entry("identity", enrolled.get("identity")));
        post("/subjects", again).then().statusCode(201).body("suspectedDuplicates", is(List.of(subject)));

        erase(subject).then().statusCode(201);
        String second = hospital()
                .get("/subjects?documentNumber=" + again.get("documentNumber"))
                .path("items[0].subjectId");
        erase(second).then().statusCode(201);

        var third = with(again, entry("candidateId", newCandidate()), entry("documentNumber", newDocument("ENR")));
        post("/subjects", third).then().statusCode(201).body("suspectedDuplicates", empty());
    }

    @Test
    void theEnrolmentsAnswerIsForgottenWithItsFingerprint() {
        enrolWith(key).then().statusCode(201).header("Idempotency-Replayed", "true");
        var kept = "SELECT 1 FROM idempotency WHERE body LIKE '%' || ? || '%'";
        assertThat(Database.rows(kept, subject)).hasSize(1);

        erase(subject).then().statusCode(201);

        enrolWith(key)
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .header("Location", endsWith("/subjects/" + subject));
        assertThat(Database.rows(kept + " AND body NOT LIKE '%erasureId%'", subject))
                .isEmpty();
    }

    @Test
    void theReasonsOfCorrectionsGoWithTheIdentity() {
        var path = "/subjects/" + subject + "/collections/" + collect(subject) + "/corrections";
        var correction = Map.of("documentNumber", newDocument("COR"), "reason", "another patient's", "action", "VOID");
        post(path, correction).then().statusCode(201);

        erase(subject).then().statusCode(201);

        assertThat(Database.rows("SELECT wrapped_key FROM fact_correction WHERE subject_id = ?", subject))
                .singleElement()
                .satisfies(row -> assertThat((byte[]) row.get("wrapped_key")).isEmpty());
        post(path, correction).then().statusCode(409).body("type", is("/problems/already-recorded"));
    }

    @Test
    void onlyARegistrarForTheProtocolErases() {
        var path = "/subjects/" + subject + "/identity-erasure";
        post(path, erasure()).then().statusCode(403);
        post(Registry.as(Tokens.token("registrar", null, "OTHER")), path, erasure())
                .then()
                .statusCode(404);
        post(
                        Registry.as(Tokens.token("registrar", null, "OTHER")),
                        "/subjects/" + subject + "/legal-holds",
                        Map.of("documentNumber", newDocument("HLD"), "ground", "COURT_ORDER"))
                .then()
                .statusCode(404);
        post(registrar(), "/subjects/401273651827/identity-erasure", erasure())
                .then()
                .statusCode(404);
        hospital().get("/subjects/" + subject + "/identity").then().statusCode(200);
    }

    @Test
    void ofManyErasuresAtOnceOneCountsAndNoReaderSeesAFault() throws Exception {
        var answers = new ArrayList<Future<Integer>>();
        var reads = new ArrayList<Future<Integer>>();
        var enrolments = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 12; i++) {
                reads.add(threads.submit(() ->
                        hospital().get("/subjects/" + subject + "/identity").statusCode()));
                answers.add(threads.submit(() -> erase(subject).statusCode()));
                var again = with(enrolment(newCandidate()), entry("identity", enrolled.get("identity")));
                enrolments.add(threads.submit(() -> post("/subjects", again).statusCode()));
            }
        }

        assertThat(answers).extracting(Future::get).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(reads).extracting(Future::get).isSubsetOf(200, 410);
        assertThat(enrolments).extracting(Future::get).containsOnly(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE identity.erasure SET ground = 'PATIENT_REQUEST'",
                "DELETE FROM identity.erasure",
                "UPDATE legal_hold SET ground = 'COURT_ORDER'",
                "DELETE FROM legal_hold",
                "DELETE FROM legal_hold_lifting",
                "UPDATE identity.patient SET ciphertext = ''",
                "UPDATE identity.patient SET subject_id = subject_id",
                "UPDATE identity.match_index SET hash = ''",
                "UPDATE fact_correction SET reason = ''"
            })
    void theRuntimeRoleMayDoNoMoreThanErasingNeeds(String statement) throws SQLException {
        try (var connection = Database.runtime();
                var sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }
}
