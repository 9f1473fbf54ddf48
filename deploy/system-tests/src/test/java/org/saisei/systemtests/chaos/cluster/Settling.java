package org.saisei.systemtests.chaos.cluster;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.saisei.stack.ServiceName;

/** Whether the services are through with all that was asked of them. */
public final class Settling {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

    private final Cluster cluster;

    public Settling(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Waits until nothing is left to do.
     *
     * @param told hears now and then what is
     * @return what is, where it is not through within the time; empty is well
     */
    public List<String> await(Duration patience, Consumer<List<String>> told) throws InterruptedException {
        long begun = System.nanoTime();
        long next = begun + TOLD_EVERY.toNanos();
        var left = left();
        while (!left.isEmpty() && System.nanoTime() - begun < patience.toNanos()) {
            if (System.nanoTime() > next) {
                told.accept(left);
                next += TOLD_EVERY.toNanos();
            }
            Thread.sleep(LOOK);
            left = left();
        }
        return left;
    }

    /** The position of the last entry of the feed of cases. */
    public long endOfFeed() throws SQLException {
        return cluster.number(ServiceName.ADVERSE_EVENT, "SELECT position FROM feed_head");
    }

    private List<String> left() {
        var left = new ArrayList<String>();
        try {
            for (var service : ServiceName.values()) {
                add(left, service, "events not published", "SELECT count(*) FROM outbox WHERE published_at IS NULL");
                add(
                        left,
                        service,
                        "events parked behind others",
                        "SELECT count(*) FROM parked_event WHERE reason <> 'POISON' AND resolved_at IS NULL");
            }
            add(
                    left,
                    ServiceName.ADVERSE_EVENT,
                    "entries without a place in the feed",
                    "SELECT count(*) FROM feed_entry WHERE position IS NULL");
            if (left.isEmpty()) {
                left.addAll(notApplied());
            }
        } catch (SQLException | IllegalStateException away) {
            left.add("a part does not answer: " + away.getMessage());
        }
        return left;
    }

    private void add(List<String> left, ServiceName service, String what, String sql) throws SQLException {
        long count = cluster.number(service, sql);
        if (count > 0) {
            left.add(service.folder() + ": " + count + " " + what);
        }
    }

    /** By the last sequence of each (topic, key) that its producer has given, and that its consumers have come to. */
    private List<String> notApplied() throws SQLException {
        Map<String, Map<String, Long>> given = new HashMap<>();
        for (var service : ServiceName.values()) {
            for (var row : cluster.rows(service, "SELECT topic, key, last_seq FROM outbox_head")) {
                given.computeIfAbsent((String) row.get(0), topic -> new HashMap<>())
                        .put((String) row.get(1), (Long) row.get(2));
            }
        }
        var left = new ArrayList<String>();
        for (var reader : cluster.topicsRead().entrySet()) {
            for (var topic : reader.getValue()) {
                var behind = new HashMap<>(given.getOrDefault(topic, Map.of()));
                for (var row :
                        cluster.rows(reader.getKey(), "SELECT key, last_seq FROM inbox_mark WHERE topic = ?", topic)) {
                    behind.remove((String) row.get(0), (Long) row.get(1));
                }
                if (!behind.isEmpty()) {
                    left.add(reader.getKey().folder() + ": " + behind.size() + " keys of " + topic
                            + " not applied to their end, "
                            + behind.keySet().iterator().next() + " among them");
                }
            }
        }
        return left;
    }
}
