package org.saisei.stack;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.saisei.local.Ports;

/** How a stack chooses its ports. */
public interface StackPorts {

    int POSTGRESQL = 5432;
    int KAFKA = 9092;
    int KEYCLOAK = 8084;

    /** A free port for a part whose usual port is {@code usual}; never the same one twice. */
    int choose(String part, int usual);

    /** Any free ports, so that stacks run beside each other. */
    static StackPorts any() {
        return (part, usual) -> Ports.free();
    }

    /**
     * The usual ports, and where one is taken the next free one that is no other part's usual port.
     *
     * @param told hears of each part whose usual port is taken: the part and the port
     */
    static StackPorts usual(BiConsumer<String, Integer> told) {
        Set<Integer> kept = new HashSet<>(Set.of(POSTGRESQL, KAFKA, KEYCLOAK));
        for (ServiceName service : ServiceName.values()) {
            kept.add(service.usualPort());
            kept.add(service.usualManagementPort());
        }
        return (part, usual) -> {
            if (kept.remove(usual) && Ports.isFree(usual)) {
                return usual;
            }
            told.accept(part, usual);
            int port = Ports.freeFrom(usual + 1);
            while (!kept.add(port)) {
                port = Ports.freeFrom(port + 1);
            }
            return port;
        };
    }
}
