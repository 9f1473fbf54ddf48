package org.saisei.systemtests.chaos.fault;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.saisei.systemtests.chaos.cluster.Replica;

/**
 * A fault that has been aimed.
 *
 * @param target as the history names it
 * @param parts what no other blow may have at the same time
 */
public record Blow(String target, Set<String> parts, Act act) {
    /** Starting a program takes a processor for seconds: one at a time, so that the others can go on meanwhile. */
    private static final String START = "a program's start";

    /** Does it, waits to see what comes of it, and undoes it, also where it fails. */
    public interface Act {
        /**
         * @return what was seen
         * @throws Missed if nothing was broken
         */
        String strike() throws Exception;
    }

    /** The moment that the blow waited for did not come: it counts for nothing. */
    static final class Missed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static Blow on(String part, Act act) {
        return new Blow(part, Set.of(part), act);
    }

    /** On a replica that goes on to serve, more or less. */
    static Blow on(Replica replica, Act act) {
        return on(replica.name(), act);
    }

    /** On a replica that is away for a time: the other one of its service is left alone. */
    static Blow takingAway(Replica replica, Act act) {
        return new Blow(replica.name(), Set.of(replica.name(), replica.service().folder()), act);
    }

    /** On all replicas of a service, one after the other. */
    static Blow onEach(List<Replica> replicas, Act act) {
        var service = replicas.getFirst().service().folder();
        return new Blow(service, Set.of(service), act)
                .with(replicas.stream().map(Replica::name).toList());
    }

    /** It has to be started again. */
    Blow withStart() {
        return with(List.of(START));
    }

    private Blow with(List<String> more) {
        var all = new HashSet<>(parts);
        all.addAll(more);
        return new Blow(target, Set.copyOf(all), act);
    }
}
