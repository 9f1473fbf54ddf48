package org.saisei.registry.enrolment.http;

/** Problems as OpenAPI shows them. */
final class ProblemExamples {
    static final String INVALID = """
            {"type": "/problems/invalid-request", "title": "The request is not valid.", "status": 400,
             "errors": [{"pointer": "/identity/nameKana", "rule": "REQUIRED", "message": "must not be blank"}]}""";

    static final String REFUSED = """
            {"type": "/problems/refused-by-rule", "title": "A rule refuses this.", "status": 422, "ruleId": "S-T6",
             "errors": [{"pointer": "/lotNumber", "rule": "S-T6", "message": "No unbroken chain is recorded."}]}""";

    private ProblemExamples() {}
}
