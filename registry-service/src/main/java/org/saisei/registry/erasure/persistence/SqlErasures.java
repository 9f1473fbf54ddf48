package org.saisei.registry.erasure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saisei.kit.crypto.WrappedKeys;
import org.saisei.kit.database.Sql;
import org.saisei.kit.idempotency.KeptAnswers;
import org.saisei.registry.erasure.Erasure;
import org.saisei.registry.erasure.Erasures;
import org.saisei.registry.identity.SubjectId;

@ApplicationScoped
class SqlErasures implements Erasures {
    private static final String SELECT = """
            SELECT erasure_id, subject_id, document_number, ground, reference, erased_at, erased_by FROM identity.erasure
            """;

    private final Sql sql;
    private final KeptAnswers answers;
    private final List<WrappedKeys> traces;

    SqlErasures(Sql sql, KeptAnswers answers, Instance<WrappedKeys> sealed) {
        this.sql = sql;
        this.answers = answers;
        // the identity itself goes with its row and all by which it is found
        this.traces = sealed.stream()
                .filter(keys -> !keys.table().equals("identity.patient"))
                .toList();
    }

    @Override
    public boolean add(Erasure erasure) {
        return sql.update(
                        """
                        INSERT INTO identity.erasure (erasure_id, subject_id, document_number, ground, reference,
                            erased_at, erased_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """,
                        erasure.erasureId(),
                        erasure.subjectId().number(),
                        erasure.documentNumber(),
                        erasure.ground().name(),
                        erasure.reference(),
                        erasure.erasedAt(),
                        erasure.erasedBy())
                == 1;
    }

    @Override
    public Optional<Erasure> of(SubjectId subjectId) {
        return sql.first(SELECT + "WHERE subject_id = ?", SqlErasures::read, subjectId.number());
    }

    @Override
    public Optional<Erasure> findByDocument(String documentNumber) {
        return sql.first(SELECT + "WHERE document_number = ?", SqlErasures::read, documentNumber);
    }

    @Override
    public void forgetTraces(SubjectId subjectId) {
        for (var keys : traces) {
            sql.update(
                    "UPDATE " + keys.table() + " SET " + keys.wrappedKey() + " = ''::bytea WHERE subject_id = ?",
                    subjectId.number());
        }
        answers.forget("/subjects/" + subjectId.number());
    }

    private static Erasure read(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject("erasure_id", UUID.class),
                new SubjectId(row.getString("subject_id")),
                row.getString("document_number"),
                Erasure.Ground.valueOf(row.getString("ground")),
                row.getString("reference"),
                row.getObject("erased_at", OffsetDateTime.class).toInstant(),
                row.getString("erased_by"));
    }
}
