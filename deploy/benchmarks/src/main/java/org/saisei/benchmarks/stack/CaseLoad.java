package org.saisei.benchmarks.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Reports adverse events at a rate that does not heed the answers (open model), and notes when a safety officer's stream has
 * each. A latency counts from the moment at which the report was due, so that a stall is not hidden by waiting for it.
 *
 * <p>Takes the service's port, a file with a token for each hospital, one with a safety officer's, reports per second, seconds
 * to warm up, seconds to measure, and a name for the document numbers of this run.
 */
final class CaseLoad {
    private static final long PATIENCE_SECONDS = 10;

    private final int port;
    private final List<String> hospitals;
    private final double perSecond;
    private final String run;
    private final Map<String, Long> dueAt = new ConcurrentHashMap<>();
    private final Map<String, Long> streamedAt = new ConcurrentHashMap<>();

    private CaseLoad(int port, List<String> hospitals, double perSecond, String run) {
        this.port = port;
        this.hospitals = hospitals;
        this.perSecond = perSecond;
        this.run = run;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var load = new CaseLoad(
                Integer.parseInt(arguments[0]),
                Files.readAllLines(Path.of(arguments[1])),
                Double.parseDouble(arguments[3]),
                arguments[6]);
        OfficersStream.open(
                load.port,
                Files.readString(Path.of(arguments[2])).strip(),
                document -> load.streamedAt.put(document, System.nanoTime()));
        long start = System.nanoTime();
        long from = start + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[4]));
        long end = from + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[5]));
        load.report(start, end);
        load.print(from);
        System.exit(0);
    }

    /** A thread for each hospital, at gaps drawn from an exponential distribution. */
    private void report(long start, long end) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int index = 0; index < hospitals.size(); index++) {
            int hospital = index;
            threads.add(Thread.ofPlatform().start(() -> report(hospital, start, end)));
        }
        for (var thread : threads) {
            thread.join();
        }
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (streamedAt.size() < dueAt.size() && System.nanoTime() < patience) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private void report(int hospital, long start, long end) {
        var random = new Random(run.hashCode() * 31L + hospital);
        double meanGap = 1e9 * hospitals.size() / perSecond;
        try (var reports = new CaseReports(port, hospitals.get(hospital))) {
            long due = start;
            for (int number = 0; ; number++) {
                due += (long) (-Math.log(1 - random.nextDouble()) * meanGap);
                if (due >= end) {
                    return;
                }
                var document = run + "-" + hospital + "-" + number;
                byte[] request = reports.request(document);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                dueAt.put(document, due);
                reports.send(request);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(long from) {
        var latencies = dueAt.entrySet().stream()
                .filter(report -> report.getValue() >= from)
                .map(report -> {
                    var arrived = streamedAt.get(report.getKey());
                    if (arrived == null) {
                        throw new IllegalStateException("never streamed: " + report.getKey());
                    }
                    return (arrived - report.getValue()) / 1e6;
                })
                .sorted()
                .toList();
        System.out.println("reports=" + latencies.size());
        System.out.println("p50=" + Spread.quantile(latencies, 0.5));
        System.out.println("p99=" + Spread.quantile(latencies, 0.99));
    }
}
