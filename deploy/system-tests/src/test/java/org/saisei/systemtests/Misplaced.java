package org.saisei.systemtests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.saisei.stack.ServiceName;

/** Requests in which a careless client puts a patient's data where none belong: path, query, headers, wrong fields. */
final class Misplaced {
    private static final Map<ServiceName, String> COLLECTIONS = Map.of(
            ServiceName.ELIGIBILITY, "/assessments",
            ServiceName.REGISTRY, "/subjects",
            ServiceName.ADVERSE_EVENT, "/cases");

    /** @param traceId of the request's trace, chosen by the client */
    record Sent(ServiceName service, String traceId, Reply reply) {}

    private final Journey journey;
    private final List<Sent> sent = new ArrayList<>();

    Misplaced(Journey journey) {
        this.journey = journey;
    }

    /** Sends all of them with that text to all services. */
    void send(String text) {
        var encoded = encoded(text);
        COLLECTIONS.forEach((service, collection) -> {
            send(service, "GET", collection + "?documentNumber=%20" + encoded, null, Map.of());
            send(service, "GET", collection + "?limit=" + encoded, null, Map.of());
            send(service, "GET", collection + "?limit=1&patient=" + encoded, null, Map.of());
            send(service, "GET", collection + "/" + encoded, null, Map.of());
            send(service, "GET", collection + "/" + encoded + "/" + encoded, null, Map.of());
            send(service, "GET", "/" + encoded, null, Map.of());
            send(service, "GET", collection + "?after=" + encoded, null, headers(encoded));
            send(service, "POST", collection, "{\"patient\": \"" + text + "\"}", Map.of("Idempotency-Key", encoded));
            send(service, "POST", collection, "{\"protocol\": " + text + "}", Map.of("Idempotency-Key", encoded));
            send(service, "POST", collection, "\"" + text + "\"", Map.of("Idempotency-Key", encoded));
            send(service, encoded.replace('%', '-'), collection, null, Map.of());
        });
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** That text as a URL carries it. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Map<String, String> trace(String traceId) {
        return Map.of("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01");
    }

    static String newTraceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static Map<String, String> headers(String text) {
        return Map.of(
                "User-Agent",
                text,
                "X-Patient",
                text,
                "X-Forwarded-For",
                text,
                "Referer",
                "https://hospital.example/" + text,
                "tracestate",
                "patient=" + text,
                "baggage",
                "patient=" + text);
    }

    private void send(ServiceName service, String method, String path, Object body, Map<String, String> headers) {
        var traceId = newTraceId();
        var all = new HashMap<>(headers);
        all.putAll(trace(traceId));
        sent.add(new Sent(service, traceId, journey.hospital(service).send(method, path, body, all)));
    }
}
