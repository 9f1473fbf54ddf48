package org.saisei.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.database.Sql;
import org.saisei.kit.id.Ids;

@ApplicationScoped
class JdbcAuditTrail implements AuditTrail {
    private static final String INSERT = """
            INSERT INTO audit (id, kind, actor, client, roles, facility_id, action, resource, resource_ids, reason,
                               query, before, after, trace_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
            """;

    private final Sql sql;
    private final Ids ids;
    private final ObjectMapper json;

    JdbcAuditTrail(Sql sql, Ids ids, ObjectMapper json) {
        this.sql = sql;
        this.ids = ids;
        this.json = json;
    }

    @Override
    public void wrote(
            Actor actor,
            String action,
            String resource,
            String resourceId,
            @Nullable String reason,
            @Nullable Object before,
            @Nullable Object after) {
        if (!QuarkusTransaction.isActive()) {
            throw new IllegalStateException("a write is audited in its own transaction");
        }
        insert(
                "WRITE",
                actor,
                action,
                resource,
                new String[] {resourceId},
                reason,
                null,
                document(before),
                document(after));
    }

    @Override
    public void read(Actor actor, String action, String resource, @Nullable String query, Collection<String> shown) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        insert("READ", actor, action, resource, shown.toArray(String[]::new), null, query, null, null));
    }

    @Override
    public void repeated(Actor actor, String action, Collection<String> ids) {
        var shown = ids.toArray(String[]::new);
        var resource = sql.first(
                        "SELECT resource FROM audit WHERE resource_ids && ? AND action = ? AND kind = 'WRITE' LIMIT 1",
                        row -> row.getString(1),
                        shown,
                        action)
                .orElse("answer");
        insert("READ", actor, action, resource, shown, null, "the answer kept for repeats", null, null);
    }

    private void insert(
            String kind,
            Actor actor,
            String action,
            String resource,
            String[] resourceIds,
            @Nullable String reason,
            @Nullable String query,
            @Nullable String before,
            @Nullable String after) {
        var roles = actor.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toArray(String[]::new);
        sql.later(
                INSERT,
                ids.next(),
                kind,
                actor.subject(),
                actor.client(),
                roles,
                actor.facilityId(),
                action,
                resource,
                resourceIds,
                reason,
                query,
                before,
                after,
                Span.current().getSpanContext().getTraceId());
    }

    private @Nullable String document(@Nullable Object state) {
        try {
            return state == null ? null : json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("state of " + state.getClass().getName() + " cannot be audited", e);
        }
    }
}
