package org.saisei.systemtests.chaos.fault;

import java.util.random.RandomGenerator;

final class ClockOff implements Fault {

    @Override
    public String name() {
        return "clock-off";
    }

    @Override
    public String description() {
        return "a client whose clock is a day ahead or behind, for some seconds";
    }

    @Override
    public int share() {
        return 4;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        int client = random.nextInt(ground.clocks().size());
        int days = random.nextBoolean() ? 1 : -1;
        var off = Time.between(2_000, 8_000, random);
        return Blow.on("client " + (client + 1), () -> {
            ground.clocks().get(client).shift(days);
            try {
                Time.pass(off);
            } finally {
                ground.clocks().get(client).shift(0);
            }
            return "a day " + (days > 0 ? "ahead" : "behind") + " for " + Time.told(off);
        });
    }
}
