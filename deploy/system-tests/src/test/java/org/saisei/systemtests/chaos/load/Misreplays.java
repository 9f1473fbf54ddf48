package org.saisei.systemtests.chaos.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Commands that were answered, sent again with the same key and body, and answered in another way. There should be none. */
public final class Misreplays {
    private final Queue<String> found = new ConcurrentLinkedQueue<>();

    void add(Command command, Answer repeat) {
        found.add("command " + command.number() + " (" + command.operation().id() + " " + command.documentNumber()
                + ") was answered " + repeat.status() + " at its repeat, not as before");
    }

    public List<String> list() {
        return List.copyOf(found);
    }
}
