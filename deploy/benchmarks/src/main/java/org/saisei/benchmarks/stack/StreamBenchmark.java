package org.saisei.benchmarks.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.tools.EndToEndLatency;
import org.saisei.stack.LocalStack;
import org.saisei.stack.ServiceName;

/** P2: from an adverse event's report to a safety officer's stream, beside a record's way through the same broker. */
final class StreamBenchmark {
    private static final String OURS = "report sent → subscriber has it";
    private static final String PEER = "Kafka, record sent → consumer has it (acks=all, 1 KB)";
    private static final String TOPIC = "benchmark.end-to-end";
    private static final int REPORTS_PER_SECOND = 20;
    private static final int HOSPITALS = 16;
    private static final int RECORD_BYTES = 1024;
    private static final Pattern AVERAGE = Pattern.compile("Avg latency: ([0-9.]+) ms");

    private final LocalStack stack;
    private final Settings settings;
    private final Report report;
    private final Path hospitals;
    private final Path officer;
    private final Map<String, List<Turn>> turns = new LinkedHashMap<>();

    StreamBenchmark(LocalStack stack, Settings settings, Report report) {
        this.stack = stack;
        this.settings = settings;
        this.report = report;
        this.hospitals = Service.hospitals(stack, HOSPITALS);
        this.officer = Service.safetyOfficer(stack);
    }

    /** In milliseconds; the processor time of an operation, NaN where it cannot be told. */
    private record Turn(double p50, double p99, double service, double postgres) {}

    void run() {
        report.say("");
        report.say("## P2: adverse event, report → stream, at " + REPORTS_PER_SECOND
                + " reports a second (open model), ÷ Kafka's" + " end-to-end latency, " + settings.seconds() * 2
                + " s a turn");
        report.say("");
        createTopic();
        var tool = new ArrayList<Double>();
        var loop = new ArrayList<Double>();
        try (var service = Service.start(stack, ServiceName.ADVERSE_EVENT, settings)) {
            cases(service, "WARM", 200, 1, settings.warmUpSeconds());
            for (int round = 0; round < settings.rounds(); round++) {
                of(PEER).add(peer(loop));
                of(OURS).add(cases(service, "R" + round, REPORTS_PER_SECOND, 2, settings.seconds() * 2));
                tool.add(tool());
                report.progress("round " + (round + 1) + " of " + settings.rounds());
            }
        }
        table();
        report.say("- **P2, p50: " + ratio(true) + "; p99: " + ratio(false) + "** times Kafka's");
        report.say("- Kafka's own EndToEndLatency, on the same topic in the same rounds: average "
                + Spread.of(tool).text(2) + " ms; the peer's loop above: "
                + Spread.of(loop).text(2) + " ms");
    }

    private List<Turn> of(String what) {
        return turns.computeIfAbsent(what, name -> new ArrayList<>());
    }

    private Turn cases(Service service, String run, int perSecond, int warmUp, int seconds) {
        var before = service.cpu();
        var load = Child.java(
                CaseLoad.class,
                List.of(
                        Integer.toString(service.port()),
                        hospitals.toString(),
                        officer.toString(),
                        Integer.toString(perSecond),
                        Integer.toString(warmUp),
                        Integer.toString(seconds),
                        run));
        var cpu = service.cpu().since(before);
        double reports = load.number("reports") * (warmUp + seconds) / seconds;
        return new Turn(load.number("p50"), load.number("p99"), cpu.service() / reports, cpu.postgres() / reports);
    }

    private Turn peer(List<Double> averages) {
        var child = Child.java(
                BrokerLatency.class,
                List.of(
                        stack.kafka().bootstrapServers(),
                        TOPIC,
                        records(1),
                        records(4),
                        Integer.toString(RECORD_BYTES)));
        averages.add(child.number("average"));
        return new Turn(child.number("p50"), child.number("p99"), Double.NaN, Double.NaN);
    }

    private double tool() {
        var child = Child.java(
                EndToEndLatency.class,
                List.of(stack.kafka().bootstrapServers(), TOPIC, records(4), "all", Integer.toString(RECORD_BYTES)));
        var average = AVERAGE.matcher(child.output());
        if (!average.find()) {
            throw new IllegalStateException("EndToEndLatency printed no average:\n" + child.output());
        }
        return Double.parseDouble(average.group(1));
    }

    private String records(int times) {
        return Integer.toString(settings.seconds() * 100 * times);
    }

    private void createTopic() {
        try (var admin = stack.kafka().admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
                Spread.of(of.stream().map(Turn::p50).toList()).text(2),
                Spread.of(of.stream().map(Turn::p99).toList()).text(2),
                spread(of.stream().map(Turn::service).toList()),
                spread(of.stream().map(Turn::postgres).toList())));
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
