package org.saisei.systemtests.chaos.fault;

import java.util.List;
import java.util.Optional;

/** All kinds of them. */
public final class Faults {
    private static final List<Fault> ALL = List.of(
            new KillService(),
            new StopLeaseHolder(),
            new StopInTransaction(),
            new KillBroker(),
            new FreezeBroker(),
            new CrashPostgres(),
            new CutAnswer(),
            new CutBeforeMark(),
            new SilenceConsumer(),
            new ForeignMember(),
            new RollingRestart(),
            new PoisonEvent(),
            new ClockOff());

    private Faults() {}

    public static List<Fault> all() {
        return ALL;
    }

    public static Optional<Fault> named(String name) {
        return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst();
    }
}
