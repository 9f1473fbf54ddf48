package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** Over every operation that OpenAPI lists: who cannot show who they are is told nothing and does nothing. */
@WithStack
class TokensE2E {
    private static final String FACILITY = "F-TOKENS";

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
        assertThat(forged).hasSizeGreaterThan(15);
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

    private static Reply send(Stack stack, Operation operation, String authorization) {
        var headers = new HashMap<>(Map.of("Content-Type", operation.mediaType()));
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        return new Caller(() -> stack.service(operation.service()).uri(), null)
                .sendAsIs(
                        operation.method(),
                        operation.path().replaceAll("\\{[^}]+}", "X") + operation.requiredQuery(),
                        operation.hasBody() ? operation.exampleBody() : null,
                        headers);
    }

    /** Rows of the audit trail by service; what services do by themselves is not counted. */
    private static Map<ServiceName, Long> stored(Stack stack) {
        var rows = new EnumMap<ServiceName, Long>(ServiceName.class);
        for (var service : ServiceName.values()) {
            rows.put(service, stack.number(service, "SELECT count(*) FROM audit WHERE actor NOT LIKE 'service:%'"));
        }
        return rows;
    }
}
