package org.saisei.registry.treatment;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.collection;
import static org.saisei.registry.Registry.enrolEligible;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;
import static org.saisei.registry.treatment.Treatments.correcting;
import static org.saisei.registry.treatment.Treatments.path;
import static org.saisei.registry.treatment.Treatments.voiding;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class CorrectionIT {

    @Test
    void aVoidedFactStaysReadableAndCountsNoMore() {
        String subject = enrolEligible();
        String fact = collect(subject);

        post(path(subject, "collections/" + fact + "/corrections"), voiding())
                .then()
                .statusCode(201)
                .body("action", equalTo("VOID"))
                .body("factId", equalTo(fact));

        hospital()
                .get(path(subject, "collections/" + fact))
                .then()
                .statusCode(200)
                .body("status", equalTo("VOIDED"))
                .body("volumeMl", equalTo(50));
        hospital().get(path(subject, "journey")).then().body("entries.what", hasItem("CORRECTION"));
    }

    @Test
    void aCorrectionIsFoundByItsOwnDocumentNumber() {
        String subject = enrolEligible();
        var correction = voiding();
        String fact = collect(subject);
        collect(subject);

        post(path(subject, "collections/" + fact + "/corrections"), correction)
                .then()
                .statusCode(201);

        hospital()
                .get(path(subject, "collections?documentNumber=" + correction.get("documentNumber")))
                .then()
                .statusCode(200)
                .body("items.factId", contains(fact));
    }

    @Test
    void theAuditTrailHoldsTheReasonOfACorrectionAsCiphertextAlone() {
        String subject = enrolEligible();

        post(path(subject, "collections/" + collect(subject) + "/corrections"), voiding())
                .then()
                .statusCode(201);

        assertThat(Database.rows(
                        "SELECT after ->> 'reasonCiphertext' AS reason FROM audit WHERE action = 'correctCollection'"
                                + " AND ? = ANY (resource_ids)",
                        subject))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("reason")).isBase64());
        assertThat(Database.holds("public.audit", "取り違え")).isFalse();
    }

    @Test
    void onlyTheTreatingFacilityReadsTheReasonOfACorrection() {
        String subject = enrolEligible();
        post(path(subject, "collections/" + collect(subject) + "/corrections"), voiding())
                .then()
                .statusCode(201);

        hospital().get(path(subject, "journey")).then().body(containsString("取り違え"));
        given().auth()
                .oauth2(Tokens.registrar())
                .get(path(subject, "journey"))
                .then()
                .statusCode(200)
                .body("entries.what", hasItem("CORRECTION"))
                .body(not(containsString("取り違え")));
    }

    @Test
    void onlyTheCurrentVersionIsCorrected() {
        String subject = enrolEligible();
        var wrong = collection();
        String fact = post(path(subject, "collections"), wrong).then().extract().path("factId");
        String replacement = post(
                        path(subject, "collections/" + fact + "/corrections"),
                        correcting(with(wrong, entry("volumeMl", 51))))
                .then()
                .extract()
                .path("factId");

        post(path(subject, "collections/" + fact + "/corrections"), voiding())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-corrected"))
                .header("Location", path(subject, "collections/" + replacement));
    }

    @Test
    void aCorrectionIntoWhatCannotBeTrueIsRefusedWithItsPlace() {
        String subject = enrolEligible();
        var wrong = collection();
        String fact = post(path(subject, "collections"), wrong).then().extract().path("factId");

        post(
                        path(subject, "collections/" + fact + "/corrections"),
                        correcting(with(wrong, entry("collectedOn", "2026-04-01"))))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/corrected/collectedOn"));
        assertThat(Database.rows("SELECT 1 FROM fact_correction WHERE subject_id = ?", subject))
                .isEmpty();
    }

    @Test
    void aMistypedDocumentNumberIsCorrectedUnlessItIsAnothers() {
        String subject = enrolEligible();
        var other = collection();
        post(path(subject, "collections"), other).then().statusCode(201);
        var wrong = collection();
        String fact = post(path(subject, "collections"), wrong).then().extract().path("factId");

        post(
                        path(subject, "collections/" + fact + "/corrections"),
                        correcting(with(wrong, entry("documentNumber", other.get("documentNumber")))))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/corrected/documentNumber"));
        var right = newDocument("COL");
        post(
                        path(subject, "collections/" + fact + "/corrections"),
                        correcting(with(wrong, entry("documentNumber", right))))
                .then()
                .statusCode(201);
        hospital()
                .queryParam("documentNumber", right)
                .get(path(subject, "collections"))
                .then()
                .body("items.status", contains("CURRENT"));
    }

    @Test
    void aCorrectionSaysWhatItDoes() {
        String subject = enrolEligible();
        String fact = collect(subject);
        var corrections = path(subject, "collections/" + fact + "/corrections");

        post(corrections, with(voiding(), entry("corrected", collection())))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/corrected"));
        post(corrections, with(voiding(), entry("action", "CORRECT")))
                .then()
                .statusCode(400)
                .body("errors.rule", contains("REQUIRED"));
        post(corrections, with(voiding(), entry("reason", "  ")))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void theKindInThePathIsTheFactsKind() {
        String subject = enrolEligible();
        String fact = collect(subject);

        post(path(subject, "products/" + fact + "/corrections"), voiding())
                .then()
                .statusCode(404);
        hospital().get(path(subject, "products/" + fact)).then().statusCode(404);
    }

    @Test
    void aRepeatedCorrectionLeadsToItsResult() {
        String subject = enrolEligible();
        String fact = collect(subject);
        var body = voiding();
        post(path(subject, "collections/" + fact + "/corrections"), body).then().statusCode(201);

        post(path(subject, "collections/" + fact + "/corrections"), body)
                .then()
                .statusCode(409)
                .header("Location", path(subject, "collections/" + fact));
    }
}
