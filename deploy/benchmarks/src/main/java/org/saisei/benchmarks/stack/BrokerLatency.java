package org.saisei.benchmarks.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * P2's peer: Kafka's own {@code EndToEndLatency} with its settings and its loop (send, wait for the acknowledgement, poll
 * until the record is there, then the next), in fractions of a millisecond, since that tool's percentiles are whole ones.
 *
 * <p>Takes the broker, the topic (one partition), records to warm up, records to measure, and the bytes of each.
 */
final class BrokerLatency {
    private BrokerLatency() {}

    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        var topic = new TopicPartition(arguments[1], 0);
        int warmUp = Integer.parseInt(arguments[2]);
        int measured = Integer.parseInt(arguments[3]);
        var record = new byte[Integer.parseInt(arguments[4])];
        new Random(1).nextBytes(record);
        var millis = new ArrayList<Double>();
        try (var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", arguments[0],
                                "enable.auto.commit", "false",
                                "auto.offset.reset", "latest",
                                "fetch.max.wait.ms", "0"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", arguments[0], "linger.ms", "0", "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToEnd(List.of(topic));
            consumer.position(topic);
            for (int i = 0; i < warmUp + measured; i++) {
                long begun = System.nanoTime();
                producer.send(new ProducerRecord<>(topic.topic(), record)).get();
                if (consumer.poll(Duration.ofSeconds(60)).count() != 1) {
                    throw new IllegalStateException("not the one record that was sent");
                }
                if (i >= warmUp) {
                    millis.add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        var sorted = millis.stream().sorted().toList();
        System.out.println(
                "average=" + sorted.stream().mapToDouble(each -> each).average().orElseThrow());
        System.out.println("p50=" + Spread.quantile(sorted, 0.5));
        System.out.println("p99=" + Spread.quantile(sorted, 0.99));
    }
}
