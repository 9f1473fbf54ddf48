package org.saisei.eligibility.facility.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.saisei.eligibility.facility.Facilities;
import org.saisei.eligibility.facility.Facility;
import org.saisei.eligibility.facility.FacilityPhysician;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlFacilities implements Facilities {
    private static final TypeReference<List<Attestation>> ATTESTATIONS = new TypeReference<>() {};
    private static final TypeReference<List<FacilityLink>> LINKS = new TypeReference<>() {};
    private static final TypeReference<Physician> PHYSICIAN = new TypeReference<>() {};
    private static final String FACILITY =
            "SELECT facility_id, name, attestations, links, version FROM facility WHERE facility_id = ?";

    /**
     * Asked for before the row's own lock, which readers share past a writer who waits: a suspension would wait for as long
     * as assessments keep coming. This one is given in the order asked for.
     */
    private static final String QUEUE =
            "SELECT pg_advisory_xact_lock%s(hashtextextended('facility ' || ?, 0)) IS NULL AS queued";

    private final Sql sql;
    private final FacilityJson json;

    SqlFacilities(Sql sql, FacilityJson json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Optional<Facility> find(String facilityId) {
        return sql.first(FACILITY, this::facility, facilityId);
    }

    @Override
    public Optional<Facility> lockForChange(String facilityId) {
        sql.first(QUEUE.formatted(""), row -> true, facilityId);
        return sql.first(FACILITY + " FOR UPDATE", this::facility, facilityId);
    }

    @Override
    public Optional<Facility> lockForReading(String facilityId) {
        sql.first(QUEUE.formatted("_shared"), row -> true, facilityId);
        return sql.first(FACILITY + " FOR SHARE", this::facility, facilityId);
    }

    @Override
    public boolean add(Facility facility) {
        return sql.update(
                        """
                        INSERT INTO facility (facility_id, name, attestations, links, version) VALUES (?, ?, ?::jsonb, ?::jsonb, ?)
                        ON CONFLICT (facility_id) DO NOTHING
                        """,
                        facility.facilityId(),
                        facility.name(),
                        json.write(facility.attestations()),
                        json.write(facility.links()),
                        facility.version())
                == 1;
    }

    @Override
    public void update(Facility facility) {
        sql.update(
                "UPDATE facility SET name = ?, attestations = ?::jsonb, links = ?::jsonb, version = ? WHERE facility_id = ?",
                facility.name(),
                json.write(facility.attestations()),
                json.write(facility.links()),
                facility.version(),
                facility.facilityId());
    }

    @Override
    public List<FacilityPhysician> physicians(String facilityId) {
        return sql.list(
                "SELECT facility_id, document, version FROM physician WHERE facility_id = ? ORDER BY physician_id",
                this::physician,
                facilityId);
    }

    @Override
    public Optional<FacilityPhysician> physician(String facilityId, String physicianId) {
        return sql.first(
                "SELECT facility_id, document, version FROM physician WHERE facility_id = ? AND physician_id = ?",
                this::physician,
                facilityId,
                physicianId);
    }

    @Override
    public void add(FacilityPhysician physician) {
        sql.update(
                "INSERT INTO physician (facility_id, physician_id, document, version) VALUES (?, ?, ?::jsonb, ?)",
                physician.facilityId(),
                physician.physician().physicianId(),
                json.write(physician.physician()),
                physician.version());
    }

    @Override
    public void update(FacilityPhysician physician) {
        sql.update(
                "UPDATE physician SET document = ?::jsonb, version = ? WHERE facility_id = ? AND physician_id = ?",
                json.write(physician.physician()),
                physician.version(),
                physician.facilityId(),
                physician.physician().physicianId());
    }

    private Facility facility(ResultSet row) throws SQLException {
        return new Facility(
                row.getString("facility_id"),
                row.getString("name"),
                json.read(row.getString("attestations"), ATTESTATIONS),
                json.read(row.getString("links"), LINKS),
                row.getLong("version"));
    }

    private FacilityPhysician physician(ResultSet row) throws SQLException {
        return new FacilityPhysician(
                row.getString("facility_id"), json.read(row.getString("document"), PHYSICIAN), row.getLong("version"));
    }
}
