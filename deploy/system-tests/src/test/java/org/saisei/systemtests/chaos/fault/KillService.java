package org.saisei.systemtests.chaos.fault;

import java.util.random.RandomGenerator;

final class KillService implements Fault {

    @Override
    public String name() {
        return "kill-service";
    }

    @Override
    public String description() {
        return "SIGKILL of a replica, which is then started again";
    }

    @Override
    public int share() {
        return 4;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var replica = ground.anyReplica(random);
        var away = Time.between(0, 2_000, random);
        return Blow.takingAway(replica, () -> {
                    long killed = System.nanoTime();
                    replica.kill();
                    Time.pass(away);
                    replica.revive();
                    return "ready again after " + Time.since(killed);
                })
                .withStart();
    }
}
