package org.saisei.systemtests.chaos.fault;

import java.util.ArrayList;
import java.util.random.RandomGenerator;

final class RollingRestart implements Fault {

    @Override
    public String name() {
        return "rolling-restart";
    }

    @Override
    public String description() {
        return "SIGTERM of each replica of a service in turn, the next when the one before is ready again";
    }

    @Override
    public int share() {
        return 1;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var replicas = ground.cluster().replicas(ground.anyService(random));
        return Blow.onEach(replicas, () -> {
                    var told = new ArrayList<String>();
                    for (var replica : replicas) {
                        long asked = System.nanoTime();
                        replica.stop();
                        var ended = Time.since(asked);
                        replica.revive();
                        told.add(replica.name() + " ended after " + ended + ", ready again after " + Time.since(asked));
                    }
                    return String.join("; ", told);
                })
                .withStart();
    }
}
