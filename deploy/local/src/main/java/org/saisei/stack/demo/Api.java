package org.saisei.stack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** One service as one caller sees it. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI base;
    private final String token;

    Api(HttpClient http, URI base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    Reply get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), Map.of());
    }

    /** Creates a resource at its own address; 412 if it is there already. */
    Reply create(String path, JsonNode body) {
        return send("PUT", path, json(body), Map.of("If-None-Match", "*"));
    }

    Reply post(String path, JsonNode body) {
        return send(
                "POST",
                path,
                json(body),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static HttpRequest.BodyPublisher json(JsonNode body) {
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }

    private Reply send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        String asked = method + " " + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    asked,
                    answer.statusCode(),
                    parse(asked, answer.body()),
                    answer.headers().firstValue("Location").map(URI::create));
        } catch (IOException e) {
            throw new Unexpected(asked + ": no answer from " + base + " (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected(asked + ": interrupted", e);
        }
    }

    private static JsonNode parse(String asked, String body) {
        if (body.isBlank()) {
            return Reply.nothing();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Unexpected(asked + ": the answer is not JSON: " + body, e);
        }
    }
}
