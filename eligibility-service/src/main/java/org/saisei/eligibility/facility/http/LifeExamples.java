package org.saisei.eligibility.facility.http;

/** Examples about an accreditation's life, each accepted by a fresh stack after the one before. */
final class LifeExamples {
    static final String SUSPENSION = """
            {"documentNumber": "SUS-2026-001", "from": "2026-04-02", "reason": "患者登録システムの運用体制の確認のため"}""";

    static final String RESUMPTION = """
            {"documentNumber": "RES-2026-001", "from": "2026-04-03", "reason": "運用体制を確認した"}""";

    static final String WITHDRAWAL = """
            {"documentNumber": "WIT-2026-001", "from": "2036-04-01", "reason": "施設の再編による治療の終了"}""";

    private static final String HEAD = """
            {"accreditationId": "01958c7e-4b00-7000-8000-000000000001", "facilityId": "F-TOKYO-01",
             "documentNumber": "ACC-2026-001", "protocol": "STEMIRAC", "protocolVersion": "2019-02-25",
             """;

    private static final String GRANTED = """
             "verdicts": [], "missing": [],
             "history": [{"state": "ACCREDITED", "from": "2026-04-01", "requirements": [],
                          "documentNumber": "ACC-2026-001", "recordedAt": "2026-04-01T00:12:31.402117Z"},
                         {"state": "SUSPENDED", "from": "2026-04-02", "requirements": [],
                          "documentNumber": "SUS-2026-001", "reason": "患者登録システムの運用体制の確認のため",
                          "recordedAt": "2026-04-02T01:00:00.000000Z"}""";

    private static final String RESUMED = """
            ,
                         {"state": "ACCREDITED", "from": "2026-04-03", "requirements": [],
                          "documentNumber": "RES-2026-001", "reason": "運用体制を確認した",
                          "recordedAt": "2026-04-03T01:00:00.000000Z"}""";

    static final String SUSPENSION_ANSWER = HEAD + """
             "state": "SUSPENDED", "stateFrom": "2026-04-02", "from": "2026-04-01",
            """ + GRANTED + "]}";

    static final String RESUMPTION_ANSWER = HEAD + """
             "state": "ACCREDITED", "stateFrom": "2026-04-03", "from": "2026-04-01",
            """ + GRANTED + RESUMED + "]}";

    static final String WITHDRAWAL_ANSWER = HEAD + """
             "state": "ACCREDITED", "stateFrom": "2026-04-03", "from": "2026-04-01", "to": "2036-03-31",
            """ + GRANTED + RESUMED + """
            ,
                         {"state": "WITHDRAWN", "from": "2036-04-01", "requirements": [],
                          "documentNumber": "WIT-2026-001", "reason": "施設の再編による治療の終了",
                          "recordedAt": "2026-11-22T01:00:00.000000Z"}]}""";

    static final String STANDING_ANSWER = """
            {"facilityId": "F-TOKYO-01", "protocol": "STEMIRAC", "protocolVersion": "2019-02-25", "on": "2026-04-02",
             "accreditationId": "01958c7e-4b00-7000-8000-000000000001", "state": "SUSPENDED",
             "stateFrom": "2026-04-02", "documentNumber": "SUS-2026-001", "from": "2026-04-01",
             "requirementsNotMet": [], "requirementsUnknown": [],
             "responsiblePhysicians": [{"physicianId": "DR-0001", "requirements": ["S-D1"], "from": "2026-04-01"}],
             "unsettledPhysicians": [], "otherRequirements": []}""";

    private LifeExamples() {}
}
