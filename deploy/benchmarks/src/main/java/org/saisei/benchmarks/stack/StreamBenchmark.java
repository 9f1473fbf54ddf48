package org.saisei.benchmarks.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.tools.EndToEndLatency;
import org.saisei.stack.LocalStack;
import org.saisei.stack.ServiceName;

/** P2: from an adverse event's report to a safety officer's stream, beside a record's way through the same broker. */
final class StreamBenchmark {
    private static final String PEER = "Kafka, record sent → consumer has it (acks=all, 1 KB)";
    private static final String OURS = "report sent → subscriber has it";
    private static final String TOPIC = "benchmark.end-to-end";
    private static final int REPORTS_PER_SECOND = 20;
    private static final String OPEN = OURS + ", " + REPORTS_PER_SECOND + " a second whatever the answers (open model)";
    private static final int WARMING_PER_SECOND = 200;
    private static final int HOSPITALS = 16;
    private static final int RECORD_BYTES = 1024;
    private static final double GAIN = 0.97;
    private static final int TURNS_WITHOUT_GAIN = 2;
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
        report.say("## P2: adverse event, report → stream, ÷ Kafka's end-to-end latency, one of each by turns, "
                + settings.seconds() * 2 + " s a round");
        report.say("");
        createTopic();
        var tool = new ArrayList<Double>();
        try (var service = Service.start(stack, ServiceName.ADVERSE_EVENT, settings)) {
            warmUp(service);
            for (int round = 0; round < settings.rounds(); round++) {
                var interleaved = interleaved(service, "R" + round);
                of(PEER).add(interleaved.get(0));
                of(OURS).add(interleaved.get(1));
                of(OPEN).add(open(service, "O" + round, REPORTS_PER_SECOND, 2, settings.seconds() * 2));
                tool.add(tool());
                report.progress("round " + (round + 1) + " of " + settings.rounds());
            }
        }
        table();
        report.say("- **P2, p50: " + ratio(true) + "; p99: " + ratio(false) + "** times Kafka's");
        report.say("- Kafka's own EndToEndLatency, by itself on the same topic in the same rounds: average "
                + Spread.of(tool).text(2) + " ms");
    }

    /** Until the compiler has no more to gain: a service runs for weeks. */
    private void warmUp(Service service) {
        open(service, "W", WARMING_PER_SECOND, 1, settings.warmUpSeconds());
        double best = Double.MAX_VALUE;
        int sinceBest = 0;
        for (int turn = 0; turn < settings.mostWarmUpTurns() && sinceBest < TURNS_WITHOUT_GAIN; turn++) {
            double p50 = interleaved(service, "W" + turn).get(1).p50();
            sinceBest = p50 < best * GAIN ? 0 : sinceBest + 1;
            best = Math.min(best, p50);
            report.progress(String.format(Locale.ROOT, "warming up: %.2f ms", p50));
        }
    }

    private List<Turn> of(String what) {
        return turns.computeIfAbsent(what, name -> new ArrayList<>());
    }

    /** The peer's first. */
    private List<Turn> interleaved(Service service, String run) {
        int warmUp = 2;
        int seconds = settings.seconds() * 2;
        var before = service.cpu();
        var child = Child.java(
                StreamLatency.class,
                List.of(
                        Integer.toString(service.port()),
                        hospitals.toString(),
                        officer.toString(),
                        stack.kafka().bootstrapServers(),
                        TOPIC,
                        Integer.toString(RECORD_BYTES),
                        Integer.toString(warmUp),
                        Integer.toString(seconds),
                        run));
        var cpu = service.cpu().since(before);
        double reports = child.number("reportNumber") * (warmUp + seconds) / seconds;
        return List.of(
                new Turn(child.number("kafkaP50"), child.number("kafkaP99"), Double.NaN, Double.NaN),
                new Turn(
                        child.number("reportP50"),
                        child.number("reportP99"),
                        cpu.service() / reports,
                        cpu.postgres() / reports));
    }

    private Turn open(Service service, String run, int perSecond, int warmUp, int seconds) {
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

    private double tool() {
        var child = Child.java(
                EndToEndLatency.class,
                List.of(
                        stack.kafka().bootstrapServers(),
                        TOPIC,
                        Integer.toString(settings.seconds() * 400),
                        "all",
                        Integer.toString(RECORD_BYTES)));
        var average = AVERAGE.matcher(child.output());
        if (!average.find()) {
            throw new IllegalStateException("EndToEndLatency printed no average:\n" + child.output());
        }
        return Double.parseDouble(average.group(1));
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
