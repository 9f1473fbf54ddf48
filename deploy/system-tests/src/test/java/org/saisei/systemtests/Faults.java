package org.saisei.systemtests;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.saisei.stack.ServiceName;

/** What is done to a stack under a small load, each so that one part of the mechanism is all that keeps things right. */
final class Faults {
    private static final int SOME = 5;
    private static final int CLIENTS = 6;
    /** Less than a request to the broker may take. */
    private static final Duration LOAD = Duration.ofSeconds(3);

    private static final Duration A_WHILE = Duration.ofSeconds(8);

    private final Stack stack;
    private final SmallRun run;

    Faults(Stack stack, SmallRun run) {
        this.stack = stack;
        this.run = run;
    }

    /** The broker answers nobody; what was accepted meanwhile is marked only once it has it, whatever dies first. */
    void killedWhileTheBrokerIsFrozen() {
        var before = count(ServiceName.ELIGIBILITY, "outbox WHERE published_at IS NOT NULL");
        stack.processes().kafka().freeze();
        for (int i = 0; i < SOME; i++) {
            run.assess();
        }
        forAWhile(() -> count(ServiceName.ELIGIBILITY, "outbox WHERE published_at IS NOT NULL") == before + SOME);
        stack.service(ServiceName.ELIGIBILITY).kill();
        stack.processes().kafka().thaw();
        startAgain(ServiceName.ELIGIBILITY);
    }

    /**
     * The broker dies with many events of one key on their way to it, in several requests: those that wait while it is frozen
     * are sent together after the first ones that it takes again.
     */
    void brokerKilledWithEventsOnTheirWay() {
        var subject = run.enrol(run.assess());
        run.collect(subject);
        var published = "outbox WHERE topic = 'saisei.registry.treatments' AND key = '" + subject
                + "' AND published_at IS NOT NULL";
        await().atMost(Stack.PATIENCE).until(() -> count(ServiceName.REGISTRY, published) == 1);
        stack.processes().kafka().freeze();
        collectFor(LOAD, subject);
        stack.processes().kafka().thaw();
        await().atMost(Stack.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> count(ServiceName.REGISTRY, published) > 1);
        // the lane rests now
        stack.processes().kafka().freeze();
        pause(Duration.ofSeconds(2));
        stack.processes().kafka().kill();
        stack.processes().kafka().restart();
    }

    private void collectFor(Duration time, String subject) {
        long end = System.nanoTime() + time.toNanos();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> {
                    while (System.nanoTime() < end) {
                        run.collect(subject);
                    }
                });
            }
        }
    }

    /** The consumer dies after it has applied events, and before it says so to the broker. */
    void killedAfterApplying() {
        for (int round = 0; round < 3; round++) {
            var applied = count(ServiceName.REGISTRY, "inbox");
            for (int i = 0; i < SOME; i++) {
                run.assess();
            }
            await().atMost(Stack.PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> count(ServiceName.REGISTRY, "inbox") >= applied + SOME);
            stack.service(ServiceName.REGISTRY).kill();
            startAgain(ServiceName.REGISTRY);
        }
    }

    /** The consumer has events that its database does not let it apply, and dies. */
    void killedWhileTheDatabaseHoldsItUp() throws SQLException {
        long acknowledged = acknowledged();
        try (var holding = stack.processes().postgres().superuser(ServiceName.REGISTRY.database());
                var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("LOCK TABLE inbox_mark IN ACCESS EXCLUSIVE MODE");
            for (int i = 0; i < SOME; i++) {
                run.assess();
            }
            forAWhile(() -> acknowledged() >= acknowledged + SOME);
            stack.service(ServiceName.REGISTRY).kill();
        }
        startAgain(ServiceName.REGISTRY);
    }

    /** How much of the assessments the registry has acknowledged. */
    private long acknowledged() {
        try (var admin = stack.processes().kafka().admin()) {
            return admin
                    .listConsumerGroupOffsets(ServiceName.REGISTRY.folder())
                    .partitionsToOffsetAndMetadata()
                    .get(20, TimeUnit.SECONDS)
                    .entrySet()
                    .stream()
                    .filter(offset -> offset.getKey().topic().equals("saisei.eligibility.assessments"))
                    .mapToLong(offset -> offset.getValue().offset())
                    .sum();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not say what is acknowledged", e);
        }
    }

    private long count(ServiceName service, String of) {
        return stack.counter(service).count("SELECT count(*) FROM " + of);
    }

    /** For as long as a healthy build is given to do what it must not. */
    private static void forAWhile(BooleanSupplier done) {
        long end = System.nanoTime() + A_WHILE.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            pause(Duration.ofMillis(100));
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private void startAgain(ServiceName name) {
        stack.service(name).restart();
        stack.service(name).awaitReady(Stack.PATIENCE);
    }
}
