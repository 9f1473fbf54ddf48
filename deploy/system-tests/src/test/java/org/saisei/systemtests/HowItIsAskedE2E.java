package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.stack.ServiceName;

/** What every operation refuses because of how it is asked: by method, by media type, over all that OpenAPI lists. */
@WithStack
class HowItIsAskedE2E {

    @Test
    void aBodyThatIsNotAnnouncedAsWhatIsTakenIsRefused(Stack stack) {
        var softly = new SoftAssertions();
        var taking = Operation.all(stack).stream().filter(Operation::hasBody).toList();
        for (var operation : taking) {
            for (var headers : List.of(Map.<String, String>of(), Map.of("Content-Type", "text/plain"))) {
                var reply = refused(stack, operation, "{}", headers);
                softly.assertThat(reply.status())
                        .as("%s %s", operation, headers)
                        .isEqualTo(415);
                softly.assertThat(reply.body().path("type").asText())
                        .as("%s %s", operation, headers)
                        .isEqualTo("/problems/unsupported-media-type");
            }
        }
        softly.assertAll();
        assertThat(taking).as("operations that take a body").hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml, image/png;q=0.5", "application/json;q=", "foo", "*/*;q=x"})
    void anAnswerThatTheCallerWouldNotReadIsNotSent(String accept, Stack stack) {
        var softly = new SoftAssertions();
        for (var operation : Operation.all(stack)) {
            var headers = Map.of("Content-Type", operation.mediaType(), "Accept", accept);
            var reply = refused(stack, operation, operation.hasBody() ? "{}" : null, headers);
            softly.assertThat(reply.status()).as(operation.toString()).isEqualTo(406);
            softly.assertThat(reply.header("Content-Type"))
                    .as(operation.toString())
                    .isEqualTo("application/problem+json");
        }
        softly.assertAll();
    }

    @Test
    void aMethodThatAPathDoesNotKnowIsRefusedWithThoseItKnows(Stack stack) {
        var softly = new SoftAssertions();
        var paths = Operation.all(stack).stream()
                .collect(Collectors.groupingBy(
                        operation -> new Place(operation.service(), operation.path()),
                        Collectors.mapping(Operation::method, Collectors.toCollection(TreeSet::new))));
        paths.forEach((place, methods) -> {
            var unknown = Stream.of("DELETE", "PUT", "POST", "GET")
                    .filter(method -> !methods.contains(method))
                    .findFirst()
                    .orElseThrow();
            var known = new TreeSet<>(methods);
            known.add("OPTIONS");
            if (known.contains("GET")) {
                known.add("HEAD");
            }
            var reply = stack.hospital(place.service(), "F-405").send(unknown, anywhere(place.path()), null, Map.of());
            softly.assertThat(reply.status()).as("%s %s", unknown, place).isEqualTo(405);
            softly.assertThat(reply.header("Allow")).as("%s %s", unknown, place).isEqualTo(String.join(", ", known));
        });
        softly.assertAll();
        assertThat(paths).as("paths").hasSizeGreaterThan(20);
    }

    private record Place(ServiceName service, String path) {}

    private static String anywhere(String path) {
        return path.replaceAll("\\{[^}]+}", "X");
    }

    /** The answer to the first role that may call the operation at all. */
    private static Reply refused(Stack stack, Operation operation, String body, Map<String, String> headers) {
        return DocumentedJourney.ROLES.stream()
                .map(role -> stack.caller(operation.service(), role, role.equals("hospital") ? "F-MEDIA" : null)
                        .sendAsIs(operation.method(), anywhere(operation.path()), body, headers))
                .filter(reply -> reply.status() != 403)
                .findFirst()
                .orElseThrow();
    }
}
