package org.saisei.benchmarks.stack;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Reports adverse events at a rate that does not heed the answers (open model), and notes when a safety officer's stream has
 * each. A latency counts from the moment at which the report was due, so that a stall is not hidden by waiting for it.
 *
 * <p>Takes the service's port, a file with a token for each hospital, one with a safety officer's, reports per second, seconds
 * to warm up, seconds to measure, and a name for the document numbers of this run.
 */
final class CaseLoad {
    private static final Pattern DOCUMENT = Pattern.compile("\"documentNumber\":\"([^\"]+)\"");
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
        var stream = load.open(Files.readString(Path.of(arguments[2])).strip());
        Thread.ofPlatform().daemon().start(() -> load.read(stream));
        long start = System.nanoTime();
        long from = start + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[4]));
        long end = from + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[5]));
        load.report(start, end);
        load.print(from);
        System.exit(0);
    }

    private InputStream open(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cases/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the stream answers " + answer.statusCode());
        }
        return answer.body();
    }

    private void read(InputStream stream) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var document = DOCUMENT.matcher(line);
                if (line.startsWith("data:") && document.find()) {
                    streamedAt.put(document.group(1), System.nanoTime());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            long due = start;
            for (int number = 0; ; number++) {
                due += (long) (-Math.log(1 - random.nextDouble()) * meanGap);
                if (due >= end) {
                    return;
                }
                var document = run + "-" + hospital + "-" + number;
                byte[] request = request(hospital, document);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                dueAt.put(document, due);
                socket.getOutputStream().write(request);
                expectCreated(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] request(int hospital, String document) {
        byte[] body = """
                {"documentNumber":"%s","protocol":"STEMIRAC","awareOn":"2026-05-24",\
                "patient":{"candidateId":"%016d"},\
                "reporter":{"profession":"PHYSICIAN","reference":"DR-0001"},\
                "suspects":[{"suspect":"PRODUCT","lotNumber":"LOT-2026-0001","causality":"POSSIBLE"},\
                {"suspect":"BLOOD_COLLECTION","causality":"UNLIKELY"},\
                {"suspect":"MARROW_COLLECTION","causality":"UNLIKELY"}],\
                "reaction":{"term":{"dictionary":"SAISEI-TRIAL","version":"1.0","code":"ST-0102"},\
                "verbatim":"急な息切れと胸痛","onsetOn":"2026-05-23",\
                "seriousness":["LIFE_THREATENING","HOSPITALISATION"],"severityGrade":4},\
                "narrative":"投与翌日に呼吸困難、SpO2低下。酸素投与にて対応。"}""".formatted(document, (long) document.hashCode() & 0xFFFF_FFFFL)
                .getBytes(StandardCharsets.UTF_8);
        byte[] head =
                ("POST /cases HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                                + hospitals.get(hospital) + "\r\nIdempotency-Key: " + document + "\r\nContent-Length: "
                                + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static void expectCreated(InputStream in) throws IOException {
        var status = line(in);
        int length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" 201 ")) {
            System.out.println(status + "\n" + body);
            System.exit(1);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the service closed a connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
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
