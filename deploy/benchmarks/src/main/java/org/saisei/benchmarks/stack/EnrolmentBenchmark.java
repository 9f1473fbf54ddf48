package org.saisei.benchmarks.stack;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.saisei.benchmarks.parts.Part;
import org.saisei.stack.LocalStack;
import org.saisei.stack.ServiceName;

/** P1: enrolments per second beside pgbench's three inserts. */
final class EnrolmentBenchmark {
    private static final String PENDING = "enrolment, no decision known";
    private static final String DECIDED = "enrolment, decision known";
    private static final String WITHOUT_AUDIT = PENDING + ", audit row left out";
    private static final String TOKENS_ANEW = PENDING + ", each request's token verified";
    private static final String PEER = "pgbench, three inserts";

    /** More than a round can use. */
    private static final int DECISIONS_PER_SECOND = 5_000;

    private static final double GAIN = 1.03;
    private static final int TURNS_WITHOUT_GAIN = 3;

    private final LocalStack stack;
    private final Settings settings;
    private final Report report;
    private final Path tokens;
    private final Map<String, List<Turn>> turns = new LinkedHashMap<>();
    private int nextNumber = 1;

    EnrolmentBenchmark(LocalStack stack, Settings settings, Report report) {
        this.stack = stack;
        this.settings = settings;
        this.report = report;
        this.tokens = Service.hospitals(stack, settings.clients());
    }

    /** Of one turn; processor time in milliseconds an operation. NaN: there is none. */
    private record Turn(double perSecond, double service, double postgres, double generator, double p50, double p99) {}

    void run() {
        var peer = PgBench.prepare(settings.pgbench(), stack.postgres(), stack.logs());
        report.say("");
        report.say("## P1: enrolments ÷ " + peer.version() + ", " + settings.clients() + " clients, "
                + settings.seconds() + " s a turn");
        report.say("");
        try (var service = Service.start(stack, ServiceName.REGISTRY, settings)) {
            service.leaveOut(Set.of());
            warmUp(service);
            peer.run(settings.clients(), 2);
            analyse();
            for (int round = 0; round < settings.rounds(); round++) {
                add(PEER, peerTurn(peer));
                add(PENDING, enrol(service, settings.seconds()));
                add(WITHOUT_AUDIT, without(Part.AUDIT, service));
                add(TOKENS_ANEW, without(Part.ACCEPTED_TOKENS, service));
                decideBeforehand();
                add(DECIDED, enrol(service, settings.seconds()));
            }
        }
        table();
        ratio(PENDING);
        ratio(DECIDED);
        cost("the audit row", PENDING, WITHOUT_AUDIT);
        cost("verifying a token, once a minute for each", TOKENS_ANEW, PENDING);
    }

    /** Until the compiler has no more to gain: a service runs for weeks, and the peer needs none of it. */
    private void warmUp(Service service) {
        double best = 0;
        int sinceBest = 0;
        for (int turn = 0; turn < settings.mostWarmUpTurns() && sinceBest < TURNS_WITHOUT_GAIN; turn++) {
            double rate = enrol(service, settings.seconds()).perSecond();
            sinceBest = rate > best * GAIN ? 0 : sinceBest + 1;
            best = Math.max(best, rate);
            report.progress(String.format(Locale.ROOT, "warming up: %.0f/s", rate));
        }
    }

    private void add(String what, Turn turn) {
        of(what).add(turn);
        report.progress(String.format(Locale.ROOT, "%s: %.0f/s", what, turn.perSecond()));
    }

    private List<Turn> of(String what) {
        return turns.computeIfAbsent(what, name -> new ArrayList<>());
    }

    private Turn peerTurn(PgBench peer) {
        double before = ProcessCpu.ofFamily(stack.postgres().process().pid());
        var result = peer.run(settings.clients(), settings.seconds());
        double postgres = ProcessCpu.ofFamily(stack.postgres().process().pid()) - before;
        double operations = result.perSecond() * settings.seconds();
        return new Turn(
                result.perSecond(),
                Double.NaN,
                postgres / operations,
                result.cpuMillis() / operations,
                Double.NaN,
                Double.NaN);
    }

    private Turn enrol(Service service, int seconds) {
        var before = service.cpu();
        var load = Child.java(
                EnrolmentLoad.class,
                List.of(
                        Integer.toString(service.port()),
                        tokens.toString(),
                        Integer.toString(seconds),
                        Integer.toString(nextNumber)));
        var cpu = service.cpu().since(before);
        nextNumber = (int) load.number("next");
        double operations = load.number("answers");
        return new Turn(
                load.number("perSecond"),
                cpu.service() / operations,
                cpu.postgres() / operations,
                load.cpuMillis() / operations,
                load.number("p50"),
                load.number("p99"));
    }

    private Turn without(Part part, Service service) {
        service.leaveOut(Set.of(part));
        try {
            return enrol(service, settings.seconds());
        } finally {
            service.leaveOut(Set.of());
        }
    }

    /** As they stand when the assessments' events have come; how they come is not measured here. */
    private void decideBeforehand() {
        try (var connection = stack.postgres()
                        .superuser(stack.database(ServiceName.REGISTRY).name());
                var statement = connection.prepareStatement("""
                        INSERT INTO candidate_decision (assessment_id, candidate_id, sequence, facility_id, document_number,
                            protocol, protocol_version, stage, decision, coverage, not_satisfied, assessed_on)
                        SELECT uuidv7(), lpad((n::numeric * 900000000011 % 10000000000000000)::text, 16, '0'), 1,
                            'F-BENCH-' || lpad(((n - ?) % ?)::text, 2, '0'), 'ASM-' || n, 'STEMIRAC', '2026-04', 'PLANNING',
                            'ELIGIBLE', 'COMPLETE', '[]', '2026-05-10'
                        FROM generate_series(?, ?) n
                        """)) {
            statement.setInt(1, nextNumber);
            statement.setInt(2, settings.clients());
            statement.setInt(3, nextNumber);
            statement.setInt(4, nextNumber + settings.seconds() * DECISIONS_PER_SECOND);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("decisions could not be laid down", e);
        }
    }

    /** What autovacuum would do within the first minute of so much writing. */
    private void analyse() {
        try (var connection = stack.postgres()
                        .superuser(stack.database(ServiceName.REGISTRY).name());
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void table() {
        report.head(
                "side by side, median (least–most) of " + settings.rounds(),
                "per second",
                "service CPU-ms each",
                "PostgreSQL CPU-ms each",
                "generator CPU-ms each",
                "p50 ms",
                "p99 ms");
        turns.forEach((what, of) -> report.row(
                what,
                spread(of.stream().map(Turn::perSecond).toList(), 0),
                spread(of.stream().map(Turn::service).toList(), 3),
                spread(of.stream().map(Turn::postgres).toList(), 3),
                spread(of.stream().map(Turn::generator).toList(), 3),
                spread(of.stream().map(Turn::p50).toList(), 1),
                spread(of.stream().map(Turn::p99).toList(), 1)));
        report.say("");
    }

    private static String spread(List<Double> rounds, int decimals) {
        return rounds.getFirst().isNaN() ? "–" : Spread.of(rounds).text(decimals);
    }

    private void ratio(String what) {
        var ours = of(what);
        var peers = of(PEER);
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < settings.rounds(); round++) {
            ratios.add(ours.get(round).perSecond() / peers.get(round).perSecond());
        }
        report.say(String.format(
                Locale.ROOT,
                "- **P1, %s: %s** of pgbench's rate",
                what,
                Spread.of(ratios).text(2)));
    }

    /** What an enrolment with the part costs more than one without. */
    private void cost(String what, String with, String without) {
        var shares = new ArrayList<Double>();
        var millis = new ArrayList<Double>();
        for (int round = 0; round < settings.rounds(); round++) {
            var whole = of(with).get(round);
            var rest = of(without).get(round);
            double all = whole.service() + whole.postgres();
            double less = rest.service() + rest.postgres();
            shares.add(100 * (all - less) / all);
            millis.add(all - less);
        }
        report.say("- " + what + ": " + Spread.of(millis).text(3) + " CPU-ms of an enrolment, "
                + Spread.of(shares).text(0) + " % of the service's and PostgreSQL's together");
    }
}
