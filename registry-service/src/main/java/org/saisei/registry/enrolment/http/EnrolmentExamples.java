package org.saisei.registry.enrolment.http;

/** Examples for OpenAPI; sent in the documented order they are accepted. The people in them are made up. */
final class EnrolmentExamples {
    static final String ENROLMENT = """
            {
              "documentNumber": "ENR-2026-001",
              "protocol": "STEMIRAC",
              "candidateId": "K7QH2M9XW4ZT0B5N",
              "injuryDate": "2026-04-05",
              "sex": "MALE",
              "enrolledOn": "2026-04-11",
              "identity": {
                "nameKanji": "見本 太郎",
                "nameKana": "ミホン タロウ",
                "birthDate": "1971-08-20",
                "medicalRecordNumber": "MRN-0001"
              }
            }
            """;

    static final String SUBJECT = """
            {
              "subjectId": "401273651826",
              "facilityId": "F-TOKYO-01",
              "documentNumber": "ENR-2026-001",
              "protocol": "STEMIRAC",
              "protocolVersion": "2019-02-25",
              "candidateId": "K7QH2M9XW4ZT0B5N",
              "standing": "REGISTERED",
              "reasons": [],
              "assessmentId": "01958c7e-4b00-7000-8000-000000000002",
              "ageYears": 54,
              "sex": "MALE",
              "injuryDate": "2026-04-05",
              "enrolledOn": "2026-04-11",
              "analysisSet": "TREATMENT",
              "suspectedDuplicates": [],
              "version": 1,
              "recordedAt": "2026-04-11T02:30:00.120034Z"
            }
            """;

    static final String PAGE = "{ \"items\": [" + SUBJECT + "], \"next\": null }";

    static final String IDENTITY = """
            {
              "subjectId": "401273651826",
              "nameKanji": "見本 太郎",
              "nameKana": "ミホン タロウ",
              "birthDate": "1971-08-20",
              "medicalRecordNumber": "MRN-0001"
            }
            """;

    static final String ERASED = """
            {
              "type": "/problems/identity-erased",
              "title": "The identity was erased.",
              "status": 410,
              "detail": "What was done to the patient stays on record under the registry number.",
              "erasedOn": "2047-01-15"
            }
            """;

    private EnrolmentExamples() {}
}
