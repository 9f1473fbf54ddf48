package org.saisei.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * By turns one record through Kafka and one adverse event through the service to a safety officer's stream, each begun when
 * the one before has arrived, so that both meet the same machine. The record's way is the loop of Kafka's own
 * {@code EndToEndLatency} with its settings (send, wait for the acknowledgement, poll until the record is there), told in
 * fractions of a millisecond, since that tool's percentiles are whole ones.
 *
 * <p>Takes the service's port, a file with hospitals' tokens, one with a safety officer's, the broker, a topic of one partition,
 * the bytes of a record, seconds to warm up, seconds to measure, and a name for the document numbers of this run.
 */
final class StreamLatency {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Double> kafka = new ArrayList<>();
    private final List<Double> reports = new ArrayList<>();

    private StreamLatency() {}

    private record Arrival(String document, long nanos) {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var arrivals = new LinkedBlockingQueue<Arrival>();
        int port = Integer.parseInt(arguments[0]);
        OfficersStream.open(
                port,
                Files.readString(Path.of(arguments[2])).strip(),
                document -> arrivals.add(new Arrival(document, System.nanoTime())));
        var topic = new TopicPartition(arguments[4], 0);
        var record = new byte[Integer.parseInt(arguments[5])];
        new Random(1).nextBytes(record);
        long from = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[6]));
        long end = from + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[7]));
        var measured = new StreamLatency();
        try (var consumer = consumer(arguments[3]);
                var producer = producer(arguments[3]);
                var hospital = new CaseReports(
                        port, Files.readAllLines(Path.of(arguments[1])).getFirst())) {
            consumer.assign(List.of(topic));
            consumer.seekToEnd(List.of(topic));
            consumer.position(topic);
            for (int number = 0; System.nanoTime() < end; number++) {
                boolean counts = System.nanoTime() >= from;
                double throughKafka = record(producer, consumer, new ProducerRecord<>(topic.topic(), record));
                double toStream = report(hospital, arrivals, arguments[8] + "-" + number);
                if (counts) {
                    measured.kafka.add(throughKafka);
                    measured.reports.add(toStream);
                }
            }
        }
        measured.print();
        System.exit(0);
    }

    private static double record(
            KafkaProducer<byte[], byte[]> producer,
            KafkaConsumer<byte[], byte[]> consumer,
            ProducerRecord<byte[], byte[]> record)
            throws ExecutionException, InterruptedException {
        long begun = System.nanoTime();
        producer.send(record).get();
        if (consumer.poll(PATIENCE).count() != 1) {
            throw new IllegalStateException("not the one record that was sent");
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double report(CaseReports hospital, BlockingQueue<Arrival> arrivals, String document)
            throws IOException, InterruptedException {
        byte[] request = hospital.request(document);
        long begun = System.nanoTime();
        hospital.send(request);
        var arrival = arrivals.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (arrival == null || !arrival.document().equals(document)) {
            throw new IllegalStateException("not the one report that was sent");
        }
        return (arrival.nanos() - begun) / 1e6;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String broker) {
        return new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", broker,
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "latest",
                        "fetch.max.wait.ms", "0"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static KafkaProducer<byte[], byte[]> producer(String broker) {
        return new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "linger.ms", "0", "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private void print() {
        print("kafka", kafka);
        print("report", reports);
    }

    private static void print(String what, List<Double> millis) {
        Collections.sort(millis);
        System.out.println(what + "Number=" + millis.size());
        System.out.println(what + "P50=" + Spread.quantile(millis, 0.5));
        System.out.println(what + "P99=" + Spread.quantile(millis, 0.99));
    }
}
