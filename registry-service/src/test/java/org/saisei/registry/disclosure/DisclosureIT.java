package org.saisei.registry.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.registry.Registry.administration;
import static org.saisei.registry.Registry.as;
import static org.saisei.registry.Registry.collect;
import static org.saisei.registry.Registry.enrolEligible;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.lotOf;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.plan;
import static org.saisei.registry.Registry.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class DisclosureIT {
    /** Where in a disclosure a table's rows are. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("public.subject", "records.enrolment"),
            Map.entry("public.standing_change", "records.standingHistory"),
            Map.entry("public.treatment_fact", "records.treatmentFacts"),
            Map.entry("public.deviation", "records.deviations"),
            Map.entry("public.planned_administration", "records.plannedAdministrations"),
            Map.entry("public.safety_case", "records.safetyCases"),
            Map.entry("public.legal_hold", "records.legalHolds"),
            Map.entry("public.legal_hold_lifting", "records.legalHoldLiftings"),
            Map.entry("public.fact_correction", "corrections"),
            Map.entry("public.outbox", "records.eventsTold"),
            Map.entry("identity.patient", "identity"),
            Map.entry("identity.erasure", "records.identityErasures"),
            Map.entry("public.audit", "accesses.items"));

    /** Say nothing that is not in one of those, or are the states before of rows that are. */
    private static final Set<String> MECHANISM = Set.of(
            "identity.match_index", "public.outbox_head", "public.idempotency", "public.inbox", "public.row_history");

    private String subject;

    @BeforeEach
    void aPatientOfWhomThereIsOneOfEach() {
        subject = enrolEligible();
        var path = "/subjects/" + subject;
        post(
                        path + "/collections/" + collect(subject) + "/corrections",
                        Map.of("documentNumber", newDocument("COR"), "reason", "取り違え", "action", "VOID"))
                .then()
                .statusCode(201);
        var lot = lotOf(subject);
        post(path + "/planned-administrations", plan(lot)).then().statusCode(201);
        post(path + "/administrations", administration(newDocument("LOT")))
                .then()
                .statusCode(201);
        post(
                        as(Tokens.registrar()),
                        path + "/legal-holds",
                        Map.of("documentNumber", newDocument("HLD"), "ground", "COURT_ORDER"))
                .then()
                .statusCode(201);
    }

    private JsonPath disclosure() {
        return hospital()
                .get("/subjects/" + subject + "/disclosure")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void everyTableThatHasRowsOfThePatientIsInTheDisclosure() {
        Registry.awaitEvents(Registry.TREATMENTS, subject, "saisei.registry.deviation-recorded.v1", 1);
        var disclosed = disclosure();

        var missing = new TreeSet<String>();
        for (var table : Database.tables()) {
            if (!MECHANISM.contains(table) && Database.holds(table, subject)) {
                var place = PLACES.get(table);
                Object held = place == null ? null : disclosed.get(place);
                if (held == null || held instanceof List<?> rows && rows.isEmpty()) {
                    missing.add(table);
                }
            }
        }

        assertThat(missing).as("tables whose rows a disclosure forgets").isEmpty();
        assertThat(disclosed.getList("records.treatmentFacts")).hasSize(4);
        assertThat(disclosed.getList("records.assessmentDecisions")).hasSize(1);
        assertThat(disclosed.getString("corrections[0].reason")).isEqualTo("取り違え");
        assertThat(disclosed.getString("identity.birthDate")).isEqualTo("1971-08-20");
        assertThat(disclosed.getString("retainUntil")).isEqualTo("2046-05-22");
        assertThat(disclosed.getString("elsewhere[0].ask"))
                .isEqualTo("GET /assessments?candidateId=" + disclosed.getString("records.enrolment[0].candidateId"));
    }

    @Test
    void everyTableOfASubjectHasItsPlaceWhetherOrNotThereIsARowYet() {
        var ofASubject = Database.rows("""
                        WITH RECURSIVE of_subject AS (
                            SELECT attrelid AS oid FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                            WHERE attname = 'subject_id' AND NOT attisdropped AND relkind IN ('r', 'p')
                            UNION
                            SELECT conrelid FROM pg_constraint JOIN of_subject ON confrelid = of_subject.oid
                            WHERE contype = 'f')
                        SELECT relnamespace::regnamespace || '.' || relname AS relation
                        FROM of_subject JOIN pg_class USING (oid)
                        """).stream()
                .map(row -> (String) row.get("relation"))
                .toList();

        var placed = new HashSet<>(MECHANISM);
        placed.addAll(PLACES.keySet());
        assertThat(placed).containsAll(ofASubject);
        assertThat(ofASubject).contains("public.subject", "public.legal_hold_lifting");
    }

    @Test
    void whatIsSealedIsDisclosedOpened() {
        assertThat(hospital().get("/subjects/" + subject + "/disclosure").asString())
                .contains("取り違え")
                .doesNotContain("wrappedKey", "ciphertext");
    }

    @Test
    void itNamesWhoReadAndTheDisclosureItself() {
        as(Tokens.registrar()).get("/subjects/" + subject).then().statusCode(200);

        hospital()
                .get("/subjects/" + subject + "/disclosure")
                .then()
                .statusCode(200)
                .body("accesses.items.find { it.action == 'enrolSubject' }.facilityId", is(Registry.FACILITY))
                .body(
                        "accesses.items.find { it.action == 'readSubject' && it.roles == ['registrar'] }.kind",
                        is("READ"))
                .body("accesses.items.action", hasItem("disclose"));
    }

    @Test
    void afterAnErasureItHoldsTheRecordAndNoIdentity() {
        String hold = as(Tokens.registrar())
                .get("/subjects/" + subject + "/legal-holds")
                .path("items[0].holdId");
        post(
                        as(Tokens.registrar()),
                        "/subjects/" + subject + "/legal-holds/" + hold + "/lifting",
                        Map.of("documentNumber", newDocument("LFT"), "ground", "MATTER_ENDED"))
                .then()
                .statusCode(201);
        post(
                        as(Tokens.registrar()),
                        "/subjects/" + subject + "/identity-erasure",
                        Map.of("documentNumber", newDocument("ERS"), "ground", "PATIENT_REQUEST", "reference", "REQ-1"))
                .then()
                .statusCode(201);

        hospital()
                .get("/subjects/" + subject + "/disclosure")
                .then()
                .statusCode(200)
                .body("identity", nullValue())
                .body("identityErasedOn", notNullValue())
                .body("corrections[0].reason", nullValue())
                .body("records.enrolment[0].standing", notNullValue())
                .body("records.legalHoldLiftings[0].ground", is("MATTER_ENDED"))
                .body("records.identityErasures[0].ground", is("PATIENT_REQUEST"));
    }

    @Test
    void ofAnotherFacilitysReportItShowsNoNumberAndSaysThatARegistrarReadsIt() {
        var own = tell(1, UUID.randomUUID().toString(), Registry.FACILITY, subject);
        var foreign = tell(1, UUID.randomUUID().toString(), Registry.OTHER_FACILITY, subject);
        awaitRecords(own, 1);
        awaitRecords(foreign, 1);

        var disclosed = disclosure();

        assertThat(disclosed.prettify()).doesNotContain(Registry.OTHER_FACILITY, "AE-" + foreign);
        assertThat(disclosed.getString(
                        "records.safetyCases.find { it.caseId == '" + own + "' }.content.documentNumber"))
                .isEqualTo("AE-" + own);
        assertThat(disclosed.getString("elsewhere.find { it.knownAs == '" + own + "' }.whom"))
                .isEqualTo("YOU");
        assertThat(disclosed.getString("elsewhere.find { it.knownAs == '" + foreign + "' }.whom"))
                .isEqualTo("REGISTRAR");
    }

    @Test
    void whatACaseSaidOfAnotherPatientIsNotDisclosed() {
        var other = Registry.enrol(Registry.newCandidate());
        var caseId = tell(1, UUID.randomUUID().toString(), Registry.FACILITY, subject);
        tell(2, caseId, Registry.FACILITY, other);
        awaitRecords(caseId, 2);

        assertThat(disclosure().prettify()).contains(caseId).doesNotContain(other);
    }

    private static String tell(int version, String caseId, String facility, String about) {
        KafkaProbe.publish(
                "saisei.safety.cases",
                caseId,
                version == 1 ? "saisei.safety.case-reported.v1" : "saisei.safety.case-linked.v1",
                version,
                Map.ofEntries(
                        Map.entry("caseId", caseId),
                        Map.entry("version", version),
                        Map.entry("facilityId", facility),
                        Map.entry("documentNumber", "AE-" + caseId),
                        Map.entry("state", "REPORTED"),
                        Map.entry("subjectId", about),
                        Map.entry("serious", false),
                        Map.entry("seriousness", List.of()),
                        Map.entry("malfunction", false),
                        Map.entry("receivedAt", "2026-05-23T18:03:00.123456Z")));
        return caseId;
    }

    private static void awaitRecords(String caseId, int count) {
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> Database.rows("SELECT 1 FROM safety_case WHERE case_id = ?::uuid", caseId)
                                .size()
                        == count);
    }

    @Test
    void onlyTheTreatingFacilityHasIt() {
        Registry.otherHospital()
                .get("/subjects/" + subject + "/disclosure")
                .then()
                .statusCode(404);
        as(Tokens.registrar())
                .get("/subjects/" + subject + "/disclosure")
                .then()
                .statusCode(403);
        hospital()
                .get("/subjects/" + subject + "/disclosure?after=nonsense")
                .then()
                .statusCode(400);
        await().atMost(5, TimeUnit.SECONDS)
                .untilAsserted(() -> hospital()
                        .get("/subjects/" + subject + "/disclosure")
                        .then()
                        .body("accesses.items.facilityId", not(hasItem(Registry.OTHER_FACILITY))));
    }
}
