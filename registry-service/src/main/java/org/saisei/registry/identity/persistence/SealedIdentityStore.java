package org.saisei.registry.identity.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.saisei.kit.crypto.Envelope;
import org.saisei.kit.crypto.SealedText;
import org.saisei.kit.database.Sql;
import org.saisei.registry.identity.IdentityStore;
import org.saisei.registry.identity.MatchKeys;
import org.saisei.registry.identity.MatchKeys.MatchKey;
import org.saisei.registry.identity.PatientIdentity;
import org.saisei.registry.identity.SubjectId;

@ApplicationScoped
class SealedIdentityStore implements IdentityStore {
    private final Sql sql;
    private final Envelope envelope;
    private final ObjectMapper json;

    SealedIdentityStore(Sql sql, Envelope envelope, ObjectMapper json) {
        this.sql = sql;
        this.envelope = envelope;
        this.json = json;
    }

    @Override
    public String keep(SubjectId subject, String facilityId, PatientIdentity identity) {
        var sealed = envelope.seal(write(identity), context(subject));
        sql.later(
                "INSERT INTO identity.patient (subject_id, key_id, wrapped_key, ciphertext) VALUES (?, ?, ?, ?)",
                subject.number(),
                sealed.keyId(),
                sealed.wrappedKey(),
                sealed.ciphertext());
        for (var key : MatchKeys.of(facilityId, identity)) {
            sql.later(
                    "INSERT INTO identity.match_index (subject_id, purpose, hash) VALUES (?, ?, ?)",
                    subject.number(),
                    key.purpose(),
                    hash(key));
        }
        return Base64.getEncoder().encodeToString(sealed.ciphertext());
    }

    @Override
    public Supplier<List<SubjectId>> soonMatching(SubjectId subject, String facilityId, PatientIdentity identity) {
        var keys = MatchKeys.of(facilityId, identity);
        for (var key : keys) {
            sql.later(
                    "SELECT pg_advisory_xact_lock(hashtext(?), ?)",
                    key.purpose(),
                    ByteBuffer.wrap(hash(key)).getInt());
        }
        var found = keys.stream()
                .map(key -> sql.soon(
                        "SELECT subject_id FROM identity.match_index"
                                + " WHERE purpose = ? AND hash = ? AND subject_id <> ? ORDER BY subject_id",
                        row -> new SubjectId(row.getString(1)),
                        key.purpose(),
                        hash(key),
                        subject.number()))
                .toList();
        return () ->
                found.stream().flatMap(rows -> rows.get().stream()).distinct().toList();
    }

    @Override
    public List<SubjectId> alike(SubjectId subject) {
        return sql.list("""
                SELECT DISTINCT other.subject_id
                FROM identity.match_index own
                JOIN identity.match_index other USING (purpose, hash)
                WHERE own.subject_id = ? AND other.subject_id <> own.subject_id
                ORDER BY other.subject_id
                """, row -> new SubjectId(row.getString(1)), subject.number());
    }

    @Override
    public Optional<PatientIdentity> read(SubjectId subject) {
        return sql.first(
                        "SELECT key_id, wrapped_key, ciphertext FROM identity.patient WHERE subject_id = ?",
                        row -> new SealedText(row.getString(1), row.getBytes(2), row.getBytes(3)),
                        subject.number())
                .map(text -> parse(envelope.open(text, context(subject))));
    }

    @Override
    public Set<SubjectId> kept(Collection<SubjectId> subjects) {
        return Set.copyOf(sql.list(
                "SELECT subject_id FROM identity.patient WHERE subject_id = ANY (?)",
                row -> new SubjectId(row.getString(1)),
                (Object) subjects.stream().map(SubjectId::number).toArray(String[]::new)));
    }

    @Override
    public void erase(SubjectId subject) {
        sql.update("DELETE FROM identity.patient WHERE subject_id = ?", subject.number());
        sql.update("DELETE FROM identity.match_index WHERE subject_id = ?", subject.number());
    }

    private static String context(SubjectId subject) {
        return "subject:" + subject.number();
    }

    private byte[] hash(MatchKey key) {
        return envelope.matchIndex(key.value(), key.purpose());
    }

    private byte[] write(PatientIdentity identity) {
        try {
            return json.writeValueAsBytes(identity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an identity cannot be written");
        }
    }

    /** The parser's exception is not passed on: it quotes what it read. */
    private PatientIdentity parse(byte[] plain) {
        try {
            return json.readValue(plain, PatientIdentity.class);
        } catch (IOException e) {
            throw new IllegalStateException("a sealed identity cannot be read");
        }
    }
}
