package org.saisei.registry.treatment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.saisei.registry.Registry.TREATMENTS;
import static org.saisei.registry.Registry.administration;
import static org.saisei.registry.Registry.awaitEvents;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.collection;
import static org.saisei.registry.Registry.decide;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.enrolEligible;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.lotOf;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.ofType;
import static org.saisei.registry.Registry.otherHospital;
import static org.saisei.registry.Registry.plan;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.product;
import static org.saisei.registry.Registry.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class TreatmentIT {
    private static final String DEVIATED = "saisei.registry.deviation-recorded.v1";

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
        "72.4, 49999999, false",
        "72.4, 50000000, true",
        "72.4, 200000000, true",
        "72.4, 200000001, false",
        "50.5, 168670000, true",
        "50.5, 168670001, false",
        "14.9, 50000000, false",
    })
    void aPlannedDoseIsHeldAgainstItsIntervalToOneCell(String weightKg, long cells, boolean allowed) {
        String subject = enrolEligible();
        var body = with(
                plan(lotOf(subject)), entry("cells", cells), entry("weightKg", new java.math.BigDecimal(weightKg)));

        var answer = post(path(subject, "planned-administrations"), body).then();

        if (allowed) {
            answer.statusCode(201);
        } else {
            answer.statusCode(422)
                    .body("ruleId", equalTo("S-T2"))
                    .body("errors.pointer", hasItem("/cells"))
                    .body("errors.rule", hasItem("S-T2"));
            assertThat(Database.rows("SELECT 1 FROM planned_administration WHERE subject_id = ?", subject))
                    .isEmpty();
        }
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
    void aPlanWithAnotherSubjectsLotIsRefusedWhetherOfTheSameFacilityOrAnother() {
        String subject = enrolEligible();
        collect(subject);
        var lotOfTheSameFacility = lotOf(enrolEligible());
        var lotElsewhere = lotOfAnotherFacility();
        var lotOfNobody = newDocument("LOT");

        var answers = List.of(lotOfTheSameFacility, lotElsewhere, lotOfNobody).stream()
                .map(lot -> post(path(subject, "planned-administrations"), plan(lot)))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> answer.then()
                        .statusCode(422)
                        .body("ruleId", equalTo("S-T6"))
                        .body("errors.pointer", contains("/lotNumber")));
        assertThat(answers.stream().map(answer -> answer.asString()).distinct())
                .as("the three cannot be told apart")
                .hasSize(1);
        assertThat(Database.rows("SELECT 1 FROM planned_administration WHERE subject_id = ?", subject))
                .isEmpty();
    }

    @Test
    @Tag("S-T6")
    void aPlanWithALotMadeFromAnotherSubjectsCollectionIsRefused() {
        String subject = enrolEligible();
        String foreign = collect(enrolEligible());
        var lot = newDocument("LOT");
        post(path(subject, "products"), product(lot, collect(subject), foreign))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-T6"));

        post(path(subject, "planned-administrations"), plan(lot))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-T6"));
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
        assertThat(deviation.value().get("factKind").asText()).isEqualTo("ADMINISTRATION");
    }

    @Test
    @Tag("S-T6")
    void aCollectionOfAnotherFacilityCannotBeToldFromOneThatDoesNotExist() {
        String subject = enrolEligible();
        String foreign = collectionOfAnotherFacility();

        var ofAnother = post(path(subject, "products"), product(newDocument("LOT"), foreign));
        var ofNobody = post(
                path(subject, "products"),
                product(newDocument("LOT"), UUID.randomUUID().toString()));

        assertThat(ofAnother.statusCode()).isEqualTo(201);
        assertThat(ofAnother.<List<?>>path("deviations.code")).isEqualTo(List.of("CHAIN_NOT_SHOWN"));
        assertThat(ofNobody.<List<?>>path("deviations.code")).isEqualTo(ofAnother.path("deviations.code"));
        assertThat(ofNobody.<List<?>>path("deviations.detail")).isEqualTo(ofAnother.path("deviations.detail"));
    }

    @Test
    @Tag("S-T6")
    void aLotNumberThatIsAnotherSubjectsAlreadyIsRecordedAsADeviation() {
        var lot = lotOfAnotherFacility();
        String subject = enrolEligible();

        post(path(subject, "products"), product(lot, collect(subject)))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-T6"));
    }

    @Test
    @Tag("S-T6")
    void aLotRecordedByTwoSubjectsIsShownForNeitherUntilOneRecordIsVoided() {
        String first = enrolEligible();
        var lot = lotOf(first);
        post(path(first, "administrations"), administration(lot)).then().body("deviations", empty());
        String second = enrol(otherHospital(), newCandidate());
        String collected = post(otherHospital(), path(second, "collections"), collection())
                .then()
                .statusCode(201)
                .extract()
                .path("factId");
        String record = post(otherHospital(), path(second, "products"), product(lot, collected))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", hasItem("S-T6"))
                .extract()
                .path("factId");

        assertThat(standingRules(first)).containsExactly("S-T6", "S-T6");
        var told = ofType(awaitEvents(TREATMENTS, first, DEVIATED, 2), DEVIATED);
        assertThat(told)
                .extracting(event -> event.value().get("factKind").asText())
                .containsExactlyInAnyOrder("PRODUCT", "ADMINISTRATION");
        assertThat(told.toString()).doesNotContain(second, Registry.OTHER_FACILITY);
        var ofBoth = post(path(first, "planned-administrations"), plan(lot));
        var unknown = post(path(enrolEligible(), "planned-administrations"), plan(newDocument("LOT")));
        ofBoth.then().statusCode(422).body("ruleId", equalTo("S-T6"));
        assertThat(ofBoth.<Object>path("refusals[0]")).isEqualTo(unknown.path("refusals[0]"));
        post(otherHospital(), path(second, "planned-administrations"), plan(lot))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-T6"));

        post(
                        otherHospital(),
                        path(second, "products/" + record + "/corrections"),
                        Map.of("documentNumber", newDocument("COR"), "reason", "typed wrongly", "action", "VOID"))
                .then()
                .statusCode(201);

        assertThat(standingRules(first)).isEmpty();
        hospital().get(path(first, "deviations")).then().body("items.findAll { it.withdrawnAt == null }", empty());
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
    @Tag("S-T2")
    void refusalsAndDeviationsCiteTheirClauseInTheSourcesWords() {
        String subject = enrolEligible();
        var lot = lotOf(subject);

        post(path(subject, "planned-administrations"), with(plan(lot), entry("cells", 200000001)))
                .then()
                .statusCode(422)
                .body("refusals[0].clause", equalTo("1"))
                .body("refusals[0].ja", org.hamcrest.Matchers.containsString("最大投与量"));
        post(path(subject, "administrations"), with(administration(lot), entry("cells", 200000001)))
                .then()
                .body("deviations[0].clause", equalTo("1"));
        hospital()
                .get(path(subject, "deviations"))
                .then()
                .body("items[0].clause", equalTo("1"))
                .body("items[0].ja", org.hamcrest.Matchers.containsString("点滴静注する。"));
    }

    private static List<Object> standingRules(String subject) {
        return Database.rows("SELECT rule_id FROM deviation WHERE subject_id = ? AND withdrawn_at IS NULL", subject)
                .stream()
                .map(row -> (Object) row.get("rule_id"))
                .toList();
    }

    @Test
    @Tag("S-T6")
    void oneLotRecordedForFourSubjectsAtOnceIsShownForNoneOfThem() throws InterruptedException {
        var lot = newDocument("LOT");
        var calls = new ArrayList<Callable<Integer>>();
        var subjects = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            String subject = enrolEligible();
            subjects.add(subject);
            var body = product(lot, collect(subject));
            calls.add(() -> post(path(subject, "products"), body)
                    .then()
                    .statusCode(201)
                    .extract()
                    .<List<?>>path("deviations")
                    .size());
        }

        try (var threads = Executors.newFixedThreadPool(4)) {
            var deviations = threads.invokeAll(calls).stream().map(Future::resultNow);
            assertThat(deviations).as("each answer tells of those before it").containsExactlyInAnyOrder(0, 1, 1, 1);
        }
        assertThat(subjects)
                .allSatisfy(subject -> assertThat(standingRules(subject)).containsExactly("S-T6"));
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

    @Test
    @Tag("S-T4")
    void aSecondAdministrationIsRefusedAsAPlanAndADeviationAsAFact() {
        String subject = enrolEligible();
        var lot = lotOf(subject);
        post(path(subject, "administrations"), administration(lot)).then().statusCode(201);

        post(path(subject, "planned-administrations"), plan(lot))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-T4"));
        post(path(subject, "administrations"), administration(lot))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-T4"));
    }

    @Test
    @Tag("S-R1")
    void aLaterDecisionAgainstRefusesThePlanAndMakesTreatingADeviation() {
        var candidate = newCandidate();
        decide(candidate, 1, "ELIGIBLE");
        String subject = enrol(candidate);
        Registry.awaitStanding(subject, "REGISTERED");
        var lot = lotOf(subject);
        decide(candidate, 2, "INELIGIBLE");
        awaitDecisions(candidate, 2);

        post(path(subject, "planned-administrations"), plan(lot))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-R1"));
        post(path(subject, "administrations"), administration(lot))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-R1"));
        assertThat(Registry.standing(subject)).isEqualTo("REGISTERED");
    }

    @Test
    @Tag("S-R1")
    void aNoBeforeTheAdministrationStandsOverALaterYesAtPlanning() {
        var candidate = newCandidate();
        decide(candidate, 1, "ELIGIBLE");
        String subject = enrol(candidate);
        Registry.awaitStanding(subject, "REGISTERED");
        var lot = lotOf(subject);
        Registry.publish(
                candidate,
                2,
                with(
                        Registry.decision(candidate, "INELIGIBLE"),
                        entry("stage", "PRE_ADMINISTRATION"),
                        entry("assessedOn", "2026-05-21")));
        decide(candidate, 3, "ELIGIBLE");
        awaitDecisions(candidate, 3);

        post(path(subject, "planned-administrations"), plan(lot))
                .then()
                .statusCode(422)
                .body("ruleId", equalTo("S-R1"));
        post(path(subject, "administrations"), administration(lot))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-R1"));
        post(path(subject, "collections"), with(collection(), entry("collectedOn", "2026-05-20")))
                .then()
                .body("deviations", empty());
        post(path(subject, "collections"), with(collection(), entry("collectedOn", "2026-05-21")))
                .then()
                .body("deviations.ruleId", contains("S-R1"));
    }

    @Test
    @Tag("S-R1")
    void anUnsettledDecisionBeforeTheAdministrationIsNoEligibleOne() {
        var candidate = newCandidate();
        decide(candidate, 1, "ELIGIBLE");
        String subject = enrol(candidate);
        Registry.awaitStanding(subject, "REGISTERED");
        Registry.publish(
                candidate,
                2,
                with(Registry.decision(candidate, "INDETERMINATE"), entry("stage", "PRE_ADMINISTRATION")));
        awaitDecisions(candidate, 2);
        var lot = lotOf(subject);

        post(path(subject, "planned-administrations"), plan(lot))
                .then()
                .statusCode(201)
                .body("warnings.code", contains("NO_DECISION_YET"));
        post(path(subject, "administrations"), administration(lot))
                .then()
                .statusCode(201)
                .body("deviations.ruleId", contains("S-R1"));
    }

    @Test
    @Tag("S-R1")
    void aPlanInARefusedEnrolmentIsRefusedAlsoAfterAnEligibleDecision() {
        var candidate = newCandidate();
        String subject = enrol(candidate);
        decide(candidate, 1, "INELIGIBLE");
        decide(candidate, 2, "ELIGIBLE");
        awaitDecisions(candidate, 2);

        post(path(subject, "planned-administrations"), plan(newDocument("LOT")))
                .then()
                .statusCode(422)
                .body("refusals.find { it.ruleId == 'S-R1' }.code", equalTo("NEW_ENROLMENT_NEEDED"));
    }

    private static void awaitDecisions(String candidate, int count) {
        org.awaitility.Awaitility.await()
                .until(() -> Database.rows("SELECT 1 FROM candidate_decision WHERE candidate_id = ?", candidate)
                                .size()
                        == count);
    }

    @Test
    void aPlanWithoutADecisionIsWarnedOf() {
        String subject = enrol(newCandidate());

        post(path(subject, "planned-administrations"), plan(lotOf(subject)))
                .then()
                .statusCode(201)
                .body("warnings.code", contains("NO_DECISION_YET"));
    }

    @Test
    void whatCannotBeTrueIsRefusedWithItsPlaceAndNothingIsStoredOrSent() {
        String subject = enrolEligible();
        var lot = lotOf(subject);
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(1).toString();
        var before = footprint(subject);

        impossible(subject, "collections", with(collection(), entry("collectedOn", "2026-04-04")), "/collectedOn");
        impossible(subject, "collections", with(collection(), entry("collectedOn", tomorrow)), "/collectedOn");
        impossible(subject, "products", with(product("L-X"), entry("manufacturedOn", "2026-04-04")), "/manufacturedOn");
        impossible(
                subject,
                "administrations",
                with(
                        administration(lot),
                        entry("administeredOn", "2026-04-04"),
                        entry("weightMeasuredOn", "2026-04-04")),
                "/administeredOn");
        impossible(
                subject,
                "administrations",
                with(administration(lot), entry("weightMeasuredOn", "2026-05-23")),
                "/weightMeasuredOn");

        assertThat(footprint(subject)).isEqualTo(before);
    }

    private static void impossible(String subject, String kind, Map<String, Object> body, String pointer) {
        post(path(subject, kind), body)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/contradictory"))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "collections, volumeMl, -1, /volumeMl, OUT_OF_RANGE",
        "collections, volumeMl, 0, /volumeMl, OUT_OF_RANGE",
        "collections, volumeMl, 0.0001, /volumeMl, OUT_OF_RANGE",
        "collections, kind, URINE, /kind, FORMAT",
        "collections, containerNumbers, ABSENT, /containerNumbers, REQUIRED",
        "products, lotNumber, LOT 1, /lotNumber, FORMAT",
        "products, fromCollections, ABSENT, /fromCollections, REQUIRED",
        "administrations, cells, 1.5, /cells, OUT_OF_RANGE",
        "administrations, cells, -1, /cells, OUT_OF_RANGE",
        "administrations, weightKg, 0, /weightKg, OUT_OF_RANGE",
        "administrations, nameKanji, x, /nameKanji, UNKNOWN_FIELD",
        "planned-administrations, cells, ABSENT, /cells, REQUIRED",
    })
    void badInputIsRefusedWithItsPlace(String kind, String field, String value, String pointer, String rule) {
        String subject = enrolEligible();
        var before = footprint(subject);
        Object sent = value.equals("ABSENT")
                ? Registry.Absent.ABSENT
                : value.matches("-?[0-9.]+") ? new java.math.BigDecimal(value) : value;
        var body = switch (kind) {
            case "collections" -> collection();
            case "products" -> product("LOT-1");
            case "administrations" -> administration("LOT-1");
            default -> plan("LOT-1");
        };

        post(path(subject, kind), with(body, entry(field, sent)))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.rule", hasItem(rule));

        assertThat(footprint(subject)).isEqualTo(before);
    }

    @Test
    void aDocumentNumberIsUsedOncePerKindAndLeadsToItsFact() {
        String subject = enrolEligible();
        var body = collection();
        var first = post(path(subject, "collections"), body);

        post(path(subject, "collections"), body).then().statusCode(409).header("Location", first.header("Location"));

        hospital().get(first.header("Location")).then().statusCode(200).body("factId", equalTo(first.path("factId")));
        hospital()
                .queryParam("documentNumber", body.get("documentNumber"))
                .get(path(subject, "collections"))
                .then()
                .body("items.factId", contains(first.<String>path("factId")));
    }

    private static String lotOfAnotherFacility() {
        String subject = enrol(otherHospital(), newCandidate());
        var lot = newDocument("LOT");
        String collected = post(otherHospital(), path(subject, "collections"), collection())
                .then()
                .statusCode(201)
                .extract()
                .path("factId");
        post(otherHospital(), path(subject, "products"), product(lot, collected))
                .then()
                .statusCode(201);
        return lot;
    }

    private static String collectionOfAnotherFacility() {
        String subject = enrol(otherHospital(), newCandidate());
        return post(otherHospital(), path(subject, "collections"), collection())
                .then()
                .statusCode(201)
                .extract()
                .path("factId");
    }

    private static List<Object> footprint(String subject) {
        return List.of(
                Database.rows("SELECT 1 FROM treatment_fact WHERE subject_id = ?", subject)
                        .size(),
                Database.rows("SELECT 1 FROM outbox WHERE key = ?", subject).size(),
                Database.count("idempotency"),
                Registry.standing(subject));
    }

    static String path(String subject, String kind) {
        return "/subjects/" + subject + "/" + kind;
    }
}
