package org.saisei.benchmarks.stack;

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

    private final LocalStack stack;
    private final Settings settings;
    private final Report report;
    private final EnrolmentTurns enrolments;
    private final Map<String, List<EnrolmentTurns.Turn>> turns = new LinkedHashMap<>();

    EnrolmentBenchmark(LocalStack stack, Settings settings, Report report) {
        this.stack = stack;
        this.settings = settings;
        this.report = report;
        this.enrolments = new EnrolmentTurns(stack, settings);
    }

    void run() {
        var peer = PgBench.prepare(settings.pgbench(), stack.postgres(), stack.logs());
        report.say("");
        report.say("## P1: enrolments ÷ " + peer.version() + ", " + settings.clients() + " clients, "
                + settings.seconds() + " s a turn");
        report.say("");
        try (var service = Service.start(stack, ServiceName.REGISTRY, settings)) {
            service.leaveOut(Set.of());
            enrolments.warmUp(service, report);
            peer.run(settings.clients(), 2);
            enrolments.analyse();
            for (int round = 0; round < settings.rounds(); round++) {
                add(PEER, peerTurn(peer));
                add(PENDING, enrolments.turn(service));
                add(WITHOUT_AUDIT, without(Part.AUDIT, service));
                add(TOKENS_ANEW, without(Part.ACCEPTED_TOKENS, service));
                enrolments.decideBeforehand();
                add(DECIDED, enrolments.turn(service));
            }
        }
        table();
        ratio(PENDING);
        ratio(DECIDED);
        cost("the audit row", PENDING, WITHOUT_AUDIT);
        cost("verifying a token, once a minute for each", TOKENS_ANEW, PENDING);
    }

    private void add(String what, EnrolmentTurns.Turn turn) {
        of(what).add(turn);
        report.progress(String.format(Locale.ROOT, "%s: %.0f/s", what, turn.perSecond()));
    }

    private List<EnrolmentTurns.Turn> of(String what) {
        return turns.computeIfAbsent(what, name -> new ArrayList<>());
    }

    private EnrolmentTurns.Turn peerTurn(PgBench peer) {
        double before = ProcessCpu.ofFamily(stack.postgres().process().pid());
        var result = peer.run(settings.clients(), settings.seconds());
        double postgres = ProcessCpu.ofFamily(stack.postgres().process().pid()) - before;
        double operations = result.perSecond() * settings.seconds();
        return new EnrolmentTurns.Turn(
                result.perSecond(),
                Double.NaN,
                postgres / operations,
                result.cpuMillis() / operations,
                Double.NaN,
                Double.NaN);
    }

    private EnrolmentTurns.Turn without(Part part, Service service) {
        service.leaveOut(Set.of(part));
        try {
            return enrolments.turn(service);
        } finally {
            service.leaveOut(Set.of());
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
                spread(of.stream().map(EnrolmentTurns.Turn::perSecond).toList(), 0),
                spread(of.stream().map(EnrolmentTurns.Turn::service).toList(), 3),
                spread(of.stream().map(EnrolmentTurns.Turn::postgres).toList(), 3),
                spread(of.stream().map(EnrolmentTurns.Turn::generator).toList(), 3),
                spread(of.stream().map(EnrolmentTurns.Turn::p50).toList(), 1),
                spread(of.stream().map(EnrolmentTurns.Turn::p99).toList(), 1)));
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
