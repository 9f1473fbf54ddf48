package org.saisei.eligibility.assessment.http;

/** One line of a batch each; several would not be one example as OpenAPI has it. */
final class ScreeningExamples {
    static final String BATCH = """
            {"documentNumber": "RETRO-0001", "protocol": "STEMIRAC", "stage": "PLANNING", "assessedOn": "2026-04-10",
             "responsiblePhysicianId": "DR-0001",
             "facts": {"traumaticInjury": true, "ais": {"grade": "D", "assessedOn": "2026-04-09"}}}""";

    static final String ANSWER = """
            {"line": 1, "documentNumber": "RETRO-0001", "protocolVersion": "2019-02-25", "decision": "INELIGIBLE",
             "notSatisfied": [
               {"criterion": "S-P2", "kind": "REQUIREMENT", "verdict": "NOT_MET",
                "values": {"ais.assessedOn": "2026-04-09", "ais.grade": "D"},
                "parameters": {"aisMaximumAgeDays": 7}}],
             "missing": ["/facts/hypersensitivityToComponent"]}""";

    private ScreeningExamples() {}
}
