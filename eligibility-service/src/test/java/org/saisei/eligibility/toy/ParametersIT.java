package org.saisei.eligibility.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** The toy's second version allows two holes; a registrar may set that to anything from 0 to 5. */
@QuarkusTest
@WithRealParts
class ParametersIT {
    private static final String TOPIC = "saisei.eligibility.protocols";
    private static final String PARAMETERS = "/protocols/TOY/parameters";

    private final Hospital hospital = Hospital.fresh();

    @BeforeEach
    void nothingChanged() throws Exception {
        Toys.forgetChanges();
    }

    @Test
    void aParameterNobodyHasChangedHasItsDefaultAndSaysWhatItIs() {
        hospital.get(PARAMETERS + "?on=2026-09-01")
                .then()
                .statusCode(200)
                .body("on", equalTo("2026-09-01"))
                .body("items.parameter.code", contains("mostHoles", "teeth"))
                .body("items[0].parameter.value", equalTo(2))
                .body("items[0].parameter.defaultValue", equalTo(2))
                .body("items[0].parameter.since", nullValue())
                .body("items[0].parameter.unit", equalTo("holes"))
                .body("items[0].parameter.clause", equalTo("2"))
                .body("items[0].parameter.ours", equalTo(true))
                .body("items[0].parameter.meaning.ja", equalTo("穴の数の上限"))
                .body("items[0].parameter.changeable.minimum", equalTo(0))
                .body("items[0].parameter.changeable.maximum", equalTo(5))
                .body("items[1].parameter.changeable", nullValue())
                .body("items.history", contains(empty(), empty()));
    }

    @Test
    void aChangeHoldsFromItsFirstDayAndIsKeptWithItsReason() {
        var change = Toys.change(hospital, 4, "2026-09-10");

        change.then().statusCode(201).body("value", equalTo(4)).body("from", equalTo("2026-09-10"));
        hospital.get(change.header("Location").replaceFirst("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .body("changeId", equalTo(change.path("changeId")))
                .body("reason", equalTo("穴が増えた"));
        assertThat(valueOn("2026-09-09")).isEqualTo(2);
        hospital.get(PARAMETERS + "?on=2026-09-10")
                .then()
                .body("items[0].parameter.value", equalTo(4))
                .body("items[0].parameter.since", equalTo("2026-09-10"))
                .body("items[0].history.reason", contains("穴が増えた"));
        hospital.get("/protocols/TOY?on=2026-09-10")
                .then()
                .body("parameters.find { it.code == 'mostHoles' }.value", equalTo(4));
    }

    @Test
    void theNextChangeTakesItsPlaceAndOfTwoFromTheSameDayTheLaterRecordedOneHolds() {
        Toys.change(hospital, 4, "2026-09-10");
        Toys.change(hospital, 5, "2026-09-20");
        Toys.change(hospital, 3, "2026-09-10");

        assertThat(List.of(valueOn("2026-09-09"), valueOn("2026-09-10"), valueOn("2026-09-19"), valueOn("2026-09-20")))
                .containsExactly(2, 3, 3, 5);
        hospital.get(PARAMETERS).then().body("items[0].history.value", contains(4, 5, 3));
    }

    @ParameterizedTest
    @CsvSource({"2026-09-09, INELIGIBLE, 2", "2026-09-10, ELIGIBLE, 3"})
    void anAssessmentIsJudgedWithTheValueOfItsDayAndKeepsIt(String day, String decision, int value) {
        var hospital = accredited();
        Toys.change(hospital, 3, "2026-09-10");

        var assessment = Toys.assess(hospital, day, "CHAIR", Map.of("tooth", Map.of("holes", 3)));
        Toys.change(hospital, 0, "2026-08-01");
        Toys.change(hospital, 0, "2026-09-10");

        assessment.then().body("decision", equalTo(decision)).body("parameters.mostHoles", equalTo(value));
        hospital.get("/assessments/" + assessment.path("assessmentId"))
                .then()
                .body("decision", equalTo(decision))
                .body("parameters.mostHoles", equalTo(value));
    }

    @Test
    void aVerdictShowsTheValueThatItWasJudgedWithAndSaysThatARegistrarChangedIt() {
        var hospital = accredited();
        Toys.change(hospital, 3, "2026-09-10");

        var before = Toys.assess(hospital, "2026-09-09", "CHAIR", Map.of("tooth", Map.of("holes", 3)));
        var since = Toys.assess(hospital, "2026-09-10", "CHAIR", Map.of("tooth", Map.of("holes", 3)));

        before.then()
                .body("verdicts[0].parameters", equalTo(Map.of()))
                .body("verdicts[1].parameters", equalTo(Map.of("mostHoles", 2)))
                .body("verdicts[1].oursNote.en", equalTo("the limit is ours"));
        since.then()
                .body("verdicts[1].parameters", equalTo(Map.of("mostHoles", 3)))
                .body("verdicts[1].ours", equalTo(true))
                .body(
                        "verdicts[1].oursNote.en",
                        equalTo("the limit is ours, and that the parameter mostHoles is 3 (changed by a registrar; the"
                                + " source gives no value, the default is 2)"));
        hospital.get("/assessments/" + since.path("assessmentId"))
                .then()
                .body("verdicts[1]", equalTo(since.path("verdicts[1]")));
        hospital.post("/assessments/" + since.path("assessmentId") + "/replay", Map.of())
                .then()
                .body("same", equalTo(true))
                .body("wordingDifferences", empty());
    }

    @Test
    void theWorldIsToldWithoutTheReason() {
        var change = Toys.change(hospital, 4, "2026-09-10");

        var told = KafkaProbe.awaitEvents(
                TOPIC,
                "TOY",
                events -> events.stream()
                        .anyMatch(
                                event -> event.value().path("changeId").asText().equals(change.path("changeId"))));
        var event = told.getLast();
        assertThat(event.type()).isEqualTo("saisei.eligibility.parameter-changed.v1");
        assertThat(event.value().path("parameter").asText()).isEqualTo("mostHoles");
        assertThat(event.value().path("value").asInt()).isEqualTo(4);
        assertThat(event.value().path("from").asText()).isEqualTo("2026-09-10");
        assertThat(event.value().toString()).doesNotContain("穴が増えた");
    }

    @Test
    void theAuditTrailHasWhoWhyAndWhatHeldBefore() {
        Toys.change(hospital, 4, "2026-09-10");
        var change = Toys.change(hospital, 5, "2026-09-10");

        var row = Database.rows("SELECT reason, before::text AS held, after::text AS holds FROM audit"
                        + " WHERE action = 'changeParameter' ORDER BY position DESC LIMIT 1")
                .getFirst();
        assertThat(row.get("reason")).isEqualTo("穴が増えた");
        assertThat(row.get("held").toString()).contains("\"value\": 4");
        assertThat(row.get("holds").toString()).contains(change.<String>path("changeId"));
    }

    @Test
    void aLimitOfTheSourceCannotBeChanged() {
        Hospital.as(Tokens.registrar())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body(190_000_000, "2026-09-10"))
                .post("/protocols/STEMIRAC/parameters/maximumCells/changes")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/limit-of-the-source"))
                .body("parameter", equalTo("maximumCells"))
                .body("detail", containsString("maximumCells is a limit of the source (clause 1)"));
        hospital.get("/protocols/STEMIRAC/parameters")
                .then()
                .body("items.find { it.parameter.code == 'maximumCells' }.history", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "6", "2.5", "1000000000000000"})
    void aValueOutsideItsRangeOrNotWholeIsRefused(String value) {
        Toys.change(Hospital.with(body(1, "2026-09-10"), "value", new java.math.BigDecimal(value)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/value"));
        hospital.get(PARAMETERS).then().body("items[0].history", empty());
    }

    @Test
    void whatIsMissingOrTooLongIsNamed() {
        Toys.change(Hospital.with(body(1, "2026-09-10"), "reason", " "))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        Toys.change(Hospital.with(body(1, "2026-09-10"), "reason", "あ".repeat(501)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        Toys.change(Hospital.with(body(1, "2026-09-10"), "from", null))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/from"));
        Toys.change(Hospital.with(body(1, "2026-09-10"), "reason", "あ".repeat(500)))
                .then()
                .statusCode(201);
    }

    @Test
    void onlyARegistrarChangesAParameterAndOnlyOneThatIsThereOnThatDay() {
        hospital.create(Toys.MOST_HOLES, body(1, "2026-09-10")).then().statusCode(403);
        Hospital.as(Tokens.token("registrar", null, "STEMIRAC"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body(1, "2026-09-10"))
                .post(Toys.MOST_HOLES)
                .then()
                .statusCode(403);
        Hospital.as(Tokens.registrar())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body(1, "2026-09-10"))
                .post("/protocols/TOY/parameters/none/changes")
                .then()
                .statusCode(404);
        Toys.change(body(1, "2026-07-31"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/from"))
                .body("errors.rule", contains("NO_SUCH_PARAMETER"));
        Toys.change(body(1, "2025-12-31")).then().statusCode(422).body("errors.rule", contains("BEFORE_PROTOCOL"));
    }

    @Test
    void aDocumentNumberIsTakenOnce() {
        var body = body(1, "2026-09-10");
        var first = Toys.change(body);

        Toys.change(body).then().statusCode(409).header("Location", equalTo(first.header("Location")));
    }

    @Test
    void changesAtTheSameTimeAreAllKeptInOneOrder() {
        var requests = IntStream.range(0, 6)
                .mapToObj(value -> Hospital.as(Tokens.registrar())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(body(value, "2026-09-10")))
                .toList();
        var running = requests.stream()
                .map(request -> CompletableFuture.supplyAsync(() -> request.post(Toys.MOST_HOLES)))
                .toList();
        assertThat(running.stream().map(CompletableFuture::join).map(Response::statusCode))
                .containsOnly(201);

        List<Integer> history = hospital.get(PARAMETERS + "?on=2026-09-10").path("items[0].history.value");
        assertThat(history).hasSize(6);
        assertThat(valueOn("2026-09-10")).isEqualTo(history.getLast());
    }

    private Map<String, Object> body(int value, String from) {
        return Map.of("documentNumber", hospital.documentNumber(), "value", value, "from", from, "reason", "理由がある");
    }

    private int valueOn(String day) {
        return hospital.get(PARAMETERS + "?version=2&on=" + day).path("items[0].parameter.value");
    }

    private static Hospital accredited() {
        var hospital = Hospital.fresh();
        hospital.state("/facilities/" + hospital.facilityId(), Hospital.facility());
        hospital.accredit(Map.of("documentNumber", hospital.documentNumber(), "protocol", "TOY", "from", "2026-04-01"));
        return hospital;
    }
}
