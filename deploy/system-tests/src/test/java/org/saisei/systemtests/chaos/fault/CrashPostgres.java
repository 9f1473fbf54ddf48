package org.saisei.systemtests.chaos.fault;

import java.util.random.RandomGenerator;

final class CrashPostgres implements Fault {

    @Override
    public String name() {
        return "crash-postgres";
    }

    @Override
    public String description() {
        return "immediate shutdown of PostgreSQL, which then recovers from its log";
    }

    @Override
    public int share() {
        return 3;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var away = Time.between(0, 2_500, random);
        return Blow.on("postgresql", () -> {
            long stopped = System.nanoTime();
            ground.cluster().postgres().stopImmediately();
            try {
                Time.pass(away);
            } finally {
                ground.cluster().postgres().restart();
            }
            return "answers again after " + Time.since(stopped);
        });
    }
}
