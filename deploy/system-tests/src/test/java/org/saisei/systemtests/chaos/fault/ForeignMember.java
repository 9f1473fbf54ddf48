package org.saisei.systemtests.chaos.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Twice the partitions change hands: as it joins, and as it leaves. It acknowledges nothing. */
final class ForeignMember implements Fault {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "foreign-member";
    }

    @Override
    public String description() {
        return "another member joins a service's consumer group under load, reads, and leaves";
    }

    @Override
    public int share() {
        return 4;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var service = ground.anyService(random);
        var stay = Time.between(500, 3_000, random);
        return Blow.on("group " + service.folder(), () -> {
            var topics = ground.cluster().topicsRead().getOrDefault(service, Set.of());
            try (var consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers", ground.cluster().kafka().bootstrapServers(),
                            "group.id", service.folder(),
                            "enable.auto.commit", "false",
                            "auto.offset.reset", "earliest",
                            "session.timeout.ms", "10000"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                consumer.subscribe(topics);
                Time.within(PATIENCE, () -> {
                    consumer.poll(Duration.ofMillis(100));
                    return !consumer.assignment().isEmpty();
                });
                int given = consumer.assignment().size();
                long until = System.nanoTime() + stay.toNanos();
                while (System.nanoTime() < until) {
                    consumer.poll(Duration.ofMillis(100));
                }
                return given + " partitions of " + topics.size() + " topics were its for " + Time.told(stay);
            }
        });
    }
}
