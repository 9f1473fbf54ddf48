package org.saisei.kit.it;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.saisei.kit.inbox.EventHandler;
import org.saisei.kit.inbox.Inbox;
import org.saisei.kit.inbox.ReceivedEvent;

/** Two consumers that note what they were given, and refuse what a test tells them to. */
final class RecordingHandlers {
    private static final Map<String, List<String>> HANDLED = new ConcurrentHashMap<>();
    private static final Map<String, Long> REFUSED = new ConcurrentHashMap<>();

    private RecordingHandlers() {}

    /** {@code topic's last word:sequence} in the order of handling. */
    static List<String> handled(String key) {
        return HANDLED.getOrDefault(key, List.of());
    }

    /** From now on the event of this key and sequence is refused, until {@link #accept}. */
    static void refuse(String key, long sequence) {
        REFUSED.put(key, sequence);
    }

    static void accept(String key) {
        REFUSED.remove(key);
    }

    static void note(ReceivedEvent event) {
        if (Long.valueOf(event.sequence()).equals(REFUSED.get(event.key()))) {
            throw new IllegalStateException("refused by the test");
        }
        var topic = event.topic().substring(event.topic().lastIndexOf('.') + 1);
        HANDLED.computeIfAbsent(event.key(), key -> new CopyOnWriteArrayList<>())
                .add(topic + ":" + event.sequence());
    }

    @ApplicationScoped
    static class Cases implements EventHandler {
        @Inject
        Inbox inbox;

        @Override
        public String topic() {
            return "saisei.safety.cases";
        }

        @Incoming("cases")
        @Blocking
        void receive(ConsumerRecord<String, byte[]> message) {
            inbox.receive(message, this);
        }

        @Override
        public void handle(ReceivedEvent event) {
            note(event);
        }
    }

    @ApplicationScoped
    static class Subjects implements EventHandler {
        @Inject
        Inbox inbox;

        @Override
        public String topic() {
            return "saisei.registry.subjects";
        }

        @Incoming("subjects")
        @Blocking
        void receive(ConsumerRecord<String, byte[]> message) {
            inbox.receive(message, this);
        }

        @Override
        public void handle(ReceivedEvent event) {
            note(event);
        }
    }
}
