package org.saisei.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a service's JVM is started where the whole stack shares one small machine. */
final class JavaCommand {

    private JavaCommand() {}

    static List<String> forService(Path runnable) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms64m");
        command.add("-Xmx256m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
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
