package org.saisei.stack;

import java.nio.file.Path;
import java.util.Optional;
import org.saisei.local.TokenIssuer;
import org.saisei.stack.demo.Demonstration;

/** {@code demo}: see {@link Demonstration}. */
final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        Path state = Path.of(arguments[0]);
        if (arguments.length > 1) {
            System.err.println("demo takes no arguments; it drives the running stack and says what it does");
            System.exit(2);
        }
        Optional<StackFile.Addresses> addresses = StackFile.read(state);
        if (addresses.isEmpty()) {
            System.err.println("demo: no stack is running here; start it with deploy/local/up and wait for 'ready'");
            System.exit(1);
        }
        TokenIssuer tokens = StackFile.issuer(state);
        boolean asExpected = addresses
                .map(found -> Demonstration.run(
                        System.out, tokens, found.eligibility(), found.registry(), found.adverseEvent()))
                .orElse(false);
        System.exit(asExpected ? 0 : 1);
    }
}
