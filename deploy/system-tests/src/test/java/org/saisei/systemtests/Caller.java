package org.saisei.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client of the services with one token, which it sends with every request. */
final class Caller {
    static final ObjectMapper JSON = new ObjectMapper();
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Supplier<URI> service;
    private final @Nullable String token;

    /** @param token sent with every request; null for none but what a request's own headers have */
    Caller(Supplier<URI> service, @Nullable String token) {
        this.service = service;
        this.token = token;
    }

    URI uri(String path) {
        return URI.create(service.get() + path);
    }

    @Nullable
    String token() {
        return token;
    }

    Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    Reply post(String path, Object body) {
        return send(
                "POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    Reply create(String path, Object body) {
        return send("PUT", path, body, Map.of("If-None-Match", "*"));
    }

    /** @param body null for none; a string is sent as it is, anything else as JSON; all as JSON unless the headers say else */
    Reply send(String method, String path, Object body, Map<String, String> headers) {
        var announced = new HashMap<>(headers);
        announced.putIfAbsent("Content-Type", "application/json");
        return sendAsIs(method, path, body, announced);
    }

    /** Sends the headers named and no others but the token's. */
    Reply sendAsIs(String method, String path, Object body, Map<String, String> headers) {
        try {
            var publisher = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(
                            body instanceof String text ? text : JSON.writeValueAsString(body));
            var request = HttpRequest.newBuilder(uri(path))
                    .timeout(Duration.ofSeconds(20))
                    .method(method, publisher);
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            headers.forEach(request::header);
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(method + " " + path, answer.statusCode(), answer.headers(), parse(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String body) {
        if (body.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readerFor(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(body);
        } catch (JsonProcessingException noJson) {
            return TextNode.valueOf(body);
        }
    }
}
