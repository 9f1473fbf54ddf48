package org.saisei.adverseevent;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.saisei.kit.test.Tokens;

/** Reports as a hospital would send them. */
@NullUnmarked
public final class Reports {
    public static final String FACILITY = "F-TOKYO-01";

    private Reports() {}

    /** A complete report of a reaction that is not serious. */
    public static Map<String, Object> complete() {
        var report = new HashMap<String, Object>();
        report.put("documentNumber", "AE-" + UUID.randomUUID());
        report.put("protocol", "STEMIRAC");
        report.put("awareOn", "2026-05-24");
        report.put("patient", Map.of("reporterReference", "P-0007"));
        report.put("reporter", Map.of("profession", "PHYSICIAN", "reference", "DR-0001"));
        report.put(
                "suspects",
                List.of(
                        Map.of("suspect", "PRODUCT", "lotNumber", "LOT-2026-0001", "causality", "POSSIBLE"),
                        Map.of("suspect", "BLOOD_COLLECTION", "causality", "CERTAIN"),
                        Map.of("suspect", "MARROW_COLLECTION", "causality", "UNLIKELY")));
        report.put("reaction", reaction("ST-0001", List.of()));
        return report;
    }

    public static Map<String, Object> about(Map<String, Object> patient) {
        var report = complete();
        report.put("patient", patient);
        return report;
    }

    public static Map<String, Object> serious() {
        var report = complete();
        report.put("reaction", reaction("ST-0001", List.of("HOSPITALISATION")));
        return report;
    }

    public static Map<String, Object> without(String member) {
        var report = complete();
        report.remove(member);
        return report;
    }

    public static Map<String, Object> reaction(String code, List<String> seriousness) {
        return new HashMap<>(Map.of(
                "term",
                Map.of("dictionary", "SAISEI-TRIAL", "version", "1.0", "code", code),
                "onsetOn",
                "2026-05-23",
                "seriousness",
                new ArrayList<>(seriousness)));
    }

    public static Response send(Map<String, Object> report) {
        return send(FACILITY, report, UUID.randomUUID().toString());
    }

    public static Response send(String facility, Map<String, Object> report, String key) {
        return given().header("Authorization", "Bearer " + Tokens.hospital(facility))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(report)
                .post("/cases");
    }

    public static Response complete(String facility, String caseId, String ifMatch, Map<String, Object> version) {
        var request = given().header("Authorization", "Bearer " + Tokens.hospital(facility))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(version);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/cases/{caseId}/versions", caseId);
    }

    /** Sends a report that must be taken, and answers its case. */
    public static String accepted(Map<String, Object> report) {
        return send(report).then().statusCode(201).extract().path("caseId");
    }

    public static Response get(String token, String path, Object... parameters) {
        return given().header("Authorization", "Bearer " + token).get(path, parameters);
    }
}
