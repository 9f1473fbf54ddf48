package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.saisei.kit.audit.verify.AuditVerifier;
import org.saisei.kit.audit.verify.Head;
import org.saisei.kit.audit.verify.HeadFile;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class AuditHeadIT {
    @ConfigProperty(name = "saisei.audit.head-file")
    Path file;

    @Test
    void whatIsReadIsSealedWithinMomentsAndTheHeadTellsOfIt() {
        var before = head("operator");

        await().untilAsserted(() -> assertThat(((Number) head("registrar").get("rows")).longValue())
                .isGreaterThan(((Number) before.get("rows")).longValue()));
        assertThat(head("operator"))
                .containsKeys("number", "hash", "origin", "sealedAt", "unsealed")
                .extractingByKey("hash")
                .asString()
                .matches("[0-9a-f]{64}");
    }

    @Test
    void aHospitalLearnsNothingOfTheSeals() {
        given().auth().oauth2(Tokens.hospital("F-1")).get("/audit/head").then().statusCode(403);
    }

    @Test
    void theHeadIsToldToAFileAgainAndAgainAndTheTrailIsProvenAgainstIt() throws SQLException, IOException {
        head("operator");

        await().untilAsserted(() -> assertThat(told()).hasSizeGreaterThan(1));
        try (var connection = Database.runtime()) {
            var report = AuditVerifier.verify(connection, told());
            assertThat(report.findings()).isEmpty();
            assertThat(report.confirmed()).isPresent();
        }
    }

    private List<Head> told() throws IOException {
        return Files.exists(file) ? HeadFile.read(file).heads() : List.of();
    }

    private static Map<String, Object> head(String role) {
        return given().auth()
                .oauth2(Tokens.token(role, null))
                .get("/audit/head")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
    }
}
