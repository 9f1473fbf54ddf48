package org.saisei.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;

/** Reads records once more that this service has acknowledged, and of which its restored database knows nothing. */
@ApplicationScoped
public class ReadAgain {
    private static final String UNKNOWN = """
            SELECT place - 1
            FROM unnest(?::text[], ?::text[], ?::text[]::bigint[], ?::text[]::int[], ?::text[]::bigint[])
                 WITH ORDINALITY AS r (topic, key, seq, part, at, place)
            WHERE NOT EXISTS (SELECT FROM inbox_mark m WHERE m.topic = r.topic AND m.key = r.key AND m.last_seq >= r.seq)
              AND NOT EXISTS (SELECT FROM parked_event p
                              WHERE p.topic = r.topic AND p."partition" = r.part AND p."offset" = r.at)
              AND NOT EXISTS (SELECT FROM parked_event p
                              WHERE p.topic = r.topic AND p.key = r.key AND p.seq = r.seq AND p.resolved_at IS NULL)
            """;

    private final Sql sql;
    private final TransactionalInbox inbox;
    private final Map<String, EventHandler> handlers;

    ReadAgain(Sql sql, TransactionalInbox inbox, Instance<EventHandler> handlers) {
        this.sql = sql;
        this.inbox = inbox;
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(EventHandler::topic, Function.identity()));
    }

    public List<String> topics() {
        return handlers.keySet().stream().sorted().toList();
    }

    /**
     * Where a record stands.
     *
     * @param key null where it is no event
     * @param sequence 0 where it is no event
     */
    public record Place(String topic, @Nullable String key, long sequence, int partition, long offset) {
        public static Place of(ConsumerRecord<String, byte[]> message) {
            try {
                var event = EventReader.read(message);
                return new Place(message.topic(), event.key(), event.sequence(), message.partition(), message.offset());
            } catch (EventReader.Unreadable foreign) {
                // its key may be nothing that the database could be asked for
                return new Place(message.topic(), null, 0, message.partition(), message.offset());
            }
        }
    }

    /** Those that were neither applied nor passed over nor parked, as far as the database knows. */
    public List<Place> unknown(List<Place> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        return sql.list(
                UNKNOWN,
                row -> places.get(row.getInt(1)),
                column(places, Place::topic),
                column(places, Place::key),
                column(places, place -> place.sequence() < 1 ? null : String.valueOf(place.sequence())),
                column(places, place -> String.valueOf(place.partition())),
                column(places, place -> String.valueOf(place.offset())));
    }

    private static Object column(List<Place> places, Function<Place, @Nullable String> value) {
        return places.stream().map(value).toArray(String[]::new);
    }

    /** Has the record's effect, unless it has had it; before others are received. */
    public void read(ConsumerRecord<String, byte[]> message) {
        var handler = handlers.get(message.topic());
        if (handler != null) {
            inbox.take(message, handler);
        }
    }
}
