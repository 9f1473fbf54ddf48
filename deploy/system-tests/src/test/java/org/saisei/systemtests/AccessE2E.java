package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** What one facility recorded does not exist for another, in whatever operation OpenAPI lists. */
@WithStack
class AccessE2E {
    /** Resources that belong to nobody: the protocols and dictionaries everybody works with. */
    private static final Set<String> COMMON = Set.of("/protocols", "/dictionaries");

    private static final String OTHER = "F-OTHER-99";

    @Test
    void anotherFacilitysResourceIs404InEveryOperationThatNamesOne(Stack stack) {
        var steps = new DocumentedJourney(stack, "F-OWN-" + shortId(), false).play();

        var softly = new SoftAssertions();
        var checked = steps.stream()
                .filter(step -> step.operation().path().contains("{"))
                .filter(step -> COMMON.stream().noneMatch(step.operation().path()::startsWith))
                .toList();
        for (var step : checked) {
            var headers = new HashMap<>(step.headers());
            headers.replace("Idempotency-Key", UUID.randomUUID().toString());
            var reply = stack.hospital(step.operation().service(), OTHER)
                    .send(
                            step.operation().method(),
                            step.path(),
                            step.body().isMissingNode() ? null : step.body(),
                            headers);
            // where no hospital may act at all, the role is refused before anybody looks
            int expected = step.role().equals("hospital") ? 404 : 403;
            softly.assertThat(reply.status())
                    .as("%s: %s", step.operation(), reply.body())
                    .isIn(expected, 404);
        }
        softly.assertAll();
        assertThat(checked).as("operations that name a resource").hasSizeGreaterThan(10);
    }

    @Test
    void whoIsLimitedToAnotherProtocolRepeatsNobodysRequest(Stack stack) {
        var facility = "F-LIM-" + shortId();
        var creating = new DocumentedJourney(stack, facility, false)
                .play().stream()
                        .filter(step -> step.operation().method().equals("POST"))
                        .filter(step -> step.reply().status() == 201)
                        .toList();

        var softly = new SoftAssertions();
        for (var step : creating) {
            var limited = stack.limited(
                    step.operation().service(),
                    step.role(),
                    step.role().equals("hospital") ? facility : null,
                    "ANOTHER");
            var headers = new HashMap<>(step.headers());
            var repeated = limited.send("POST", step.path(), step.body(), headers);
            headers.replace("Idempotency-Key", UUID.randomUUID().toString());
            var anew = limited.send("POST", step.path(), step.body(), headers);
            softly.assertThat(repeated.status())
                    .as("%s: %s", step.operation(), repeated.body())
                    .isGreaterThanOrEqualTo(400)
                    .isEqualTo(anew.status());
        }
        softly.assertAll();
        assertThat(creating).as("operations that create").hasSizeGreaterThan(8);
    }

    @Test
    void listsHoldNothingOfAnotherFacility(Stack stack) {
        var own = "F-OWN-" + shortId();
        var issued = new DocumentedJourney(stack, own, false)
                .play().stream()
                        .map(step -> step.reply().body())
                        .flatMap(body -> List.of("candidateId", "subjectId", "caseId", "assessmentId").stream()
                                .map(name -> body.path(name).asText())
                                .filter(id -> !id.isEmpty()))
                        .collect(Collectors.toSet());
        assertThat(issued).isNotEmpty();

        var lists = Operation.all(stack).stream()
                .filter(operation -> !operation.changes() && !operation.isStream())
                .filter(operation -> !operation.path().contains("{"))
                .toList();

        for (var list : lists) {
            var body = stack.hospital(list.service(), OTHER)
                    .get(list.path() + list.requiredQuery())
                    .body()
                    .toString();
            assertThat(issued).as(list.toString()).noneMatch(body::contains);
        }
    }

    @Test
    void aReportOnAnotherFacilitysSubjectIsAcceptedAndRevealsNothing(Stack stack) {
        var steps = new DocumentedJourney(stack, "F-OWN-" + shortId(), false).play();
        var subject = steps.stream()
                .map(step -> step.reply().body().path("subjectId").asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();
        var report = steps.stream()
                .filter(step -> step.operation().path().equals("/cases")
                        && step.operation().method().equals("POST"))
                .findFirst()
                .orElseThrow()
                .body();
        var other = stack.hospital(ServiceName.ADVERSE_EVENT, OTHER);

        var known = other.post("/cases", Reports.on(report, subject)).expect(201);
        var unknown = other.post("/cases", Reports.on(report, Reports.UNKNOWN_SUBJECT))
                .expect(201);

        assertThat(Reports.shape(known.body())).isEqualTo(Reports.shape(unknown.body()));
    }

    @Test
    void withoutATokenNoOperationAnswers(Stack stack) {
        var softly = new SoftAssertions();
        for (var operation : Operation.all(stack)) {
            var path = operation.path().replaceAll("\\{[^}]+}", "X");
            var nobody = new Caller(() -> stack.service(operation.service()).uri(), "no.such.token");
            var headers =
                    operation.hasBody() ? Map.of("Content-Type", operation.mediaType()) : Map.<String, String>of();
            softly.assertThat(nobody.send(operation.method(), path, operation.hasBody() ? "{}" : null, headers)
                            .status())
                    .as(operation.toString())
                    .isEqualTo(401);
        }
        softly.assertAll();
    }

    private static String shortId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
