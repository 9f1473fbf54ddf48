package org.saisei.eligibility.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.saisei.eligibility.Hospital.ASSESSMENTS;
import static org.saisei.eligibility.Hospital.ais;
import static org.saisei.eligibility.Hospital.with;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class AssessmentRequestsIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    static Stream<Arguments> badFacts() {
        return Stream.of(
                Arguments.of("ageYears", -1, 400, "/facts/ageYears"),
                Arguments.of("ageYears", 121, 400, "/facts/ageYears"),
                Arguments.of("ageYears", new BigDecimal("54.5"), 400, "/facts/ageYears"),
                Arguments.of("ageYears", "54", 400, "/facts/ageYears"),
                Arguments.of("weightKg", new BigDecimal("0.999"), 400, "/facts/weightKg"),
                Arguments.of("weightKg", new BigDecimal("350.001"), 400, "/facts/weightKg"),
                Arguments.of("weightKg", new BigDecimal("1E+400"), 400, "/facts/weightKg"),
                Arguments.of("weightKg", new BigDecimal("1E+20000"), 400, "/facts/weightKg"),
                Arguments.of("traumaticInjury", "yes", 400, "/facts/traumaticInjury"),
                Arguments.of("ais", ais("F", "2026-04-09"), 400, "/facts/ais/grade"),
                Arguments.of("ais", "A", 400, "/facts/ais"),
                Arguments.of("ais", ais("A", "2026-04-31"), 400, "/facts/ais/assessedOn"),
                Arguments.of("ais", ais("A", "2026-04-11"), 422, "/facts/ais/assessedOn"),
                Arguments.of("ais", ais("A", "2026-04-04"), 422, "/facts/ais/assessedOn"),
                Arguments.of("injuryDate", "2026-04-11", 422, "/facts/injuryDate"),
                Arguments.of("plannedMarrowCollectionOn", "2026-04-04", 422, "/facts/plannedMarrowCollectionOn"),
                Arguments.of(
                        "plannedFirstBloodCollectionOn", "2026-04-04", 422, "/facts/plannedFirstBloodCollectionOn"),
                Arguments.of("plannedLastBloodCollectionOn", "2026-04-17", 422, "/facts/plannedLastBloodCollectionOn"),
                Arguments.of("plannedAdministrationOn", "2026-05-10", 422, "/facts/plannedAdministrationOn"),
                Arguments.of("firstCollectionOn", "2026-04-11", 422, "/facts/firstCollectionOn"),
                Arguments.of("consent", Map.of("given", "yes"), 400, "/facts/consent/given"),
                Arguments.of("consent", Map.of("consentedOn", "2026-04-11"), 422, "/facts/consent/consentedOn"),
                Arguments.of("bloodPressure", Map.of("systolicMmHg", 124.5), 400, "/facts/bloodPressure/systolicMmHg"),
                Arguments.of("bloodPressure", Map.of("systolicMmHg", 1400), 400, "/facts/bloodPressure/systolicMmHg"),
                Arguments.of(
                        "bloodPressure",
                        Map.of("systolicMmHg", 80, "diastolicMmHg", 81),
                        422,
                        "/facts/bloodPressure/diastolicMmHg"),
                Arguments.of("tumourPresent", true, 422, "/facts/tumourPresent"),
                Arguments.of("patientName", "山田太郎", 400, "/facts/patientName"),
                Arguments.of("birthDate", "1972-01-01", 400, "/facts/birthDate"));
    }

    @ParameterizedTest
    @MethodSource("badFacts")
    void badFactsAreRefusedWithTheirPlaceAndNothingIsKept(String name, Object value, int status, String pointer) {
        var request = hospital.assessment(with(Hospital.facts(), name, value));

        refused(request, status, pointer);
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("documentNumber", null, 400, "/documentNumber"),
                Arguments.of("documentNumber", "has space", 400, "/documentNumber"),
                Arguments.of("protocol", "NONE", 400, "/protocol"),
                Arguments.of("protocol", "stemirac", 400, "/protocol"),
                Arguments.of("stage", "MAIN", 400, "/stage"),
                Arguments.of("assessedOn", "2019-02-24", 422, "/assessedOn"),
                Arguments.of("assessedOn", "2190-01-01", 422, "/assessedOn"),
                Arguments.of("assessedOn", "10.4.2026", 400, "/assessedOn"),
                Arguments.of("responsiblePhysicianId", null, 400, "/responsiblePhysicianId"),
                Arguments.of("declaredPhysicianRequirement", "S-D3", 400, "/declaredPhysicianRequirement"),
                Arguments.of("declaredPhysicianRequirement", "S-D2", 422, "/declaredPhysicianRequirement"),
                Arguments.of("candidateId", "nobody", 400, "/candidateId"),
                Arguments.of("candidateId", "0000000000000000", 404, "/candidateId"),
                Arguments.of("supersedes", "01958c7e-4b00-7000-8000-000000000002", 404, "/supersedes"),
                Arguments.of("supersedes", "x", 400, "/supersedes"),
                Arguments.of("facts", null, 400, "/facts"),
                Arguments.of("facts", List.of(), 400, "/facts"),
                Arguments.of("patientName", "山田太郎", 400, "/patientName"),
                Arguments.of(
                        "noOtherTreatmentOption",
                        Map.of("declaredOn", "2026-04-11", "reasons", "r"),
                        422,
                        "/noOtherTreatmentOption/declaredOn"),
                Arguments.of(
                        "noOtherTreatmentOption",
                        Map.of("declaredOn", "2026-04-10", "reasons", " "),
                        400,
                        "/noOtherTreatmentOption/reasons"));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void badRequestsAreRefusedWithTheirPlaceAndNothingIsKept(String name, Object value, int status, String pointer) {
        refused(with(hospital.assessment(Hospital.facts()), name, value), status, pointer);
    }

    private void refused(Map<String, Object> request, int status, String pointer) {
        var candidates = Database.count("candidate");

        hospital.create("/assessments", request)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));

        assertThat(Database.rows("SELECT 1 FROM assessment WHERE facility_id = ?", hospital.facilityId()))
                .isEmpty();
        assertThat(Database.count("candidate")).isEqualTo(candidates);
        assertThat(Database.rows(
                        "SELECT 1 FROM outbox WHERE topic = ? AND convert_from(payload, 'UTF8') LIKE ?",
                        ASSESSMENTS,
                        "%" + hospital.facilityId() + "%"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\u0000", "a/b", "a.b", ""})
    void aMemberNameThatCannotBeIsRefusedWithoutBeingRepeated(String name) {
        for (var facts : List.of("{\"" + name + "\": true}", "{\"ais\": [{\"" + name + "\": {}}]}")) {
            hospital.create("/assessments", """
                {"documentNumber": "D", "protocol": "STEMIRAC", "stage": "PLANNING",
                 "assessedOn": "2026-04-10", "responsiblePhysicianId": "DR-0001", "facts": %s}
                """.formatted(facts))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/facts"));
        }
    }
}
