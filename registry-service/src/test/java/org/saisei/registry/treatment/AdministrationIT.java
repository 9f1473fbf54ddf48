package org.saisei.registry.treatment;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.saisei.registry.Registry.TREATMENTS;
import static org.saisei.registry.Registry.administration;
import static org.saisei.registry.Registry.awaitEvents;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.enrolEligible;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.lotOf;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.ofType;
import static org.saisei.registry.Registry.plan;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.product;
import static org.saisei.registry.Registry.with;
import static org.saisei.registry.treatment.Treatments.DEVIATED;
import static org.saisei.registry.treatment.Treatments.path;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class AdministrationIT {

    @Test
    void aTreatmentWithinTheRulesIsRecordedToldAndWithoutDeviation() {
        String subject = enrolEligible();
        var lot = lotOf(subject);
        post(path(subject, "planned-administrations"), plan(lot))
                .then()
                .statusCode(201)
                .body("doseInterval.minCells", equalTo(50000000))
                .body("doseInterval.maxCells", equalTo(200000000))
                .body("warnings", empty());

        post(path(subject, "administrations"), administration(lot))
                .then()
                .statusCode(201)
                .body("cells", equalTo(180000000))
                .body("deviations", empty());

        var events = awaitEvents(TREATMENTS, subject, "saisei.registry.administration-recorded.v1", 1);
        assertThat(events)
                .extracting(event -> event.type().replaceAll("saisei.registry.|-recorded.v1", ""))
                .containsExactly("collection", "product", "administration");
        assertThat(events).extracting(event -> event.sequence()).containsExactly(1L, 2L, 3L);
        assertThat(events.getLast().value().get("cells").isIntegralNumber()).isTrue();
        assertThat(Registry.standing(subject)).isEqualTo("REGISTERED");
    }

    @ParameterizedTest
    @Tag("S-T2")
    @CsvSource({
        "72.4, 49999999, BELOW_MINIMUM",
        "72.4, 50000000, ",
        "72.4, 200000000, ",
        "72.4, 200000001, ABOVE_MAXIMUM",
        "50.5, 168670000, ",
        "50.5, 168670001, ABOVE_MAXIMUM",
        "14.9, 50000000, NO_DOSE_ALLOWED",
    })
    void aDoseThatWasGivenIsRecordedAndFlagged(String weightKg, long cells, String code) {
        String subject = enrolEligible();
        var body = with(
                administration(lotOf(subject)),
                entry("cells", cells),
                entry("weightKg", new java.math.BigDecimal(weightKg)));

        List<String> codes = post(path(subject, "administrations"), body)
                .then()
                .statusCode(201)
                .extract()
                .path("deviations.findAll { it.ruleId == 'S-T2' }.code");

        assertThat(codes).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    @Tag("S-T2")
    void anOverdoseIsToldOnTheBusWithItsRuleAndLot() {
        String subject = enrolEligible();
        var lot = lotOf(subject);
        String fact = post(path(subject, "administrations"), with(administration(lot), entry("cells", 200000001)))
                .then()
                .extract()
                .path("factId");

        var events = awaitEvents(TREATMENTS, subject, DEVIATED, 1);

        var deviation = ofType(events, DEVIATED).getFirst().value();
        assertThat(deviation.get("ruleId").asText()).isEqualTo("S-T2");
        assertThat(deviation.get("factId").asText()).isEqualTo(fact);
        assertThat(deviation.get("lotNumber").asText()).isEqualTo(lot);
        var given = ofType(events, "saisei.registry.administration-recorded.v1").getFirst();
        assertThat(given.value().get("deviations")).hasToString("[\"S-T2\"]");
    }

    @Test
    @Tag("S-T6")
    void anAdministrationOfAnotherSubjectsLotIsRecordedAndToldAtOnce() {
        String subject = enrolEligible();
        var lot = lotOf(enrolEligible());

        post(path(subject, "administrations"), administration(lot))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-T6"));

        var deviation =
                ofType(awaitEvents(TREATMENTS, subject, DEVIATED, 1), DEVIATED).getFirst();
        assertThat(deviation.value().get("ruleId").asText()).isEqualTo("S-T6");
        assertThat(deviation.value().get("code").asText()).isEqualTo("CHAIN_NOT_SHOWN");
        assertThat(deviation.value().get("factKind").asText()).isEqualTo("ADMINISTRATION");
    }

    @Test
    @Tag("S-T6")
    void anAdministrationBeforeTheLotWasMadeIsRecordedAndBothRecordsAreFlagged() {
        String subject = enrolEligible();
        var early = with(
                administration(lotOf(subject)),
                entry("administeredOn", "2026-05-17"),
                entry("weightMeasuredOn", "2026-05-17"));

        post(path(subject, "administrations"), early)
                .then()
                .statusCode(201)
                .body("deviations.code", contains("DAYS_CONTRADICT"))
                .body("deviations.ruleId", contains("S-T6"));

        hospital()
                .get(path(subject, "deviations"))
                .then()
                .body("items.factKind", containsInAnyOrder("PRODUCT", "ADMINISTRATION"));
    }

    @Test
    @Tag("S-T2")
    void anAdministrationIsRecordedWithWhatIsKnownOfItAndSaysWhatIsMissing() {
        String subject = enrolEligible();
        var known = new java.util.HashMap<>(administration(lotOf(subject)));
        known.keySet().retainAll(java.util.Set.of("documentNumber", "lotNumber", "administeredOn", "cells"));

        String fact = post(path(subject, "administrations"), with(known, entry("cells", 200000001)))
                .then()
                .statusCode(201)
                .body("deviations.code", contains("ABOVE_MAXIMUM"))
                .body("missing.ruleId", contains("S-T2", "S-T3"))
                .body("missing[0].pointers", contains("/weightKg", "/weightMeasuredOn"))
                .body("missing[1].pointers", contains("/productVolumeMl", "/salineVolumeMl", "/flowMlPerMin"))
                .extract()
                .path("factId");

        hospital()
                .get(path(subject, "administrations/" + fact))
                .then()
                .statusCode(200)
                .body("missing.ruleId", contains("S-T2", "S-T3"));
        var told = awaitEvents(TREATMENTS, subject, "saisei.registry.administration-recorded.v1", 1)
                .get(2)
                .value();
        assertThat(told.hasNonNull("weightKg")).isFalse();
        assertThat(told.get("cells").asLong()).isEqualTo(200000001);
    }

    @Test
    void cellsWrittenWithAnExponentAreTheSameCells() {
        String subject = enrolEligible();
        var body = administration(lotOf(subject));
        body.remove("cells");
        var json = new com.fasterxml.jackson.databind.ObjectMapper()
                .valueToTree(body)
                .toString();

        post(path(subject, "administrations"), json.substring(0, json.length() - 1) + ", \"cells\": 1.8E8}")
                .then()
                .statusCode(201)
                .body("cells", equalTo(180000000))
                .body("deviations", empty());

        var event = awaitEvents(TREATMENTS, subject, "saisei.registry.administration-recorded.v1", 1)
                .getLast();
        assertThat(event.value().get("cells").toString()).isEqualTo("180000000");
    }

    @Test
    @Tag("S-T6")
    void theDeviationIsWithdrawnWhenTheMissingProductIsRecorded() {
        String subject = enrolEligible();
        var lot = newDocument("LOT");
        post(path(subject, "administrations"), administration(lot)).then().body("deviations.ruleId", contains("S-T6"));

        post(path(subject, "products"), product(lot, collect(subject)))
                .then()
                .statusCode(201)
                .body("deviations", empty());

        hospital()
                .get(path(subject, "deviations"))
                .then()
                .body("items.ruleId", contains("S-T6"))
                .body("items.withdrawnAt", not(empty()));
        hospital().get(path(subject, "administrations")).then().body("items[0].deviations", empty());
    }

    @Test
    @Tag("S-T3")
    void dilutionAndFlowOutsideAreFlagged() {
        String subject = enrolEligible();

        post(
                        path(subject, "administrations"),
                        with(administration(lotOf(subject)), entry("salineVolumeMl", 79.9), entry("flowMlPerMin", 1.1)))
                .then()
                .statusCode(201)
                .body("deviations.code", containsInAnyOrder("DILUTION_BELOW_MINIMUM", "FLOW_OUTSIDE_GUIDE"))
                .body("deviations.ruleId", contains("S-T3", "S-T3"));
    }
}
