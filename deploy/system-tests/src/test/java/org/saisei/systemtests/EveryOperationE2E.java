package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What every operation owes its caller and its auditor, over the operations that OpenAPI lists. */
@WithStack
class EveryOperationE2E {
    private static final String KEY = "Idempotency-Key";

    /** Show nothing that belongs to anybody. */
    private static final Set<String> UNAUDITED = Set.of(
            "listProtocols", "readProtocol", "listCriteria", "listDictionaries", "listTerms", "checkTreatmentPlan");

    /** Add to what has a document number already, and are told apart by {@code If-Match}. */
    private static final Set<String> UNNUMBERED = Set.of("addCaseVersion");

    @Test
    void aRepeatedPostIsAnsweredAsBeforeAndADocumentNumberIsTakenOnce(Stack stack) {
        var facility = "F-REP-" + shortId();
        var creating = play(stack, facility).stream()
                .filter(step -> step.operation().method().equals("POST"))
                .filter(step -> step.reply().status() == 201)
                .toList();

        var softly = new SoftAssertions();
        for (var step : creating) {
            var repeated = send(stack, facility, step, step.headers());
            softly.assertThat(repeated.status())
                    .as("repeated %s", step.operation())
                    .isEqualTo(201);
            softly.assertThat(repeated.body())
                    .as("repeated %s", step.operation())
                    .isEqualTo(step.reply().body());

            var again = send(stack, facility, step, anew(step));
            softly.assertThat(again.status())
                    .as("same document, new key: %s %s", step.operation(), again.body())
                    .isEqualTo(409);
            if (!UNNUMBERED.contains(step.operation().id())) {
                softly.assertThat(step.body().path("documentNumber").asText())
                        .as("document number of %s", step.operation())
                        .isNotEmpty();
                softly.assertThat(again.header("Location"))
                        .as("same document, new key: %s", step.operation())
                        .isEqualTo(step.reply().header("Location"))
                        .isNotEmpty();
            }

            var without = new HashMap<>(step.headers());
            without.remove(KEY);
            var keyless = send(stack, facility, step, without);
            softly.assertThat(keyless.status())
                    .as("no key: %s", step.operation())
                    .isEqualTo(400);
            softly.assertThat(keyless.body().toString())
                    .as("no key: %s", step.operation())
                    .contains("header:" + KEY);
        }
        softly.assertAll();
        assertThat(creating).as("operations that create").hasSizeGreaterThan(8);
    }

    @Test
    void everyOperationLeavesItsRowInTheAuditTrail(Stack stack) {
        var facility = "F-AUD-" + shortId();

        var steps = play(stack, facility);

        var softly = new SoftAssertions();
        for (var step : steps) {
            var operation = step.operation();
            if (!UNAUDITED.contains(operation.id()) && step.reply().status() < 300) {
                softly.assertThat(stack.number(
                                operation.service(),
                                "SELECT count(*) FROM audit WHERE action = ? AND (facility_id = ? OR NOT ?)",
                                operation.id(),
                                facility,
                                step.role().equals("hospital")))
                        .as("audit rows of %s", operation)
                        .isPositive();
            }
        }
        softly.assertAll();
    }

    private static List<DocumentedJourney.Step> play(Stack stack, String facility) {
        return new DocumentedJourney(stack, facility, false).play();
    }

    private static Reply send(Stack stack, String facility, DocumentedJourney.Step step, Map<String, String> headers) {
        return stack.caller(step.operation().service(), step.role(), step.role().equals("hospital") ? facility : null)
                .send(step.operation().method(), step.path(), step.body(), headers);
    }

    /** The headers of a caller who has read the resource since, and numbers the request anew. */
    private static Map<String, String> anew(DocumentedJourney.Step step) {
        var headers = new HashMap<>(step.headers());
        headers.put(KEY, UUID.randomUUID().toString());
        headers.computeIfPresent("If-Match", (name, stale) -> step.reply().header("ETag"));
        return headers;
    }

    private static String shortId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
