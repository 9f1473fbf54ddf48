package org.saisei.registry.enrolment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.identity;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class EnrolmentRequestsIT {
    private final String candidate = newCandidate();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            documentNumber | null          | /documentNumber | REQUIRED
            documentNumber | "山田太郎"     | /documentNumber | FORMAT
            protocol       | "stemirac"    | /protocol       | FORMAT
            candidateId    | "K7QH"        | /candidateId    | FORMAT
            injuryDate     | "2026-02-30"  | /injuryDate     | FORMAT
            sex            | "M"           | /sex            | FORMAT
            sex            | null          | /sex            | REQUIRED
            identity       | null          | /identity       | REQUIRED
            ageYears       | 54            | /ageYears       | UNKNOWN_FIELD
            """)
    void badInputIsRefusedWithItsPlace(String field, String json, String pointer, String rule) {
        var body = toJson(enrolment(candidate), field, json);
        var before = footprint();

        post("/subjects", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.rule", hasItem(rule));

        assertThat(footprint()).isEqualTo(before);
    }

    @Test
    void aBadIdentityIsRefusedWithItsPlaceAndWithoutItsValues() {
        var broken = with(identity("MRN-SECRET"), entry("nameKana", " "));

        post("/subjects", with(enrolment(candidate), entry("identity", broken)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/identity/nameKana"))
                .body(not(org.hamcrest.Matchers.containsString("MRN-SECRET")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x200B, 0xFEFF, 0x00AD, 0x2060, 0x202E, '\n', '\t', 0x2028, 0xFFFE, 0x85, 0x10FFFF})
    void whatNobodySeesInAnIdentityIsRefusedWithItsPlace(int point) {
        var before = footprint();

        for (var field : List.of("nameKanji", "nameKana", "medicalRecordNumber")) {
            var broken = with(identity("M-1"), entry(field, "ミ" + Character.toString(point) + "ホン"));
            post("/subjects", with(enrolment(candidate), entry("identity", broken)))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/identity/" + field));
        }

        assertThat(footprint()).isEqualTo(before);
    }

    @Test
    void namesAreTakenAsHospitalsWriteThem() {
        var written = with(identity(newDocument("M")), entry("nameKanji", "葛\uDB40\uDD00城\u3000\uE000𠮷子"));

        post("/subjects", with(enrolment(candidate), entry("identity", written)))
                .then()
                .statusCode(201);
    }

    @Test
    void whatCannotBeTrueIsRefusedWithItsPlaceAndNothingIsStoredOrSent() {
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(1).toString();
        var before = footprint();

        refused(entry("enrolledOn", tomorrow), "/enrolledOn", "IN_FUTURE");
        refused(entry("injuryDate", "2026-04-12"), "/injuryDate", "AFTER_ENROLMENT");
        refused(
                entry("identity", with(identity("M-1"), entry("birthDate", "2026-04-06"))),
                "/identity/birthDate",
                "AFTER_INJURY");
        refused(entry("protocol", "NONE_SUCH"), "/protocol", "UNKNOWN_PROTOCOL");

        assertThat(footprint()).isEqualTo(before);
    }

    private void refused(Map.Entry<String, ?> change, String pointer, String rule) {
        post("/subjects", with(enrolment(candidate), change))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.rule", hasItem(rule));
    }

    private static List<Long> footprint() {
        return List.of(
                Database.count("subject"),
                Database.count("identity.patient"),
                Database.count("outbox"),
                Database.count("idempotency"));
    }

    private static String toJson(Map<String, Object> body, String field, String json) {
        try {
            var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
            var tree = mapper.valueToTree(body);
            ((com.fasterxml.jackson.databind.node.ObjectNode) tree).set(field, mapper.readTree(json));
            return tree.toString();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
