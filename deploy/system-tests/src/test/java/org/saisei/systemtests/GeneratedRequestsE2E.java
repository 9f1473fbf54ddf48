package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** Valid requests, mutated: whatever comes, the service refuses what is wrong and never breaks. */
@WithStack
class GeneratedRequestsE2E {
    /** Requests for each operation; {@code -Dsaisei.generated-requests=5000} for the long run. */
    private static final int REQUESTS = Integer.getInteger("saisei.generated-requests", 500);

    private static final long SEED = Long.getLong("saisei.seed", 20261122L);

    @Test
    void noGeneratedRequestMakesAServiceFail(Stack stack) {
        var steps = new DocumentedJourney(
                        stack, "F-GEN-" + UUID.randomUUID().toString().substring(0, 8), false)
                .play();
        assertThat(steps)
                .as("what is mutated was right before")
                .allMatch(step -> step.reply().status() < 300);
        var softly = new SoftAssertions();
        var summary = new TreeMap<String, Integer>();

        for (var step : steps) {
            var mutations =
                    new Mutations(new Random(SEED + step.operation().id().hashCode()));
            var facility = step.role().equals("hospital") ? facility(steps) : null;
            var caller = stack.caller(step.operation().service(), step.role(), facility);
            for (int i = 0; i < REQUESTS; i++) {
                var request = mutations.next(step);
                long before = stored(stack, step.operation().service());
                var reply = caller.send(step.operation().method(), request.path(), request.body(), request.headers());
                summary.merge(step.operation().id() + " " + reply.status() / 100 + "xx", 1, Integer::sum);
                if (reply.status() >= 500) {
                    softly.fail(
                            "%s answered %d to %s %s %s",
                            step.operation(), reply.status(), request.path(), request.headers(), request.body());
                }
                if (reply.status() >= 400) {
                    softly.assertThat(reply.header("Content-Type"))
                            .as("%s to %s", step.operation(), request.body())
                            .startsWith("application/problem+json");
                    softly.assertThat(stored(stack, step.operation().service()))
                            .as("rows after %s answered %d to %s", step.operation(), reply.status(), request.body())
                            .isEqualTo(before);
                }
            }
        }

        System.getLogger("saisei").log(System.Logger.Level.INFO, "generated requests, seed {0}: {1}", SEED, summary);
        softly.assertAll();
        assertThat(summary.keySet())
                .as("some are refused, some accepted")
                .anyMatch(key -> key.endsWith("4xx"))
                .anyMatch(key -> key.endsWith("2xx"));
    }

    private static String facility(java.util.List<DocumentedJourney.Step> steps) {
        return steps.stream()
                .map(step -> step.reply().body().path("facilityId").asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** What a refused request must leave alone. What the service does by itself meanwhile, on events, is not counted. */
    private static long stored(Stack stack, ServiceName service) {
        return stack.counter(service).count("""
                SELECT (SELECT count(*) FROM idempotency)
                     + (SELECT count(*) FROM audit WHERE kind = 'WRITE' AND actor NOT LIKE 'service:%')
                """);
    }

    /** One generated request. */
    record Request(String path, Object body, Map<String, String> headers) {}
}
