package org.saisei.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.saisei.stack.ServiceName;

/**
 * An operation as its service's OpenAPI document describes it.
 *
 * @param path with the names of its parameters in braces
 * @param order its place in the documented order
 * @param node the operation object
 * @param document the whole document, for references
 */
public record Operation(
        ServiceName service, String method, String path, String id, int order, JsonNode node, JsonNode document) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String ORDER = "x-saisei-order";
    private static final String NEEDS = "x-saisei-needs";
    private static final String JSON = "application/json";

    /** All operations of all services, in the documented order. */
    static List<Operation> all(Stack stack) {
        return all(service -> stack.service(service).uri());
    }

    /** @param where each service answers, without a slash at the end */
    public static List<Operation> all(Function<ServiceName, URI> where) {
        var operations = new ArrayList<Operation>();
        for (var service : ServiceName.values()) {
            var document = document(where.apply(service), service);
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(entry -> METHODS.contains(entry.getKey()))
                            .forEach(entry -> operations.add(new Operation(
                                    service,
                                    entry.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    entry.getValue().path("operationId").asText(),
                                    entry.getValue().path(ORDER).asInt(Integer.MAX_VALUE),
                                    entry.getValue(),
                                    document))));
        }
        operations.sort(Comparator.comparingInt(Operation::order).thenComparing(Operation::id));
        return List.copyOf(operations);
    }

    private static JsonNode document(URI where, ServiceName service) {
        try {
            var answer = Caller.HTTP.send(
                    HttpRequest.newBuilder(where.resolve("/q/openapi?format=json"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("OpenAPI of " + service + ": " + answer.statusCode());
            }
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What must be there and no documented request brings about; empty for nothing. */
    public String needs() {
        return node.path(NEEDS).asText();
    }

    boolean hasBody() {
        return node.has("requestBody");
    }

    boolean isStream() {
        return node.at("/responses/200/content").has("text/event-stream");
    }

    public boolean changes() {
        return !method.equals("GET");
    }

    /** What the request's body is announced as. */
    public String mediaType() {
        var types = resolve(node.path("requestBody")).path("content").fieldNames();
        return types.hasNext() ? types.next() : JSON;
    }

    /** The first example of the request's body, or of a line of it; missing where there is none. */
    public JsonNode exampleBody() {
        return example(resolve(node.path("requestBody")).path("content").path(mediaType()));
    }

    /** The query parameters that it cannot do without, with their examples; empty where there are none. */
    String requiredQuery() {
        return parameters("query").stream()
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText() + "="
                        + example(parameter).asText())
                .collect(Collectors.joining("&", "?", ""))
                .replaceFirst("^\\?$", "");
    }

    /** The schema of what the operation answers with a status, or of each of its lines; missing where there is none. */
    JsonNode answerSchema(int status) {
        return answer(status).path("schema");
    }

    /** The first example of a successful answer; missing where there is none. */
    JsonNode exampleAnswer() {
        return example(answer(200));
    }

    private JsonNode answer(int status) {
        var content =
                resolve(node.path("responses").path(String.valueOf(status))).path("content");
        return content.isEmpty()
                ? MissingNode.getInstance()
                : content.iterator().next();
    }

    /** The parameters of one place: path, query or header. */
    public List<JsonNode> parameters(String in) {
        var found = new ArrayList<JsonNode>();
        node.path("parameters").forEach(parameter -> {
            var resolved = resolve(parameter);
            if (resolved.path("in").asText().equals(in)) {
                found.add(resolved);
            }
        });
        return found;
    }

    public JsonNode example(JsonNode described) {
        if (described.has("example")) {
            return described.get("example");
        }
        for (var named : described.path("examples")) {
            return resolve(named).path("value");
        }
        return described.path("schema").path("example");
    }

    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    @Override
    public String toString() {
        return id + " (" + method + " " + path + " of " + service.folder() + ")";
    }
}
