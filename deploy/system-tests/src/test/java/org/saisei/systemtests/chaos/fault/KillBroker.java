package org.saisei.systemtests.chaos.fault;

import java.util.random.RandomGenerator;

final class KillBroker implements Fault {

    @Override
    public String name() {
        return "kill-broker";
    }

    @Override
    public String description() {
        return "SIGKILL of Kafka, which is then started again";
    }

    @Override
    public int share() {
        return 1;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var away = Time.between(500, 4_000, random);
        return Blow.on("kafka", () -> {
                    long killed = System.nanoTime();
                    ground.cluster().kafka().kill();
                    try {
                        Time.pass(away);
                    } finally {
                        ground.cluster().kafka().restart();
                    }
                    return "answers again after " + Time.since(killed);
                })
                .withStart();
    }
}
