package org.saisei.kit.audit.seal;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.audit.verify.Block;
import org.saisei.kit.database.Sql;

/** What is sealed and what is not, as the runtime role sees it. */
@Singleton
public class SealState {
    static final Waiting UNSEEN = new Waiting(Double.NaN, Double.NaN);

    private static final String LAST = """
            WITH last AS (SELECT * FROM audit_seal ORDER BY number DESC LIMIT 1),
                 state AS (SELECT coalesce(max(number), 0) AS number, coalesce(max(horizon), 0) AS horizon,
                                  coalesce((SELECT open FROM last), '{}') AS open FROM last)
            """;

    private static final String WAITING = LAST + """
            SELECT number, coalesce(extract(epoch FROM clock_timestamp() - least(
                (SELECT recorded_at FROM audit WHERE position > horizon ORDER BY position LIMIT 1),
                (SELECT min(recorded_at) FROM unnest(open) AS gap CROSS JOIN LATERAL
                 (SELECT recorded_at FROM audit WHERE position >= lower(gap) AND position < upper(gap)
                  ORDER BY position LIMIT 1) AS found))), 0)
            FROM state
            """;

    private static final String HEAD = LAST + """
            SELECT state.number, encode(hash, 'hex'), origin, rows, timestamptz_send(sealed_at),
                   (SELECT count(*)
                    FROM (SELECT FROM audit WHERE position > state.horizon ORDER BY position LIMIT 100000) AS fresh)
                   + (SELECT count(*) FROM unnest(state.open) AS gap CROSS JOIN LATERAL
                      (SELECT FROM audit WHERE position >= lower(gap) AND position < upper(gap)
                       ORDER BY position LIMIT 100000) AS late)
            FROM state LEFT JOIN last ON true
            """;

    private final Sql sql;

    SealState(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param lastBlock its number, 0 before the first
     * @param seconds age of the oldest row that is in no block, 0 where there is none
     */
    record Waiting(double lastBlock, double seconds) {}

    /**
     * The last block, or what stands before the first.
     *
     * @param rows sealed
     * @param sealedAt null before the first block
     * @param unsealed rows that no block seals yet, counted up to 100,000
     */
    public record Last(
            long number,
            String hash,
            String origin,
            long rows,
            @Nullable Instant sealedAt,
            long unsealed) {}

    Waiting waiting() {
        return sql.first(WAITING, row -> new Waiting(row.getDouble(1), row.getDouble(2)))
                .orElse(UNSEEN);
    }

    public Last last() {
        return sql.first(
                        HEAD,
                        row -> row.getLong(1) == 0
                                ? new Last(0, Block.BEFORE_FIRST, "", 0, null, row.getLong(6))
                                : new Last(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getLong(4),
                                        Block.instant(row.getBytes(5)),
                                        row.getLong(6)))
                .orElseThrow();
    }
}
