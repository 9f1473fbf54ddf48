package org.saisei.registry.audit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditedResources;
import org.saisei.kit.audit.Owned;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlAuditedResources implements AuditedResources {
    /** A case, which others may have reported, is nobody's here. */
    private static final String OWNERS = """
            SELECT facility_id, protocol FROM subject WHERE subject_id = ?
            UNION ALL
            SELECT s.facility_id, s.protocol FROM treatment_fact f JOIN subject s USING (subject_id) WHERE f.fact_id = ?
            UNION ALL
            SELECT s.facility_id, s.protocol FROM planned_administration p JOIN subject s USING (subject_id)
            WHERE p.plan_id = ?
            UNION ALL
            SELECT facility_id, protocol FROM candidate_decision WHERE assessment_id = ?
            UNION ALL
            SELECT facility_id, protocol FROM facility_accreditation WHERE accreditation_id = ?
            """;

    private final Sql sql;

    SqlAuditedResources(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Reach reach(Actor actor, String resourceId) {
        var uuid = Owned.uuid(resourceId);
        return Owned.reach(
                actor,
                sql.list(
                        OWNERS,
                        row -> new Owned(row.getString(1), row.getString(2)),
                        resourceId,
                        uuid,
                        uuid,
                        uuid,
                        uuid));
    }
}
