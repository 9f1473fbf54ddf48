package org.saisei.registry.erasure.http;

/** Examples for OpenAPI; sent in the documented order they are accepted. */
final class ErasureExamples {
    static final String SUBJECT_ID = "401273651826";
    static final String HOLD_ID = "0195a1b0-7000-7000-8000-000000000031";

    static final String HOLD_REQUEST = """
            {
              "documentNumber": "HLD-2026-001",
              "ground": "LEGAL_DISPUTE",
              "reference": "2026-WA-1234"
            }
            """;

    static final String HOLD = """
            {
              "holdId": "0195a1b0-7000-7000-8000-000000000031",
              "subjectId": "401273651826",
              "documentNumber": "HLD-2026-001",
              "ground": "LEGAL_DISPUTE",
              "reference": "2026-WA-1234",
              "placedOn": "2026-06-01",
              "placedAt": "2026-06-01T01:30:00.120034Z",
              "stands": true,
              "lifting": null
            }
            """;

    static final String HOLDS = "{ \"items\": [" + HOLD + "], \"next\": null }";

    static final String LIFTING_REQUEST = """
            {
              "documentNumber": "LFT-2026-001",
              "ground": "MATTER_ENDED"
            }
            """;

    static final String LIFTED = """
            {
              "holdId": "0195a1b0-7000-7000-8000-000000000031",
              "subjectId": "401273651826",
              "documentNumber": "HLD-2026-001",
              "ground": "LEGAL_DISPUTE",
              "reference": "2026-WA-1234",
              "placedOn": "2026-06-01",
              "placedAt": "2026-06-01T01:30:00.120034Z",
              "stands": false,
              "lifting": {
                "documentNumber": "LFT-2026-001",
                "ground": "MATTER_ENDED",
                "liftedOn": "2026-09-01",
                "liftedAt": "2026-09-01T01:30:00.120034Z"
              }
            }
            """;

    static final String ERASURE_REQUEST = """
            {
              "documentNumber": "ERS-2026-001",
              "ground": "PATIENT_REQUEST",
              "reference": "REQ-2026-0007"
            }
            """;

    static final String ERASURE = """
            {
              "erasureId": "0195a1b0-7000-7000-8000-000000000032",
              "subjectId": "401273651826",
              "documentNumber": "ERS-2026-001",
              "ground": "PATIENT_REQUEST",
              "reference": "REQ-2026-0007",
              "erasedOn": "2026-10-01",
              "erasedAt": "2026-10-01T01:30:00.120034Z"
            }
            """;

    static final String HELD = """
            {
              "type": "/problems/legal-hold",
              "title": "A legal hold stands on this subject.",
              "status": 409,
              "detail": "The identity can be erased once every hold is lifted; holds names those that stand.",
              "holds": ["0195a1b0-7000-7000-8000-000000000031"]
            }
            """;

    private ErasureExamples() {}
}
