package org.saisei.systemtests.chaos.fault;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.saisei.stack.ServiceName;
import org.saisei.systemtests.chaos.cluster.Cluster;

/** Kafka takes a member that is silent for 10 s for dead, and gives its partitions to the others. */
final class SilenceConsumer implements Fault {

    @Override
    public String name() {
        return "silence-consumer";
    }

    @Override
    public String description() {
        return "a replica's connections to Kafka frozen until its consumers have lost their partitions";
    }

    @Override
    public int share() {
        return 2;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var replica = ground.anyReplica(random);
        var frozen = Time.between(11_500, 13_000, random);
        return Blow.takingAway(replica, () -> {
            int before = members(ground.cluster(), replica.service());
            replica.kafka().freeze();
            try {
                Time.pass(frozen);
                return "of " + before + " members of the group, " + members(ground.cluster(), replica.service())
                        + " were left after " + Time.told(frozen);
            } finally {
                replica.kafka().thaw();
            }
        });
    }

    private static int members(Cluster cluster, ServiceName service) throws Exception {
        try (var admin = cluster.kafka().admin()) {
            return admin
                    .describeConsumerGroups(List.of(service.folder()))
                    .all()
                    .get(5, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .mapToInt(group -> group.members().size())
                    .sum();
        }
    }
}
