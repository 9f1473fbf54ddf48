package org.saisei.registry.erasure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;
import org.saisei.registry.erasure.LegalHold;
import org.saisei.registry.erasure.LegalHolds;
import org.saisei.registry.identity.SubjectId;

@ApplicationScoped
class SqlLegalHolds implements LegalHolds {
    private static final String SELECT = """
            SELECT h.hold_id, h.subject_id, h.document_number, h.ground, h.reference, h.placed_at, h.placed_by,
                   l.document_number AS lifting_document, l.ground AS lifting_ground, l.lifted_at, l.lifted_by
            FROM legal_hold h LEFT JOIN legal_hold_lifting l ON l.hold_id = h.hold_id
            """;

    private final Sql sql;

    SqlLegalHolds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(LegalHold hold) {
        return sql.update(
                        """
                        INSERT INTO legal_hold (hold_id, subject_id, document_number, ground, reference, placed_at, placed_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (document_number) DO NOTHING
                        """,
                        hold.holdId(),
                        hold.subjectId().number(),
                        hold.documentNumber(),
                        hold.ground().name(),
                        hold.reference(),
                        hold.placedAt(),
                        hold.placedBy())
                == 1;
    }

    @Override
    public boolean addLifting(UUID holdId, LegalHold.Lifting lifting) {
        return sql.update(
                        """
                        INSERT INTO legal_hold_lifting (hold_id, document_number, ground, lifted_at, lifted_by)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """,
                        holdId,
                        lifting.documentNumber(),
                        lifting.ground().name(),
                        lifting.liftedAt(),
                        lifting.liftedBy())
                == 1;
    }

    @Override
    public List<LegalHold> of(SubjectId subjectId) {
        return sql.list(
                SELECT + "WHERE h.subject_id = ? ORDER BY h.placed_at, h.hold_id",
                SqlLegalHolds::read,
                subjectId.number());
    }

    @Override
    public Optional<LegalHold> findByDocument(String documentNumber) {
        return sql.first(SELECT + "WHERE h.document_number = ?", SqlLegalHolds::read, documentNumber);
    }

    @Override
    public Optional<LegalHold> findByLiftingDocument(String documentNumber) {
        return sql.first(SELECT + "WHERE l.document_number = ?", SqlLegalHolds::read, documentNumber);
    }

    private static LegalHold read(ResultSet row) throws SQLException {
        return new LegalHold(
                row.getObject("hold_id", UUID.class),
                new SubjectId(row.getString("subject_id")),
                row.getString("document_number"),
                LegalHold.Ground.valueOf(row.getString("ground")),
                row.getString("reference"),
                row.getString("placed_by"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                lifting(row));
    }

    private static LegalHold.@Nullable Lifting lifting(ResultSet row) throws SQLException {
        var document = row.getString("lifting_document");
        return document == null
                ? null
                : new LegalHold.Lifting(
                        document,
                        LegalHold.LiftingGround.valueOf(row.getString("lifting_ground")),
                        row.getString("lifted_by"),
                        row.getObject("lifted_at", OffsetDateTime.class).toInstant());
    }
}
