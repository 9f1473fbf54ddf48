package org.saisei.eligibility.facility.http;

/** Examples that a fresh stack accepts in the documented order. */
final class FacilityExamples {
    static final String FACILITY = """
            {"name": "東京再生医療センター",
             "attestations": [{"requirement": "S-F1.6", "attestedOn": "2026-03-16"}]}""";

    static final String FACILITY_ANSWER = """
            {"facilityId": "F-TOKYO-01", "name": "東京再生医療センター",
             "attestations": [{"requirement": "S-F1.6", "attestedOn": "2026-03-16"}], "version": 1}""";

    static final String PHYSICIAN = """
            {"licensedOn": "2005-04-01",
             "training": [{"specialty": "ORTHOPAEDICS_INCLUDING_SPINE", "years": 15}],
             "spinalCordInjuryCases": 120, "assessesAis": true, "productTrainingCompletedOn": "2026-02-20",
             "placements": [{"protocol": "STEMIRAC", "from": "2026-04-01"}]}""";

    static final String PHYSICIAN_ANSWER = """
            {"facilityId": "F-TOKYO-01", "physicianId": "DR-0001", "licensedOn": "2005-04-01",
             "training": [{"specialty": "ORTHOPAEDICS_INCLUDING_SPINE", "years": 15}],
             "spinalCordInjuryCases": 120, "assessesAis": true, "productTrainingCompletedOn": "2026-02-20",
             "placements": [{"protocol": "STEMIRAC", "from": "2026-04-01"}], "version": 1}""";

    static final String ACCREDITATION = """
            {"documentNumber": "ACC-2026-001", "protocol": "STEMIRAC", "from": "2026-04-01"}""";

    static final String ACCREDITATION_ANSWER = """
            {"accreditationId": "01958c7e-4b00-7000-8000-000000000001", "facilityId": "F-TOKYO-01",
             "documentNumber": "ACC-2026-001", "protocol": "STEMIRAC", "protocolVersion": "2019-02-25",
             "state": "ACCREDITED", "from": "2026-04-01",
             "verdicts": [
               {"criterion": "S-F2", "kind": "REQUIREMENT", "verdict": "MET", "ours": false, "clause": "4①-2; 表7-1",
                "text": {"ja": "外傷性脊髄損傷の診断、…本品を用いた治療の責任者として配置されていること。",
                         "en": "A physician is placed as the one responsible for the treatment who meets S-D1 or S-D2 and completed the training (S-D4)."},
                "values": {"day": "2026-04-01", "placed": ["DR-0001"], "responsible": ["DR-0001"]},
                "missing": [], "declarable": true}],
             "missing": []}""";

    static final String ACCREDITATIONS_ANSWER = "{\"items\": [" + ACCREDITATION_ANSWER + "], \"next\": null}";

    private FacilityExamples() {}
}
