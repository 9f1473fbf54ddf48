package org.saisei.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a service's JVM is started. */
final class JavaCommand {

    /** Where the whole stack shares one small machine. */
    static final List<String> SMALL = List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private JavaCommand() {}

    /** @param options of the heap, the collector and the compiler */
    static List<String> forService(Path runnable, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Duser.timezone=UTC");
        command.add("-Dfile.encoding=UTF-8");
        if (Runtime.version().feature() >= 25) {
            command.add("-XX:+UseCompactObjectHeaders");
        }
        command.add("-jar");
        command.add(runnable.toString());
        return command;
    }
}
