package org.saisei.systemtests.chaos.fault;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.saisei.stack.ServiceName;
import org.saisei.systemtests.Circumstances;

/** Parked, while all others flow. A key that is poisoned waits on every topic, so each topic has one of its own. */
final class PoisonEvent implements Fault {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "poison-event";
    }

    @Override
    public String description() {
        return "on each topic that a service reads, an event under a key of its own that nobody can apply";
    }

    @Override
    public int share() {
        return 5;
    }

    @Override
    public Blow aim(Ground ground, RandomGenerator random) {
        var keys = "poison-" + new UUID(random.nextLong(), random.nextLong());
        return Blow.on("topics", () -> {
            var read = ground.cluster().topicsRead();
            var topics = new TreeSet<String>();
            read.values().forEach(topics::addAll);
            try (var producer = new KafkaProducer<>(
                    Map.<String, Object>of(
                            "bootstrap.servers", ground.cluster().kafka().bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer())) {
                for (var topic : topics) {
                    producer.send(Circumstances.record(topic, keys + "-" + topic, 1, "no JSON"))
                            .get(20, TimeUnit.SECONDS);
                }
            }
            long expected = read.values().stream().mapToLong(Set::size).sum();
            var parked = new long[1];
            Time.within(PATIENCE, () -> {
                parked[0] = parked(ground, keys);
                return parked[0] == expected;
            });
            return topics.size() + " sent, parked " + parked[0] + " of " + expected + " times";
        });
    }

    private static long parked(Ground ground, String keys) throws SQLException {
        long parked = 0;
        for (var service : ServiceName.values()) {
            parked += ground.cluster()
                    .number(service, "SELECT count(*) FROM parked_event WHERE starts_with(key, ?)", keys);
        }
        return parked;
    }
}
