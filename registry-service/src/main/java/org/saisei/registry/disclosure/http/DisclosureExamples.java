package org.saisei.registry.disclosure.http;

/** The example for OpenAPI. The person in it is made up. */
final class DisclosureExamples {
    static final String SUBJECT_ID = "401273651826";

    static final String DISCLOSURE = """
            {
              "subjectId": "401273651826",
              "madeAt": "2026-06-01T01:30:00.120034Z",
              "identity": {
                "nameKanji": "見本 太郎",
                "nameKana": "ミホン タロウ",
                "birthDate": "1971-08-20",
                "medicalRecordNumber": "MRN-0001"
              },
              "identityErasedOn": null,
              "retainUntil": "2046-05-22",
              "records": {
                "enrolment": [
                  {
                    "subjectId": "401273651826",
                    "facilityId": "F-TOKYO-01",
                    "documentNumber": "ENR-2026-001",
                    "candidateId": "K7QH2M9XW4ZT0B5N",
                    "standing": "REGISTERED"
                  }
                ],
                "treatmentFacts": []
              },
              "corrections": [],
              "accesses": {
                "items": [
                  {
                    "at": "2026-04-11T02:30:00.120034Z",
                    "kind": "WRITE",
                    "actor": "dr-0001",
                    "roles": ["hospital"],
                    "facilityId": "F-TOKYO-01",
                    "action": "enrolSubject"
                  }
                ],
                "next": null
              },
              "elsewhere": [
                {
                  "service": "eligibility-service",
                  "knownAs": "K7QH2M9XW4ZT0B5N",
                  "ask": "GET /assessments?candidateId=K7QH2M9XW4ZT0B5N",
                  "accesses": "GET /audit?resourceId=K7QH2M9XW4ZT0B5N",
                  "whom": "YOU"
                },
                {
                  "service": "adverse-event-service",
                  "knownAs": "01958c7e-4b00-7000-8000-0000000000ae",
                  "ask": "GET /cases/01958c7e-4b00-7000-8000-0000000000ae",
                  "accesses": "GET /audit?resourceId=01958c7e-4b00-7000-8000-0000000000ae",
                  "whom": "REGISTRAR"
                }
              ]
            }
            """;

    private DisclosureExamples() {}
}
