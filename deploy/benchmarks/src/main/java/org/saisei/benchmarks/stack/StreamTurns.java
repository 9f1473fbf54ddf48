package org.saisei.benchmarks.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.saisei.stack.LocalStack;

/** Turns of reports to one adverse-event service, until an open stream has them. */
final class StreamTurns {
    static final String TOPIC = "benchmark.end-to-end";
    static final int RECORD_BYTES = 1024;
    private static final int WARMING_PER_SECOND = 200;
    private static final int HOSPITALS = 16;
    private static final double GAIN = 0.97;
    private static final int TURNS_WITHOUT_GAIN = 2;

    private final LocalStack stack;
    private final Settings settings;
    private final Path hospitals;
    private final Path officer;

    StreamTurns(LocalStack stack, Settings settings) {
        this.stack = stack;
        this.settings = settings;
        this.hospitals = Service.hospitals(stack, HOSPITALS);
        this.officer = Service.safetyOfficer(stack);
    }

    /** In milliseconds; the processor time of an operation, NaN where it cannot be told. */
    record Turn(double p50, double p99, double service, double postgres) {}

    /** Of records and reports by turns. */
    record Interleaved(Turn kafka, Turn reports) {}

    /** That of the records. */
    void createTopic() {
        try (var admin = stack.kafka().admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Until the compiler has no more to gain: a service runs for weeks. */
    void warmUp(Service service, Report report) {
        open(service, "W", WARMING_PER_SECOND, 1, settings.warmUpSeconds());
        double best = Double.MAX_VALUE;
        int sinceBest = 0;
        for (int turn = 0; turn < settings.mostWarmUpTurns() && sinceBest < TURNS_WITHOUT_GAIN; turn++) {
            double p50 = interleaved(service, "W" + turn).reports().p50();
            sinceBest = p50 < best * GAIN ? 0 : sinceBest + 1;
            best = Math.min(best, p50);
            report.progress(String.format(Locale.ROOT, "warming up: %.2f ms", p50));
        }
    }

    Interleaved interleaved(Service service, String run) {
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
        return new Interleaved(
                new Turn(child.number("kafkaP50"), child.number("kafkaP99"), Double.NaN, Double.NaN),
                new Turn(
                        child.number("reportP50"),
                        child.number("reportP99"),
                        cpu.service() / reports,
                        cpu.postgres() / reports));
    }

    Turn open(Service service, String run, int perSecond, int warmUp, int seconds) {
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
}
