package org.saisei.systemtests.chaos.load;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.saisei.systemtests.Operation;
import org.saisei.systemtests.chaos.cluster.Cluster;

/** The operations by their operationId, and which of them the clients have wanted something of. */
public final class Operations {
    private final Map<String, Operation> byId;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private Operations(Map<String, Operation> byId) {
        this.byId = byId;
    }

    /** As the running services describe them; those that all services have count as the first service's. */
    public static Operations of(Cluster cluster) {
        return new Operations(
                Operation.all(service -> cluster.replicas(service).getFirst().uriPastProxy()).stream()
                        .collect(Collectors.toMap(Operation::id, Function.identity(), (first, same) -> first)));
    }

    Operation get(String operationId) {
        used.add(operationId);
        return Optional.ofNullable(byId.get(operationId)).orElseThrow();
    }

    /** Commands of clients that none has sent: neither reading nor what operators do to events that were kept back. */
    public Set<String> unused() {
        return byId.values().stream()
                .filter(operation -> operation.changes() && operation.needs().isEmpty())
                .filter(operation -> operation.mediaType().equals("application/json"))
                .map(Operation::id)
                .filter(id -> !used.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
