package org.saisei.kit.crypto;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.database.Sql;

/**
 * Wraps data keys that are under another wrapping key anew, under the first. Texts are never touched: what was sealed stays
 * as it is, and so does the audit trail's ciphertext.
 */
@ApplicationScoped
class RewrapKeys {
    private static final Logger LOG = Logger.getLogger(RewrapKeys.class);
    private static final int BATCH = 200;
    private static final String BEFORE_ALL = "(0,0)";

    private final WrappingKeys keys;
    private final Sql sql;
    private final AuditTrail audit;
    private final Actor self;

    RewrapKeys(
            WrappingKeys keys,
            Sql sql,
            AuditTrail audit,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.keys = keys;
        this.sql = sql;
        this.audit = audit;
        this.self = Actor.service(service);
    }

    private record Row(String place, String keyId, byte[] wrappedKey) {}

    /** How many rows of the table are under which wrapping key; destroyed keys are not counted. */
    Map<String, Long> count(WrappedKeys table) {
        var counts = new TreeMap<String, Long>();
        sql.list(
                "SELECT %2$s, count(*) FROM %1$s WHERE octet_length(%3$s) > 0 GROUP BY %2$s"
                        .formatted(table.table(), table.keyId(), table.wrappedKey()),
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /**
     * Goes over the table once, in short transactions, each with its row in the audit trail. Rows that another replica or a
     * request holds are passed over; the next round finds them.
     */
    void rewrap(WrappedKeys table) {
        var last = BEFORE_ALL;
        while (last != null) {
            var from = last;
            last = QuarkusTransaction.requiringNew().call(() -> batch(table, from));
        }
    }

    /** @return where the batch ended; null if that was the last */
    private @Nullable String batch(WrappedKeys table, String after) {
        var rows = sql.list(
                """
                SELECT ctid::text, %2$s, %3$s FROM %1$s
                WHERE %2$s <> ? AND octet_length(%3$s) > 0 AND ctid > ?::tid
                ORDER BY ctid LIMIT ? FOR UPDATE SKIP LOCKED
                """.formatted(table.table(), table.keyId(), table.wrappedKey()),
                row -> new Row(row.getString(1), row.getString(2), row.getBytes(3)),
                keys.first(),
                after,
                BATCH);
        var done = rows.stream().filter(row -> rewrap(table, row)).toList();
        if (!done.isEmpty()) {
            audit.wrote(
                    self,
                    "rewrapKeys",
                    "wrappingKey",
                    keys.first(),
                    null,
                    Map.of(
                            "table",
                            table.table(),
                            "keyIds",
                            done.stream().map(Row::keyId).distinct().sorted().toList()),
                    Map.of("table", table.table(), "keyIds", List.of(keys.first()), "rows", done.size()));
            LOG.infof("%d keys of %s are under wrapping key %s now", done.size(), table.table(), keys.first());
        }
        return rows.size() < BATCH ? null : rows.getLast().place();
    }

    /** The lock of the batch holds the row in its place. */
    private boolean rewrap(WrappedKeys table, Row row) {
        if (!keys.knows(row.keyId())) {
            return false;
        }
        byte[] wrapped;
        try {
            wrapped = keys.wrap(keys.unwrap(row.keyId(), row.wrappedKey()));
        } catch (GeneralSecurityException e) {
            LOG.errorf(
                    "a key of %s was not wrapped by the wrapping key %s that is configured here",
                    table.table(), row.keyId());
            return false;
        }
        return sql.update(
                        "UPDATE %s SET %s = ?, %s = ? WHERE ctid = ?::tid"
                                .formatted(table.table(), table.keyId(), table.wrappedKey()),
                        keys.first(),
                        wrapped,
                        row.place())
                == 1;
    }

    /** Those of the counted rows that are under another wrapping key than the first. */
    long waiting(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(keys.first()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The wrapping keys that rows name and nobody has configured. */
    List<String> unknown(Map<String, Long> counts) {
        return counts.keySet().stream().filter(id -> !keys.knows(id)).toList();
    }
}
