package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.database.GroupCommit;
import org.saisei.kit.database.Sql;
import org.saisei.kit.database.SqlFailure;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

/** Acts that meet while another one runs, on a table that means nothing. */
@QuarkusTest
@WithRealParts
class GroupCommitIT {
    private static final String INSERT =
            "INSERT INTO note (first, second, fixed, state, secret) VALUES (?, ?, 'f', ?, 's')";
    private static final String OWN = "SELECT second FROM note WHERE first = ? ORDER BY second DESC";

    /** Fewer than start a group beside the running one. */
    private static final int ACTS = 6;

    @Inject
    GroupCommit group;

    @Inject
    Sql sql;

    @Inject
    MeterRegistry meters;

    @Inject
    TransactionManager manager;

    private final String prefix = "G-" + UUID.randomUUID() + "-";
    private ActsThatMeet acts;

    @BeforeEach
    void begin() {
        acts = new ActsThatMeet(group, manager);
    }

    @AfterEach
    void end() {
        acts.close();
    }

    @Test
    void actsThatMeetShareATransaction() {
        acts.holdTheFirst();

        IntStream.range(0, ACTS).forEach(i -> acts.ask(() -> noted(i, 1)));
        acts.letThemMeet();

        assertThat(acts.answers()).hasSize(ACTS).allMatch("noted"::equals);
        assertThat(transactions()).hasSize(1);
    }

    @Test
    void eachActReadsItsOwnRowsInTheirOrder() {
        acts.holdTheFirst();

        IntStream.range(0, ACTS)
                .forEach(i -> acts.ask(() -> {
                    IntStream.rangeClosed(0, i).forEach(second -> sql.later(INSERT, prefix + i, second, "x"));
                    return sql.list(OWN, row -> row.getInt(1), prefix + i).toString();
                }));
        acts.letThemMeet();

        assertThat(acts.answers())
                .containsExactly("[0]", "[1, 0]", "[2, 1, 0]", "[3, 2, 1, 0]", "[4, 3, 2, 1, 0]", "[5, 4, 3, 2, 1, 0]");
    }

    @Test
    void valuesOfEveryKindComeBackAsIfSentAlone() {
        Supplier<String> act = () -> sql.list(
                        """
                        SELECT ?::text[]::text, ?::text, encode(?::bytea, 'hex'), ?::uuid, ?::date, ?::timestamptz = 'epoch',
                               ?::int + 1, ?::bigint, ?::boolean, ?::text IS NULL
                        """,
                        row -> IntStream.rangeClosed(1, 10)
                                .mapToObj(column -> text(row, column))
                                .toList(),
                        new String[] {"a \"b\" \\c", "", "{,}", "アイ"},
                        "it's ? \\ '",
                        new byte[] {0, 1, -1},
                        UUID.fromString("00000000-0000-0000-0000-00000000000a"),
                        LocalDate.of(2028, 2, 29),
                        Instant.EPOCH,
                        1,
                        1L << 40,
                        true,
                        null)
                .toString();
        var alone = QuarkusTransaction.requiringNew().call(act::get);
        acts.holdTheFirst();

        IntStream.range(0, ACTS).forEach(i -> acts.ask(act));
        acts.letThemMeet();

        assertThat(acts.answers()).hasSize(ACTS).allMatch(alone::equals);
    }

    @Test
    void anActThatIsRefusedLeavesNothingAndItsNeighboursStay() {
        acts.holdTheFirst();

        IntStream.range(0, ACTS).forEach(i -> acts.ask(() -> i == 2 ? refusedAfter(noted(i, 1)) : noted(i, 1)));
        acts.letThemMeet();

        assertThat(acts.answers()).containsExactly("noted", "noted", "refused", "noted", "noted", "noted");
        assertThat(stored()).containsExactly(0, 1, 3, 4, 5);
        assertThat(transactions()).hasSize(1);
    }

    @Test
    void anActThatTakesBackWhatWasSentAlreadyHarmsNobody() {
        acts.holdTheFirst();

        IntStream.range(0, ACTS)
                .forEach(i -> acts.ask(() -> {
                    noted(i, 1);
                    sql.list(OWN, row -> row.getInt(1), prefix + i);
                    return i == 2 ? "refused" : "noted";
                }));
        acts.letThemMeet();

        assertThat(acts.answers()).containsExactly("noted", "noted", "refused", "noted", "noted", "noted");
        assertThat(stored()).containsExactly(0, 1, 3, 4, 5);
    }

    @Test
    void aRowThatTheDatabaseRefusesFailsItsOwnActOnly() {
        QuarkusTransaction.requiringNew().run(() -> noted(2, 1));
        acts.holdTheFirst();

        IntStream.range(0, ACTS).forEach(i -> acts.ask(() -> noted(i, 1)));
        acts.letThemMeet();

        assertThatThrownBy(acts.asked(2)::join)
                .satisfies(failure -> assertThat(SqlFailure.of(failure)).isEqualTo(SqlFailure.CONFLICT));
        assertThat(stored()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void aFaultInOneActIsItsOwn() {
        acts.holdTheFirst();

        IntStream.range(0, ACTS)
                .forEach(i -> acts.ask(() -> {
                    if (i == 2) {
                        throw new IllegalStateException("its own");
                    }
                    return noted(i, 1);
                }));
        acts.letThemMeet();

        assertThatThrownBy(acts.asked(2)::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("its own");
        assertThat(stored()).containsExactly(0, 1, 3, 4, 5);
    }

    @Test
    void actsThatTouchTheSameAreKeptApart() {
        acts.holdTheFirst();

        IntStream.range(0, 2).forEach(i -> acts.ask(Set.of(prefix), () -> noted(i, 1)));
        acts.letThemMeet();

        assertThat(acts.answers()).containsExactly("noted", "noted");
        assertThat(transactions()).hasSize(2);
    }

    @Test
    void workAfterTheCommitFollowsActsThatTookEffect() {
        var done = new AtomicInteger();
        acts.holdTheFirst();

        IntStream.range(0, ACTS)
                .forEach(i -> acts.ask(() -> {
                    sql.afterCommit(done::incrementAndGet);
                    return i == 2 ? refusedAfter(noted(i, 1)) : noted(i, 1);
                }));
        acts.letThemMeet();

        assertThat(acts.answers()).hasSize(ACTS);
        await().untilAsserted(() -> assertThat(done).hasValue(ACTS - 1));
    }

    @Test
    void aGroupThatFailedIsCounted() {
        double before = meters.counter("saisei.commit.group.failures").count();
        QuarkusTransaction.requiringNew().run(() -> noted(0, 1));
        acts.ask(() -> noted(0, 1));

        assertThatThrownBy(acts.asked(0)::join).isInstanceOf(CompletionException.class);
        assertThat(meters.counter("saisei.commit.group.failures").count()).isEqualTo(before + 1);
    }

    private String noted(int act, int second) {
        sql.later(INSERT, prefix + act, second, act % 2 == 0 ? "even" : "odd");
        return "noted";
    }

    private static String refusedAfter(String answer) {
        return answer.replace("noted", "refused");
    }

    private List<Integer> stored() {
        return Database.rows("SELECT first FROM note WHERE first LIKE ? || '%' ORDER BY first", prefix).stream()
                .map(row -> Integer.valueOf(row.get("first").toString().substring(prefix.length())))
                .toList();
    }

    private List<Object> transactions() {
        return Database.rows("SELECT DISTINCT xmin::text AS id FROM note WHERE first LIKE ? || '%'", prefix).stream()
                .map(row -> row.get("id"))
                .toList();
    }

    private static String text(java.sql.ResultSet row, int column) {
        try {
            return String.valueOf(row.getString(column));
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }
}
