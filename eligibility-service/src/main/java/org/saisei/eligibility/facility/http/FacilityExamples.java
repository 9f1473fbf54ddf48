package org.saisei.eligibility.facility.http;

/** Examples that a fresh stack accepts in the documented order. */
final class FacilityExamples {
    private static final String STATED = """
            "name": "東京再生医療センター",
             "attestations": [
               {"requirement": "S-F1.1", "attestedOn": "2026-03-16"},
               {"requirement": "S-F1.2", "attestedOn": "2026-03-16", "partnerFacilityId": "F-TOKYO-02"},
               {"requirement": "S-F1.3", "attestedOn": "2026-03-16"},
               {"requirement": "S-F1.4a", "attestedOn": "2026-03-16", "filing": "EARLY_MOBILISATION_REHABILITATION",
                "filingNumber": "A301-2025-117", "filedOn": "2025-10-01"},
               {"requirement": "S-F1.4b", "attestedOn": "2026-03-16", "filingNumber": "H001-2025-031",
                "filedOn": "2025-04-01"},
               {"requirement": "S-F1.4c", "attestedOn": "2026-03-16", "filingNumber": "H002-2025-032",
                "filedOn": "2025-04-01"},
               {"requirement": "S-F1.6", "attestedOn": "2026-03-16"},
               {"requirement": "S-F4", "attestedOn": "2026-03-16"},
               {"requirement": "S-F4p", "attestedOn": "2026-03-16"},
               {"requirement": "S-F6", "attestedOn": "2026-03-16"},
               {"requirement": "S-F7", "attestedOn": "2026-03-16"},
               {"requirement": "S-F8", "attestedOn": "2026-03-16"},
               {"requirement": "S-F9", "attestedOn": "2026-03-16"}],
             "links": [
               {"facilityId": "F-TOKYO-02", "kind": "PARTNER", "from": "2026-03-01"},
               {"facilityId": "F-TOKYO-03", "kind": "CONVALESCENT_REHABILITATION", "from": "2026-03-01",
                "filingNumber": "A308-2024-009", "filedOn": "2024-06-01"}]""";

    static final String FACILITY = "{" + STATED + "}";

    static final String FACILITY_ANSWER =
            "{\"facilityId\": \"F-TOKYO-01\", " + STATED + ", \"version\": 1, \"lapsed\": []}";

    private static final String STATED_OF_PHYSICIAN = """
            "licensedOn": "2005-04-01",
             "training": [{"specialty": "ORTHOPAEDICS_INCLUDING_SPINE", "years": 15}],
             "spinalCordInjuryCases": 120, "assessesAis": true, "productTrainingCompletedOn": "2026-02-20",
             "placements": [{"protocol": "STEMIRAC", "role": "RESPONSIBLE", "from": "2026-04-01"},
                            {"protocol": "STEMIRAC", "role": "CARE", "from": "2026-04-01"}]""";

    static final String PHYSICIAN = "{" + STATED_OF_PHYSICIAN + "}";

    static final String PHYSICIAN_ANSWER = "{\"facilityId\": \"F-TOKYO-01\", \"physicianId\": \"DR-0001\", "
            + STATED_OF_PHYSICIAN + ", \"version\": 1, \"lapsed\": []}";

    static final String ACCREDITATION = """
            {"documentNumber": "ACC-2026-001", "protocol": "STEMIRAC", "from": "2026-04-01"}""";

    static final String ACCREDITATION_ANSWER = """
            {"accreditationId": "01958c7e-4b00-7000-8000-000000000001", "facilityId": "F-TOKYO-01",
             "documentNumber": "ACC-2026-001", "protocol": "STEMIRAC", "protocolVersion": "2019-02-25",
             "state": "ACCREDITED", "stateFrom": "2026-04-01", "from": "2026-04-01",
             "verdicts": [
               {"criterion": "S-F2", "kind": "REQUIREMENT", "verdict": "MET", "ours": false, "clause": "4①-2; 表7-1",
                "text": {"ja": "外傷性脊髄損傷の診断、…本品を用いた治療の責任者として配置されていること。",
                         "en": "A physician is placed as the one responsible for the treatment who meets S-D1 or S-D2 and completed the training (S-D4)."},
                "values": {"day": "2026-04-01", "placed": ["DR-0001"], "responsible": ["DR-0001"]},
                "missing": [], "declarable": true,
                "parameters": {}}],
             "otherVerdicts": [
               {"criterion": "S-F5", "kind": "REQUIREMENT", "verdict": "UNKNOWN", "ours": true, "clause": "4①-5",
                "text": {"ja": "本品の投与後、…回復期リハビリテーション病棟入院料１の施設基準に係る届出を行っている施設であること。",
                         "en": "A facility that a patient is transferred to for convalescent rehabilitation after the administration is linked and has filed for 回復期リハビリテーション病棟入院料１."},
                "values": {"day": "2026-04-01", "ownFiling": []}, "missing": ["/attestations/S-F5"],
                "declarable": true, "parameters": {}}],
             "physicians": [
               {"physicianId": "DR-0001", "responsible": true, "verdicts": [
                 {"criterion": "S-D4", "kind": "REQUIREMENT", "verdict": "MET", "ours": true,
                  "oursNote": {"ja": "表7-2の前文の講習を①-2及び①-3の講習と同じものとみなし、修了日の記録を求めること",
                               "en": "that the training before table 7-2 is taken to be the one of ①-2 and ①-3, and that the day on which it was completed is asked for"},
                  "clause": "4①-2; 4①-3; 表7-2の前文",
                  "text": {"ja": "製造販売業者が実施する、本品の使用にあたっての講習を修了した医師…製造販売業者が実施する本品の使用にあたっての講習を修了している医師…本品の使用にあたっての講習を修了した医師が、治療の責任者として配置されていること。",
                           "en": "Completed the training on the use of the product, which the one responsible for the treatment (①-2) and the one on staff (①-3) do with the manufacturer; of the one responsible after a transfer (table 7-2) the source does not say by whom it is held."},
                  "values": {"productTrainingCompletedOn": "2026-02-20"}, "missing": [], "declarable": true,
                  "parameters": {}}]}],
             "missing": [],
             "history": [{"state": "ACCREDITED", "from": "2026-04-01", "requirements": [],
                          "documentNumber": "ACC-2026-001", "recordedAt": "2026-04-01T00:12:31.402117Z"}]}""";

    static final String ACCREDITATIONS_ANSWER = "{\"items\": [" + ACCREDITATION_ANSWER + "], \"next\": null}";

    private FacilityExamples() {}
}
