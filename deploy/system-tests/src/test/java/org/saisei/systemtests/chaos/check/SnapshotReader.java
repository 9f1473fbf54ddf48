package org.saisei.systemtests.chaos.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.saisei.systemtests.chaos.check.Snapshot.Decision;
import org.saisei.systemtests.chaos.check.Snapshot.Enrolment;
import org.saisei.systemtests.chaos.check.Snapshot.Reported;
import org.saisei.systemtests.chaos.check.Snapshot.World;

/** Reads all that there is, when nothing changes any more. */
final class SnapshotReader {
    private SnapshotReader() {}

    static Snapshot read(Sources sources) {
        Map<String, Connection> databases = new LinkedHashMap<>();
        try {
            var services = new HashMap<String, Snapshot.Service>();
            for (var source : sources.services()) {
                var database = source.database().connect();
                databases.put(source.name(), database);
                services.put(
                        source.name(),
                        new DatabaseReader(source, database)
                                .read(
                                        TopicReader.acknowledged(sources.bootstrapServers(), source.name()),
                                        SelfReportReader.read(source)));
            }
            return new Snapshot(
                    services,
                    TopicReader.records(sources.bootstrapServers()),
                    DatabaseReader.feed(of(databases, "adverse-event-service")),
                    AgreementQueries.read(databases),
                    world(databases));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            databases.values().forEach(SnapshotReader::close);
        }
    }

    private static World world(Map<String, Connection> databases) throws SQLException {
        return new World(
                Queries.list(
                        of(databases, "registry-service"),
                        "SELECT subject_id, candidate_id, facility_id, protocol, standing FROM subject",
                        row -> new Enrolment(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5))),
                Queries.list(
                        of(databases, "eligibility-service"),
                        "SELECT candidate_id, facility_id, protocol, stage,"
                                + " row_number() OVER (PARTITION BY candidate_id ORDER BY recorded_at, assessment_id), decision"
                                + " FROM assessment",
                        row -> new Decision(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getString(6))),
                new HashSet<>(Queries.list(
                        of(databases, "registry-service"),
                        "SELECT DISTINCT subject_id FROM treatment_fact",
                        row -> row.getString(1))),
                Queries.list(
                        of(databases, "adverse-event-service"),
                        "SELECT case_id, subject_named, candidate_named, linked_subject FROM safety_case"
                                + " WHERE state = 'REPORTED'",
                        row -> new Reported(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
    }

    private static Connection of(Map<String, Connection> databases, String service) {
        return Objects.requireNonNull(databases.get(service), service);
    }

    private static void close(Connection database) {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
