package org.saisei.registry.treatment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
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
}
