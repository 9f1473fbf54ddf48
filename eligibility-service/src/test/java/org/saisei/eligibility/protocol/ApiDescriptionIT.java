package org.saisei.eligibility.protocol;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.WithRealParts;

/** That the examples are accepted is shown on the whole stack, in the system tests. */
@QuarkusTest
@WithRealParts
class ApiDescriptionIT {

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        var document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());

        assertThat(document.findValuesAsText("$ref"))
                .hasSizeGreaterThan(50)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everyOperationNamesItsProblems() throws IOException {
        var document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());

        assertThat(document.path("paths").findValues("responses"))
                .hasSizeGreaterThan(10)
                .allSatisfy(responses -> assertThat(responses.has("401")).isTrue());
        assertThat(document.at("/components/responses/Invalid/content").has("application/problem+json"))
                .isTrue();
        assertThat(document.path("security")).extracting(JsonNode::toString).contains("{\"bearer\":[]}");
    }
}
