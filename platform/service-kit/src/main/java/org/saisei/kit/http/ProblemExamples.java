package org.saisei.kit.http;

/** Problems as every service's OpenAPI document shows them; those of one operation stand with the operation. */
final class ProblemExamples {
    static final String INVALID = """
            {"type": "/problems/invalid-request", "title": "The request is not valid.", "status": 400,
             "errors": [{"pointer": "/documentNumber", "rule": "REQUIRED", "message": "must not be null"}]}""";

    static final String ALREADY_RECORDED = """
            {"type": "/problems/already-recorded", "title": "This document number is already recorded.", "status": 409,
             "detail": "Your facility has used this documentNumber before; Location leads to what it recorded.",
             "errors": [{"pointer": "/documentNumber", "rule": "UNIQUE", "message": "already used by your facility"}]}""";

    static final String CONTRADICTORY = """
            {"type": "/problems/contradictory", "title": "The data cannot be true together.", "status": 422,
             "errors": [{"pointer": "/recordedOn", "rule": "IN_FUTURE", "message": "is not a day that has come"}]}""";

    private ProblemExamples() {}
}
