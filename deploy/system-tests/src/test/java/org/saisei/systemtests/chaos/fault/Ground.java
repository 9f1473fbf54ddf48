package org.saisei.systemtests.chaos.fault;

import java.util.List;
import java.util.random.RandomGenerator;
import org.saisei.stack.ServiceName;
import org.saisei.systemtests.chaos.cluster.Cluster;
import org.saisei.systemtests.chaos.cluster.Replica;
import org.saisei.systemtests.chaos.load.Calendar;

/**
 * What can be broken.
 *
 * @param clocks of the clients
 */
public record Ground(Cluster cluster, List<Calendar> clocks) {

    public Ground {
        clocks = List.copyOf(clocks);
    }

    ServiceName anyService(RandomGenerator random) {
        return any(List.of(ServiceName.values()), random);
    }

    Replica anyReplica(RandomGenerator random) {
        return any(cluster.replicas(), random);
    }

    static <T> T any(List<T> choice, RandomGenerator random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
