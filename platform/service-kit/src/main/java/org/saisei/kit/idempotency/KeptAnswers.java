package org.saisei.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.kit.database.Sql;

/** The answers kept for repeats, each with the keyed fingerprint of what was sent. */
@ApplicationScoped
public class KeptAnswers {
    private final Sql sql;

    KeptAnswers(Sql sql) {
        this.sql = sql;
    }

    /**
     * Forgets the answers that led to a resource or to something below it, in the running transaction: a repeat of their
     * requests meets the document number and is a 409.
     *
     * @param location as in the answers' {@code Location}
     */
    public void forget(String location) {
        sql.update(
                "DELETE FROM idempotency WHERE headers ->> 'Location' = ? OR starts_with(headers ->> 'Location', ?)",
                location,
                location + "/");
    }
}
