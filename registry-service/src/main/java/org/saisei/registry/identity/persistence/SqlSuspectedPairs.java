package org.saisei.registry.identity.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.identity.SuspectedPairs;

@ApplicationScoped
class SqlSuspectedPairs implements SuspectedPairs {
    private final Sql sql;

    SqlSuspectedPairs(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Pair> list(Set<String> protocols, @Nullable Place after, int limit) {
        return sql.list(
                """
                SELECT DISTINCT later.position, earlier.position, later.subject_id, earlier.subject_id
                FROM identity.match_index one
                JOIN identity.match_index other USING (purpose, hash)
                JOIN subject later ON later.subject_id = one.subject_id
                JOIN subject earlier ON earlier.subject_id = other.subject_id
                WHERE later.position > earlier.position AND later.protocol = earlier.protocol
                  AND (? OR later.protocol = ANY (?))
                  AND (?::uuid IS NULL OR (later.position, earlier.position) > (?::uuid, ?::uuid))
                ORDER BY later.position, earlier.position LIMIT ?
                """,
                row -> new Pair(
                        new SubjectId(row.getString(3)),
                        new SubjectId(row.getString(4)),
                        new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class))),
                protocols.isEmpty(),
                protocols.toArray(String[]::new),
                after == null ? null : after.later(),
                after == null ? null : after.later(),
                after == null ? null : after.earlier(),
                limit);
    }
}
