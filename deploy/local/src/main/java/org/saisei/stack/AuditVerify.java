package org.saisei.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.audit.verify.AuditVerifier;
import org.saisei.kit.audit.verify.Head;
import org.saisei.kit.audit.verify.HeadFile;
import org.saisei.local.Secrets;

/** {@code audit-verify}: proves audit trails; see the script of that name. */
final class AuditVerify {
    static final int PROVEN = 0;
    /** Not 1, with which a JVM ends that has found out nothing; the script makes it 1. */
    static final int TAMPERED = 10;

    static final int CALLED_WRONGLY = 2;
    static final int OPEN = 3;

    private static final int MOST_LINES = 10;

    private final PrintStream out;
    private final PrintStream err;

    /** A database to look at, and the heads to hold against it. */
    private record Task(String service, String url, String user, String password, List<Head> heads) {}

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    private AuditVerify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var words = List.of(arguments);
        System.exit(run(Path.of(words.getFirst()), words.subList(1, words.size()), System.out, System.err));
    }

    /** @return the exit code */
    static int run(Path state, List<String> arguments, PrintStream out, PrintStream err) {
        return new AuditVerify(out, err).run(state, arguments);
    }

    private int run(Path state, List<String> arguments) {
        try {
            var tasks = tasks(state, Arguments.of(arguments));
            int worst = PROVEN;
            for (var task : tasks) {
                int code = verify(task);
                // one that is tampered with outweighs any that cannot be told
                worst = worst == TAMPERED || code == TAMPERED ? TAMPERED : Math.max(worst, code);
            }
            return worst;
        } catch (Refused refused) {
            err.println("audit-verify: " + refused.getMessage());
            return CALLED_WRONGLY;
        }
    }

    private int verify(Task task) {
        try (var connection = DriverManager.getConnection(task.url(), task.user(), task.password())) {
            var report = AuditVerifier.verify(connection, task.heads());
            report.lines().forEach(line -> out.println(task.service() + ": " + line));
            return switch (report.verdict()) {
                case TAMPERED -> TAMPERED;
                case OPEN -> OPEN;
                case NOTE -> PROVEN;
            };
        } catch (SQLException unreadable) {
            err.println("audit-verify: " + task.service() + ": the trail cannot be read: " + unreadable.getMessage());
            return OPEN;
        } catch (RuntimeException fault) {
            err.println("audit-verify: " + task.service() + ": the check failed, and says nothing of the trail:");
            fault.printStackTrace(err);
            return OPEN;
        }
    }

    private List<Task> tasks(Path state, Arguments asked) throws Refused {
        return asked.url() == null ? ofTheStack(state, asked) : List.of(elsewhere(asked, asked.url()));
    }

    private Task elsewhere(Arguments asked, String url) throws Refused {
        var user = asked.user();
        var passwordFile = asked.passwordFile();
        if (user == null || passwordFile == null) {
            throw new Refused("--url needs --user and --password-file");
        }
        if (asked.services().size() > 1) {
            throw new Refused("--url names one service's database, and so do not more than one SERVICE");
        }
        var service = asked.services().stream().findFirst();
        var heads = asked.heads() == null ? List.<Head>of() : heads(asked.heads());
        if (service.isEmpty() && !heads.isEmpty()) {
            throw new Refused("the heads are of " + services(heads) + ": name the SERVICE whose database it is");
        }
        var name = service.map(ServiceName::folder).orElse("audit");
        return new Task(name, url, user, password(passwordFile), of(name, heads));
    }

    private List<Task> ofTheStack(Path state, Arguments asked) throws Refused {
        if (asked.user() != null || asked.passwordFile() != null) {
            throw new Refused("--user and --password-file go with --url");
        }
        var named = asked.heads() == null ? null : heads(asked.heads());
        var tasks = new ArrayList<Task>();
        for (var service : asked.services().isEmpty() ? List.of(ServiceName.values()) : asked.services()) {
            var url = StackFile.database(state, service)
                    .orElseThrow(() -> new Refused(
                            "no stack is running here; start it with deploy/local/up, or name a database with --url"));
            var told = LocalStack.headFile(state, service);
            var heads = named == null && Files.exists(told)
                    ? heads(told)
                    : Objects.requireNonNullElse(named, List.<Head>of());
            var user = service.database() + "_sealer";
            tasks.add(new Task(
                    service.folder(),
                    url,
                    user,
                    new Secrets(LocalStack.databaseSecrets(state)).password(user),
                    of(service.folder(), heads)));
        }
        return tasks;
    }

    /** None of this service's, where there are some, would prove less than was asked for, and look the same. */
    private static List<Head> of(String service, List<Head> heads) throws Refused {
        var own = heads.stream().filter(head -> head.service().equals(service)).toList();
        if (own.isEmpty() && !heads.isEmpty()) {
            throw new Refused("no head of " + service + " is among those, they are of " + services(heads));
        }
        return own;
    }

    private static Set<String> services(List<Head> heads) {
        return heads.stream().map(Head::service).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Head> heads(Path file) throws Refused {
        try {
            var read = HeadFile.read(file);
            if (!read.unread().isEmpty()) {
                err.println("audit-verify: " + file + ": not compared, for not being one whole head each: lines "
                        + some(read.unread()));
            }
            if (read.heads().isEmpty()) {
                throw new Refused("there is no head in " + file);
            }
            return read.heads();
        } catch (IOException unreadable) {
            throw new Refused("the heads cannot be read: " + unreadable);
        }
    }

    private static String some(List<Long> lines) {
        var first = lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", "));
        return lines.size() > MOST_LINES ? first + " and " + (lines.size() - MOST_LINES) + " more" : first;
    }

    private static String password(Path file) throws Refused {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new Refused("the password cannot be read: " + unreadable);
        }
    }

    /** What was asked for. */
    private record Arguments(
            List<ServiceName> services,
            @Nullable Path heads,
            @Nullable String url,
            @Nullable String user,
            @Nullable Path passwordFile) {

        static Arguments of(List<String> words) throws Refused {
            var services = new ArrayList<ServiceName>();
            Path heads = null;
            String url = null;
            String user = null;
            Path passwordFile = null;
            for (var rest = words.iterator(); rest.hasNext(); ) {
                var word = rest.next();
                if (!word.startsWith("-")) {
                    services.add(service(word)
                            .orElseThrow(() -> new Refused("there is no service '" + word + "'; there are "
                                    + Arrays.stream(ServiceName.values())
                                            .map(ServiceName::folder)
                                            .collect(Collectors.joining(", ")))));
                } else if (!rest.hasNext()) {
                    throw new Refused(word + " names nothing, or is unknown; audit-verify --help");
                } else {
                    var value = rest.next();
                    switch (word) {
                        case "--heads" -> heads = Path.of(value);
                        case "--url" -> url = value;
                        case "--user" -> user = value;
                        case "--password-file" -> passwordFile = Path.of(value);
                        default -> throw new Refused("unknown argument " + word + "; audit-verify --help");
                    }
                }
            }
            return new Arguments(List.copyOf(services), heads, url, user, passwordFile);
        }

        private static Optional<ServiceName> service(String word) {
            return Arrays.stream(ServiceName.values())
                    .filter(service -> service.folder().equals(word))
                    .findFirst();
        }
    }
}
