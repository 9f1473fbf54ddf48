package org.saisei.systemtests.chaos.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The relay sends events in a transaction of Kafka's and then marks their rows: the marks have no way to the database. */
final class CutBeforeMark implements Fault {
    private static final long PATIENCE_SECONDS = 8;
    private static final Duration REFUSED = Duration.ofMillis(300);

    @Override
    public String name() {
        return "cut-before-mark";
    }

    @Override
    public String description() {
        return "a replica's connections to PostgreSQL cut as Kafka has confirmed its transaction, before it hears of it";
    }

    @Override
    public int share() {
        return 8;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var replica = ground.anyReplica(random);
        return Blow.on(replica, () -> {
            var confirmed = new CountDownLatch(1);
            var cut = new int[1];
            replica.transactions().arm(() -> {
                replica.database().refuse();
                cut[0] = replica.database().cut();
                confirmed.countDown();
            });
            try {
                if (!confirmed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new Blow.Missed();
                }
                Time.pass(REFUSED);
                return cut[0] + " connections cut, "
                        + ground.cluster()
                                .number(replica.service(), "SELECT count(*) FROM outbox WHERE published_at IS NULL")
                        + " events without a mark";
            } finally {
                replica.transactions().disarm();
                replica.database().takeAgain();
            }
        });
    }
}
