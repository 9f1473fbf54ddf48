package org.saisei.systemtests.chaos.load;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.saisei.systemtests.chaos.cluster.Cluster;
import org.saisei.systemtests.chaos.history.Entry.Outcome;

/** One of the clients: sends one command after the other, each until it knows its outcome. Of one thread. */
final class Client {
    /** Of a hundred answered commands that are sent once more on purpose. */
    private static final int REPEATED_PERCENT = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final Cluster cluster;
    private final Traffic traffic;
    private final Operations operations;
    private final Misreplays misreplays;
    private final Calendar calendar;
    private final RandomGenerator random;
    private long documents;

    Client(
            String name,
            Cluster cluster,
            Traffic traffic,
            Operations operations,
            Misreplays misreplays,
            Calendar calendar,
            RandomGenerator random) {
        this.name = name;
        this.cluster = cluster;
        this.traffic = traffic;
        this.operations = operations;
        this.misreplays = misreplays;
        this.calendar = calendar;
        this.random = random;
    }

    RandomGenerator random() {
        return random;
    }

    Calendar calendar() {
        return calendar;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number that nobody has had; fit for documents, keys, lots, facilities. */
    String unique(String kind) {
        documents++;
        return kind + "-" + name + "-" + documents;
    }

    /** The next thing this client wants. */
    Step step(String operationId) {
        return new Step(this, operations.get(operationId));
    }

    long nextCommand() {
        if (traffic.isOver()) {
            throw new JourneyEnds();
        }
        return traffic.nextCommand();
    }

    String token(String role, Optional<String> facilityId) {
        return cluster.token(role, facilityId.orElse(null));
    }

    /** Sends it to one replica and the other by turns until its outcome is known, or the run gives up. */
    Answer settle(Command command) {
        var replicas = cluster.replicas(command.operation().service());
        int at = random.nextInt(replicas.size());
        var pause = FIRST_PAUSE;
        var answer = traffic.attempt(command, replicas.get(at));
        while (answer.again() && !traffic.isGivenUp()) {
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            at = (at + 1) % replicas.size();
            answer = traffic.attempt(command, replicas.get(at));
        }
        traffic.ended(command, answer);
        if (answer.isOk() && command.key() != null && chance(REPEATED_PERCENT)) {
            var repeat = traffic.attempt(command, replicas.get(random.nextInt(replicas.size())));
            if (!repeat.again() && !isReplay(answer, repeat)) {
                misreplays.add(command, repeat);
            }
        }
        return answer;
    }

    private static boolean isReplay(Answer first, Answer repeat) {
        return repeat.outcome() == Outcome.OK
                && Objects.equals(first.status(), repeat.status())
                && Objects.equals(first.location(), repeat.location())
                && first.body().equals(repeat.body());
    }
}
