package org.saisei.systemtests.chaos;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program behind {@code deploy/system-tests/chaos}. Ends with 0, with 1 if anything is wrong, with 2 if it was misused. */
final class Chaos {
    private Chaos() {}

    public static void main(String[] arguments) throws Exception {
        // Kafka's client tells at length what it does.
        Logger.getLogger("").setLevel(Level.SEVERE);
        var asked = List.of(arguments);
        var help = Options.help(asked);
        if (help.isPresent()) {
            System.out.print(help.get());
            return;
        }
        Options options;
        try {
            options = Options.of(asked);
        } catch (Options.Misused misused) {
            System.err.println(misused.getMessage());
            System.exit(2);
            return;
        }
        System.exit(new Run(options, System.out).go().isClean() ? 0 : 1);
    }
}
