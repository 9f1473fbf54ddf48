package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** Over every operation that OpenAPI lists: who cannot show who they are is told nothing and does nothing. */
@WithStack
class TokensE2E {
    private static final String FACILITY = "F-TOKENS";

    /** What every protocol has in common: the facility itself, its staff, and catalogues that all read. */
    private static final Set<String> OF_NO_PROTOCOL = Set.of(
            "listProtocols",
            "readProtocol",
            "listCriteria",
            "listParameters",
            "readParameterChange",
            "listDictionaries",
            "listTerms",
            "stateFacility",
            "readFacility",
            "statePhysician",
            "readPhysician",
            "readAudit",
            "readAuditHead",
            // what went wrong is told by whoever knows of it
            "reportCase");

    @Test
    void noOperationTakesATokenThatIsNotOneOfTheIssuersForItNow(Stack stack) {
        var tokens = stack.processes().tokens();
        var forged = new ForgedTokens(tokens, tokens.token("hospital", FACILITY, List.of())).all();
        var before = stored(stack);

        var softly = new SoftAssertions();
        for (var operation : Operation.all(stack)) {
            forged.forEach((wrong, authorization) -> {
                var reply = send(stack, operation, authorization);
                softly.assertThat(reply.status()).as("%s: %s", operation, wrong).isEqualTo(401);
                softly.assertThat(reply.header("Content-Type"))
                        .as("%s: %s", operation, wrong)
                        .isEqualTo("application/problem+json");
                softly.assertThat(reply.header("WWW-Authenticate"))
                        .as("%s: %s", operation, wrong)
                        .startsWith("Bearer");
                softly.assertThat(reply.body().path("detail").isMissingNode())
                        .as("%s: %s", operation, wrong)
                        .isTrue();
            });
        }
        softly.assertAll();
        assertThat(stored(stack)).as("rows stored").isEqualTo(before);
        assertThat(forged).hasSizeGreaterThan(30);
    }

    @Test
    void theRightTokenIsTakenInEveryOperationHoweverItsSchemeIsWritten(Stack stack) {
        var right = stack.processes().tokens().token("hospital", FACILITY, List.of());

        var softly = new SoftAssertions();
        for (var operation : Operation.all(stack)) {
            for (var scheme : List.of("Bearer ", "bearer ")) {
                softly.assertThat(send(stack, operation, scheme + right, "").status())
                        .as("%s: %s", operation, scheme)
                        .isNotEqualTo(401);
            }
        }
        softly.assertAll();
    }

    @Test
    void noOperationTakesATokenFromItsQuery(Stack stack) {
        var right = stack.processes().tokens().token("hospital", FACILITY, List.of());

        var softly = new SoftAssertions();
        for (var operation : Operation.all(stack)) {
            var separator = operation.requiredQuery().isEmpty() ? "?" : "&";
            softly.assertThat(send(stack, operation, "", separator + "access_token=" + right)
                            .status())
                    .as("%s", operation)
                    .isEqualTo(401);
        }
        softly.assertAll();
    }

    @Test
    void noOperationChoosesBetweenTwoTokens(Stack stack) {
        var tokens = stack.processes().tokens();
        var right = tokens.token("hospital", FACILITY, List.of());
        var before = stored(stack);

        var softly = new SoftAssertions();
        for (var operation : Operation.all(stack)) {
            var reply = twice(stack, operation, right, tokens.token("registrar", null, List.of()));
            softly.assertThat(reply.statusCode()).as("%s", operation).isEqualTo(400);
            softly.assertThat(reply.body()).as("%s", operation).contains("header:Authorization");
        }
        softly.assertAll();
        assertThat(stored(stack)).as("rows stored").isEqualTo(before);
    }

    @Test
    void everyAnswerTellsABrowserToDoNothingWithItAndNothingOfWhatAnswered(Stack stack) {
        var expected = Map.of(
                "X-Content-Type-Options", "nosniff",
                "Cache-Control", "no-store",
                "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
                "Referrer-Policy", "no-referrer",
                "X-Frame-Options", "DENY",
                "Cross-Origin-Resource-Policy", "same-origin");
        var right = "Bearer " + stack.processes().tokens().token("hospital", FACILITY, List.of());

        var softly = new SoftAssertions();
        for (var operation : Operation.all(stack)) {
            for (var authorization : List.of(right, "")) {
                var reply = send(stack, operation, authorization);
                expected.forEach((name, value) -> softly.assertThat(reply.header(name))
                        .as("%s of %s, %d", name, operation, reply.status())
                        .isEqualTo(value));
                softly.assertThat(reply.headers().map().keySet())
                        .as("headers of %s", operation)
                        .noneMatch(name -> name.equalsIgnoreCase("Server") || name.equalsIgnoreCase("X-Powered-By"));
            }
        }
        softly.assertAll();
    }

    @Test
    void aTokenLimitedToAnotherProtocolLeadsNowhere(Stack stack) {
        var facility = "F-LIM-" + UUID.randomUUID().toString().substring(0, 8);
        var steps = new DocumentedJourney(stack, facility, false).play();
        var before = stored(stack, " AND kind = 'WRITE'");

        var softly = new SoftAssertions();
        for (var step : steps) {
            var operation = step.operation();
            // an operator sees no patient, under whatever protocol
            if (OF_NO_PROTOCOL.contains(operation.id()) || step.role().equals("operator")) {
                continue;
            }
            var headers = new HashMap<>(step.headers());
            headers.replace("Idempotency-Key", UUID.randomUUID().toString());
            var token = stack.processes()
                    .tokens()
                    .token(step.role(), step.role().equals("hospital") ? facility : null, List.of("ANOTHER"));
            var reply = new Caller(() -> stack.service(operation.service()).uri(), token)
                    .send(operation.method(), step.path(), step.body().isMissingNode() ? null : step.body(), headers);
            softly.assertThat(leadsNowhere(operation, reply))
                    .as("%s answered %d: %s", operation, reply.status(), reply.body())
                    .isTrue();
        }
        softly.assertAll();
        assertThat(stored(stack, " AND kind = 'WRITE'")).as("rows stored").isEqualTo(before);
    }

    /** Refused, or a list of nothing; or, of what is sent line by line, refused in the answer's one line. */
    private static boolean leadsNowhere(Operation operation, Reply reply) {
        if (reply.status() != 200) {
            return reply.status() == 403 || reply.status() == 404;
        }
        return operation.id().equals("screenPatients")
                ? reply.body().at("/problem/status").asInt() == 403
                : !operation.changes()
                        && reply.body().path("items").isArray()
                        && reply.body().path("items").isEmpty();
    }

    @Test
    void aHospitalsTokenWithoutItsFacilityMayDoNothing(Stack stack) {
        forbidden(stack, "hospital", claims -> claims.remove("facility_id"));
        forbidden(stack, "hospital", claims -> claims.put("facility_id", ""));
        forbidden(stack, "hospital", claims -> claims.put("facility_id", "F 1; DROP TABLE audit"));
        forbidden(stack, "hospital", claims -> claims.putArray("facility_id").add(FACILITY));
    }

    @Test
    void aTokenThatDoesNotSayWhoItIsOrWithoutAKnownRoleMayDoNothing(Stack stack) {
        forbidden(stack, "registrar", claims -> claims.remove("sub"));
        forbidden(stack, "registrar", claims -> claims.remove("groups"));
        forbidden(stack, "registrar", claims -> claims.putArray("groups"));
        forbidden(
                stack,
                "registrar",
                claims -> claims.putArray("groups").add("REGISTRAR").add("admin"));
    }

    private static void forbidden(Stack stack, String role, Consumer<ObjectNode> change) {
        var tokens = stack.processes().tokens();
        var token = new ForgedTokens(tokens, tokens.token(role, role.equals("hospital") ? FACILITY : null, List.of()))
                .with(change);
        var before = stored(stack);

        var softly = new SoftAssertions();
        for (var operation : Operation.all(stack)) {
            var reply = send(stack, operation, token);
            softly.assertThat(reply.status())
                    .as("%s: %s", operation, reply.body())
                    .isEqualTo(403);
            softly.assertThat(reply.header("Content-Type"))
                    .as("%s: %s", operation, reply.body())
                    .isEqualTo("application/problem+json");
        }
        softly.assertAll();
        assertThat(stored(stack)).as("rows stored").isEqualTo(before);
    }

    /** As {@link #send}, with two tokens. */
    private static HttpResponse<String> twice(Stack stack, Operation operation, String one, String other) {
        var request = HttpRequest.newBuilder(
                        stack.service(operation.service()).uri().resolve(path(operation)))
                .method(
                        operation.method(),
                        operation.hasBody()
                                ? HttpRequest.BodyPublishers.ofString("{}")
                                : HttpRequest.BodyPublishers.noBody())
                .header("Content-Type", operation.mediaType())
                .header("Authorization", "Bearer " + one)
                .header("Authorization", "Bearer " + other)
                .build();
        try {
            return Caller.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String path(Operation operation) {
        return operation.path().replaceAll("\\{[^}]+}", "X") + operation.requiredQuery();
    }

    private static Reply send(Stack stack, Operation operation, String authorization) {
        return send(stack, operation, authorization, "");
    }

    private static Reply send(Stack stack, Operation operation, String authorization, String more) {
        var headers = new HashMap<>(Map.of("Content-Type", operation.mediaType()));
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        return new Caller(() -> stack.service(operation.service()).uri(), null)
                .sendAsIs(
                        operation.method(),
                        path(operation) + more,
                        operation.hasBody() ? operation.exampleBody() : null,
                        headers);
    }

    /** Rows of the audit trail by service; what services do by themselves is not counted. */
    private static Map<ServiceName, Long> stored(Stack stack) {
        return stored(stack, "");
    }

    private static Map<ServiceName, Long> stored(Stack stack, String condition) {
        var rows = new EnumMap<ServiceName, Long>(ServiceName.class);
        for (var service : ServiceName.values()) {
            rows.put(
                    service,
                    stack.number(service, "SELECT count(*) FROM audit WHERE actor NOT LIKE 'service:%'" + condition));
        }
        return rows;
    }
}
