package org.saisei.kit.database;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means for the one who waits: try again, look again, or a fault of ours. */
public enum SqlFailure {
    /** The database or the connection is away, a lock was not had in time, a deadlock was broken: try again. */
    TRANSIENT,
    /** A unique key was taken by a concurrent transaction. */
    CONFLICT,
    /** Anything else. */
    OTHER;

    public static SqlFailure of(@Nullable Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return ofState(sql);
            }
            if (cause.getCause() == cause) {
                break;
            }
        }
        return OTHER;
    }

    private static SqlFailure ofState(SQLException sql) {
        var state = sql.getSQLState();
        if (state == null) {
            // Agroal's acquisition timeout carries no state
            return sql.getMessage() != null && sql.getMessage().contains("timeout") ? TRANSIENT : OTHER;
        }
        return switch (state) {
            case "23505" -> CONFLICT;
            case "40001", "40P01", "55P03", "25P03", "57P01", "57P02", "57P03", "53300" -> TRANSIENT;
            default -> state.startsWith("08") ? TRANSIENT : OTHER;
        };
    }

    /**
     * Class and SQL state, without the message, which may repeat values; with the cause where the two sides do not trust each
     * other, which repeats none.
     */
    public static String brief(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return cause.getClass().getSimpleName() + " " + sql.getSQLState() + distrust(sql);
            }
        }
        return fault.getClass().getSimpleName();
    }

    private static String distrust(SQLException fault) {
        var last = "";
        for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException || cause instanceof SSLException) {
                last = " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
            }
        }
        return last;
    }
}
