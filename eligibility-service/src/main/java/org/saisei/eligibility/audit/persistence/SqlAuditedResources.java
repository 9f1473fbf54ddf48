package org.saisei.eligibility.audit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditedResources;
import org.saisei.kit.audit.Owned;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlAuditedResources implements AuditedResources {
    /** Each has one or several rows in one of the tables; a physician and a parameter are named by two parts. */
    private static final String OWNERS = """
            WITH asked AS (
                SELECT id, split_part(id, '/', 1) AS first, split_part(id, '/', 2) AS second FROM (VALUES (?)) AS one (id))
            SELECT facility_id, NULL AS protocol FROM facility, asked WHERE facility_id = id
            UNION ALL
            SELECT facility_id, NULL FROM physician, asked WHERE facility_id = first AND physician_id = second
            UNION ALL
            SELECT facility_id, protocol FROM accreditation WHERE accreditation_id = ?
            UNION ALL
            SELECT facility_id, protocol FROM assessment WHERE assessment_id = ?
            UNION ALL
            SELECT facility_id, protocol FROM assessment, asked WHERE candidate_id = id
            UNION ALL
            SELECT facility_id, protocol FROM candidate_standing, asked WHERE subject_id = id
            UNION ALL
            SELECT NULL, protocol FROM protocol_parameter_change, asked WHERE protocol = first AND parameter = second
            """;

    private final Sql sql;

    SqlAuditedResources(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Reach reach(Actor actor, String resourceId) {
        var uuid = Owned.uuid(resourceId);
        return Owned.reach(
                actor, sql.list(OWNERS, row -> new Owned(row.getString(1), row.getString(2)), resourceId, uuid, uuid));
    }
}
