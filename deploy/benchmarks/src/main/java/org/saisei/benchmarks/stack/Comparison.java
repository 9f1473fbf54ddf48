package org.saisei.benchmarks.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.saisei.stack.LocalStack;
import org.saisei.stack.ServiceName;

/**
 * Whether a change has cost anything: this checkout beside another one, whose services run on a PostgreSQL and a Kafka of their
 * own, by turns in one run. The change is held to be within what the other sways by itself if its median lies between the
 * other's least and most.
 */
final class Comparison {
    private final LocalStack now;
    private final LocalStack other;
    private final Path beside;
    private final Settings settings;
    private final Report report;

    /** @param beside the checkout that the other stack runs from */
    Comparison(LocalStack now, LocalStack other, Path beside, Settings settings, Report report) {
        this.now = now;
        this.other = other;
        this.beside = beside;
        this.settings = settings;
        this.report = report;
    }

    void run(String which) {
        report.say("");
        report.say("## " + which + ", this checkout beside " + Machine.commit(beside));
        report.say("");
        switch (which) {
            case "P1" -> enrolments();
            case "P2" -> streams();
            default -> throw new IllegalStateException(which);
        }
    }

    private void enrolments() {
        var ours = new EnrolmentTurns(now, settings);
        var theirs = new EnrolmentTurns(other, settings);
        try (var service = Service.start(now, ServiceName.REGISTRY, settings);
                var otherService = Service.start(other, ServiceName.REGISTRY, settings)) {
            ours.warmUp(service, report);
            theirs.warmUp(otherService, report);
            ours.analyse();
            theirs.analyse();
            var rounds = rounds((round, mine) -> mine ? ours.turn(service) : theirs.turn(otherService));
            table(rounds, "enrolments a second", EnrolmentTurns.Turn::perSecond, 0);
            table(rounds, "service CPU-ms each", EnrolmentTurns.Turn::service, 3);
            table(rounds, "PostgreSQL CPU-ms each", EnrolmentTurns.Turn::postgres, 3);
        }
    }

    private void streams() {
        var ours = new StreamTurns(now, settings);
        var theirs = new StreamTurns(other, settings);
        ours.createTopic();
        theirs.createTopic();
        try (var service = Service.start(now, ServiceName.ADVERSE_EVENT, settings);
                var otherService = Service.start(other, ServiceName.ADVERSE_EVENT, settings)) {
            ours.warmUp(service, report);
            theirs.warmUp(otherService, report);
            var rounds = rounds((round, mine) -> (mine
                            ? ours.interleaved(service, "R" + round)
                            : theirs.interleaved(otherService, "R" + round))
                    .reports());
            table(rounds, "report → stream, p50 ms", StreamTurns.Turn::p50, 2);
            table(rounds, "report → stream, p99 ms", StreamTurns.Turn::p99, 2);
        }
    }

    private record Rounds<T>(List<T> ours, List<T> theirs) {}

    /** Who begins changes from round to round. */
    private <T> Rounds<T> rounds(BiFunction<Integer, Boolean, T> turn) {
        var ours = new ArrayList<T>();
        var theirs = new ArrayList<T>();
        for (int round = 0; round < settings.rounds(); round++) {
            boolean first = round % 2 == 0;
            for (boolean mine : List.of(first, !first)) {
                (mine ? ours : theirs).add(turn.apply(round, mine));
            }
            report.progress("round " + (round + 1) + " of " + settings.rounds());
        }
        report.head("median (least–most) of " + settings.rounds(), "this checkout", "the other", "within the other's");
        return new Rounds<>(ours, theirs);
    }

    private <T> void table(Rounds<T> rounds, String what, Function<T, Double> figure, int decimals) {
        var ours = Spread.of(rounds.ours().stream().map(figure).toList());
        var theirs = Spread.of(rounds.theirs().stream().map(figure).toList());
        report.row(
                what,
                ours.text(decimals),
                theirs.text(decimals),
                ours.median() >= theirs.least() && ours.median() <= theirs.most()
                        ? "yes"
                        : String.format(Locale.ROOT, "no, %+.0f %%", 100 * (ours.median() / theirs.median() - 1)));
    }
}
