package org.saisei.adverseevent.report.http;

import org.saisei.adverseevent.report.Causality;

/** Examples for the API's description; sent in the documented order they are accepted. */
final class CaseExamples {
    static final String CASE_ID = "01958c7e-4b00-7000-8000-000000000008";

    private static final String COMMON = """
              "protocol": "STEMIRAC",
              "awareOn": "2026-05-24",
              "patient": {"candidateId": "K7QH2M9XW4ZT0B5N"},
              "suspects": [
                {"suspect": "PRODUCT", "lotNumber": "LOT-2026-0001", "causality": "POSSIBLE"},
                {"suspect": "BLOOD_COLLECTION", "causality": "UNLIKELY"},
                {"suspect": "MARROW_COLLECTION", "causality": "UNLIKELY"}
              ],
            """;

    private static final String REACTION = """
                "onsetOn": "2026-05-23",
                "seriousness": ["LIFE_THREATENING", "HOSPITALISATION"],
                "severityGrade": 4
              }""";

    private static final String VERBATIM = """
                "verbatim": "急な息切れと胸痛",
            """;

    private static final String PARTS = COMMON + """
              "reaction": {
                "term": {"dictionary": "SAISEI-TRIAL", "version": "1.0", "code": "ST-0102"},
            """ + VERBATIM + REACTION;

    private static final String CODED = COMMON + "  \"causalityScale\": \"" + Causality.SCALE + "\",\n" + """
              "reaction": {
                "term": {"dictionary": "SAISEI-TRIAL", "version": "1.0", "code": "ST-0102",
                         "ja": "肺塞栓", "en": "Pulmonary embolism"},
            """;

    /** Without what was written freely. */
    private static final String ANSWERED_PARTS = CODED + REACTION;

    private static final String READ_PARTS = CODED + VERBATIM + REACTION;

    private static final String REPORTER = """
            "reporter": {"profession": "PHYSICIAN", "reference": "DR-0001"}""";

    static final String REPORT = "{\n  \"documentNumber\": \"AE-2026-001\",\n" + PARTS
            + ",\n  \"narrative\": \"投与翌日に呼吸困難、SpO2低下。酸素投与にて対応。\"\n}";

    static final String VERSION = "{\n  \"reason\": \"報告者の追記\",\n" + PARTS + ",\n  " + REPORTER
            + ",\n  \"narrative\": \"投与翌日に呼吸困難、SpO2低下。酸素投与にて対応。\"\n}";

    private static final String HEAD = "{\"caseId\": \"" + CASE_ID + "\", \"facilityId\": \"F-TOKYO-01\", "
            + "\"documentNumber\": \"AE-2026-001\",\n";

    static final String DRAFT = HEAD + "  \"version\": 1, \"state\": \"DRAFT\", \"missing\": [\"/reporter\"],\n"
            + ANSWERED_PARTS
            + ",\n  \"serious\": true, \"codingOpen\": false, \"specialInterest\": false, \"receivedAt\": \"2026-05-24T00:03:00.123456Z\"}";

    static final String REPORTED = HEAD + "  \"version\": 2, \"state\": \"REPORTED\", \"missing\": [],\n"
            + ANSWERED_PARTS + ",\n  " + REPORTER
            + ",\n  \"serious\": true, \"codingOpen\": false, \"specialInterest\": true, \"receivedAt\": \"2026-05-24T00:05:00.123456Z\"}";

    static final String READ = HEAD + "  \"version\": 2, \"state\": \"REPORTED\", \"missing\": [],\n" + READ_PARTS
            + ",\n  " + REPORTER
            + ",\n  \"narrative\": \"投与翌日に呼吸困難、SpO2低下。酸素投与にて対応。\", \"reason\": \"報告者の追記\","
            + "\n  \"serious\": true, \"codingOpen\": false, \"specialInterest\": true, \"receivedAt\": \"2026-05-24T00:05:00.123456Z\","
            + "\n  \"link\": {\"subjectId\": \"401273651826\", \"candidateId\": \"K7QH2M9XW4ZT0B5N\","
            + " \"protocol\": \"STEMIRAC\", \"phase\": \"FOLLOW_UP\", \"eventVersion\": 3}}";

    static final String REFUSED = """
            {"type": "/problems/contradictory", "title": "The data cannot be true together.", "status": 422,
             "errors": [{"pointer": "/reaction/term/code", "rule": "UNKNOWN_TERM",
                         "message": "is not in that version of the list"}]}""";

    static final String PAGE = "{\"items\": [" + REPORTED + "], \"next\": null}";

    private CaseExamples() {}
}
