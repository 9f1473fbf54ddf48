package org.saisei.kit.operator;

/** What an operator sends and is answered. */
final class OperatorExamples {
    static final String ID = "01958c7e-4b00-7000-8000-0000000000a1";

    static final String POISON = """
            {"parkedEventId": "01958c7e-4b00-7000-8000-0000000000a1", "topic": "saisei.registry.subjects", "partition": 7,
             "offset": 4711, "key": "401273651826", "eventId": "01958c7e-4a00-7000-8000-0000000000b1", "sequence": 3,
             "type": "saisei.registry.standing-changed.v1", "time": "2026-05-01T18:00:00Z", "reason": "POISON",
             "error": "IllegalArgumentException < InvalidFormatException", "parkedAt": "2026-05-01T18:00:01Z", "behind": 2}""";

    static final String PAGE = "{\"items\": [" + POISON + "], \"next\": null}";

    static final String REPLAY = """
            {"documentNumber": "INC-2026-0042", "reason": "The publisher has lost what came before it, and says so.",
             "skipMissing": true}""";

    static final String REPLAYED = """
            {"event": {"parkedEventId": "01958c7e-4b00-7000-8000-0000000000a1", "topic": "saisei.registry.subjects",
              "partition": 7, "offset": 4711, "key": "401273651826", "eventId": "01958c7e-4a00-7000-8000-0000000000b1",
              "sequence": 3, "type": "saisei.registry.standing-changed.v1", "time": "2026-05-01T18:00:00Z", "reason": "GAP",
              "parkedAt": "2026-05-01T18:00:01Z",
              "resolved": {"resolution": "REPLAYED", "at": "2026-05-01T18:30:00Z", "by": "operator-1",
               "reason": "The publisher has lost what came before it, and says so.",
               "documentNumber": "INC-2026-0042", "skippedFrom": 1}},
             "released": 0, "heldBy": [],
             "consequence": "It has had its effect. Sequences 1 to 2 of its key and topic are given up: should they come, they have no effect here."}""";

    static final String DISCARD = """
            {"documentNumber": "INC-2026-0043", "reason": "Not an event of the registry: a script wrote to the topic by mistake."}""";

    static final String DISCARDED = """
            {"event": {"parkedEventId": "01958c7e-4b00-7000-8000-0000000000a1", "topic": "saisei.registry.subjects",
              "partition": 7, "offset": 4711, "key": "401273651826", "eventId": "01958c7e-4a00-7000-8000-0000000000b1",
              "sequence": 3, "type": "saisei.registry.standing-changed.v1", "time": "2026-05-01T18:00:00Z",
              "reason": "POISON", "error": "IllegalArgumentException", "parkedAt": "2026-05-01T18:00:01Z",
              "resolved": {"resolution": "DISCARDED", "at": "2026-05-01T18:30:00Z", "by": "operator-1",
               "reason": "Not an event of the registry: a script wrote to the topic by mistake.",
               "documentNumber": "INC-2026-0043"}},
             "released": 2, "heldBy": [],
             "consequence": "It will never have an effect in this service. The 2 that waited behind it are applied now, in sequence, each by itself; one that fails is parked as POISON in its turn."}""";

    static final String STILL_POISON = """
            {"type": "/problems/still-poison", "title": "The event fails.", "status": 409,
             "detail": "Nothing has changed. Mend the cause, then replay it.",
             "error": "IllegalArgumentException < InvalidFormatException"}""";

    static final String REFUSED = """
            {"eventId": "01958c7e-4a00-7000-8000-0000000000b2", "topic": "saisei.registry.subjects",
             "key": "401273651826", "sequence": 4, "type": "saisei.registry.standing-changed.v1",
             "time": "2026-05-01T18:00:00Z", "bytes": 180000, "error": "RecordTooLargeException",
             "refusedAt": "2026-05-01T18:00:01Z", "behind": 2}""";

    static final String REFUSED_PAGE = "{\"items\": [" + REFUSED + "], \"next\": null}";

    static final String RELEASE = """
            {"documentNumber": "INC-2026-0044", "reason": "The broker takes records of up to 1 MB again."}""";

    static final String RELEASED = """
            {"eventId": "01958c7e-4a00-7000-8000-0000000000b2", "topic": "saisei.registry.subjects",
             "key": "401273651826", "sequence": 4, "type": "saisei.registry.standing-changed.v1",
             "time": "2026-05-01T18:00:00Z", "bytes": 180000, "error": "RecordTooLargeException",
             "refusedAt": "2026-05-01T18:00:01Z",
             "released": {"at": "2026-05-01T18:30:00Z", "by": "operator-1",
              "reason": "The broker takes records of up to 1 MB again.", "documentNumber": "INC-2026-0044"}}""";

    private static final String FORGOTTEN_ACT = """
            "eventId": "01958c7e-4a00-7000-8000-0000000000b3", "topic": "saisei.registry.subjects",
             "key": "401273651826", "sequence": 4, "type": "saisei.registry.standing-changed.v1",
             "time": "2026-05-01T18:00:00Z", "facilityId": "F-TOKYO-01", "documentNumber": "REG-2026-0007",
             "partition": 7, "offset": 4712, "foundAt": "2026-05-02T03:00:00Z\"""";

    static final String FORGOTTEN = "{" + FORGOTTEN_ACT + "}";

    static final String FORGOTTEN_PAGE = "{\"items\": [" + FORGOTTEN + "], \"next\": null}";

    static final String RE_ENTER = """
            {"documentNumber": "INC-2026-0045", "resolution": "RE_ENTERED",
             "reason": "The hospital has recorded it again, from its own papers."}""";

    static final String RE_ENTERED = "{" + FORGOTTEN_ACT + """
            , "resolved": {"resolution": "RE_ENTERED", "at": "2026-05-02T09:30:00Z", "by": "operator-1",
              "reason": "The hospital has recorded it again, from its own papers.",
              "documentNumber": "INC-2026-0045"}}""";

    private OperatorExamples() {}
}
