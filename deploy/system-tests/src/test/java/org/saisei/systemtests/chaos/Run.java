package org.saisei.systemtests.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.saisei.stack.ServiceName;
import org.saisei.systemtests.Repository;
import org.saisei.systemtests.chaos.check.Checker;
import org.saisei.systemtests.chaos.check.Sources;
import org.saisei.systemtests.chaos.check.Verdict;
import org.saisei.systemtests.chaos.cluster.Cluster;
import org.saisei.systemtests.chaos.cluster.Settling;
import org.saisei.systemtests.chaos.fault.Ground;
import org.saisei.systemtests.chaos.fault.Injector;
import org.saisei.systemtests.chaos.history.HistoryFile;
import org.saisei.systemtests.chaos.load.Load;
import org.saisei.systemtests.chaos.load.Subscriber;
import org.saisei.systemtests.chaos.load.Traffic;

/** Starts everything, breaks it while it is used, lets it come to rest, and has it judged. */
final class Run {
    private static final int CLIENTS = 16;
    /** After so many events the restless one of the two safety officers closes its stream. */
    private static final int RESTLESS = 40;

    private static final Duration HEALTHY = Duration.ofSeconds(5);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(15);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofMinutes(5);

    private final Options options;
    private final PrintStream out;
    private final Path folder;
    private final long begun = System.nanoTime();

    Run(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.folder = Repository.root()
                .resolve("deploy/system-tests/target/chaos")
                .resolve(options.seed() + "-" + Instant.now().getEpochSecond());
    }

    Result go() throws Exception {
        tell(
                "seed %d, faults for %s s, history in %s",
                options.seed(), options.length().toSeconds(), history());
        Result result;
        try (var cluster = Cluster.start(folder.resolve("stack"))) {
            result = go(cluster);
        }
        if (result.isClean() && !options.keep()) {
            delete(folder);
        }
        return result;
    }

    private Path history() {
        return folder.resolve("history.jsonl");
    }

    private Result go(Cluster cluster) throws Exception {
        tell("all parts are ready");
        var wrong = new ArrayList<String>();
        var history = HistoryFile.create(history());
        var traffic = new Traffic(history);
        var load = new Load(cluster, traffic, options.seed(), CLIENTS);
        var injector = new Injector(
                new Ground(cluster, load.calendars()), options.faults(), options.seed(), history, traffic::inFlight);
        var subscribers = subscribe(cluster, history);
        try {
            load.begin();
            pass(HEALTHY, traffic, injector);
            injector.begin();
            pass(options.length(), traffic, injector);
            injector.end();
            cluster.heal();
            tell("all parts are whole again; %d answered", traffic.answered());
            load.end(LAST_ANSWERS);
            tell("every outcome is known; %d answered", traffic.answered());
            wrong.addAll(rest(cluster, subscribers));
        } finally {
            subscribers.forEach(Subscriber::close);
            history.close();
        }
        if (traffic.unsettled() > 0) {
            wrong.add(traffic.unsettled() + " commands whose outcome nobody came to know");
        }
        wrong.addAll(load.misreplays().list());
        tell("at rest; %s", traffic.outcomes());
        var result = new Result(
                folder, traffic.answered(), injector.struck(), load.operations().unused(), wrong, check(cluster));
        print(result, traffic, events(cluster));
        return result;
    }

    private static List<Subscriber> subscribe(Cluster cluster, HistoryFile history) throws InterruptedException {
        var replicas = cluster.replicas(ServiceName.ADVERSE_EVENT);
        var token = cluster.token("safety_officer", null);
        return List.of(
                new Subscriber("steady", replicas, 0, Integer.MAX_VALUE, token, history).awaitOpen(),
                new Subscriber("restless", replicas, 1, RESTLESS, token, history).awaitOpen());
    }

    private void pass(Duration length, Traffic traffic, Injector injector) throws InterruptedException {
        long until = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = until - System.nanoTime()) {
            Thread.sleep(Duration.ofNanos(Math.min(left, TOLD_EVERY.toNanos())));
            tell(
                    "%d answered, %d attempts of unknown outcome, %d faults",
                    traffic.answered(), traffic.doubtful(), injector.struck().size());
        }
    }

    /** @return what did not come to rest in time */
    private List<String> rest(Cluster cluster, List<Subscriber> subscribers) throws InterruptedException, SQLException {
        var settling = new Settling(cluster);
        var left = new ArrayList<>(settling.await(REST, toDo -> tell("to do: %s", toDo)));
        long end = settling.endOfFeed();
        long until = System.nanoTime() + LAST_ANSWERS.toNanos();
        while (subscribers.stream().anyMatch(subscriber -> subscriber.position() < end) && System.nanoTime() < until) {
            Thread.sleep(Duration.ofMillis(100));
        }
        if (subscribers.stream().anyMatch(subscriber -> subscriber.position() < end)) {
            left.add("a safety officer has not come to the end of the feed, " + end);
        }
        return left;
    }

    private Verdict check(Cluster cluster) {
        return Checker.check(
                HistoryFile.read(history()),
                Sources.of(
                        cluster.processes(),
                        Repository.root(),
                        service -> cluster.replicas(service).getFirst().uriPastProxy()));
    }

    private static long events(Cluster cluster) throws SQLException {
        long events = 0;
        for (var service : ServiceName.values()) {
            events += cluster.number(service, "SELECT count(*) FROM outbox");
        }
        return events;
    }

    private void print(Result result, Traffic traffic, long events) {
        var kinds = new TreeMap<String, Long>();
        result.faults().forEach(fault -> kinds.merge(fault.name(), 1L, Long::sum));
        kinds.forEach((name, count) -> out.printf(Locale.ROOT, "%5d %s%n", count, name));
        out.printf(
                Locale.ROOT,
                "%d faults, %d %% of them with commands in flight%n",
                result.faults().size(),
                result.percentInFlight());
        out.printf(
                Locale.ROOT,
                "%d commands answered in %d attempts, %d of them of unknown outcome; %d events%n",
                result.answered(),
                traffic.attempts(),
                traffic.doubtful(),
                events);
        if (!result.unused().isEmpty()) {
            out.println("never sent: " + String.join(", ", result.unused()));
        }
        result.wrong().forEach(out::println);
        if (!result.isClean()) {
            out.println("history and logs are kept in " + folder);
        }
        result.verdict().lines().forEach(out::println);
    }

    private void tell(String format, Object... values) {
        out.printf(
                Locale.ROOT,
                "%4d s  %s%n",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                String.format(Locale.ROOT, format, values));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
