package org.saisei.adverseevent.feed.http;

/** Examples for the API's description. */
final class StreamExamples {
    static final String STREAM = """
            id: 1-41
            : stream open

            id: 1-42
            event: case-reported
            data: {"caseId":"01958c7e-4b00-7000-8000-000000000008","version":1,"facilityId":"F-TOKYO-01",\
            "documentNumber":"AE-2026-001","state":"REPORTED","protocol":"STEMIRAC","serious":true,\
            "seriousness":["HOSPITALISATION"],"specialInterest":false,"malfunction":false,\
            "term":{"dictionary":"SAISEI-TRIAL","version":"1.0","code":"ST-0001","preferredTerm":"紅斑"},\
            "onsetOn":"2026-05-23","suspects":[{"suspect":"PRODUCT","causality":"POSSIBLE","lotNumber":"LOT-2026-0001"}],\
            "receivedAt":"2026-05-23T18:03:00.123456Z"}

            : heartbeat

            """;

    static final String GONE = """
            {"type": "/problems/stream-position-gone", "title": "The stream cannot go on from that position.",
             "status": 410, "detail": "It was pruned, given out before a restore, or never given out."}""";

    private StreamExamples() {}
}
