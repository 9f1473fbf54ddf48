package org.saisei.registry;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;

/** What a hospital sends, for tests: each value can be replaced or left out (by null). */
public final class Registry {
    public static final String FACILITY = "F-TOKYO-01";
    public static final String OTHER_FACILITY = "F-OSAKA-02";
    public static final String ASSESSMENTS = "saisei.eligibility.assessments";
    public static final String SUBJECTS = "saisei.registry.subjects";
    public static final String TREATMENTS = "saisei.registry.treatments";
    public static final String STANDING_CHANGED = "saisei.registry.standing-changed.v1";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Registry() {}

    public static String newCandidate() {
        var text = new StringBuilder();
        var random = new SecureRandom();
        for (int i = 0; i < 16; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    public static String newDocument(String prefix) {
        return prefix + "-" + COUNTER.incrementAndGet() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static RequestSpecification hospital() {
        return as(Tokens.hospital(FACILITY));
    }

    public static RequestSpecification otherHospital() {
        return as(Tokens.hospital(OTHER_FACILITY));
    }

    public static Response post(RequestSpecification as, String path, Object body) {
        return as.header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    public static Response post(String path, Object body) {
        return post(hospital(), path, body);
    }

    /** Replaces values of a body; a null takes the field away. */
    @SafeVarargs
    public static Map<String, Object> with(Map<String, Object> body, Map.Entry<String, ?>... changes) {
        var changed = new HashMap<>(body);
        for (var change : changes) {
            if (change.getValue() instanceof Absent) {
                changed.remove(change.getKey());
            } else {
                changed.put(change.getKey(), change.getValue());
            }
        }
        return changed;
    }

    /** The value of a field that is left out. */
    public enum Absent {
        ABSENT
    }

    public static Map<String, Object> enrolment(String candidateId) {
        return new HashMap<>(Map.of(
                "documentNumber", newDocument("ENR"),
                "protocol", "STEMIRAC",
                "candidateId", candidateId,
                "injuryDate", "2026-04-05",
                "sex", "MALE",
                "enrolledOn", "2026-04-11",
                "identity", identity(newDocument("MRN"))));
    }

    public static Map<String, Object> identity(String recordNumber) {
        return new HashMap<>(Map.of(
                "nameKanji",
                "見本 太郎",
                "nameKana",
                "ミホン " + recordNumber,
                "birthDate",
                "1971-08-20",
                "medicalRecordNumber",
                recordNumber));
    }

    /** Enrols a candidate and answers the registry number. */
    public static String enrol(String candidateId) {
        return enrol(hospital(), candidateId);
    }

    public static String enrol(RequestSpecification as, String candidateId) {
        return post(as, "/subjects", enrolment(candidateId))
                .then()
                .statusCode(201)
                .extract()
                .path("subjectId");
    }

    /** Enrols a candidate on whom there is an eligible decision. */
    public static String enrolEligible() {
        var candidate = newCandidate();
        decide(candidate, 1, "ELIGIBLE");
        var subject = enrol(candidate);
        awaitStanding(subject, "REGISTERED");
        return subject;
    }

    public static Map<String, Object> decision(String candidateId, String decision) {
        return new HashMap<>(Map.of(
                "candidateId",
                candidateId,
                "facilityId",
                FACILITY,
                "documentNumber",
                newDocument("ASM"),
                "assessmentId",
                UUID.randomUUID().toString(),
                "protocol",
                "STEMIRAC",
                "protocolVersion",
                "2019-02-25",
                "stage",
                "PLANNING",
                "decision",
                decision,
                "notSatisfied",
                switch (decision) {
                    case "INELIGIBLE" ->
                        List.of(
                                Map.of("criterion", "S-P2", "verdict", "NOT_MET"),
                                Map.of("criterion", "S-P8", "verdict", "OUTSIDE"));
                    case "NOT_RECOMMENDED" -> List.of(Map.of("criterion", "S-P6.1", "verdict", "PRESENT"));
                    default -> List.of();
                },
                "assessedOn",
                "2026-04-10"));
    }

    /** Publishes a decision as the eligibility service would. */
    public static Map<String, Object> decide(String candidateId, long sequence, String decision) {
        var event = decision(candidateId, decision);
        publish(candidateId, sequence, event);
        return event;
    }

    public static UUID publish(String candidateId, long sequence, Map<String, Object> event) {
        event.putIfAbsent("responsiblePhysicianId", "DR-0001");
        return KafkaProbe.publish(
                ASSESSMENTS, candidateId, "saisei.eligibility.assessment-decided.v1", sequence, event);
    }

    /** Waits until this many decisions on the candidate have arrived. */
    public static void awaitDecisions(String candidateId, int count) {
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> Database.rows("SELECT 1 FROM candidate_decision WHERE candidate_id = ?", candidateId)
                                .size()
                        == count);
    }

    public static void awaitStanding(String subjectId, String standing) {
        await().atMost(20, TimeUnit.SECONDS).until(() -> standing(subjectId), standing::equals);
    }

    public static String standing(String subjectId) {
        return hospital()
                .get("/subjects/" + subjectId)
                .then()
                .statusCode(200)
                .extract()
                .path("standing");
    }

    public static Map<String, Object> collection() {
        return new HashMap<>(Map.of(
                "documentNumber",
                newDocument("COL"),
                "kind",
                "BONE_MARROW",
                "collectedOn",
                "2026-04-16",
                "volumeMl",
                50,
                "containerNumbers",
                List.of("BM-0001"),
                "ais",
                Map.of("grade", "A", "assessedOn", "2026-04-16")));
    }

    public static String collect(String subjectId) {
        return post("/subjects/" + subjectId + "/collections", collection())
                .then()
                .statusCode(201)
                .extract()
                .path("factId");
    }

    public static Map<String, Object> product(String lot, String... fromCollections) {
        return new HashMap<>(Map.of(
                "documentNumber",
                newDocument("PRD"),
                "lotNumber",
                lot,
                "outcome",
                "RELEASED",
                "manufacturedOn",
                "2026-05-18",
                "cells",
                180000000,
                "volumeMl",
                40,
                "fromCollections",
                List.of(fromCollections)));
    }

    /** A lot made from a fresh collection of the subject. */
    public static String lotOf(String subjectId) {
        var lot = newDocument("LOT");
        post("/subjects/" + subjectId + "/products", product(lot, collect(subjectId)))
                .then()
                .statusCode(201);
        return lot;
    }

    public static Map<String, Object> plan(String lot) {
        return new HashMap<>(Map.of(
                "documentNumber",
                newDocument("PLN"),
                "lotNumber",
                lot,
                "plannedOn",
                "2026-05-22",
                "cells",
                180000000,
                "weightKg",
                72.4,
                "weightMeasuredOn",
                "2026-05-20"));
    }

    public static Map<String, Object> administration(String lot) {
        return new HashMap<>(Map.of(
                "documentNumber",
                newDocument("ADM"),
                "lotNumber",
                lot,
                "administeredOn",
                "2026-05-22",
                "cells",
                180000000,
                "weightKg",
                72.4,
                "weightMeasuredOn",
                "2026-05-20",
                "productVolumeMl",
                40,
                "salineVolumeMl",
                80,
                "flowMlPerMin",
                0.8));
    }

    /** The key's events on a topic once there are this many of a type. */
    public static List<KafkaProbe.Event> awaitEvents(String topic, String key, String type, int count) {
        return KafkaProbe.awaitEvents(topic, key, events -> ofType(events, type).size() >= count);
    }

    public static List<KafkaProbe.Event> ofType(List<KafkaProbe.Event> events, String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }
}
