package org.saisei.registry.treatment;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.saisei.registry.Registry.TREATMENTS;
import static org.saisei.registry.Registry.administration;
import static org.saisei.registry.Registry.awaitEvents;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.collection;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.enrolEligible;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.lotOf;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.product;
import static org.saisei.registry.Registry.with;
import static org.saisei.registry.treatment.TreatmentIT.path;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
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
    @Tag("S-T2")
    void aCorrectedDoseTakesTheDeviationAwayAndIsTold() {
        String subject = enrolEligible();
        var wrong = with(administration(lotOf(subject)), entry("cells", 1800000000));
        String fact = post(path(subject, "administrations"), wrong)
                .then()
                .body("deviations.ruleId", contains("S-T2"))
                .extract()
                .path("factId");

        String replacement = post(
                        path(subject, "administrations/" + fact + "/corrections"),
                        correcting(with(wrong, entry("cells", 180000000))))
                .then()
                .statusCode(201)
                .body("correctedFactId", equalTo(fact))
                .body("deviations", empty())
                .extract()
                .path("factId");

        hospital()
                .get(path(subject, "administrations/" + fact))
                .then()
                .body("status", equalTo("CORRECTED"))
                .body("replacedByFactId", equalTo(replacement))
                .body("cells", equalTo(1800000000));
        hospital()
                .get(path(subject, "administrations/" + replacement))
                .then()
                .body("status", equalTo("CURRENT"))
                .body("cells", equalTo(180000000));
        var events = awaitEvents(TREATMENTS, subject, "saisei.registry.administration-recorded.v1", 2);
        assertThat(events.stream().map(event -> event.type().split("\\.")[2]).toList())
                .containsExactly(
                        "collection-recorded",
                        "product-recorded",
                        "administration-recorded",
                        "deviation-recorded",
                        "fact-corrected",
                        "administration-recorded");
        var corrected = events.get(4).value();
        assertThat(corrected.get("factId").asText()).isEqualTo(fact);
        assertThat(corrected.get("replacedByFactId").asText()).isEqualTo(replacement);
        assertThat(events.get(5).value().get("deviations")).isEmpty();
    }

    @Test
    @Tag("S-T2")
    void aCorrectionIntoADeviationIsFlaggedAndTold() {
        String subject = enrolEligible();
        var given = administration(lotOf(subject));
        String fact =
                post(path(subject, "administrations"), given).then().extract().path("factId");

        post(
                        path(subject, "administrations/" + fact + "/corrections"),
                        correcting(with(given, entry("cells", 200000001))))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-T2"));

        awaitEvents(TREATMENTS, subject, "saisei.registry.deviation-recorded.v1", 1);
    }

    @Test
    @Tag("S-T6")
    void voidingACollectionBreaksTheChainOfWhatWasMadeAndGivenFromIt() {
        String subject = enrolEligible();
        String collected = collect(subject);
        var lot = newDocument("LOT");
        var made = product(lot, collected);
        post(path(subject, "products"), made).then().body("deviations", empty());
        var given = administration(lot);
        post(path(subject, "administrations"), given).then().body("deviations", empty());

        post(path(subject, "collections/" + collected + "/corrections"), voiding())
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-T6", "S-T6"));

        var told = awaitEvents(TREATMENTS, subject, "saisei.registry.deviation-recorded.v1", 2).stream()
                .filter(event -> event.type().equals("saisei.registry.deviation-recorded.v1"))
                .map(event -> event.value().get("documentNumber").asText())
                .toList();
        assertThat(told)
                .containsExactlyInAnyOrder((String) made.get("documentNumber"), (String) given.get("documentNumber"));
    }

    @Test
    @Tag("S-T6")
    void aLotThatTwoRecordedIsTheOthersAgainWhenOneRecordIsCorrected() {
        String subject = enrolEligible();
        var lot = newDocument("LOT");
        var made = product(lot, collect(subject));
        String fact = post(path(subject, "products"), made).then().extract().path("factId");
        String other = enrolEligible();
        post(path(other, "products"), product(lot, collect(other))).then().body("deviations.ruleId", contains("S-T6"));

        post(
                        path(subject, "products/" + fact + "/corrections"),
                        correcting(with(made, entry("lotNumber", newDocument("LOT")))))
                .then()
                .statusCode(201)
                .body("deviations", empty());

        hospital().get(path(other, "products")).then().body("items[0].deviations", empty());
    }

    @Test
    @Tag("S-R1")
    void theDeviationOfTreatingWithoutADecisionStaysWithTheCorrectedFact() {
        String subject = enrol(newCandidate());
        var wrong = collection();
        String fact = post(path(subject, "collections"), wrong).then().extract().path("factId");

        String replacement = post(
                        path(subject, "collections/" + fact + "/corrections"),
                        correcting(with(wrong, entry("volumeMl", 52.5))))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-R1"))
                .extract()
                .path("factId");

        hospital()
                .get(path(subject, "collections/" + replacement))
                .then()
                .body("volumeMl", equalTo(52.5f))
                .body("deviations.ruleId", contains("S-R1"));
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

    private static Map<String, Object> voiding() {
        return new HashMap<>(Map.of("documentNumber", newDocument("COR"), "reason", "取り違え（別の患者の記録）", "action", "VOID"));
    }

    private static Map<String, Object> correcting(Map<String, Object> corrected) {
        return new HashMap<>(Map.of(
                "documentNumber",
                newDocument("COR"),
                "reason",
                "typed wrongly",
                "action",
                "CORRECT",
                "corrected",
                corrected));
    }
}
