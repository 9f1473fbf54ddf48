package org.saisei.systemtests.chaos.faulty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A way to break the mechanism that every service stands on. */
public enum FaultyBuild {

    /** Says of events that they are published, and then publishes them. */
    MARKS_BEFORE_IT_SENDS(
            new Replacement(Replacement.LANE_WORKER, "        producer.beginTransaction();\n        Map<", """
                    var early = new ArrayList<java.util.UUID>();
                    rows.forEach(row -> early.add(row.id()));
                    store.markPublished(lane, epoch, early);
                    producer.beginTransaction();
                    Map<""")),

    /** Sends whether or not the lane is its own, without a transaction that would fence others or be undone. */
    NO_FENCE(
            new Replacement(
                    Replacement.LANE_WORKER,
                    "                if (!store.holds(lane, epoch)) {\n                    return;\n                }\n",
                    ""),
            new Replacement(Replacement.LANE_WORKER, "                    producer.initTransactions();\n", ""),
            new Replacement(Replacement.LANE_WORKER, "        producer.beginTransaction();\n", ""),
            new Replacement(Replacement.LANE_WORKER, "                producer.abortTransaction();\n", ""),
            new Replacement(Replacement.LANE_WORKER, "        producer.commitTransaction();\n", ""),
            new Replacement(
                    Replacement.LANE_PRODUCERS,
                    "        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + \"-outbox-\" + lane);\n",
                    ""),
            new Replacement(
                    Replacement.LANE_PRODUCERS,
                    "ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true",
                    "ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false"),
            // nothing is undone if it gives up, so it does not for as long as a broker takes to come back
            new Replacement(Replacement.LANE_PRODUCERS, "2 * PATIENCE_MILLIS", "12 * PATIENCE_MILLIS")),

    /** Applies whatever arrives, whether or not it has been applied. */
    NO_INBOX(
            Replacement.FOR_ITS_PROXY,
            new Replacement(
                    Replacement.INBOX,
                    "        return event.sequence() <= last && !store.succeedsDiscarded(event);\n",
                    "        return false;\n"),
            new Replacement(
                    Replacement.INBOX,
                    "        if (store.record(event)) {\n            handler.handle(event.open());\n        }\n",
                    "        store.record(event);\n        handler.handle(event.open());\n")),

    /** Lets go of an event as soon as it has it, and applies it when it comes to it. */
    ACKNOWLEDGES_BEFORE_COMMIT(
            Replacement.FOR_ITS_PROXY,
            new Replacement(
                    Replacement.INBOX,
                    "    public void receive(ConsumerRecord<String, byte[]> message, EventHandler handler) {\n",
                    """
                        public void receive(ConsumerRecord<String, byte[]> message, EventHandler handler) {
                            later.execute(() -> receiveLater(message, handler));
                        }

                        private final java.util.concurrent.Executor later = java.util.concurrent.Executors.newSingleThreadExecutor(
                                Thread.ofPlatform().daemon().factory());

                        private void receiveLater(ConsumerRecord<String, byte[]> message, EventHandler handler) {
                    """)),

    /** Fails at each second event of a key, though nothing is wrong with it. */
    THROWS_ON_A_REAL_EVENT(
            Replacement.FOR_ITS_PROXY,
            new Replacement(Replacement.INBOX, "            handler.handle(event.open());\n", """
                                if (event.sequence() == 2) {
                                    throw new IllegalStateException("made to fail");
                                }
                                handler.handle(event.open());
                    """));

    private final List<Replacement> replacements;

    FaultyBuild(Replacement... replacements) {
        this.replacements = List.of(replacements);
    }

    /**
     * Texts of the kit's source, each there once.
     *
     * @param file below the kit's package
     */
    private record Replacement(String file, String before, String after) {
        static final String LANE_WORKER = "outbox/LaneWorker.java";
        static final String LANE_PRODUCERS = "outbox/LaneProducers.java";
        static final String INBOX = "inbox/TransactionalInbox.java";

        /** The packaging adds such a constructor to what it makes proxies of; this takes that class's place. */
        static final Replacement FOR_ITS_PROXY = new Replacement(
                INBOX, "    TransactionalInbox(InboxStore store, Gate gate, MeterRegistry meters) {\n", """
                    TransactionalInbox() {
                        this.store = null;
                        this.gate = null;
                    }

                    TransactionalInbox(InboxStore store, Gate gate, MeterRegistry meters) {
                """);

        String in(String source) {
            int place = source.indexOf(before);
            if (place < 0 || source.indexOf(before, place + 1) >= 0) {
                throw new IllegalStateException(file + " does not have this text once any more:\n" + before);
            }
            return source.substring(0, place) + after + source.substring(place + before.length());
        }
    }

    /**
     * The sources as this build has them, by their file in the repository.
     *
     * @throws IllegalStateException if a text to be replaced is not there once
     */
    public Map<Path, String> sources(Path repository) {
        var kit = repository.resolve("platform/service-kit/src/main/java/org/saisei/kit");
        var sources = new LinkedHashMap<Path, String>();
        for (var replacement : replacements) {
            var file = kit.resolve(replacement.file());
            sources.put(file, replacement.in(sources.computeIfAbsent(file, FaultyBuild::read)));
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
