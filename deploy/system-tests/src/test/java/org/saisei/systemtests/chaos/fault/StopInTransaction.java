package org.saisei.systemtests.chaos.fault;

import java.sql.SQLException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.saisei.systemtests.chaos.cluster.Cluster;
import org.saisei.systemtests.chaos.cluster.Replica;

/** The database ends a transaction in which nothing comes for 2 s: the stopped one finds its own gone. */
final class StopInTransaction implements Fault {
    private static final int TRIES = 40;

    @Override
    public String name() {
        return "stop-in-transaction";
    }

    @Override
    public String description() {
        return "SIGSTOP of a replica as it has a transaction open that has written, until the database has ended it";
    }

    @Override
    public int share() {
        return 6;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var replica = ground.anyReplica(random);
        var stopped = Time.between(2_300, 4_000, random);
        return Blow.takingAway(replica, () -> {
            for (int tries = 1; tries <= TRIES; tries++) {
                replica.freeze();
                try {
                    long open = open(ground.cluster(), replica);
                    if (open > 0) {
                        Time.pass(stopped);
                        return open + " open at try " + tries + ", " + (open - open(ground.cluster(), replica))
                                + " ended by the database";
                    }
                } finally {
                    replica.thaw();
                }
                Time.pass(Duration.ofMillis(random.nextLong(10, 60)));
            }
            throw new Blow.Missed();
        });
    }

    /** How many transactions of the replica have written and are neither committed nor rolled back. */
    private static long open(Cluster cluster, Replica replica) throws SQLException {
        return cluster.number(
                replica.service(),
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND client_port = ANY (?)"
                        + " AND backend_xid IS NOT NULL AND state = 'idle in transaction'",
                (Object) replica.database().portsAtServer().toArray(Integer[]::new));
    }
}
