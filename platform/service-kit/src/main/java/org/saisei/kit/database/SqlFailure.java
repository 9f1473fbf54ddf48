package org.saisei.kit.database;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means for the one who waits: try again, look again, or a fault of ours. */
public enum SqlFailure {
    /**
     * The database or the connection is away, its disk is full, it takes no write, a lock was not had in time, a deadlock was
     * broken: try again.
     */
    TRANSIENT,
    /** A unique key was taken by a concurrent transaction. */
    CONFLICT,
    /**
     * Anything else; also an internal error of the server (class XX), which one statement may meet for ever while all others
     * go well.
     */
    OTHER;

    /**
     * Classes of SQL states by their first two characters: the connection (08), resources such as disk and memory (53), what the
     * server's machine refuses (58).
     */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "53", "58");

    /**
     * Serialization, deadlock and a commit of unknown outcome (40…), read-only (25006: a standby, or a full disk's guard), idle
     * and transaction timeouts (25P…), shut down, starting and dropped (57P…), lock not had in time (55P03).
     */
    private static final Set<String> TRANSIENT_STATES = Set.of(
            "25006", "25P03", "25P04", "40001", "40003", "40P01", "55P03", "57P01", "57P02", "57P03", "57P04", "57P05");

    public static SqlFailure of(@Nullable Throwable fault) {
        return cause(fault).map(SqlFailure::ofState).orElse(OTHER);
    }

    /** Whether it was the commit that failed: then it may have been done all the same, unknown to us. */
    public static boolean atCommit(@Nullable Throwable fault) {
        return within(fault).anyMatch(XAException.class::isInstance);
    }

    private static SqlFailure ofState(SQLException sql) {
        var state = sql.getSQLState();
        if (state == null) {
            // Agroal's acquisition timeout carries no state
            return sql.getMessage() != null && sql.getMessage().contains("timeout") ? TRANSIENT : OTHER;
        }
        if (state.equals("23505")) {
            return CONFLICT;
        }
        return TRANSIENT_STATES.contains(state) || TRANSIENT_CLASSES.stream().anyMatch(state::startsWith)
                ? TRANSIENT
                : OTHER;
    }

    /**
     * Class and SQL state, without the message, which may repeat values; with the cause where the two sides do not trust each
     * other, which repeats none.
     */
    public static String brief(Throwable fault) {
        return cause(fault)
                .map(sql -> sql.getClass().getSimpleName() + " " + sql.getSQLState() + distrust(sql))
                .orElseGet(() -> fault.getClass().getSimpleName());
    }

    private static Optional<SQLException> cause(@Nullable Throwable fault) {
        return within(fault)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    /** The fault and what brought it about; the transaction manager hangs what the commit met on as suppressed. */
    private static Stream<Throwable> within(@Nullable Throwable fault) {
        if (fault == null) {
            return Stream.empty();
        }
        var causes =
                Stream.iterate(fault, Objects::nonNull, Throwable::getCause).toList();
        return Stream.concat(
                causes.stream(),
                causes.stream()
                        .flatMap(cause -> Stream.of(cause.getSuppressed()))
                        .flatMap(SqlFailure::within));
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
