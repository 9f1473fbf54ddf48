package org.saisei.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergedTest {

    @Test
    void theSameInsertOfTwoActsBecomesOneOverArrays() {
        var merged = Merged.of(List.of(
                List.of(unread(
                        "INSERT INTO t (a, b, c) VALUES (?, 'f(?)', ?::jsonb) ON CONFLICT (a) DO NOTHING", "x", "{}")),
                List.of(unread(
                        "INSERT INTO t (a, b, c) VALUES (?, 'f(?)', ?::jsonb) ON CONFLICT (a) DO NOTHING",
                        "y",
                        "{}"))));

        assertThat(merged).singleElement().satisfies(one -> {
            assertThat(one.sql())
                    .isEqualTo("INSERT INTO t (a, b, c) SELECT asked.p0, 'f(?)', asked.p1::jsonb"
                            + " FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS asked (p0, p1, number)"
                            + " ORDER BY asked.number ON CONFLICT (a) DO NOTHING");
            assertThat(((Column) one.parameters().getFirst()).values()).containsExactly("x", "y");
        });
    }

    @Test
    void aColumnOfNothingIsWrittenAsNull() {
        var merged = Merged.of(List.of(
                List.of(unread("INSERT INTO t (a, b) VALUES (?, ?)", 1, null)),
                List.of(unread("INSERT INTO t (a, b) VALUES (?, ?)", 2, null))));

        assertThat(merged)
                .singleElement()
                .extracting(Statement::sql)
                .asString()
                .contains("SELECT asked.p0, NULL FROM unnest(?::int4[])");
    }

    @Test
    void statementsOfOneActKeepTheirOrder() {
        var a = unread("INSERT INTO a (x) VALUES (?)", 1);
        var b = unread("INSERT INTO b (x) VALUES (?)", 1);
        var c = unread("INSERT INTO c (x) VALUES (?)", 1);

        var merged = Merged.of(List.of(List.of(a, c), List.of(b, a, c)));

        assertThat(merged).extracting(Statement::sql).containsExactly(a.sql(), c.sql(), b.sql(), a.sql(), c.sql());
    }

    @Test
    void whatCannotStandInOneArrayIsSentOneByOne() {
        var merged = Merged.of(List.of(
                List.of(unread("INSERT INTO t (a) VALUES (?)", 1)),
                List.of(unread("INSERT INTO t (a) VALUES (?)", "1"))));

        assertThat(merged).hasSize(2);
    }

    @Test
    void aParameterOutsideOfTheListOfValuesKeepsStatementsApart() {
        var statement = unread("INSERT INTO t (a) VALUES (?) ON CONFLICT (a) DO UPDATE SET b = ?", 1, 2);

        assertThat(Merged.of(List.of(List.of(statement), List.of(statement)))).hasSize(2);
    }

    @Test
    void updatesAreSentOneByOne() {
        var statement = unread("UPDATE t SET a = ?", UUID.randomUUID());

        assertThat(Merged.of(List.of(List.of(statement), List.of(statement)))).hasSize(2);
    }

    @Test
    void statementsWhoseRowsAreCountedAreSentOneByOne() {
        var counted = new Statement(
                "INSERT INTO t (a) VALUES (?)", List.of(1), new Statement.Count(new Statement.Outcome<>()));

        assertThat(Merged.of(List.of(List.of(counted), List.of(counted)))).hasSize(2);
    }

    @Test
    void whoIsAloneIsLeftAsHeIs() {
        var alone = new ArrayList<>(List.of(unread("SELECT ?", 1), unread("SELECT ?", 1)));

        assertThat(Merged.of(List.of(alone))).isEqualTo(alone);
    }

    private static Statement unread(String sql, @Nullable Object... parameters) {
        return new Statement(sql, Arrays.asList(parameters), Statement.Unread.UNREAD);
    }
}
