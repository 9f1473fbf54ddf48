package org.saisei.stack;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.saisei.local.Ports;

/** How a stack chooses its ports. */
public interface StackPorts {

    /** A free port for a part whose usual port is {@code usual}; never the same one twice. */
    int choose(String part, int usual);

    /** Any free ports, so that stacks run beside each other. */
    static StackPorts any() {
        return (part, usual) -> Ports.free();
    }

    /**
     * The usual ports, and the next free one where one is taken.
     *
     * @param told hears of each part whose usual port is taken: the part and the port
     */
    static StackPorts usual(BiConsumer<String, Integer> told) {
        Set<Integer> given = new HashSet<>();
        return (part, usual) -> {
            if (!Ports.isFree(usual)) {
                told.accept(part, usual);
            }
            int port = Ports.freeFrom(usual);
            while (!given.add(port)) {
                port = Ports.freeFrom(port + 1);
            }
            return port;
        };
    }
}
