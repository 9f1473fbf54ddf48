package org.saisei.kit.audit.http;

/** Examples for the API's description. */
final class AuditExamples {
    static final String PAGE = """
            {
              "items": [
                {
                  "position": 4711,
                  "recordedAt": "2026-05-01T03:04:05.678901Z",
                  "kind": "READ",
                  "actor": "5f1c7f3e-8f4b-4c39-9b0c-0d3f6a1d2e11",
                  "client": "registry-desk",
                  "roles": ["registrar"],
                  "action": "listSubjects",
                  "resource": "subject",
                  "resourceIds": ["401273651826"]
                }
              ],
              "next": null
            }
            """;

    private AuditExamples() {}
}
