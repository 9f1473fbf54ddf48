package org.saisei.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Adverse-event reports made from OpenAPI's own example. */
final class Reports {
    /** Of the registry number's form, and nobody's. */
    static final String UNKNOWN_SUBJECT = "999999999999";

    private Reports() {}

    static ObjectNode on(JsonNode example, String subjectId) {
        ObjectNode report = example.deepCopy();
        report.put("documentNumber", "AE-" + UUID.randomUUID());
        report.putObject("patient").put("subjectId", subjectId);
        return report;
    }

    /** The answer without what differs from one report to the next. */
    static JsonNode shape(JsonNode answer) {
        ObjectNode shape = answer.deepCopy();
        shape.remove(java.util.List.of("caseId", "documentNumber", "receivedAt", "recordedAt", "patient", "position"));
        return shape;
    }
}
