package org.saisei.benchmarks.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that measures, as a process of its own: what it printed, and the processor time it took.
 *
 * @param output its standard output and error
 * @param cpuMillis user and system
 */
record Child(String output, double cpuMillis) {

    /** Runs a class of this module; its standard input is empty. */
    static Child java(Class<?> program, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                // it lives for seconds, on the processors of what it measures
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        return run(command, Map.of());
    }

    /** @throws IllegalStateException with its output, if it fails */
    static Child run(List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            double before = endedChildren();
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed:\n" + output);
            }
            return new Child(output, endedChildren() - before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static double endedChildren() {
        return ProcessCpu.ofEndedChildren(ProcessHandle.current().pid());
    }

    /** The number behind {@code name=} on a line of the output. */
    double number(String name) {
        return output.lines()
                .filter(line -> line.startsWith(name + "="))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + " in:\n" + output));
    }
}
