package org.saisei.adverseevent.feed.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
    private static final String SELECT_HEAD = "SELECT generation, position, pruned_through FROM feed_head ";

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
        sql.update(
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
        return head("");
    }

    @Override
    public FeedHead lockHead() {
        return head("FOR UPDATE");
    }

    @Override
    public boolean hasPending() {
        return sql.first("SELECT EXISTS (SELECT FROM feed_entry WHERE position IS NULL)", row -> row.getBoolean(1))
                .orElse(false);
    }

    @Override
    public int append(FeedPosition last, int limit) {
        int appended = sql.update("""
                UPDATE feed_entry e SET position = ? + p.place, appended_at = clock_timestamp()
                FROM (SELECT case_id, version, row_number() OVER (ORDER BY case_id, version) AS place
                      FROM feed_entry WHERE position IS NULL ORDER BY case_id, version LIMIT ?) p
                WHERE e.case_id = p.case_id AND e.version = p.version
                """, last.position(), limit);
        if (appended > 0) {
            sql.update("UPDATE feed_head SET position = position + ?", appended);
        }
        return appended;
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

    private FeedHead head(String lock) {
        return sql.first(
                        SELECT_HEAD + lock,
                        row -> new FeedHead(new FeedPosition(row.getLong(1), row.getLong(2)), row.getLong(3)))
                .orElseThrow(() -> new IllegalStateException("the feed has no head: its migration did not run"));
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
