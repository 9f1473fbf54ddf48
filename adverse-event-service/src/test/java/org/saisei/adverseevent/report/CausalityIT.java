package org.saisei.adverseevent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saisei.adverseevent.Reports;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
@NullUnmarked
class CausalityIT {
    private static final String SCALE = "S-A2; scale: ours, WHO-UMC";

    @Test
    @Tag("S-A2")
    void causalityIsKeptAndToldForEachSuspectSeparately() {
        var caseId = Reports.accepted(Reports.complete());

        Reports.get(Tokens.safetyOfficer(), "/cases/{id}", caseId)
                .then()
                .statusCode(200)
                .body("suspects.suspect", contains("PRODUCT", "BLOOD_COLLECTION", "MARROW_COLLECTION"))
                .body("suspects.causality", contains("POSSIBLE", "CERTAIN", "UNLIKELY"));
        var event = KafkaProbe.awaitEvents("saisei.safety.cases", caseId, events -> !events.isEmpty())
                .getFirst();
        assertThat(event.value().at("/suspects/0/causality").asText()).isEqualTo("POSSIBLE");
        assertThat(event.value().at("/suspects/1/causality").asText()).isEqualTo("CERTAIN");
        assertThat(event.value().at("/suspects/2/causality").asText()).isEqualTo("UNLIKELY");
    }

    @Test
    @Tag("S-A2")
    void aSuspectIsJudgedOnce() {
        var report = Reports.complete();
        report.put(
                "suspects",
                List.of(
                        Map.of("suspect", "PRODUCT", "causality", "POSSIBLE"),
                        Map.of("suspect", "BLOOD_COLLECTION", "causality", "CERTAIN"),
                        Map.of("suspect", "PRODUCT", "causality", "UNLIKELY")));

        Reports.send(report)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/suspects/2/suspect"))
                .body("errors.rule", contains("UNIQUE"));
    }

    @Test
    @Tag("S-A2")
    void theScaleOfCausalityIsServedAsOurs() {
        var caseId = Reports.send(Reports.complete())
                .then()
                .body("causalityScale", equalTo(SCALE))
                .extract()
                .<String>path("caseId");

        Reports.get(Tokens.safetyOfficer(), "/cases/{id}", caseId).then().body("causalityScale", equalTo(SCALE));
        var schemas = RestAssured.get("/q/openapi?format=json").jsonPath().getMap("components.schemas");
        assertThat(schemas.get("CaseSuspect").toString()).contains(SCALE);
        assertThat(schemas.get("Case").toString()).contains(SCALE);
    }
}
