package org.saisei.systemtests.chaos.fault;

import java.util.random.RandomGenerator;
import org.saisei.stack.ServiceName;

final class FreezeBroker implements Fault {

    @Override
    public String name() {
        return "freeze-broker";
    }

    @Override
    public String description() {
        return "SIGSTOP of Kafka, then SIGCONT";
    }

    @Override
    public int share() {
        return 3;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var frozen = Time.between(2_000, 10_000, random);
        return Blow.on("kafka", () -> {
            ground.cluster().kafka().freeze();
            long waiting = 0;
            try {
                Time.pass(frozen);
                for (var service : ServiceName.values()) {
                    waiting +=
                            ground.cluster().number(service, "SELECT count(*) FROM outbox WHERE published_at IS NULL");
                }
            } finally {
                ground.cluster().kafka().thaw();
            }
            return waiting + " events waited for it after " + Time.told(frozen);
        });
    }
}
