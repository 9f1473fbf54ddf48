package org.saisei.registry.identity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.saisei.registry.Registry.as;
import static org.saisei.registry.Registry.enrolment;
import static org.saisei.registry.Registry.hospital;
import static org.saisei.registry.Registry.newCandidate;
import static org.saisei.registry.Registry.newDocument;
import static org.saisei.registry.Registry.otherHospital;
import static org.saisei.registry.Registry.post;
import static org.saisei.registry.Registry.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

@QuarkusTest
@WithRealParts
class SuspectedDuplicatesIT {
    private String first;
    private String second;

    @BeforeEach
    void twoEnrolmentsOfOneRecordNumber() {
        var identity = Registry.identity(newDocument("MRN"));
        first = enrol(identity);
        identity.put("nameKanji", "見元 次郎");
        second = enrol(identity);
    }

    private static String enrol(Map<String, Object> identity) {
        return post("/subjects", with(enrolment(newCandidate()), entry("identity", identity)))
                .then()
                .statusCode(201)
                .extract()
                .path("subjectId");
    }

    private static String path(String subject) {
        return "/subjects/" + subject + "/suspected-duplicates";
    }

    @Test
    void aRegistrarComparesThemMaskedFromEitherSideAndIsRecordedWithBoth() {
        as(Tokens.registrar())
                .get(path(second))
                .then()
                .statusCode(200)
                .body("items.otherSubjectId", is(List.of(first)))
                .body("items[0].comparison.find { it.particular == 'NAME_KANJI' }.one", is("見＊＊＊"))
                .body("items[0].comparison.find { it.particular == 'NAME_KANJI' }.likeness", is("DIFFERENT"))
                .body("items[0].comparison.find { it.particular == 'RECORD_NUMBER' }.likeness", is("EQUAL"));
        var answer = as(Tokens.registrar()).get(path(first));
        answer.then().body("items.otherSubjectId", is(List.of(second)));
        assertThat(answer.asString()).doesNotContain("見本", "見元", "ミホン", "1971-08-20", "MRN");

        assertThat(Database.rows(
                        "SELECT 1 FROM audit WHERE action = 'listSuspectedDuplicates' AND resource_ids @> ARRAY[?::text, ?::text]",
                        first,
                        second))
                .hasSize(2);
    }

    @Test
    void whoIsEnrolledAtTwoHospitalsIsSeenFromEitherByTheRegistrarAlone() {
        var identity = Registry.identity(newDocument("MRN"));
        var here = enrol(identity);
        var elsewhere = post(
                otherHospital(),
                "/subjects",
                with(
                        enrolment(newCandidate()),
                        entry("identity", with(identity, entry("medicalRecordNumber", newDocument("MRN"))))));
        elsewhere.then().statusCode(201).body("suspectedDuplicates", empty());
        String there = elsewhere.path("subjectId");

        as(Tokens.registrar())
                .get(path(here))
                .then()
                .body("items.otherSubjectId", is(List.of(there)))
                .body("items[0].facilityId", is(Registry.FACILITY))
                .body("items[0].otherFacilityId", is(Registry.OTHER_FACILITY))
                .body("items[0].otherStanding", is("PENDING"))
                .body("items[0].comparison.find { it.particular == 'NAME_KANA' }.likeness", is("EQUAL"))
                .body("items[0].comparison.find { it.particular == 'RECORD_NUMBER' }.likeness", is("DIFFERENT"));
        as(Tokens.registrar()).get(path(there)).then().body("items.otherSubjectId", is(List.of(here)));
        hospital().get("/subjects/" + here).then().body("suspectedDuplicates", empty());
        otherHospital().get("/subjects/" + there).then().body("suspectedDuplicates", empty());
    }

    @Test
    void whoWasEnrolledTwiceAtTheSameTimeIsSeenAsIfOneHadComeFirst() throws Exception {
        var identity = Registry.identity(newDocument("MRN"));
        var enrolled = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                enrolled.add(threads.submit(() -> enrol(identity)));
            }
        }

        for (var subject : enrolled) {
            as(Tokens.registrar()).get(path(subject.get())).then().body("items.otherSubjectId", hasSize(3));
        }
    }

    @Test
    void allPairsAreListedOncePageByPageWithTheLatestAtTheEnd() {
        var third = enrol(Registry.identity(newDocument("MRN")));
        var registrar = Tokens.registrar();

        var pairs = new ArrayList<Map<String, Object>>();
        String after = null;
        do {
            var request = as(registrar).queryParam("limit", 2);
            var page = (after == null ? request : request.queryParam("after", after)).get("/suspected-duplicates");
            page.then().statusCode(200);
            pairs.addAll(page.path("items"));
            after = page.path("next");
        } while (after != null);

        assertThat(pairs.getLast()).containsEntry("subjectId", second).containsEntry("otherSubjectId", first);
        assertThat(pairs.stream().map(Object::toString))
                .doesNotHaveDuplicates()
                .noneMatch(pair -> pair.contains(third));
        assertThat(pairs.toString()).doesNotContain("見本", "見元", "ミホン", "1971-08-20", "MRN");
        assertThat(Database.rows(
                        "SELECT 1 FROM audit WHERE action = 'listAllSuspectedDuplicates'"
                                + " AND resource_ids @> ARRAY[?::text, ?::text]",
                        first,
                        second))
                .hasSize(1);
    }

    @Test
    void aRegistrarOfAnotherProtocolListsNone() {
        as(Tokens.token("registrar", null, "OTHER"))
                .get("/suspected-duplicates")
                .then()
                .statusCode(200)
                .body("items", empty());
        hospital().get("/suspected-duplicates").then().statusCode(403);
        as(Tokens.registrar()).get("/suspected-duplicates?after=bm9uZQ").then().statusCode(400);
    }

    @Test
    void oneThatIsErasedSaysSoAndIsNotCompared() {
        post(
                        as(Tokens.registrar()),
                        "/subjects/" + first + "/identity-erasure",
                        Map.of("documentNumber", newDocument("ERS"), "ground", "PATIENT_REQUEST", "reference", "REQ-1"))
                .then()
                .statusCode(201);

        as(Tokens.registrar())
                .get(path(second))
                .then()
                .body("items[0].otherErasedOn", notNullValue())
                .body("items[0].comparison", empty());
    }

    @Test
    void nobodyElseSeesThem() {
        hospital().get(path(first)).then().statusCode(403);
        as(Tokens.token("registrar", null, "OTHER")).get(path(first)).then().statusCode(404);
        as(Tokens.safetyOfficer()).get(path(first)).then().statusCode(403);
        var alone = Registry.enrol(newCandidate());
        as(Tokens.registrar()).get(path(alone)).then().statusCode(200).body("items", empty());
    }
}
