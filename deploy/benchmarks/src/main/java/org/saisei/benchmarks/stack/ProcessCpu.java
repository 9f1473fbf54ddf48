package org.saisei.benchmarks.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processor time from {@code /proc}, user and system, in milliseconds since the process began. Linux only. */
final class ProcessCpu {
    /** A tick of {@code /proc}: 1/100 s in every Linux that one meets. */
    private static final double MILLIS_PER_TICK = 10;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private ProcessCpu() {}

    /** Of the process alone. */
    static double of(long pid) {
        return sum(pid, USER, SYSTEM);
    }

    /** Of the process and all its children, those included that have ended and been waited for. */
    static double ofFamily(long pid) {
        while (true) {
            try {
                double living = 0;
                for (var child : ProcessHandle.of(pid).orElseThrow().children().toList()) {
                    living += sum(child.pid(), USER, SYSTEM);
                }
                return living + sum(pid, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
            } catch (UncheckedIOException childEnded) {
                if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                    throw childEnded;
                }
            }
        }
    }

    /** Of the children that have ended and been waited for. */
    static double ofEndedChildren(long pid) {
        return sum(pid, CHILDREN_USER, CHILDREN_SYSTEM);
    }

    private static double sum(long pid, int... fields) {
        try {
            var text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // the name, in brackets, may hold blanks
            var afterName = List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
            double ticks = 0;
            for (int field : fields) {
                ticks += Long.parseLong(afterName.get(field));
            }
            return ticks * MILLIS_PER_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException("no processor time of " + pid, e);
        }
    }
}
