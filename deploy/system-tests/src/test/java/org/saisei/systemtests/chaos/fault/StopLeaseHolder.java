package org.saisei.systemtests.chaos.fault;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.saisei.stack.ServiceName;
import org.saisei.systemtests.chaos.cluster.Cluster;

/** A lease lasts 5 s. Which of the lanes were the stopped replica's, the lease table says: it alone does not renew. */
final class StopLeaseHolder implements Fault {

    @Override
    public String name() {
        return "stop-lease-holder";
    }

    @Override
    public String description() {
        return "SIGSTOP of a replica that holds lanes, until after its leases, then SIGCONT";
    }

    @Override
    public int share() {
        return 3;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var replica = ground.anyReplica(random);
        var stopped = Time.between(6_000, 9_000, random);
        return Blow.takingAway(replica, () -> {
            var before = holders(ground.cluster(), replica.service());
            replica.freeze();
            Map<Integer, String> after;
            try {
                Time.pass(stopped);
                after = holders(ground.cluster(), replica.service());
            } finally {
                replica.thaw();
            }
            long taken = before.entrySet().stream()
                    .filter(lane -> !lane.getValue().equals(after.get(lane.getKey())))
                    .count();
            return taken + " of " + before.size() + " lanes had another holder, or none, after " + Time.told(stopped);
        });
    }

    /** The holder of each lane that is held, by the database's clock. */
    private static Map<Integer, String> holders(Cluster cluster, ServiceName service) throws SQLException {
        var holders = new TreeMap<Integer, String>();
        cluster.rows(
                        service,
                        "SELECT lane::integer, owner FROM outbox_lane"
                                + " WHERE owner IS NOT NULL AND expires_at > clock_timestamp()")
                .forEach(row -> holders.put((Integer) row.get(0), (String) row.get(1)));
        return holders;
    }
}
