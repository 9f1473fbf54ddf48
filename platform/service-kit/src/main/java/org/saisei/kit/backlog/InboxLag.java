package org.saisei.kit.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.saisei.kit.broker.Broker;
import org.saisei.kit.inbox.EventHandler;

/** How far this service, all replicas together, is behind the topics that it reads. */
@Singleton
class InboxLag {
    private static final Lag UNKNOWN = new Lag(Double.NaN, Double.NaN);

    private final Broker broker;
    private final List<String> topics;
    private final Map<String, Lag> lags = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Behind> behind = new HashMap<>();

    private record Lag(double events, double seconds) {}

    /** Not yet read up to an offset that was the end when it was seen. */
    private record Behind(long end, long sinceNanos) {}

    InboxLag(Broker broker, Instance<EventHandler> handlers, MeterRegistry meters) {
        this.broker = broker;
        this.topics = handlers.stream().map(EventHandler::topic).sorted().toList();
        for (var topic : topics) {
            gauge(meters, "saisei.inbox.lag.events", "Records on the topic that are not yet read", topic, Lag::events);
            gauge(
                    meters,
                    "saisei.inbox.lag.seconds",
                    "For how long the oldest of them has been seen to wait",
                    topic,
                    Lag::seconds);
        }
    }

    private void gauge(MeterRegistry meters, String name, String text, String topic, Function<Lag, Double> value) {
        Gauge.builder(name, () -> value.apply(lags.getOrDefault(topic, UNKNOWN)))
                .description(text)
                .tag("topic", topic)
                .strongReference(true)
                .register(meters);
    }

    void unknown() {
        lags.clear();
    }

    /** @param missing topics that are not there, of which nothing is known */
    void look(Admin admin, Set<String> missing, Duration patience) {
        lags.keySet().removeAll(missing);
        var there = topics.stream().filter(topic -> !missing.contains(topic)).toList();
        if (there.isEmpty()) {
            return;
        }
        var read = broker.acknowledged(admin, patience);
        var asked = broker.partitions(there).stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var ends = Broker.get(
                admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all(),
                patience);
        long now = System.nanoTime();
        for (var topic : there) {
            double events = 0;
            long longest = 0;
            for (var partition : broker.partitions(List.of(topic))) {
                var end = ends.get(partition);
                long done = read.getOrDefault(partition, 0L);
                long waiting = end == null ? 0 : waiting(done, end.offset());
                events += waiting;
                if (end != null && waiting > 0) {
                    longest = Math.max(longest, now - behind(partition, done, end.offset(), now));
                } else {
                    behind.remove(partition);
                }
            }
            lags.put(topic, new Lag(events, longest / 1e9));
        }
    }

    /** A transaction ends with a marker, which takes an offset and is never acknowledged. */
    private static long waiting(long read, long end) {
        return end - read <= 1 ? 0 : end - read;
    }

    /** Since when the oldest record not read is known to be there; less than its age, and never by more than one look. */
    private long behind(TopicPartition partition, long read, long end, long now) {
        var seen = behind.get(partition);
        if (seen == null || waiting(read, seen.end()) == 0) {
            seen = new Behind(end, now);
            behind.put(partition, seen);
        }
        return seen.sinceNanos();
    }
}
