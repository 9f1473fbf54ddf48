package org.saisei.benchmarks.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param repository the root of a checkout in which the services are packaged
 * @param folder for the stack's data; emptied
 * @param report where the report is written
 * @param pgbench the program, found by the script
 * @param quick shorter rounds
 * @param rounds at least 5
 * @param beside root of another checkout, packaged too, to be compared with instead of the peers; null for none
 * @param which e.g. P1, P2
 */
record Settings(
        Path repository,
        Path folder,
        Path report,
        Path pgbench,
        boolean quick,
        int rounds,
        int clients,
        @Nullable Path beside,
        List<String> which) {
    static final Set<String> KNOWN = Set.of("P1", "P2");
    private static final int FEWEST_ROUNDS = 5;

    /** @throws IllegalArgumentException with what is wrong */
    static Settings of(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        var repository = Path.of(words.removeFirst());
        var pgbench = Path.of(words.removeFirst());
        Path folder = repository.resolve("deploy/benchmarks/target/state");
        Path report = repository.resolve("deploy/benchmarks/target/report.md");
        boolean quick = false;
        int rounds = FEWEST_ROUNDS;
        int clients = 32;
        Path beside = null;
        var which = new ArrayList<String>();
        while (!words.isEmpty()) {
            var word = words.removeFirst();
            switch (word) {
                case "--quick" -> quick = true;
                case "--rounds" -> rounds = Math.max(FEWEST_ROUNDS, number(word, words));
                case "--clients" -> clients = number(word, words);
                case "--beside" -> beside = Path.of(value(word, words)).toAbsolutePath();
                case "--report" -> report = Path.of(value(word, words)).toAbsolutePath();
                default -> which.add(known(word));
            }
        }
        return new Settings(
                repository,
                folder,
                report,
                pgbench,
                quick,
                rounds,
                clients,
                beside,
                which.isEmpty() ? KNOWN.stream().sorted().toList() : which);
    }

    /** Length of one turn. */
    int seconds() {
        return quick ? 5 : 20;
    }

    /** Of P1, if the rate rises for so long. */
    int mostWarmUpTurns() {
        return quick ? 20 : 10;
    }

    /** Of P2. */
    int warmUpSeconds() {
        return quick ? 20 : 60;
    }

    private static String known(String word) {
        if (!KNOWN.contains(word)) {
            throw new IllegalArgumentException("unknown: " + word + "; there are "
                    + KNOWN.stream().sorted().toList());
        }
        return word;
    }

    private static int number(String option, List<String> words) {
        var text = value(option, words);
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // told below
        }
        throw new IllegalArgumentException(option + " takes a number from 1, not " + text);
    }

    private static String value(String option, List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(option + " takes a value");
        }
        return words.removeFirst();
    }
}
