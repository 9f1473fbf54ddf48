package org.saisei.registry.enrolment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.registry.Registry.FACILITY;
import static org.saisei.registry.Registry.enrol;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.identity;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class ReadSubjectsIT {
    private final String candidate = newCandidate();

    @Test
    void aMistypedRegistryNumberIsNotFound() {
        String subject = enrol(candidate);
        char last = subject.charAt(11);
        var mistyped = subject.substring(0, 11) + (char) (last == '9' ? '0' : last + 1);

        hospital().get("/subjects/" + mistyped).then().statusCode(404).contentType("application/problem+json");
        hospital().get("/subjects/nobody").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theTreatingFacilityReadsTheIdentityAndTheReadingIsAudited() {
        var body = with(enrolment(candidate), entry("identity", identity("MRN-77")));
        String subject =
                post("/subjects", body).then().statusCode(201).extract().path("subjectId");

        hospital()
                .get("/subjects/" + subject + "/identity")
                .then()
                .statusCode(200)
                .body("nameKanji", equalTo("見本 太郎"))
                .body("birthDate", equalTo("1971-08-20"))
                .body("medicalRecordNumber", equalTo("MRN-77"));

        assertThat(Database.rows(
                        "SELECT actor FROM audit WHERE kind = 'READ' AND action = 'readIdentity' AND ? = ANY (resource_ids)",
                        subject))
                .hasSize(1);
    }

    @Test
    void aListIsPagedWithoutGapOrRepeat() {
        var hospital = Tokens.hospital("F-PAGES-01");
        var made = new HashSet<String>();
        for (int i = 0; i < 5; i++) {
            made.add(enrol(Registry.as(hospital), newCandidate()));
        }

        Set<String> seen = new HashSet<>();
        String after = null;
        int pages = 0;
        do {
            var request = Registry.as(hospital).queryParam("limit", 2);
            var page = (after == null ? request : request.queryParam("after", after))
                    .get("/subjects")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> ids = page.getList("items.subjectId");
            ids.forEach(id -> assertThat(seen.add(id)).isTrue());
            after = page.getString("next");
            pages++;
        } while (after != null);

        assertThat(seen).isEqualTo(made);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aCursorOfNobodysIsRefused() {
        hospital()
                .queryParam("after", "%%%")
                .get("/subjects")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:after"));
    }

    @Test
    void theRegistrarListsThoseThatWaitButReadsNoIdentity() {
        String subject = enrol(candidate);

        Registry.as(Tokens.registrar())
                .queryParam("standing", "PENDING")
                .queryParam("candidateId", candidate)
                .get("/subjects")
                .then()
                .statusCode(200)
                .body("items.subjectId", contains(subject));
        Registry.as(Tokens.registrar())
                .get("/subjects/" + subject + "/identity")
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenForOtherProtocolsSeesAndEnrolsNobodyOfThisOne() {
        var limited = Tokens.token("hospital", FACILITY, "VASCULAR_REGENERATION");
        String subject = enrol(candidate);

        Registry.as(limited).get("/subjects/" + subject).then().statusCode(404);
        Registry.as(limited)
                .queryParam("candidateId", candidate)
                .get("/subjects")
                .then()
                .body("items", empty());
        post(Registry.as(limited), "/subjects", enrolment(newCandidate()))
                .then()
                .statusCode(403);
    }
}
