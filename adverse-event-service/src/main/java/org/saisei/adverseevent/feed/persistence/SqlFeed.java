package org.saisei.adverseevent.feed.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saisei.adverseevent.feed.CaseFeed;
import org.saisei.adverseevent.feed.FeedEntry;
import org.saisei.adverseevent.feed.FeedHead;
import org.saisei.adverseevent.feed.FeedPosition;
import org.saisei.adverseevent.feed.FeedSignal;
import org.saisei.adverseevent.feed.FeedStore;
import org.saisei.adverseevent.feed.PositionedEntry;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlFeed implements CaseFeed, FeedStore {
    private final Sql sql;
    private final TransactionSynchronizationRegistry transactions;
    private final FeedSignal signal;

    SqlFeed(Sql sql, TransactionSynchronizationRegistry transactions, FeedSignal signal) {
        this.sql = sql;
        this.transactions = transactions;
        this.signal = signal;
    }

    @Override
    public void enter(FeedEntry entry) {
        sql.later(
                """
                INSERT INTO feed_entry (case_id, version, event, protocol, facility_id, seriousness, special_interest,
                                        alert, data)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::json)
                """,
                entry.caseId(),
                entry.version(),
                entry.event(),
                entry.protocol(),
                entry.facilityId(),
                entry.seriousness().toArray(String[]::new),
                entry.specialInterest(),
                entry.alert(),
                entry.data());
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is told before the commit
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    signal.wake();
                }
            }
        });
    }

    @Override
    public FeedHead head() {
        return sql.first("SELECT generation, position, pruned_through FROM feed_head", SqlFeed::head)
                .orElseThrow(() -> new IllegalStateException("the feed has no head: its migration did not run"));
    }

    @Override
    public boolean hasPending() {
        return sql.first("SELECT EXISTS (SELECT FROM feed_entry WHERE position IS NULL)", row -> row.getBoolean(1))
                .orElse(false);
    }

    @Override
    public Optional<Appended> append(int limit) {
        sql.later("SELECT 1 FROM feed_head FOR UPDATE");
        return sql.first("""
                WITH appended AS (
                    UPDATE feed_entry e SET position = h.position + p.place, appended_at = clock_timestamp()
                    FROM feed_head h,
                         (SELECT case_id, version, row_number() OVER (ORDER BY case_id, version) AS place
                          FROM feed_entry WHERE position IS NULL ORDER BY case_id, version LIMIT ?) p
                    WHERE e.case_id = p.case_id AND e.version = p.version
                    RETURNING e.position)
                UPDATE feed_head SET position = position + (SELECT count(*) FROM appended)
                WHERE EXISTS (SELECT FROM appended)
                RETURNING generation, position, pruned_through, (SELECT count(*) FROM appended)
                """, row -> new Appended(head(row), row.getInt(4) == limit), limit);
    }

    @Override
    public List<PositionedEntry> after(long position, int limit) {
        return sql.list("""
                SELECT position, case_id, version, event, protocol, facility_id, seriousness, special_interest, alert, data
                FROM feed_entry WHERE position > ? ORDER BY position LIMIT ?
                """, SqlFeed::entry, position, limit);
    }

    @Override
    public boolean hasEntryOf(String facilityId) {
        return sql.first(
                        "SELECT EXISTS (SELECT FROM feed_entry WHERE facility_id = ?)",
                        row -> row.getBoolean(1),
                        facilityId)
                .orElse(false);
    }

    private static FeedHead head(ResultSet row) throws SQLException {
        return new FeedHead(new FeedPosition(row.getLong(1), row.getLong(2)), row.getLong(3));
    }

    private static PositionedEntry entry(ResultSet row) throws SQLException {
        return new PositionedEntry(
                row.getLong(1),
                new FeedEntry(
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        List.of((String[]) row.getArray(7).getArray()),
                        row.getBoolean(8),
                        row.getBoolean(9),
                        row.getString(10)));
    }
}
