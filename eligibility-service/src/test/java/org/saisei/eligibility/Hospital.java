package org.saisei.eligibility;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.KafkaProbe.Event;
import org.saisei.kit.test.Tokens;

/** A hospital's system that talks to the service over HTTP, with a facility of its own for each test. */
public final class Hospital {
    public static final String ASSESSMENTS = "saisei.eligibility.assessments";
    public static final String FACILITIES = "saisei.eligibility.facilities";
    private static final AtomicInteger DOCUMENTS = new AtomicInteger();

    private final String facilityId;

    private Hospital(String facilityId) {
        this.facilityId = facilityId;
    }

    /** One that the service has never heard of. */
    public static Hospital fresh() {
        return new Hospital("F-" + UUID.randomUUID().toString().substring(0, 13));
    }

    /** One with a stated facility, the physician DR-0001 (S-D1, S-F3) and an accreditation from 2026-04-01. */
    public static Hospital accredited() {
        var hospital = fresh();
        hospital.becomeAccredited();
        return hospital;
    }

    /** As {@link #accredited()}. */
    public void becomeAccredited() {
        state("/facilities/" + facilityId, facility()).then().statusCode(201);
        statePhysician("DR-0001", physician()).then().statusCode(201);
        accredit("2026-04-01", null).then().statusCode(201);
    }

    public String facilityId() {
        return facilityId;
    }

    public String documentNumber() {
        return "DOC-" + DOCUMENTS.incrementAndGet();
    }

    /** Meets every requirement that a facility states: S-F1.5 by a link to F-REHAB-01, the others itself. */
    public static Map<String, Object> facility() {
        return FacilityStatement.complete();
    }

    public static Map<String, Object> physician() {
        return with(
                Map.of(),
                "licensedOn",
                "2005-04-01",
                "training",
                List.of(Map.of("specialty", "ORTHOPAEDICS_INCLUDING_SPINE", "years", 15)),
                "spinalCordInjuryCases",
                120,
                "assessesAis",
                true,
                "productTrainingCompletedOn",
                "2026-02-20",
                "placements",
                FacilityStatement.placements("2026-04-01", null));
    }

    /** Facts under which every criterion is satisfied at PLANNING. */
    public static Map<String, Object> facts() {
        return with(
                Map.of(),
                "ageYears",
                54,
                "weightKg",
                72.4,
                "injuryDate",
                "2026-04-05",
                "traumaticInjury",
                true,
                "ais",
                ais("A", "2026-04-09"),
                "hypersensitivityToComponent",
                false,
                "hypersensitivityToMaterial",
                false,
                "malignancy",
                false,
                "allergicDisposition",
                false,
                "hypercoagulability",
                false,
                "infection",
                false,
                "lowBodyWeight",
                false,
                "anaemia",
                false,
                "extremelyPoorGeneralCondition",
                false,
                "severeIntracranialOrVascularLesion",
                false,
                "severeSpinalDisease",
                false,
                "bloodPressure",
                Map.of("systolicMmHg", 124, "diastolicMmHg", 78, "notControllable", false),
                "consent",
                Map.of(
                        "explainedOn", "2026-04-08",
                        "given", true,
                        "consentedOn", "2026-04-09",
                        "teamToldOn", "2026-04-08"),
                "plannedFirstBloodCollectionOn",
                "2026-04-18",
                "plannedMarrowCollectionOn",
                "2026-04-24",
                "plannedLastBloodCollectionOn",
                "2026-05-11",
                "plannedAdministrationOn",
                "2026-05-22");
    }

    /** Facts under which every criterion is satisfied at PRE_ADMINISTRATION on 2026-05-20. */
    public static Map<String, Object> factsBeforeAdministration() {
        var stated = Map.of("affirmed", true, "statedOn", "2026-05-19");
        return with(
                facts(),
                "ais",
                ais("A", "2026-05-20"),
                "firstCollectionOn",
                "2026-04-18",
                "materialsRead",
                stated,
                "clinicalNecessityWeighed",
                stated,
                "judgedAppropriate",
                stated);
    }

    public static Map<String, Object> ais(String grade, String assessedOn) {
        return Map.of("grade", grade, "assessedOn", assessedOn);
    }

    /** An assessment at PLANNING on 2026-04-10. */
    public Map<String, Object> assessment(Map<String, Object> facts) {
        return with(
                Map.of(),
                "documentNumber",
                documentNumber(),
                "protocol",
                "STEMIRAC",
                "stage",
                "PLANNING",
                "assessedOn",
                "2026-04-10",
                "responsiblePhysicianId",
                "DR-0001",
                "facts",
                facts);
    }

    /** What a table's cell means as JSON: a truth value, a number or a text. */
    public static Object scalar(String cell) {
        if (cell.equals("true") || cell.equals("false")) {
            return Boolean.valueOf(cell);
        }
        return cell.matches("-?[0-9]+(\\.[0-9]+)?") ? new BigDecimal(cell) : cell;
    }

    /** A copy with members replaced, or left out where the value is null. */
    public static Map<String, Object> with(Map<String, Object> document, Object... namesAndValues) {
        var changed = new HashMap<>(document);
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                changed.remove((String) namesAndValues[i]);
            } else {
                changed.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return changed;
    }

    public Response assess(Map<String, Object> facts) {
        return create("/assessments", assessment(facts));
    }

    public static String verdict(Response assessment, String criterion) {
        return assessment.path("verdicts.find { it.criterion == '" + criterion + "' }.verdict");
    }

    public Response state(String path, Object body) {
        return as(Tokens.hospital(facilityId))
                .header("If-None-Match", "*")
                .body(body)
                .put(path);
    }

    public Response restate(String path, Object body, String version) {
        return as(Tokens.hospital(facilityId))
                .header("If-Match", version)
                .body(body)
                .put(path);
    }

    public Response statePhysician(String physicianId, Object body) {
        return state("/facilities/" + facilityId + "/physicians/" + physicianId, body);
    }

    public Response accredit(String from, @Nullable String to) {
        return accredit(
                with(Map.of(), "documentNumber", documentNumber(), "protocol", "STEMIRAC", "from", from, "to", to));
    }

    public Response accredit(Object body) {
        return as(Tokens.registrar())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/facilities/" + facilityId + "/accreditations");
    }

    public Response create(String path, Object body) {
        return create(path, body, UUID.randomUUID().toString());
    }

    public Response create(String path, Object body, String idempotencyKey) {
        return as(Tokens.hospital(facilityId))
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post(path);
    }

    public Response post(String path, Object body) {
        return as(Tokens.hospital(facilityId)).body(body).post(path);
    }

    public Response get(String path) {
        return as(Tokens.hospital(facilityId)).get(path);
    }

    /** The facility's events once there are this many. */
    public List<Event> toldOfFacility(int number) {
        return KafkaProbe.awaitEvents(FACILITIES, facilityId, events -> events.size() >= number);
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
