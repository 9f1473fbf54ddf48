package org.saisei.adverseevent.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.saisei.adverseevent.Reports;
import org.saisei.adverseevent.StreamClient;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** How a stream keeps up, with entries that other replicas left or appended, planted behind this one's back. */
@QuarkusTest
@WithRealParts
@NullUnmarked
class StreamPaceIT {
    private static final String ENTRY_LIKE =
            " SELECT case_id, %s, event, facility_id, seriousness, special_interest, alert, data%s FROM feed_entry";

    @Test
    void aStreamThatIsBehindIsSentManyEventsInAWrite() throws Exception {
        var caseId = inFeed();
        long start = head();
        leaveBehind(caseId, 1_000);
        await().until(() -> head() == start + 1_000);

        int writes = writesUntil("1-" + start, start + 1_000);

        assertThat(writes).isLessThan(100);
    }

    @Test
    void whatAKilledReplicaLeftBehindReachesAnOpenStreamInItsOrder() throws Exception {
        var caseId = inFeed();
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "")) {
            long start = head();

            leaveBehind(caseId, 700);

            await().until(() -> stream.events().size() >= 700);
            assertThat(stream.events())
                    .extracting(StreamClient.Event::position)
                    .isEqualTo(LongStream.rangeClosed(start + 1, start + 700)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void whatAnotherReplicaAppendedComesBetweenThisOnesOwn() throws Exception {
        var caseId = inFeed();
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "")) {
            long start = head();
            var first = Reports.accepted(Reports.complete());
            stream.awaitCase(first);

            appendElsewhere(caseId, 3);
            var last = Reports.accepted(Reports.complete());

            stream.awaitCase(last);
            assertThat(stream.events())
                    .extracting(StreamClient.Event::position)
                    .containsExactly(start + 1, start + 2, start + 3, start + 4, start + 5);
            assertThat(stream.events())
                    .extracting(StreamClient.Event::caseId)
                    .containsExactly(first, caseId, caseId, caseId, last);
        }
    }

    @Test
    void reportsAreAnsweredAndNoneIsLostWhileAnotherReplicaHoldsTheHead() throws Exception {
        try (var stream = StreamClient.open(Tokens.safetyOfficer(), "");
                var frozen = Database.superuser()) {
            frozen.setAutoCommit(false);
            frozen.createStatement().execute("SELECT * FROM feed_head FOR UPDATE");
            var first = Reports.accepted(Reports.complete());
            var second = Reports.accepted(Reports.complete());
            assertThat(stream.events()).isEmpty();

            frozen.rollback();

            stream.awaitCase(second);
            assertThat(stream.events()).extracting(StreamClient.Event::caseId).containsExactly(first, second);
        }
    }

    private static String inFeed() {
        var caseId = Reports.accepted(Reports.complete());
        await().until(() ->
                Database.rows("SELECT 1 FROM feed_entry WHERE position IS NULL").isEmpty());
        return caseId;
    }

    private static long head() {
        return ((Number) Database.rows("SELECT position FROM feed_head")
                        .getFirst()
                        .get("position"))
                .longValue();
    }

    /** Entries of versions that the case has not. */
    private static void leaveBehind(String caseId, int number) throws SQLException {
        try (var connection = Database.superuser();
                var insert = connection.prepareStatement(
                        "INSERT INTO feed_entry (case_id, version, event, facility_id, seriousness, special_interest, alert, data)"
                                + ENTRY_LIKE.formatted("n + 1", "")
                                + ", generate_series(1, ?) AS n WHERE version = 1 AND case_id = ?")) {
            insert.setInt(1, number);
            insert.setObject(2, UUID.fromString(caseId));
            insert.executeUpdate();
        }
    }

    private static void appendElsewhere(String caseId, int number) throws SQLException {
        try (var connection = Database.superuser()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var insert = connection.prepareStatement(
                            "INSERT INTO feed_entry (case_id, version, event, facility_id, seriousness, special_interest, alert,"
                                    + " data, position, appended_at)"
                                    + ENTRY_LIKE.formatted("n + 1", ", h.position + n, now()")
                                    + ", feed_head h, generate_series(1, ?) AS n WHERE version = 1 AND case_id = ?")) {
                statement.execute("SELECT * FROM feed_head FOR UPDATE");
                insert.setInt(1, number);
                insert.setObject(2, UUID.fromString(caseId));
                insert.executeUpdate();
                statement.execute("UPDATE feed_head SET position = position + " + number);
            }
            connection.commit();
        }
    }

    /** A chunk of the answer is a write of the service. */
    private static int writesUntil(String after, long position) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("GET /cases/stream?after=" + after
                                    + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.safetyOfficer()
                                    + "\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var in = new DataInputStream(socket.getInputStream());
            assertThat(line(in)).contains(" 200 ");
            for (var header = line(in); !header.isEmpty(); header = line(in)) {
                assertThat(header).doesNotContainIgnoringCase("content-length");
            }
            int writes = 0;
            for (var chunk = ""; !chunk.contains("id:1-" + position + "\n"); writes++) {
                var bytes = new byte[Integer.parseInt(line(in), 16)];
                in.readFully(bytes);
                chunk = new String(bytes, StandardCharsets.UTF_8);
                line(in);
            }
            return writes;
        }
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the stream ended");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
