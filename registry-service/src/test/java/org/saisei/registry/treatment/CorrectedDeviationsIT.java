package org.saisei.registry.treatment;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
import static org.saisei.registry.treatment.Treatments.correcting;
import static org.saisei.registry.treatment.Treatments.path;
import static org.saisei.registry.treatment.Treatments.voiding;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class CorrectedDeviationsIT {

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
}
