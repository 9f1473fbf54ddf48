package org.saisei.kit.audit;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;

/** Who did or read what, when. Rows are only ever added. */
public interface AuditTrail {

    /**
     * Adds a row in the running transaction, so that no change goes without its row and no row without its change.
     *
     * @param action what was done, in the API's words, e.g. {@code recordCollection}
     * @param resource the kind of thing, e.g. {@code subject}
     * @param resourceId its pseudonym or number
     * @param reason why, where a reason is asked for
     * @param before state before, without identity and narrative, null if there was none
     * @param after state after, likewise
     */
    void wrote(
            Actor actor,
            String action,
            String resource,
            String resourceId,
            @Nullable String reason,
            @Nullable Object before,
            @Nullable Object after);

    /**
     * Adds one row for a reading request, committed when this returns; call it before the answer is sent.
     *
     * @param query what was asked, with the values of codes, ids and days only; of others {@link #given}
     * @param ids the resources the answer shows
     */
    void read(Actor actor, String action, String resource, @Nullable String query, Collection<String> ids);

    /**
     * Adds a row, in the running transaction, for a write whose answer is given once more: to whom, which need not be who
     * wrote.
     *
     * @param action as the write had it
     * @param ids the resources that the answer leads to; among them the one that the write named, or its kind is not told
     */
    void repeated(Actor actor, String action, Collection<String> ids);

    /** What a query says of a value that a caller chose freely, and that may name a patient: whether there was one. */
    static String given(@Nullable String value) {
        return value == null ? "null" : "given";
    }
}
