package org.saisei.eligibility.protocol.http;

/** Problems as the OpenAPI document shows them. */
final class ProblemExamples {
    static final String INVALID = """
            {"type": "/problems/invalid-request", "title": "The request is not valid.", "status": 400,
             "errors": [{"pointer": "/facts/ageYears", "rule": "OUT_OF_RANGE", "message": "must be from 0 to 150 years"}]}""";

    static final String REFUSED = """
            {"type": "/problems/refused-by-rule", "title": "A rule refuses this.", "status": 422, "ruleId": "S-T2",
             "errors": [{"pointer": "/plannedCells", "rule": "S-T2", "message": "outside the allowed interval"}]}""";

    private ProblemExamples() {}
}
