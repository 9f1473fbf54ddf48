package org.saisei.registry.treatment.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.protocol.DoseInterval;
import org.saisei.registry.protocol.Finding;
import org.saisei.registry.treatment.Plan;
import org.saisei.registry.treatment.Plans;

@ApplicationScoped
class SqlPlans implements Plans {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT plan_id, facility_id, document_number, lot_number, planned_on, cells, weight_kg, weight_measured_on,
                   min_cells, max_cells, warnings, recorded_at
            FROM planned_administration
            """;

    private final Sql sql;
    private final Holds holds;
    private final Documents documents;

    SqlPlans(Sql sql, Holds holds, Documents documents) {
        this.sql = sql;
        this.holds = holds;
        this.documents = documents;
    }

    @Override
    public void holdDocument(String facilityId, String documentNumber) {
        holds.hold("document of plan", facilityId + " " + documentNumber);
    }

    @Override
    public Optional<Place> findByDocument(String facilityId, String documentNumber) {
        return sql.first(
                "SELECT subject_id, plan_id FROM planned_administration WHERE facility_id = ? AND document_number = ?",
                row -> new Place(new SubjectId(row.getString(1)), row.getObject(2, UUID.class)),
                facilityId,
                documentNumber);
    }

    @Override
    public Optional<Plan> find(SubjectId subjectId, UUID planId) {
        return sql.first(SELECT + "WHERE subject_id = ? AND plan_id = ?", this::read, subjectId.number(), planId);
    }

    @Override
    public List<Plan> list(SubjectId subjectId, @Nullable String documentNumber, @Nullable UUID after, int limit) {
        return sql.list(
                SELECT + """
                WHERE subject_id = ? AND (?::varchar IS NULL OR document_number = ?) AND (?::uuid IS NULL OR plan_id > ?)
                ORDER BY plan_id LIMIT ?
                """, this::read, subjectId.number(), documentNumber, documentNumber, after, after, limit);
    }

    @Override
    public void add(SubjectId subjectId, Plan plan) {
        var request = plan.request();
        sql.update(
                """
                INSERT INTO planned_administration (plan_id, subject_id, facility_id, document_number, lot_number,
                    planned_on, cells, weight_kg, weight_measured_on, min_cells, max_cells, warnings, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """,
                plan.planId(),
                subjectId.number(),
                plan.facilityId(),
                request.documentNumber(),
                request.lotNumber(),
                request.plannedOn(),
                request.cells(),
                request.weightKg(),
                request.weightMeasuredOn(),
                plan.doseInterval().minCells(),
                plan.doseInterval().maxCells(),
                documents.write(plan.warnings()),
                plan.recordedAt());
    }

    private Plan read(ResultSet row) throws SQLException {
        return new Plan(
                row.getObject("plan_id", UUID.class),
                row.getString("facility_id"),
                new Plan.Request(
                        row.getString("document_number"),
                        row.getString("lot_number"),
                        row.getObject("planned_on", LocalDate.class),
                        row.getBigDecimal("cells"),
                        row.getBigDecimal("weight_kg"),
                        row.getObject("weight_measured_on", LocalDate.class)),
                new DoseInterval(row.getBigDecimal("min_cells"), row.getBigDecimal("max_cells")),
                documents.read(row.getString("warnings"), FINDINGS),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
