package org.saisei.kit.audit.verify;

/**
 * SHA-256 of one row of {@code audit}, as an SQL expression: over the binary form in which the server would send the row, so
 * that no session's time zone, date style or encoding plays a part. Its position is left out: a block says which position
 * each hash belongs to, and a row found under another position is known again.
 */
public final class RowHash {
    /** The format that new blocks have. */
    public static final int FORMAT = 1;

    private static final String FORMAT_1 =
            "pg_catalog.sha256(pg_catalog.record_send(ROW(a.id, a.recorded_at, a.kind, a.actor, a.client, a.roles,"
                    + " a.facility_id, a.action, a.resource, a.resource_ids, a.reason, a.query, a.before, a.after,"
                    + " a.trace_id, a.transaction_id)))";

    private RowHash() {}

    /**
     * Of type bytea, on the table's alias {@code a}. A column added to the table makes a new format; old blocks keep theirs.
     *
     * @throws IllegalArgumentException for a format that this version does not know
     */
    public static String sql(int format) {
        if (format != FORMAT) {
            throw new IllegalArgumentException("no such format of blocks: " + format);
        }
        return FORMAT_1;
    }

    static boolean isKnown(int format) {
        return format == FORMAT;
    }
}
