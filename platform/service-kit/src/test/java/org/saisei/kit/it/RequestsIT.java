package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class RequestsIT {
    private final String key = UUID.randomUUID().toString();

    @Test
    void aRefusedRequestLeavesNothingAndItsKeyFree() {
        long stored = Database.count("idempotency");

        post("{\"documentNumber\": \"REFUSED-1\"}").then().statusCode(422).body("ruleId", equalTo("X-1"));

        assertThat(Database.count("idempotency")).isEqualTo(stored);
    }

    @Test
    void aFaultOfOursSaysNothingButItsTraceId() {
        post("{\"documentNumber\": \"FAULT-1\"}")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("traceId", notNullValue())
                .body(not(containsString("innards")));
    }

    @Test
    void aMissingKeyIsNamed() {
        hospital()
                .body("{\"documentNumber\": \"D-4\"}")
                .post("/things")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("header:Idempotency-Key"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                             | /documentNumber   | REQUIRED
            {"documentNumber": "D 4"}                                      | /documentNumber   | FORMAT
            {"documentNumber": 4}                                          | /documentNumber   | TYPE
            {"documentNumber": "D-4\\u0000"}                               | /documentNumber   | FORMAT
            {"documentNumber": "D-4", "name": "x"}                         | /name             | UNKNOWN_FIELD
            {"documentNumber": "D-4", "患者\\ud83d": "x"}                | /???              | UNKNOWN_FIELD
            {"documentNumber": "D-4", "parts": [{"number": "1", "x": 1}]}  | /parts/0/x        | UNKNOWN_FIELD
            {"documentNumber": "D-4", "parts": [{"number": "1"}, {}]}      | /parts/1/number   | REQUIRED
            {"documentNumber": "D-4", "colour": "BLUE"}                    | /colour           | FORMAT
            {"documentNumber": "D-4", "colour": 1}                         | /colour           | FORMAT
            {"documentNumber": "D-4", "weightKg": "70"}                    | /weightKg         | TYPE
            {"documentNumber": "D-4", "weightKg": -1}                      | /weightKg         | OUT_OF_RANGE
            {"documentNumber": "D-4", "weightKg": 70.25}                   | /weightKg         | OUT_OF_RANGE
            {"documentNumber": "D-4", "weightKg": 1e999999999}             | /weightKg         | OUT_OF_RANGE
            {"documentNumber": "D-4", "weightKg": 1e2147483647}            | /weightKg         | OUT_OF_RANGE
            {"documentNumber": "D-4", "weightKg": 0e2147483647}            | /weightKg         | OUT_OF_RANGE
            {"documentNumber": "D-4", "count": 1.5}                        | /count            | FORMAT
            {"documentNumber": "D-4", "count": 99999999999}                | /count            | OUT_OF_RANGE
            {"documentNumber": "D-4", "sure": "true"}                      | /sure             | TYPE
            {"documentNumber": "D-4", "day": "2026-02-30"}                 | /day              | FORMAT
            {"documentNumber": "D-4", "day": "令和8年5月1日"}                  | /day              | FORMAT
            {"documentNumber": "D-4", "day": "2026-05-01T00:00:00Z"}       | /day              | FORMAT
            {"documentNumber": "D-4", "day": 20260501}                     | /day              | TYPE
            """)
    void badInputIsRefusedWithItsPlaceAndNothingIsStored(String body, String pointer, String rule) {
        long audited = Database.count("audit");

        post(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer))
                .body("errors.rule", hasItem(rule));

        assertThat(Database.count("audit")).isEqualTo(audited);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"documentNumber": "D-4", "documentNumber": "D-5"}
            {"documentNumber": "D-4"
            {"documentNumber": "D-4"} {}
            null
            []
            "text"
            """)
    void aBodyThatIsNoSingleObjectIsRefused(String body) {
        post(body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aNumberOrADepthBeyondTheLimitsIsTheCallersProblem() {
        post("{\"documentNumber\": \"D-4\", \"x\": " + "1".repeat(65) + "}")
                .then()
                .statusCode(400);
        post("{\"documentNumber\": \"D-4\", \"weightKg\": " + "1".repeat(65) + "}")
                .then()
                .statusCode(400);
        post("{\"x\":".repeat(40) + "1" + "}".repeat(40)).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "limits=5, query:limits, UNKNOWN_PARAMETER",
        "limit=5&limit=6, query:limit, REPEATED",
        "limit=, query:limit, REQUIRED",
        "limit, query:limit, REQUIRED",
        "%E6%82%A3%E8%80%85=1, query:??, UNKNOWN_PARAMETER"
    })
    void aQueryIsReadAsStrictlyAsABody(String query, String pointer, String rule) {
        hospital()
                .urlEncodingEnabled(false)
                .get("/things?" + query)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors.rule", contains(rule));
    }

    @Test
    void aQueryParameterThatCannotBeReadIsNamed() {
        for (var limit : List.of("abc", "1.5", "99999999999", "１")) {
            hospital()
                    .queryParam("limit", limit)
                    .get("/things")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("query:limit"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-999999999-01-01", "+999999999-12-31", "0001-01-01", "1899-12-31", "2200-01-01", "2026-02-30"})
    void aDayAskedForIsOneOfTheDaysThatABodyMayName(String day) {
        hospital()
                .queryParam("on", day)
                .get("/things/on-a-day")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:on"))
                .body("errors.rule", contains("FORMAT"))
                .body("errors.message", contains("must be a calendar day yyyy-MM-dd from 1900-01-01 to 2199-12-31"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2199-12-31"})
    void theFirstAndTheLastOfThoseDaysCanBeAskedFor(String day) {
        hospital()
                .queryParam("on", day)
                .get("/things/on-a-day")
                .then()
                .statusCode(200)
                .body("on", equalTo(day));
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() {
        post("{\"documentNumber\": \"" + "x".repeat(2_000_000) + "\"}")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-large"));
    }

    @Test
    void whatDoesNotExistIsAProblemToo() {
        hospital().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        hospital().get("/things/no such").then().statusCode(404).contentType("application/problem+json");
        hospital().delete("/things/1/nowhere").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void ofATokenThatHasExpiredTheCallerIsToldSoAndOfNoOtherMore() {
        var expired = Tokens.shortLived("hospital", "F-1", Duration.ofMinutes(-5));

        assertThat(challenge(expired))
                .isEqualTo("Bearer error=\"invalid_token\", error_description=\"The access token expired\"");
        for (var other : List.of(
                Tokens.changed(expired, "aud", "another"),
                Tokens.changed(expired, "iss", "https://another.example"),
                expired.substring(0, expired.lastIndexOf('.') + 1)
                        + Tokens.hospital("F-2")
                                .substring(Tokens.hospital("F-2").lastIndexOf('.') + 1),
                "no.such.token")) {
            assertThat(challenge(other)).isEqualTo("Bearer error=\"invalid_token\"");
        }
    }

    private static String challenge(String token) {
        return given().auth()
                .oauth2(token)
                .get("/things/1")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .extract()
                .header("WWW-Authenticate");
    }

    @Test
    void withoutAValidTokenNobodyGetsIn() {
        given().get("/things/1").then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
        given().auth()
                .oauth2(Tokens.shortLived("hospital", "F-1", Duration.ofMinutes(-5)))
                .get("/things/1")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void anotherRoleIsForbidden() {
        given().auth()
                .oauth2(Tokens.token("analyst", null))
                .get("/things/1")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void aHospitalWithoutItsFacilityIsForbidden() {
        given().auth()
                .oauth2(Tokens.token("hospital", null))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"documentNumber\": \"D-6\"}")
                .post("/things")
                .then()
                .statusCode(403);
    }

    private RequestSpecification hospital() {
        return given().auth().oauth2(Tokens.hospital("F-1")).contentType("application/json");
    }

    private Response post(String body) {
        return hospital().header("Idempotency-Key", key).body(body).post("/things");
    }
}
