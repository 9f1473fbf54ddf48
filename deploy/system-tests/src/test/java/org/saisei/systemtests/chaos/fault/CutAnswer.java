package org.saisei.systemtests.chaos.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

final class CutAnswer implements Fault {

    @Override
    public String name() {
        return "cut-answer";
    }

    @Override
    public String description() {
        return "clients' connections cut as the service begins to answer that it has committed";
    }

    @Override
    public int share() {
        return 8;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var replica = ground.anyReplica(random);
        int answers = 1 + random.nextInt(8);
        return Blow.on(replica, () -> {
            replica.answers().arm(answers);
            try {
                Time.within(Duration.ofSeconds(5), replica.answers()::isDone);
            } finally {
                replica.answers().disarm();
            }
            int cut = replica.answers().disarm();
            if (cut == 0) {
                throw new Blow.Missed();
            }
            return cut + " answers cut";
        });
    }
}
