package org.saisei.registry.treatment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.saisei.kit.database.Sql;

/** Locks on numbers that are not rows yet; they end with the transaction. Two numbers may share one: they then wait. */
@ApplicationScoped
class Holds {
    private final Sql sql;

    Holds(Sql sql) {
        this.sql = sql;
    }

    void hold(String what, String number) {
        sql.list("SELECT pg_advisory_xact_lock(hashtext(?), hashtext(?))", row -> true, what, number);
    }

    /** In one order, whoever asks, so that two who ask for the same never wait for each other. */
    void holdAll(String what, Set<String> numbers) {
        sql.list("""
                SELECT pg_advisory_xact_lock(hashtext(?), lock)
                FROM (SELECT DISTINCT hashtext(number) AS lock FROM unnest(?::text[]) AS number ORDER BY lock) AS sorted
                """, row -> true, what, numbers.toArray(String[]::new));
    }
}
