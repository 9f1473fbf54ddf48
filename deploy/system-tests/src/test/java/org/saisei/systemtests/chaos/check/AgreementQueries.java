package org.saisei.systemtests.chaos.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saisei.kit.reconciliation.Anomaly.Kind;

/** Reads what has to be said alike in two places. */
final class AgreementQueries {
    private static final String ELIGIBILITY = "eligibility-service";
    private static final String REGISTRY = "registry-service";
    private static final String ADVERSE_EVENT = "adverse-event-service";

    /** Of a service's own: its rows, and the events that tell of them. */
    private static final List<Query> WITHIN = List.of(
            within(
                    "assessments and their events",
                    ELIGIBILITY,
                    "SELECT assessment_id, 1 FROM assessment",
                    events("assessmentId", "saisei.eligibility.assessment-decided.v1")),
            within(
                    "changes of parameters and their events",
                    ELIGIBILITY,
                    "SELECT change_id, 1 FROM protocol_parameter_change",
                    events("changeId", "saisei.eligibility.parameter-changed.v1")),
            within(
                    "accreditations and their events",
                    ELIGIBILITY,
                    "SELECT accreditation_id, 1 FROM accreditation",
                    "SELECT DISTINCT " + member("accreditationId")
                            + ", 1 FROM outbox WHERE type = 'saisei.eligibility.accreditation-changed.v1'"),
            within(
                    "enrolments and their events",
                    REGISTRY,
                    "SELECT subject_id, 1 FROM subject",
                    events("subjectId", "saisei.registry.subject-enrolled.v1")),
            within(
                    "changes of standing and their events",
                    REGISTRY,
                    "SELECT subject_id || ' ' || standing, count(*) FROM standing_change WHERE previous IS NOT NULL GROUP BY 1",
                    "SELECT key || ' ' || (" + member("standing")
                            + "), count(*) FROM outbox WHERE type = 'saisei.registry.standing-changed.v1' GROUP BY 1"),
            within(
                    "standings and their last change",
                    REGISTRY,
                    "SELECT subject_id, standing FROM subject",
                    "SELECT DISTINCT ON (subject_id) subject_id, standing FROM standing_change ORDER BY subject_id, version DESC"),
            within(
                    "facts and their events",
                    REGISTRY,
                    "SELECT fact_id, 1 FROM treatment_fact",
                    events(
                            "factId",
                            "saisei.registry.collection-recorded.v1",
                            "saisei.registry.product-recorded.v1",
                            "saisei.registry.administration-recorded.v1")),
            within(
                    "corrections and their events",
                    REGISTRY,
                    "SELECT fact_id || ' ' || document_number, 1 FROM fact_correction",
                    "SELECT (" + member("factId") + ") || ' ' || (" + member("documentNumber")
                            + "), count(*) FROM outbox WHERE type = 'saisei.registry.fact-corrected.v1' GROUP BY 1"),
            within(
                    "deviations and their events",
                    REGISTRY,
                    "SELECT deviation_id, 1 FROM deviation",
                    events("deviationId", "saisei.registry.deviation-recorded.v1")),
            within(
                    "reported cases and their events",
                    ADVERSE_EVENT,
                    "SELECT case_id, 1 FROM safety_case WHERE state = 'REPORTED'",
                    events("caseId", "saisei.safety.case-reported.v1")),
            within(
                    "links and the events that tell them last",
                    ADVERSE_EVENT,
                    "SELECT case_id, linked_subject FROM safety_case WHERE linked_subject IS NOT NULL",
                    "SELECT * FROM (SELECT DISTINCT ON (key) key, " + member("subjectId") + " AS subject FROM outbox"
                            + " WHERE topic = 'saisei.safety.cases' ORDER BY key, seq DESC) AS last WHERE subject IS NOT NULL"),
            within(
                    "events of cases and entries of the feed",
                    ADVERSE_EVENT,
                    "SELECT key || ' ' || (" + member("version")
                            + "), split_part(split_part(type, '.', 3), '.', 1) FROM outbox WHERE topic = 'saisei.safety.cases'",
                    "SELECT case_id || ' ' || version, event FROM feed_entry"));

    /** Copies that a service keeps of what is another's. */
    private static final List<Query> ACROSS = List.of(
            across(
                    "changes of accreditations",
                    ELIGIBILITY,
                    "SELECT key || ' ' || seq, (" + member("accreditationId") + ") || ' ' || (" + member("state")
                            + ") FROM outbox WHERE topic = 'saisei.eligibility.facilities'",
                    REGISTRY,
                    "SELECT facility_id || ' ' || sequence, accreditation_id || ' ' || state FROM facility_accreditation"),
            across(
                    "decisions",
                    ELIGIBILITY,
                    "SELECT assessment_id, decision FROM assessment",
                    REGISTRY,
                    "SELECT assessment_id, decision FROM candidate_decision"),
            across(
                    "records of cases",
                    ADVERSE_EVENT,
                    "SELECT key || ' ' || seq, 'version ' || (" + member("version")
                            + ") FROM outbox WHERE topic = 'saisei.safety.cases'",
                    REGISTRY,
                    "SELECT case_id || ' ' || sequence, 'version ' || version FROM safety_case"),
            across(
                    "standings",
                    REGISTRY,
                    "SELECT subject_id, standing FROM subject",
                    ELIGIBILITY,
                    "SELECT subject_id, standing FROM candidate_standing"),
            across(
                    "administrations in force",
                    REGISTRY,
                    "SELECT fact_id, status = 'CURRENT' FROM treatment_fact WHERE kind = 'ADMINISTRATION'",
                    ELIGIBILITY,
                    "SELECT fact_id, NOT retired FROM administration"),
            across(
                    "exposures in force",
                    REGISTRY,
                    "SELECT fact_id, status = 'CURRENT' FROM treatment_fact",
                    ADVERSE_EVENT,
                    "SELECT fact_id, in_force FROM exposure_fact"),
            across(
                    "subjects",
                    REGISTRY,
                    "SELECT subject_id, 'candidate ' || candidate_id FROM subject",
                    ADVERSE_EVENT,
                    "SELECT subject_id, 'candidate ' || candidate_id FROM exposed_subject"));

    private AgreementQueries() {}

    private record Query(String what, Kind ifMissing, String sayer, String said, String knower, String known) {}

    private static Query within(String what, String service, String said, String known) {
        return new Query(service + ": " + what, Kind.HALF_APPLIED, service, said, service, known);
    }

    private static Query across(String what, String sayer, String said, String knower, String known) {
        return new Query(what + " of " + sayer + " at " + knower, Kind.UNSEEN, sayer, said, knower, known);
    }

    private static String member(String name) {
        return "convert_from(payload, 'UTF8')::jsonb ->> '" + name + "'";
    }

    private static String events(String id, String... types) {
        return "SELECT " + member(id) + ", count(*) FROM outbox WHERE type IN ('" + String.join("', '", types)
                + "') GROUP BY 1";
    }

    /** @param databases by service */
    static List<Agreement> read(Map<String, Connection> databases) throws SQLException {
        var agreements = new ArrayList<Agreement>();
        for (var queries : List.of(WITHIN, ACROSS)) {
            for (var query : queries) {
                agreements.add(new Agreement(
                        query.what(),
                        query.ifMissing(),
                        Queries.map(database(databases, query.sayer()), query.said()),
                        Queries.map(database(databases, query.knower()), query.known())));
            }
        }
        return agreements;
    }

    private static Connection database(Map<String, Connection> databases, String service) {
        var database = databases.get(service);
        if (database == null) {
            throw new IllegalArgumentException("where is the database of " + service);
        }
        return database;
    }
}
