package org.saisei.stack;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code token ROLE [FACILITY] [--protocols A,B]}: prints a token and nothing else. */
final class Token {

    /** As in the services' roles; a test holds the two lists together. */
    static final List<String> ROLES = List.of(
            "hospital",
            "registrar",
            "safety_officer",
            "manufacturer",
            "committee",
            "committee_chair",
            "analyst",
            "unblinded_statistician",
            "operator");

    private static final String USAGE = "token ROLE [FACILITY] [--protocols A,B]";

    private Token() {}

    public static void main(String[] arguments) {
        try {
            System.out.println(token(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length)));
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException refused) {
            System.err.println("token: " + refused.getMessage());
            System.exit(1);
        }
    }

    /** @throws IllegalArgumentException with what to do instead */
    static String token(Path state, List<String> arguments) {
        List<String> words = new ArrayList<>();
        List<String> protocols = List.of();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--protocols")) {
                if (++i == arguments.size() || arguments.get(i).isBlank()) {
                    throw new IllegalArgumentException("--protocols names none; e.g. --protocols STEMIRAC");
                }
                protocols = List.of(arguments.get(i).split(","));
            } else if (argument.startsWith("-")) {
                throw new IllegalArgumentException("unknown argument " + argument + "\nusage: " + USAGE);
            } else {
                words.add(argument);
            }
        }
        if (words.isEmpty() || words.size() > 2) {
            throw new IllegalArgumentException("usage: " + USAGE + "\n" + roles());
        }
        String role = words.get(0).toLowerCase(Locale.ROOT);
        String facility = words.size() == 2 ? words.get(1) : null;
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("there is no role '" + words.get(0) + "'\n" + roles());
        }
        if (role.equals("hospital") && facility == null) {
            throw new IllegalArgumentException("a hospital's token names its facility: token hospital F-TOKYO-01");
        }
        if (!role.equals("hospital") && facility != null) {
            throw new IllegalArgumentException("only a hospital's token names a facility: token " + role);
        }
        Path secrets = LocalStack.secretsFolder(state);
        if (!Files.isDirectory(secrets)) {
            throw new IllegalArgumentException("there is no key to sign with yet; start the stack: deploy/local/up");
        }
        return StackFile.issuer(state).token(role, facility, protocols);
    }

    private static String roles() {
        return "roles: " + String.join(", ", ROLES);
    }
}
