package org.saisei.benchmarks.stack;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.saisei.local.PostgresServer;

/** What the figures were taken on. */
final class Machine {
    private Machine() {}

    static void describe(Report report, PostgresServer postgres, List<String> javaOptions) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        report.say(String.format(
                Locale.ROOT,
                "- machine: %s, %d processors, %d GiB, %s %s; load average at the start %.2f",
                processor(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() >> 30,
                system.getName(),
                system.getVersion(),
                system.getSystemLoadAverage()));
        report.say("- Saisei " + commit(Path.of("")) + "; services on Java " + Runtime.version() + " with "
                + String.join(" ", javaOptions));
        report.say("- PostgreSQL " + setting(postgres, "server_version") + ", fsync " + setting(postgres, "fsync")
                + ", synchronous_commit " + setting(postgres, "synchronous_commit") + ", shared_buffers "
                + setting(postgres, "shared_buffers") + "; Kafka " + AppInfoParser.getVersion()
                + ", one broker, C1 and the serial collector (the same for both sides)");
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }

    /** Of a checkout. */
    static String commit(Path checkout) {
        try {
            return Child.run(
                            List.of(
                                    "git",
                                    "-C",
                                    checkout.toAbsolutePath().toString(),
                                    "describe",
                                    "--always",
                                    "--dirty"),
                            Map.of())
                    .output()
                    .strip();
        } catch (IllegalStateException | java.io.UncheckedIOException noRepository) {
            return "of an unknown commit";
        }
    }

    private static String setting(PostgresServer postgres, String name) {
        try (var connection = postgres.superuser("postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell " + name, e);
        }
    }
}
