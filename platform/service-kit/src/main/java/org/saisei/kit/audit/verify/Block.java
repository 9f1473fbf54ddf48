package org.saisei.kit.audit.verify;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * One row of {@code audit_seal}. Hashes are 64 hexadecimal digits.
 *
 * @param number from 1, without gaps
 * @param previous hash of the block before; {@link #BEFORE_FIRST} in the first
 * @param format how its rows are hashed: {@link RowHash}
 * @param positions the rows it seals, as PostgreSQL writes an {@code int8multirange}
 * @param leaves the hashes of these rows, in the order of their positions, one after the other
 * @param horizon the position up to which every row is sealed, but for {@code open} ones
 * @param open positions up to the horizon, drawn by transactions that had not ended
 * @param transaction the sealer's: later ones have drawn no position up to the horizon
 * @param snapshot what was visible, as PostgreSQL writes a {@code pg_snapshot}
 * @param origin {@code server/timeline/database/table/start}: identifier, timeline and start of the server, ids of database
 *     and table. No restore leaves all of them as they were; a restart changes the last alone
 * @param rows sealed in all blocks up to this one
 * @param sealedAt the database's clock just before the rows were read, to the microsecond
 * @param hash over all the others
 */
public record Block(
        long number,
        String previous,
        int format,
        String positions,
        String leaves,
        long horizon,
        String open,
        long transaction,
        String snapshot,
        String origin,
        long rows,
        Instant sealedAt,
        String hash) {

    /** What the first block names as the block before it. */
    public static final String BEFORE_FIRST = "0".repeat(64);

    /** What {@link #read} reads. */
    public static final String COLUMNS = """
            number, pg_catalog.encode(previous, 'hex'), format, positions::pg_catalog.text,
            pg_catalog.encode(leaves, 'hex'), horizon, open::pg_catalog.text,
            transaction_id::pg_catalog.text::pg_catalog.int8, snapshot::pg_catalog.text, origin, rows,
            pg_catalog.timestamptz_send(sealed_at), pg_catalog.encode(hash, 'hex')""";

    private static final char PART = '/';

    static final int DIGITS = 64;

    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /** Reads {@link #COLUMNS}. */
    public static Block read(ResultSet row) throws SQLException {
        return new Block(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getLong(8),
                row.getString(9),
                row.getString(10),
                row.getLong(11),
                instant(row.getBytes(12)),
                row.getString(13));
    }

    /** A time as {@code timestamptz_send} gives it, which knows neither zones nor rounding. */
    public static Instant instant(byte[] sent) {
        return POSTGRES_EPOCH.plus(ByteBuffer.wrap(sent).getLong(), ChronoUnit.MICROS);
    }

    /** The same block with the hash that it must have. */
    public Block hashed() {
        return new Block(
                number,
                previous,
                format,
                positions,
                leaves,
                horizon,
                open,
                transaction,
                snapshot,
                origin,
                rows,
                sealedAt,
                computedHash());
    }

    /** The origin without the start of the server. */
    String place() {
        return origin.substring(0, Math.max(0, origin.lastIndexOf(PART)));
    }

    /** Over every field but {@code hash}, each of fixed length or preceded by its own. */
    String computedHash() {
        var digest = sha256();
        try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            text(out, "saisei-audit-seal");
            out.writeLong(number);
            text(out, previous);
            out.writeInt(format);
            text(out, positions);
            text(out, leaves);
            out.writeLong(horizon);
            text(out, open);
            out.writeLong(transaction);
            text(out, snapshot);
            text(out, origin);
            out.writeLong(rows);
            out.writeLong(ChronoUnit.MICROS.between(POSTGRES_EPOCH, sealedAt));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
