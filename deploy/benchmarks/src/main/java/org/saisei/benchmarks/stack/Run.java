package org.saisei.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.saisei.stack.LocalStack;
import org.saisei.stack.StackPorts;

/** What {@code deploy/benchmarks/run} starts; takes the repository's root, pgbench and the script's arguments. */
final class Run {
    /** As an operator's container of two processors would have them: both compilers, a fixed heap. */
    private static final List<String> JAVA_OPTIONS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

    private Run() {}

    public static void main(String[] arguments) throws IOException {
        // Kafka's client tells at length what it does.
        Logger.getLogger("").setLevel(Level.SEVERE);
        Settings settings;
        try {
            settings = Settings.of(List.of(arguments));
        } catch (IllegalArgumentException refused) {
            System.err.println("run: " + refused.getMessage());
            System.exit(2);
            return;
        }
        empty(settings.folder());
        var report = new Report();
        report.say("# Benchmarks, " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
        report.say("");
        try (var stack = new LocalStack(settings.repository(), settings.folder(), StackPorts.any(), JAVA_OPTIONS)) {
            stack.startInfrastructure();
            Machine.describe(report, stack.postgres(), JAVA_OPTIONS);
            report.say("- " + settings.rounds() + " rounds, the sides by turns in each"
                    + (settings.quick() ? "; quick" : ""));
            if (settings.beside() == null) {
                besidePeers(stack, settings, report);
            } else {
                besideAnother(stack, settings.beside(), settings, report);
            }
        }
        report.write(settings.report());
        System.out.println();
        System.out.println("Written to " + settings.report());
        System.exit(0);
    }

    private static void besidePeers(LocalStack stack, Settings settings, Report report) {
        for (var which : settings.which()) {
            switch (which) {
                case "P1" -> new EnrolmentBenchmark(stack, settings, report).run();
                case "P2" -> new StreamBenchmark(stack, settings, report).run();
                default -> throw new IllegalStateException(which);
            }
        }
    }

    private static void besideAnother(LocalStack stack, Path beside, Settings settings, Report report) {
        try (var other = new LocalStack(beside, settings.folder().resolve("beside"), StackPorts.any(), JAVA_OPTIONS)) {
            other.startInfrastructure();
            for (var which : settings.which()) {
                new Comparison(stack, other, beside, settings, report).run(which);
            }
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
