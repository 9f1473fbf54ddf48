package org.saisei.systemtests.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.saisei.systemtests.chaos.fault.Fault;
import org.saisei.systemtests.chaos.fault.Faults;

/**
 * What a run is asked for.
 *
 * @param length how long faults are injected; start and settling come on top
 * @param faults those that are drawn from
 * @param keep whether history and logs stay also after a run in which nothing was wrong
 */
record Options(Duration length, long seed, List<Fault> faults, boolean keep) {
    private static final double MINUTES = 3;

    /** Thrown with what is to be told to whoever has called the program in a way it does not know. */
    static final class Misused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misused(String message) {
            super(message);
        }
    }

    static Options of(List<String> arguments) {
        double minutes = MINUTES;
        long seed = 1;
        var faults = new ArrayList<Fault>();
        boolean keep = false;
        var left = arguments.iterator();
        while (left.hasNext()) {
            var option = left.next();
            try {
                switch (option) {
                    case "--minutes" -> minutes = Double.parseDouble(left.next());
                    case "--seed" -> seed = Long.parseLong(left.next());
                    case "--fault" -> faults.add(Faults.named(left.next()).orElseThrow());
                    case "--keep" -> keep = true;
                    default -> throw new Misused("chaos: there is no option " + option);
                }
            } catch (NumberFormatException | NoSuchElementException wrong) {
                throw new Misused("chaos: " + option + " needs a value that it knows");
            }
        }
        if (minutes <= 0) {
            throw new Misused("chaos: --minutes needs more than 0");
        }
        return new Options(
                Duration.ofMillis(Math.round(minutes * 60_000)), seed, faults.isEmpty() ? Faults.all() : faults, keep);
    }

    static Optional<String> help(List<String> arguments) {
        if (arguments.stream().noneMatch(List.of("--help", "-h")::contains)) {
            return Optional.empty();
        }
        var help = new StringBuilder("""
                deploy/system-tests/chaos [--minutes N] [--seed S] [--fault NAME]… [--keep]

                Two replicas of each packaged service with a PostgreSQL, a Kafka and proxies of their own are used by many clients
                and broken in many ways; then everything is compared: what was answered, stored, published and applied. Ends with 0
                if nothing is wrong. The last line says what is.

                  --minutes N    how long they are broken; 3 by default, and a minute or two more for start and end
                  --seed S       decides what is sent, broken and when; 1 by default
                  --fault NAME   only this one; may be given several times
                  --keep         leave history and logs below deploy/system-tests/target/chaos also when nothing is wrong

                Faults:
                """);
        Faults.all().forEach(fault -> help.append("  %-20s %s%n".formatted(fault.name(), fault.description())));
        return Optional.of(help.toString());
    }
}
