package org.saisei.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saisei.stack.ServiceName;

/** Valid requests, mutated: whatever comes, the service refuses what is wrong and never breaks. */
@WithStack
class GeneratedRequestsE2E {
    /** Requests for each operation; {@code -Dsaisei.generated-requests=5000} for the long run. */
    private static final int REQUESTS = Integer.getInteger("saisei.generated-requests", 500);

    private static final long SEED = Long.getLong("saisei.seed", 20261122L);

    /** What the requests of one service came to. */
    private record Outcome(Map<String, Integer> answers, List<String> faults) {}

    @Test
    void noGeneratedRequestMakesAServiceFail(Stack stack) throws Exception {
        var steps = new DocumentedJourney(
                        stack, "F-GEN-" + UUID.randomUUID().toString().substring(0, 8), false)
                .play();
        assertThat(steps)
                .as("what is mutated was right before")
                .allMatch(step -> step.reply().status() < 300);

        var outcomes = new ArrayList<Outcome>();
        try (var services = Executors.newFixedThreadPool(ServiceName.values().length)) {
            var running = Arrays.stream(ServiceName.values())
                    .map(service -> services.submit(() -> mutate(stack, service, steps)))
                    .toList();
            for (var one : running) {
                outcomes.add(one.get());
            }
        }

        var answers = new TreeMap<String, Integer>();
        outcomes.forEach(outcome -> answers.putAll(outcome.answers()));
        System.getLogger("saisei").log(System.Logger.Level.INFO, "generated requests, seed {0}: {1}", SEED, answers);
        assertThat(outcomes).flatExtracting(Outcome::faults).isEmpty();
        assertThat(answers.keySet())
                .as("some are refused, some accepted")
                .anyMatch(key -> key.endsWith("4xx"))
                .anyMatch(key -> key.endsWith("2xx"));
    }

    private static Outcome mutate(Stack stack, ServiceName service, List<DocumentedJourney.Step> steps) {
        var answers = new TreeMap<String, Integer>();
        var faults = new ArrayList<String>();
        var stored = new Stored(stack.counter(service));
        for (var step : steps) {
            if (step.operation().service() != service || triedAt(step.operation(), steps) != service) {
                continue;
            }
            var mutations =
                    new Mutations(new Random(SEED + step.operation().id().hashCode()));
            var caller = stack.caller(service, step.role(), step.role().equals("hospital") ? facility(steps) : null);
            for (int i = 0; i < REQUESTS; i++) {
                var request = mutations.next(step);
                var reply = caller.send(step.operation().method(), request.path(), request.body(), request.headers());
                answers.merge(step.operation().id() + " " + reply.status() / 100 + "xx", 1, Integer::sum);
                if (reply.status() < 400) {
                    stored.lookAgain();
                } else {
                    Stream.of(
                                    reply.status() >= 500 ? "a fault" : "",
                                    reply.header("Content-Type").startsWith("application/problem+json")
                                            ? ""
                                            : "no problem document",
                                    stored.changed() ? "something was stored" : "")
                            .filter(fault -> !fault.isEmpty())
                            .forEach(fault -> faults.add("%s: %s answered %d to %s %s %s"
                                    .formatted(
                                            fault,
                                            step.operation(),
                                            reply.status(),
                                            request.path(),
                                            request.headers(),
                                            request.body())));
                }
            }
        }
        return new Outcome(answers, faults);
    }

    /** An operation that the kit gives to every service is the same everywhere: it is tried at one of them. */
    private static ServiceName triedAt(Operation operation, List<DocumentedJourney.Step> steps) {
        var having = steps.stream()
                .map(DocumentedJourney.Step::operation)
                .filter(other -> other.id().equals(operation.id()))
                .map(Operation::service)
                .toList();
        return having.get(Math.floorMod(operation.id().hashCode(), having.size()));
    }

    private static String facility(List<DocumentedJourney.Step> steps) {
        return steps.stream()
                .map(step -> step.reply().body().path("facilityId").asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /**
     * What a refused request must leave alone: every write has its row in the audit trail, and every kept answer its key.
     * What the service does by itself meanwhile, on events, is not counted. Looks only at what is new, so that a long run
     * does not take time with the square of its length.
     */
    private static final class Stored {
        private final Stack.Counter counter;
        private long audited;
        private long answered;

        Stored(Stack.Counter counter) {
            this.counter = counter;
            lookAgain();
        }

        void lookAgain() {
            audited = counter.count("SELECT coalesce(max(position), 0) FROM audit");
            answered = answered();
        }

        boolean changed() {
            boolean changed = answered() != answered
                    || counter.count("SELECT count(*) FROM audit WHERE position > " + audited
                                    + " AND kind = 'WRITE' AND actor NOT LIKE 'service:%'")
                            > 0;
            if (changed) {
                lookAgain();
            }
            return changed;
        }

        /** When the newest kept answer ends, in microseconds: all are kept for the same time. */
        private long answered() {
            return counter.count("SELECT coalesce(extract(epoch FROM max(expires_at)) * 1000000, 0) FROM idempotency");
        }
    }

    /** One generated request. */
    record Request(String path, Object body, Map<String, String> headers) {}
}
