package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** Which methods, bodies and answers an operation knows. */
@QuarkusTest
@WithRealParts
class MediaTypesIT {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /things         | GET, HEAD, OPTIONS, POST
            /things/        | GET, HEAD, OPTIONS, POST
            /things/1       | GET, HEAD, OPTIONS
            /things/1/parts | GET, HEAD, OPTIONS, POST
            /things/1/label | GET, HEAD, OPTIONS
            """)
    void aMethodThatThePathDoesNotKnowIsRefusedWithThoseItKnows(String path, String methods) {
        given().auth()
                .oauth2(Tokens.hospital("F-1"))
                .delete(path)
                .then()
                .statusCode(405)
                .header("Allow", methods)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/method-not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "json",
                "/",
                ";",
                "application",
                "text/plain;charset=",
                "application/json; charset=Shift_JIS",
                "application/json; charset=utf-16",
                "application/json; charset=utf-8; charset=utf-16",
                "application/json;version=1; CHARSET = \"windows-31j\"",
                "application/json;charset=",
                "application/json;charset=\""
            })
    void aBodyThatIsNotAnnouncedAsJsonInUtf8IsRefused(String contentType) throws IOException, InterruptedException {
        var request = request("/things").POST(BodyPublishers.ofString("{\"documentNumber\": \"D-415\"}"));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }

        var answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("/problems/unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "Application/JSON",
                "application/json;charset=\"UTF-8\"",
                "application/json;version=1; Charset = Utf-8",
                "application/json;",
                "application/json;=;;"
            })
    void aBodyThatIsAnnouncedAsJsonIsRead(String contentType) throws IOException, InterruptedException {
        var answer = send(request("/things")
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"documentNumber\": \"D-JSON\"}")));

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void aBodyThatIsNotInUtf8IsRefused(String charset) throws IOException, InterruptedException {
        var body = "{\"documentNumber\": \"D-400\", \"facts\": {\"name\": \"採取\"}}";

        var answer = send(request("/things")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body.getBytes(Charset.forName(charset)))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"ENCODING\"", "must be UTF-8");
    }

    @Test
    void whatUtf8DoesNotWriteInThisWayIsRefused() throws IOException, InterruptedException {
        var overlong = "{\"documentNumber\": \"D-??\"}".getBytes(StandardCharsets.US_ASCII);
        overlong[22] = (byte) 0xC1;
        overlong[23] = (byte) 0x81;

        var answer = send(request("/things")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(overlong)));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip           | 415
            identity, gzip | 415
            x              | 415
            identity       | 201
            Identity       | 201
            """)
    void aBodyThatIsPackedIsRefused(String coding, int status) throws IOException, InterruptedException {
        var answer = send(request("/things")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", coding)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"documentNumber\": \"D-PACKED\"}")));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Accept-Encoding"))
                .isEqualTo(status == 415 ? Optional.of("identity") : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/xml                              | 406
            text/html, text/*;q=0.5                      | 406
            application/json;q=0                         | 406
            application/*;q=0, text/html                 | 406
            application/json;q=0, application/problem+json;q=0.0, */* | 406
            application/json                             | 200
            Application/JSON; q=0.1                      | 200
            application/*                                | 200
            text/html, */*;q=0.1                         | 200
            application/json;q=0.5, */*;q=0              | 200
            application/problem+json                     | 200
            text/html, application/xhtml+xml, */*; q=0.8 | 200
            application/json;q=                          | 406
            foo                                          | 406
            */*;q=x                                      | 406
            foo, application/json                        | 200
            text/html, image/gif, *; q=.2, */*; q=.2     | 200
            """)
    void anAnswerThatTheCallerWouldNotReadIsNotSent(String accept, int status)
            throws IOException, InterruptedException {
        var answer = send(request("/things/1").header("Accept", accept).GET());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith(status == 200 ? "application/json" : "application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html                                    | text/html
            text/html, application/xhtml+xml, */*; q=0.8 | text/html
            text/html, */*                               | text/html
            text/html;q=0.5, application/json            | application/json
            text/html, application/json                  | application/json
            */*                                          | application/json
            text/html;level="1"                          | text/html
            text/html;q=, application/json               | application/json
            image/png                                    | application/problem+json
            text/html;q=                                 | application/problem+json
            text/html;q                                  | application/problem+json
            text/html;q="                                | application/problem+json
            text/html;q=0                                | application/problem+json
            */*;q=x                                      | application/problem+json
            foo                                          | application/problem+json
            */                                           | application/problem+json
            ;                                            | application/problem+json
            """)
    void ofTwoRepresentationsTheOneThatTheCallerWouldRatherReadIsSent(String accept, String type)
            throws IOException, InterruptedException {
        var answer = send(request("/things/1/label").header("Accept", accept).GET());

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.statusCode()).isEqualTo(type.equals("application/problem+json") ? 406 : 200);
    }

    @Test
    void whoIsNobodyLearnsNothingOfMediaTypes() {
        given().accept("application/xml").get("/things/1").then().statusCode(401);
    }

    /** Sends the headers named and no others, as a client library would add them. */
    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.hospital("F-1"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
