package org.saisei.adverseevent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.adverseevent.Registry;
import org.saisei.adverseevent.Reports;
import org.saisei.adverseevent.StreamClient;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.KafkaProbe.Event;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
@NullUnmarked
class LinkCasesIT {
    private static final String TOPIC = "saisei.safety.cases";

    @Test
    @Tag("S-A1")
    void aReportThatCameBeforeTheExposureIsLinkedWhenItArrives() {
        var subject = new Registry(Reports.FACILITY);
        var caseId = Reports.accepted(Reports.about(Map.of("subjectId", subject.subjectId)));

        subject.enrolled();

        var linked = awaitLink(caseId);
        assertThat(linked.value().get("subjectId").asText()).isEqualTo(subject.subjectId);
        assertThat(linked.value().get("candidateId").asText()).isEqualTo(subject.candidateId);
        assertThat(linked.value().get("version").asInt()).isEqualTo(2);
    }

    @Test
    @Tag("S-A1")
    void aReportThatCameAfterTheExposureIsLinkedAtOnce() {
        var subject = new Registry(Reports.FACILITY);
        subject.enrolled();
        subject.collected("2026-04-12");
        subject.administered("2026-05-22");
        awaitFacts(subject, 2);

        var caseId = Reports.accepted(Reports.about(Map.of("candidateId", subject.candidateId)));

        var linked = awaitLink(caseId);
        assertThat(linked.value().get("subjectId").asText()).isEqualTo(subject.subjectId);
        assertThat(linked.value().get("phase").asText()).isEqualTo("FOLLOW_UP");
        assertThat(KafkaProbe.of(TOPIC, caseId))
                .extracting(Event::type)
                .containsExactly("saisei.safety.case-reported.v1", "saisei.safety.case-linked.v1");
    }

    @Test
    @Tag("S-A1")
    void theFacilityOfATransferReportsAboutAnothersSubjectAndLearnsNothing() {
        var subject = new Registry(Reports.FACILITY);
        subject.enrolled();
        awaitSubject(subject);
        var stranger = "F-REHA-09";

        var known = Reports.send(
                stranger,
                Reports.about(Map.of("subjectId", subject.subjectId)),
                UUID.randomUUID().toString());
        var unknown = Reports.send(
                stranger,
                Reports.about(Map.of("subjectId", "999999999999")),
                UUID.randomUUID().toString());

        assertThat(known.statusCode()).isEqualTo(201);
        assertThat(known.<Map<String, Object>>path("$").keySet())
                .isEqualTo(unknown.<Map<String, Object>>path("$").keySet());
        String caseId = known.path("caseId");
        awaitLink(caseId);
        Reports.get(Tokens.hospital(stranger), "/cases/{id}", caseId)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("link", nullValue());
        Reports.get(Tokens.safetyOfficer(), "/cases/{id}", caseId)
                .then()
                .body("link.subjectId", equalTo(subject.subjectId))
                .body("link.eventVersion", equalTo(2));
    }

    @Test
    void theTrailOfACaseTellsNoStrangerThatItsSubjectIsKnown() {
        var subject = new Registry(Reports.FACILITY);
        subject.enrolled();
        awaitSubject(subject);
        var stranger = "F-REHA-09";

        var known = caseOf(stranger, subject.subjectId);
        var unknown = caseOf(stranger, "999999999999");
        var own = caseOf(Reports.FACILITY, subject.subjectId);

        assertThat(trail(Tokens.hospital(stranger), known))
                .isEqualTo(trail(Tokens.hospital(stranger), unknown))
                .containsExactly("reportCase");
        assertThat(trail(Tokens.hospital(Reports.FACILITY), own)).containsExactly("linkCase", "reportCase");
        assertThat(trail(Tokens.safetyOfficer(), known)).containsExactly("linkCase", "reportCase");
        assertThat(trail(Tokens.token("safety_officer", null, "STEMIRAC"), known))
                .containsExactly("linkCase", "reportCase");
    }

    private static String caseOf(String facility, String subjectId) {
        var report = Reports.about(Map.of("subjectId", subjectId));
        return Reports.send(facility, report, UUID.randomUUID().toString()).path("caseId");
    }

    private static List<String> trail(String token, String caseId) {
        return Reports.get(token, "/audit?resourceId={id}&kind=WRITE", caseId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.action");
    }

    @Test
    void theOnsetIsPlacedAnewWhenExposuresArriveOrAreVoided() {
        var subject = new Registry(Reports.FACILITY);
        subject.enrolled();
        var caseId = Reports.accepted(Reports.about(Map.of("subjectId", subject.subjectId)));
        awaitPhase(caseId, "BEFORE_COLLECTION");

        subject.collected("2026-04-12");
        awaitPhase(caseId, "MANUFACTURE");
        var given = subject.administered("2026-05-23");
        awaitPhase(caseId, "ADMINISTRATION");
        subject.voided(given, "ADMINISTRATION");
        awaitPhase(caseId, "MANUFACTURE");

        assertThat(KafkaProbe.of(TOPIC, caseId))
                .extracting(event -> event.value().get("version").asInt())
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void theSameEventTwiceHasOneEffect() {
        var subject = new Registry(Reports.FACILITY);
        var caseId = Reports.accepted(Reports.about(Map.of("subjectId", subject.subjectId)));
        var eventId = UUID.randomUUID();

        subject.enrolled(eventId, 1);
        subject.enrolled(eventId, 1);
        awaitLink(caseId);
        subject.collected("2026-04-12");
        awaitPhase(caseId, "MANUFACTURE");

        assertThat(KafkaProbe.of(TOPIC, caseId)).hasSize(3);
    }

    @Test
    void aCaseThatNamesTwoDifferentPatientsStaysUnlinked() {
        var subject = new Registry(Reports.FACILITY);
        var other = new Registry(Reports.FACILITY);
        subject.enrolled();
        awaitSubject(subject);

        var caseId = Reports.accepted(
                Reports.about(Map.of("subjectId", subject.subjectId, "candidateId", other.candidateId)));
        subject.collected("2026-04-12");
        awaitFacts(subject, 1);

        assertThat(Database.rows("SELECT linked_subject FROM safety_case WHERE case_id = ?::uuid", caseId))
                .singleElement()
                .satisfies(row -> assertThat(row.get("linked_subject")).isNull());
    }

    @Test
    void reportsAndExposuresThatArriveTogetherDoNotMissEachOther() throws Exception {
        for (int round = 0; round < 10; round++) {
            var subject = new Registry(Reports.FACILITY);
            Callable<String> report = () -> Reports.accepted(Reports.about(Map.of("subjectId", subject.subjectId)));
            Callable<String> enrol = () -> {
                subject.enrolled();
                return "";
            };
            String caseId;
            try (var pool = Executors.newFixedThreadPool(2)) {
                caseId = pool.invokeAll(List.of(report, enrol)).getFirst().get();
            }
            awaitLink(caseId);
        }
    }

    @Test
    @Tag("S-T6")
    void aMixedUpProductOpensACaseByItselfOnceAndReachesTheStreamAtOnce() {
        var subject = new Registry("F-MIXUP-01");
        subject.enrolled();
        awaitSubject(subject);
        var deviationId = UUID.randomUUID();
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "?seriousness=SERIOUS&specialInterest=true")) {

            subject.deviated("S-T6", "CHAIN_NOT_SHOWN", deviationId);
            subject.deviated("S-T6", "CHAIN_NOT_SHOWN", deviationId);
            subject.deviated("S-T2", "ABOVE_MAXIMUM", UUID.randomUUID());
            subject.deviated("S-T6", "DAYS_CONTRADICT", UUID.randomUUID());

            var raised = stream.await(
                    event -> event.json().path("facilityId").asText().equals("F-MIXUP-01"));
            assertThat(raised.name()).isEqualTo("case-reported");
            assertThat(raised.json().get("malfunction").asBoolean()).isTrue();
            assertThat(raised.json().at("/suspects/0/lotNumber").asText()).isEqualTo("LOT-2026-0009");
            awaitLink(raised.caseId());
            Reports.get(Tokens.safetyOfficer(), "/cases/{id}", raised.caseId())
                    .then()
                    .body("reporter.profession", equalTo("SYSTEM"))
                    .body("reporter.reference", equalTo("S-T6"))
                    .body("link.subjectId", equalTo(subject.subjectId));
        }
        subject.collected("2026-04-12");
        awaitFacts(subject, 1);
        assertThat(Database.rows("SELECT 1 FROM safety_case WHERE facility_id = 'F-MIXUP-01'"))
                .hasSize(1);
    }

    @Test
    void aMixedUpProductOfAnotherProtocolIsKnownByItsCode() {
        var subject = new Registry("F-MIXUP-02");
        subject.enrolled();

        subject.deviated("T-3", "CHAIN_NOT_SHOWN", UUID.randomUUID());

        Reports.get(Tokens.safetyOfficer(), "/cases/{id}", awaitAlert("F-MIXUP-02"))
                .then()
                .body("reporter.reference", equalTo("T-3"));
    }

    @Test
    @Tag("S-T6")
    void aMixedUpProductToldOfByTheReleaseBeforeIsKnownByItsRule() {
        var subject = new Registry("F-MIXUP-03");
        subject.enrolled();

        subject.deviated("S-T6", null, UUID.randomUUID());

        Reports.get(Tokens.safetyOfficer(), "/cases/{id}", awaitAlert("F-MIXUP-03"))
                .then()
                .body("malfunction", notNullValue());
    }

    private static String awaitAlert(String facilityId) {
        return Awaitility.await()
                .until(
                        () -> Database.rows("SELECT case_id FROM safety_case WHERE facility_id = ?", facilityId),
                        cases -> !cases.isEmpty())
                .getFirst()
                .get("case_id")
                .toString();
    }

    private static Event awaitLink(String caseId) {
        return KafkaProbe.awaitEvents(
                        TOPIC,
                        caseId,
                        events -> events.stream().anyMatch(event -> event.type().contains("case-linked")))
                .getLast();
    }

    private static void awaitPhase(String caseId, String phase) {
        KafkaProbe.awaitEvents(
                TOPIC,
                caseId,
                events -> !events.isEmpty()
                        && phase.equals(events.getLast().value().path("phase").asText()));
    }

    private static void awaitSubject(Registry subject) {
        Awaitility.await()
                .until(() -> !Database.rows("SELECT 1 FROM exposed_subject WHERE subject_id = ?", subject.subjectId)
                        .isEmpty());
    }

    private static void awaitFacts(Registry subject, int count) {
        Awaitility.await()
                .until(() -> Database.rows("SELECT 1 FROM exposure_fact WHERE subject_id = ?", subject.subjectId)
                                .size()
                        == count);
    }
}
