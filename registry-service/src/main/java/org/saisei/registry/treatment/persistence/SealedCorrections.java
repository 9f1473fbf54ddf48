package org.saisei.registry.treatment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.crypto.Envelope;
import org.saisei.kit.crypto.SealedText;
import org.saisei.kit.database.Sql;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.treatment.Correction;
import org.saisei.registry.treatment.Corrections;
import org.saisei.registry.treatment.FactKind;

@ApplicationScoped
class SealedCorrections implements Corrections {
    private static final String SELECT = """
            SELECT correction_id, subject_id, document_number, fact_id, kind, action, ground, replaced_by, corrected_on,
                   key_id, wrapped_key, reason, recorded_at
            FROM fact_correction
            """;

    private static final SealedText NOTHING = new SealedText("", new byte[0], new byte[0]);

    private final Sql sql;
    private final Holds holds;
    private final Envelope envelope;

    SealedCorrections(Sql sql, Holds holds, Envelope envelope) {
        this.sql = sql;
        this.holds = holds;
        this.envelope = envelope;
    }

    @Override
    public void holdDocument(String facilityId, String documentNumber) {
        holds.hold("document of correction", facilityId + " " + documentNumber);
    }

    @Override
    public Optional<Place> findByDocument(String facilityId, String documentNumber) {
        return sql.first(
                SELECT + "WHERE facility_id = ? AND document_number = ?",
                row -> new Place(new SubjectId(row.getString("subject_id")), read(row)),
                facilityId,
                documentNumber);
    }

    @Override
    public byte[] add(SubjectId subjectId, String facilityId, Correction correction) {
        var sealed = sealed(correction);
        sql.update(
                """
                INSERT INTO fact_correction (correction_id, subject_id, facility_id, document_number, fact_id, kind,
                    action, ground, replaced_by, corrected_on, key_id, wrapped_key, reason, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                correction.correctionId(),
                subjectId.number(),
                facilityId,
                correction.documentNumber(),
                correction.factId(),
                correction.kind().name(),
                correction.action().name(),
                correction.ground() == null ? null : correction.ground().name(),
                correction.replacedBy(),
                correction.correctedOn(),
                sealed.keyId(),
                sealed.wrappedKey(),
                sealed.ciphertext(),
                correction.recordedAt());
        return sealed.ciphertext();
    }

    @Override
    public List<Correction> of(SubjectId subjectId) {
        return sql.list(
                SELECT + "WHERE subject_id = ? ORDER BY recorded_at, correction_id", this::read, subjectId.number());
    }

    private Correction read(ResultSet row) throws SQLException {
        var correctionId = row.getObject("correction_id", UUID.class);
        var sealed = new SealedText(row.getString("key_id"), row.getBytes("wrapped_key"), row.getBytes("reason"));
        return new Correction(
                correctionId,
                row.getString("document_number"),
                row.getObject("fact_id", UUID.class),
                FactKind.valueOf(row.getString("kind")),
                Correction.Action.valueOf(row.getString("action")),
                ground(row.getString("ground")),
                reason(sealed, correctionId),
                row.getObject("replaced_by", UUID.class),
                row.getObject("corrected_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Correction.@Nullable Ground ground(@Nullable String code) {
        return code == null ? null : Correction.Ground.valueOf(code);
    }

    /** What there is to seal; with a key that was never made where there is nothing. */
    private SealedText sealed(Correction correction) {
        return correction.reason().isEmpty()
                ? NOTHING
                : envelope.seal(
                        correction.reason().getBytes(StandardCharsets.UTF_8), context(correction.correctionId()));
    }

    /** Its key was emptied if the patient's identity was erased since, and is empty where no reason was given. */
    private String reason(SealedText sealed, UUID correctionId) {
        return sealed.wrappedKey().length == 0
                ? ""
                : new String(envelope.open(sealed, context(correctionId)), StandardCharsets.UTF_8);
    }

    private static String context(UUID correctionId) {
        return "correction:" + correctionId;
    }
}
