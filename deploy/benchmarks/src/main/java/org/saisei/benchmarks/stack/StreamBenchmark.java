package org.saisei.benchmarks.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.tools.EndToEndLatency;
import org.saisei.stack.LocalStack;
import org.saisei.stack.ServiceName;

/** P2: from an adverse event's report to a safety officer's stream, beside a record's way through the same broker. */
final class StreamBenchmark {
    private static final String PEER = "Kafka, record sent → consumer has it (acks=all, 1 KB)";
    private static final String OURS = "report sent → subscriber has it";
    private static final int REPORTS_PER_SECOND = 20;
    private static final String OPEN = OURS + ", " + REPORTS_PER_SECOND + " a second whatever the answers (open model)";
    private static final Pattern AVERAGE = Pattern.compile("Avg latency: ([0-9.]+) ms");

    private final LocalStack stack;
    private final Settings settings;
    private final Report report;
    private final StreamTurns reports;
    private final Map<String, List<StreamTurns.Turn>> turns = new LinkedHashMap<>();

    StreamBenchmark(LocalStack stack, Settings settings, Report report) {
        this.stack = stack;
        this.settings = settings;
        this.report = report;
        this.reports = new StreamTurns(stack, settings);
    }

    void run() {
        report.say("");
        report.say("## P2: adverse event, report → stream, ÷ Kafka's end-to-end latency, one of each by turns, "
                + settings.seconds() * 2 + " s a round");
        report.say("");
        reports.createTopic();
        var tool = new ArrayList<Double>();
        try (var service = Service.start(stack, ServiceName.ADVERSE_EVENT, settings)) {
            reports.warmUp(service, report);
            for (int round = 0; round < settings.rounds(); round++) {
                var interleaved = reports.interleaved(service, "R" + round);
                of(PEER).add(interleaved.kafka());
                of(OURS).add(interleaved.reports());
                of(OPEN).add(reports.open(service, "O" + round, REPORTS_PER_SECOND, 2, settings.seconds() * 2));
                tool.add(tool());
                report.progress("round " + (round + 1) + " of " + settings.rounds());
            }
        }
        table();
        report.say("- **P2, p50: " + ratio(true) + "; p99: " + ratio(false) + "** times Kafka's");
        report.say("- Kafka's own EndToEndLatency, by itself on the same topic in the same rounds: average "
                + Spread.of(tool).text(2) + " ms");
    }

    private List<StreamTurns.Turn> of(String what) {
        return turns.computeIfAbsent(what, name -> new ArrayList<>());
    }

    private double tool() {
        var child = Child.java(
                EndToEndLatency.class,
                List.of(
                        stack.kafka().bootstrapServers(),
                        StreamTurns.TOPIC,
                        Integer.toString(settings.seconds() * 400),
                        "all",
                        Integer.toString(StreamTurns.RECORD_BYTES)));
        var average = AVERAGE.matcher(child.output());
        if (!average.find()) {
            throw new IllegalStateException("EndToEndLatency printed no average:\n" + child.output());
        }
        return Double.parseDouble(average.group(1));
    }

    private void table() {
        report.head(
                "side by side, median (least–most) of " + settings.rounds(),
                "p50 ms",
                "p99 ms",
                "service CPU-ms each",
                "PostgreSQL CPU-ms each");
        turns.forEach((what, of) -> report.row(
                what,
                Spread.of(of.stream().map(StreamTurns.Turn::p50).toList()).text(2),
                Spread.of(of.stream().map(StreamTurns.Turn::p99).toList()).text(2),
                spread(of.stream().map(StreamTurns.Turn::service).toList()),
                spread(of.stream().map(StreamTurns.Turn::postgres).toList())));
        report.say("");
    }

    private static String spread(List<Double> rounds) {
        return rounds.getFirst().isNaN() ? "–" : Spread.of(rounds).text(2);
    }

    private String ratio(boolean median) {
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < settings.rounds(); round++) {
            var ours = of(OURS).get(round);
            var its = of(PEER).get(round);
            ratios.add(median ? ours.p50() / its.p50() : ours.p99() / its.p99());
        }
        return Spread.of(ratios).text(1);
    }
}
