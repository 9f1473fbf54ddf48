package org.saisei.systemtests.chaos.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saisei.systemtests.Operation;

/** What a client wants, while it is being put into words: the operation's own example, and what differs from it. */
final class Step {
    private static final String DOCUMENT = "documentNumber";

    private final Client client;
    private final Operation operation;
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> at = new HashMap<>();
    private final @Nullable ObjectNode body;
    private String role = "registrar";
    private Optional<String> facilityId = Optional.empty();
    private @Nullable String about;

    Step(Client client, Operation operation) {
        this.client = client;
        this.operation = operation;
        this.body = operation.exampleBody() instanceof ObjectNode example ? example.deepCopy() : null;
        for (var parameter : operation.parameters("path")) {
            at.put(parameter.path("name").asText(), operation.example(parameter).asText());
        }
    }

    /** By that hospital, and not by a registrar. */
    Step by(String hospital) {
        role = "hospital";
        facilityId = Optional.of(hospital);
        return this;
    }

    /** In the place of a path parameter's example. */
    Step at(String parameter, String value) {
        at.put(parameter, value);
        return this;
    }

    Step about(String aggregate) {
        about = aggregate;
        return this;
    }

    Step header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Step with(Consumer<ObjectNode> change) {
        if (body == null) {
            throw new IllegalStateException(operation + " has no body");
        }
        change.accept(body);
        return this;
    }

    /** The body as it stands, e.g. for a correction of what it records. */
    ObjectNode body() {
        if (body == null) {
            throw new IllegalStateException(operation + " has no body");
        }
        return body;
    }

    /** Sends it until its outcome is known. */
    Answer send() {
        long number = client.nextCommand();
        String document = null;
        if (body != null) {
            if (body.has(DOCUMENT)) {
                document = client.unique("D");
                body.put(DOCUMENT, document);
            }
            client.calendar().write(body);
        }
        headers.putAll(client.calendar().headers());
        return client.settle(new Command(
                number,
                operation,
                path(),
                body == null ? null : body.toString(),
                Map.copyOf(headers),
                client.token(role, facilityId),
                facilityId.orElse(null),
                document,
                hasKey() ? client.unique("K") : null,
                about));
    }

    private boolean hasKey() {
        return operation.parameters("header").stream()
                .anyMatch(parameter -> parameter.path("name").asText().equals("Idempotency-Key"));
    }

    private String path() {
        var path = operation.path();
        for (var part : at.entrySet()) {
            path = path.replace("{" + part.getKey() + "}", part.getValue());
        }
        return path;
    }
}
