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

    /** Does it, waits to see what comes of it, and undoes it, also where it fails. */
    public interface Act {
        /** @return what was seen */
        String strike() throws Exception;
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
        var parts = new HashSet<>(Set.of(service));
        replicas.forEach(replica -> parts.add(replica.name()));
        return new Blow(service, Set.copyOf(parts), act);
    }
}
