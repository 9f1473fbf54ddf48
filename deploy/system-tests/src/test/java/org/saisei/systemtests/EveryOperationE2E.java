package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.saisei.local.LocalTokens;
import org.saisei.stack.ServiceName;

/** What every operation owes its caller and its auditor, over the operations that OpenAPI lists. */
@WithStack
class EveryOperationE2E {
    private static final String KEY = "Idempotency-Key";

    /** Show nothing that belongs to anybody. */
    private static final Set<String> UNAUDITED = Set.of(
            "listProtocols",
            "readProtocol",
            "listCriteria",
            "listParameters",
            "readParameterChange",
            "listDictionaries",
            "listTerms");

    /** Add to what has a document number already, and are told apart by {@code If-Match}. */
    private static final Set<String> UNNUMBERED = Set.of("addCaseVersion");

    /** Take away the answers kept for repeats of others, so they come after those are repeated. */
    private static final Set<String> FORGETTING = Set.of("eraseIdentity");

    @Test
    void aRepeatedPostIsAnsweredAsBeforeAndADocumentNumberIsTakenOnce(Stack stack) {
        var facility = "F-REP-" + shortId();
        var journey = new DocumentedJourney(stack, facility, false);
        var softly = new SoftAssertions();
        var creating = creating(journey.play(operation -> !FORGETTING.contains(operation.id())));
        check(stack, facility, creating, softly);
        var forgetting = creating(journey.play(operation -> FORGETTING.contains(operation.id())));
        forgetting.removeAll(creating);
        check(stack, facility, forgetting, softly);
        softly.assertAll();
        assertThat(creating).as("operations that create").hasSizeGreaterThan(8);
        assertThat(forgetting).as("operations that forget").hasSameSizeAs(FORGETTING);
    }

    private static List<DocumentedJourney.Step> creating(List<DocumentedJourney.Step> steps) {
        return steps.stream()
                .filter(step -> step.operation().method().equals("POST"))
                .filter(step -> step.reply().status() == 201)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void check(
            Stack stack, String facility, List<DocumentedJourney.Step> creating, SoftAssertions softly) {
        for (var step : creating) {
            var repeated = send(stack, facility, step, step.headers());
            softly.assertThat(repeated.status())
                    .as("repeated %s", step.operation())
                    .isEqualTo(201);
            softly.assertThat(repeated.body())
                    .as("repeated %s", step.operation())
                    .isEqualTo(step.reply().body());
            softly.assertThat(stack.number(
                            step.operation().service(),
                            "SELECT count(*) FROM audit WHERE kind = 'READ' AND action = ? AND ? LIKE '%/' ||"
                                    + " resource_ids[cardinality(resource_ids)] || '%'",
                            step.operation().id(),
                            step.reply().header("Location")))
                    .as("who was answered, repeated %s", step.operation())
                    .isEqualTo(1);

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
                softly.assertThat(read(stack, facility, step, again.header("Location"))
                                .status())
                        .as("Location of %s", step.operation())
                        .isEqualTo(200);
                softly.assertThat(foundByItsDocumentNumber(stack, facility, step))
                        .as("search by document number of %s", step.operation())
                        .isTrue();
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
    }

    @Test
    void onceItsKeyHasExpiredARepeatMeetsItsDocumentNumber(Stack stack) {
        var facility = "F-EXP-" + shortId();
        var creating = play(stack, facility).stream()
                .filter(step -> step.operation().method().equals("POST"))
                .filter(step -> step.reply().status() == 201)
                .filter(step -> !UNNUMBERED.contains(step.operation().id()))
                .toList();
        for (var service : ServiceName.values()) {
            stack.change(service, "UPDATE idempotency SET expires_at = now() - interval '1 second'");
        }

        var softly = new SoftAssertions();
        for (var step : creating) {
            var repeated = send(stack, facility, step, step.headers());
            softly.assertThat(repeated.status()).as("%s", step.operation()).isEqualTo(409);
            softly.assertThat(repeated.header("Location"))
                    .as("%s", step.operation())
                    .isEqualTo(step.reply().header("Location"));
        }
        softly.assertAll();
    }

    @Test
    void everyOperationLeavesItsRowInTheAuditTrailOfWhoDidWhatToWhich(Stack stack) {
        var facility = "F-AUD-" + shortId();

        var steps = play(stack, facility);

        var softly = new SoftAssertions();
        for (var step : steps) {
            var operation = step.operation();
            if (!UNAUDITED.contains(operation.id()) && step.reply().status() < 300) {
                var hospital = step.role().equals("hospital");
                softly.assertThat(stack.rows(
                                operation.service(),
                                "SELECT actor, client, array_to_string(resource_ids, ' '), kind = 'READ'"
                                        + " OR resource_ids <> '{}' AND after IS NOT NULL, kind"
                                        + " FROM audit WHERE action = ? AND (facility_id = ? OR NOT ?)"
                                        + " ORDER BY position DESC LIMIT 1",
                                operation.id(),
                                facility,
                                hospital))
                        .as("audit row of %s", operation)
                        .singleElement()
                        .satisfies(row -> {
                            assertThat(row.get(0)).isEqualTo("local-" + step.role() + (hospital ? "-" + facility : ""));
                            assertThat(row.get(1)).isEqualTo(LocalTokens.CLIENT);
                            var ids = ((String) row.get(2)).split("[ /]");
                            if (row.get(4).equals("READ")) {
                                // beside what was asked for, a row may name whose it is
                                assertThat(ids)
                                        .anySatisfy(
                                                id -> assertThat(shown(step)).contains(id));
                            } else {
                                assertThat(shown(step)).contains(ids);
                            }
                            assertThat(row.get(3))
                                    .as("what was changed, and what is there after")
                                    .isEqualTo(true);
                        });
            }
        }
        softly.assertAll();
    }

    /** All that the caller has named and was told. */
    private static String shown(DocumentedJourney.Step step) {
        return step.path()
                + ' '
                + step.body()
                + ' '
                + step.reply().header("Location")
                + ' '
                + step.reply().body();
    }

    private static Reply read(Stack stack, String facility, DocumentedJourney.Step step, String path) {
        return stack.caller(step.operation().service(), step.role(), step.role().equals("hospital") ? facility : null)
                .get(path);
    }

    /** In the nearest list above the operation's path: by its filter or, where it shows all that there are, without. */
    private static boolean foundByItsDocumentNumber(Stack stack, String facility, DocumentedJourney.Step step) {
        var number = step.body().path("documentNumber").asText();
        var path = step.path();
        for (var place = step.operation().path(); !place.isEmpty(); place = parent(place), path = parent(path)) {
            var here = place;
            var lists = Operation.all(stack).stream()
                    .filter(list -> list.service() == step.operation().service())
                    .filter(list -> list.method().equals("GET") && list.path().equals(here))
                    .toList();
            for (var list : lists) {
                boolean filters = list.parameters("query").stream()
                        .anyMatch(parameter -> parameter.path("name").asText().equals("documentNumber"));
                var found = read(stack, facility, step, path + (filters ? "?documentNumber=" + number : ""));
                if (filters || found.body().toString().contains('"' + number + '"')) {
                    return found.status() == 200
                            && !(filters && found.body().path("items").isEmpty());
                }
            }
        }
        return false;
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
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
