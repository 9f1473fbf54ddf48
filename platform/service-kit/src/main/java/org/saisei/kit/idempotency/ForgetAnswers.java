package org.saisei.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.saisei.kit.database.Sql;
import org.saisei.kit.time.DayWork;

/** Removes stored answers that are not given out any more; what they tell of is kept for ever under its document number. */
@ApplicationScoped
class ForgetAnswers implements DayWork {
    private static final int BATCH = 1_000;

    private final Sql sql;

    ForgetAnswers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "forget-answers";
    }

    /** In batches, each a transaction of its own; what another replica removes or a request stores anew is passed over. */
    @Override
    public void dayHasCome(LocalDate today) {
        int removed;
        do {
            removed = sql.update("""
                    DELETE FROM idempotency WHERE scope = ANY (ARRAY (
                        SELECT scope FROM idempotency WHERE expires_at <= clock_timestamp()
                        ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED))
                    """, BATCH);
        } while (removed > 0);
    }
}
