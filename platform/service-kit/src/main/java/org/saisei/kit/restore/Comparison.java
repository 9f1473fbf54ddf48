package org.saisei.kit.restore;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.saisei.kit.broker.Broker;
import org.saisei.kit.gate.Gate;
import org.saisei.kit.inbox.ReadAgain;

/** Compares the database with the topics, once. What it has kept when it fails it does not look for again. */
@Singleton
class Comparison {
    private static final Logger LOG = Logger.getLogger(Comparison.class);

    private final Broker broker;
    private final ComparisonStore store;
    private final OwnTopics own;
    private final ReadAgain readAgain;
    private final Gate gate;
    private final Progress progress;

    Comparison(Broker broker, ComparisonStore store, OwnTopics own, ReadAgain readAgain, Gate gate, Progress progress) {
        this.broker = broker;
        this.store = store;
        this.own = own;
        this.readAgain = readAgain;
        this.gate = gate;
        this.progress = progress;
    }

    /**
     * @param patience for each request to the broker
     * @throws org.apache.kafka.common.KafkaException if the broker is away, or does not tell
     */
    void run(Duration patience) {
        long begun = System.nanoTime();
        var origin = store.origin();
        boolean another =
                store.lastOrigin().filter(last -> !last.equals(origin)).isPresent();
        try (var admin = broker.admin(patience)) {
            var there = broker.readable(admin, patience);
            try (var reader = broker.reader(patience)) {
                var tails = new Tails(reader);
                progress.tell("looking at the service's own topics");
                var ends = reader.endOffsets(broker.partitions(there));
                long forgotten = own.keepForgotten(tails, ends);
                progress.tell("looking at what was read");
                var again = acknowledgedAndUnknown(tails, acknowledged(admin, ends, patience));
                store.goOnBehindForgotten(another || !again.isEmpty());
                gate.allowNumbering();
                long read = read(tails, again);
                store.compared(origin, forgotten, read);
                tell(forgotten, read, another, ends.size(), begun);
            }
        }
    }

    private void tell(long forgotten, long read, boolean another, int partitions, long begun) {
        var result = "%d partitions in %d ms: %d events forgotten, %d read again"
                .formatted(partitions, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), forgotten, read);
        if (another || forgotten > 0 || read > 0) {
            LOG.warnf("the database was restored, or is another; compared with its topics, %s", result);
        } else {
            LOG.infof("compared with its topics, %s", result);
        }
        progress.end(result);
    }

    /** Of the topics that the service reads: up to where, and not beyond the end of a topic that was made anew. */
    private Map<TopicPartition, Long> acknowledged(Admin admin, Map<TopicPartition, Long> ends, Duration patience) {
        var topics = readAgain.topics();
        return topics.isEmpty()
                ? Map.of()
                : broker.acknowledged(admin, patience).entrySet().stream()
                        .filter(read -> topics.contains(read.getKey().topic()) && ends.containsKey(read.getKey()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                read -> Math.min(read.getValue(), ends.getOrDefault(read.getKey(), 0L))));
    }

    private record Span(long from, long to) {}

    /** By partition, from the first record of which the database knows nothing to what is acknowledged. */
    private Map<TopicPartition, Span> acknowledgedAndUnknown(Tails tails, Map<TopicPartition, Long> acknowledged) {
        var first = new HashMap<TopicPartition, Long>();
        var piece = new ArrayList<ReadAgain.Place>();
        tails.backwards(acknowledged, message -> piece.add(ReadAgain.Place.of(message)), () -> {
            var unknown = new HashSet<>(readAgain.unknown(piece));
            var settled = new HashSet<TopicPartition>();
            for (var place : piece) {
                var partition = new TopicPartition(place.topic(), place.partition());
                if (unknown.contains(place)) {
                    first.merge(partition, place.offset(), Math::min);
                } else {
                    // what is acknowledged was read in the order of its partition: the database knows what was before
                    // it
                    settled.add(partition);
                }
            }
            piece.clear();
            return settled;
        });
        return first.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        begin -> new Span(begin.getValue(), acknowledged.getOrDefault(begin.getKey(), 0L))));
    }

    private long read(Tails tails, Map<TopicPartition, Span> again) {
        var from = new HashMap<TopicPartition, Long>();
        var to = new HashMap<TopicPartition, Long>();
        again.forEach((partition, span) -> {
            from.put(partition, span.from());
            to.put(partition, span.to());
        });
        var read = new long[1];
        tails.forwards(from, to, message -> {
            readAgain.read(message);
            read[0]++;
            progress.tell("reading again what the database does not know: " + read[0] + " so far");
        });
        return read[0];
    }
}
