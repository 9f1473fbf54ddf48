package org.saisei.adverseevent.feed.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
    private static final String ENTRY =
            "position, case_id, version, event, protocol, facility_id, seriousness, special_interest, alert, data";

    private final Sql sql;
    private final FeedSignal signal;

    SqlFeed(Sql sql, FeedSignal signal) {
        this.sql = sql;
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
        sql.afterCommit(signal::wake);
    }

    @Override
    public FeedHead head() {
        return sql.first(
                        "SELECT generation, position, pruned_through FROM feed_head",
                        row -> new FeedHead(new FeedPosition(row.getLong(1), row.getLong(2)), row.getLong(3)))
                .orElseThrow(SqlFeed::headless);
    }

    @Override
    public Outlook look() {
        return sql.first(
                        "SELECT generation, position, EXISTS (SELECT FROM feed_entry WHERE position IS NULL) FROM feed_head",
                        row -> new Outlook(new FeedPosition(row.getLong(1), row.getLong(2)), row.getBoolean(3)))
                .orElseThrow(SqlFeed::headless);
    }

    @Override
    public Optional<Appended> append(int limit) {
        var generations = new ArrayList<Long>();
        var entries = sql.list(
                "SELECT " + ENTRY + ", generation FROM append_to_feed(?) ORDER BY position",
                row -> {
                    generations.add(row.getLong(11));
                    return entry(row);
                },
                limit);
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Appended(generations.getLast(), entries));
    }

    @Override
    public List<PositionedEntry> after(long position, int limit) {
        return sql.list(
                "SELECT " + ENTRY + " FROM feed_entry WHERE position > ? ORDER BY position LIMIT ?",
                SqlFeed::entry,
                position,
                limit);
    }

    @Override
    public boolean hasEntryOf(String facilityId) {
        return sql.first(
                        "SELECT EXISTS (SELECT FROM feed_entry WHERE facility_id = ?)",
                        row -> row.getBoolean(1),
                        facilityId)
                .orElse(false);
    }

    private static IllegalStateException headless() {
        return new IllegalStateException("the feed has no head: its migration did not run");
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
