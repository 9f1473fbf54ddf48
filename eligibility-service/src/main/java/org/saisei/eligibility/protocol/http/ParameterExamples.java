package org.saisei.eligibility.protocol.http;

/** What a fresh stack accepts and answers. */
final class ParameterExamples {
    static final String REQUEST = """
        {"documentNumber": "PAR-2026-001", "value": 28, "from": "2027-04-01",
         "reason": "骨髄採取の目安を施設間の取決めにより短縮する（登録委員会 2026-10-01）。"}\
        """;

    static final String CHANGE = """
        {"changeId": "01958c7e-4b00-7000-8000-000000000014", "protocol": "STEMIRAC",
         "parameter": "marrowCollectionGuideDays", "documentNumber": "PAR-2026-001", "value": 28,
         "from": "2027-04-01", "reason": "骨髄採取の目安を施設間の取決めにより短縮する（登録委員会 2026-10-01）。",
         "recordedAt": "2026-10-02T01:12:31.402Z"}\
        """;

    static final String ALL = """
        {"protocol": "STEMIRAC", "version": "2019-02-25", "on": "2026-10-03", "items": [
          {"parameter": {"code": "marrowCollectionGuideDays", "unit": "days", "value": 31, "defaultValue": 31,
             "since": null, "ours": false, "clause": "1; 6④",
             "meaning": {"ja": "骨髄液の採取の目安（受傷日を 0 とする日数、当日を含む）",
                         "en": "guide for the marrow collection: last day within it, counted from the injury as day 0"},
             "changeable": {"minimum": 0, "maximum": 365}},
           "history": [\
        """ + CHANGE + "]}]}";

    static final String LIMIT_OF_SOURCE = """
        {"type": "/problems/limit-of-the-source", "title": "The source sets this limit.", "status": 422,
         "detail": "maximumCells is a limit of the source (clause 1): only another version of the protocol changes it.",
         "parameter": "maximumCells", "clause": "1"}\
        """;

    private ParameterExamples() {}
}
