package org.saisei.systemtests.chaos.check;

import java.util.Map;

/**
 * What commands did, by service: operation, document number, id as its audit row names it, where its answer leads, the
 * aggregate, whether its answer is kept for repeats, and what of it is missing.
 */
final class EffectQueries {
    private static final String ELIGIBILITY = """
            SELECT 'stateFacility', NULL, facility_id, '/facilities/' || facility_id, facility_id, false, NULL::text
            FROM facility, generate_series(1, version)
            UNION ALL
            SELECT 'statePhysician', NULL, facility_id || '/' || physician_id,
                   '/facilities/' || facility_id || '/physicians/' || physician_id, facility_id, false, NULL
            FROM physician, generate_series(1, version)
            UNION ALL
            SELECT 'accreditFacility', document_number, accreditation_id::text,
                   '/facilities/' || facility_id || '/accreditations/' || accreditation_id, facility_id, true, NULL
            FROM accreditation
            UNION ALL
            SELECT CASE state WHEN 'SUSPENDED' THEN 'suspendAccreditation' WHEN 'ACCREDITED' THEN 'resumeAccreditation'
                              ELSE 'withdrawAccreditation' END,
                   document_number, accreditation_id::text,
                   '/facilities/' || facility_id || '/accreditations/' || accreditation_id, facility_id, true,
                   CASE WHEN (SELECT count(*) FROM outbox
                              WHERE topic = 'saisei.eligibility.facilities' AND key = facility_id
                                AND convert_from(payload, 'UTF8')::jsonb ->> 'accreditationId' = accreditation_id::text)
                             <= (SELECT count(*) FROM accreditation_change o WHERE o.accreditation_id = c.accreditation_id)
                        THEN 'an event' END
            FROM accreditation_change c WHERE document_number IS NOT NULL
            UNION ALL
            SELECT 'changeParameter', document_number, change_id::text,
                   '/protocols/' || protocol || '/parameters/' || parameter || '/changes/' || change_id, protocol, true, NULL
            FROM protocol_parameter_change
            UNION ALL
            SELECT 'assessPatient', document_number, assessment_id::text, '/assessments/' || assessment_id, candidate_id,
                   true, NULL
            FROM assessment
            """;

    private static final String REGISTRY = """
            SELECT 'enrolSubject', document_number, subject_id, '/subjects/' || subject_id, candidate_id, true,
                   CASE WHEN NOT EXISTS (SELECT FROM identity.patient p WHERE p.subject_id = s.subject_id)
                         AND NOT EXISTS (SELECT FROM identity.erasure e WHERE e.subject_id = s.subject_id)
                        THEN 'the identity'
                        WHEN NOT EXISTS (SELECT FROM standing_change c WHERE c.subject_id = s.subject_id AND c.version = 1)
                        THEN 'the first standing' END
            FROM subject s
            UNION ALL
            SELECT 'record' || initcap(kind), document_number, fact_id::text,
                   '/subjects/' || subject_id || '/' || lower(kind) || 's/' || fact_id, subject_id, true, NULL
            FROM treatment_fact WHERE origin_id = fact_id
            UNION ALL
            SELECT 'correct' || initcap(kind), document_number, correction_id::text,
                   '/subjects/' || subject_id || '/' || lower(kind) || 's/' || coalesce(replaced_by, fact_id), subject_id, true,
                   CASE WHEN EXISTS (SELECT FROM treatment_fact f WHERE f.fact_id = c.fact_id AND f.status = 'CURRENT')
                        THEN 'the end of what it corrects' END
            FROM fact_correction c
            UNION ALL
            SELECT 'planAdministration', document_number, plan_id::text,
                   '/subjects/' || subject_id || '/planned-administrations/' || plan_id, subject_id, true, NULL
            FROM planned_administration
            UNION ALL
            SELECT 'placeLegalHold', document_number, hold_id::text, '/subjects/' || subject_id || '/legal-holds', subject_id,
                   true, NULL
            FROM legal_hold
            UNION ALL
            SELECT 'liftLegalHold', l.document_number, hold_id::text, '/subjects/' || subject_id || '/legal-holds', subject_id,
                   true, NULL
            FROM legal_hold_lifting l JOIN legal_hold h USING (hold_id)
            UNION ALL
            SELECT 'eraseIdentity', document_number, erasure_id::text, '/subjects/' || subject_id || '/identity-erasure',
                   subject_id, true,
                   CASE WHEN EXISTS (SELECT FROM identity.patient p WHERE p.subject_id = e.subject_id)
                        THEN 'the end of the identity' END
            FROM identity.erasure e
            """;

    private static final String ADVERSE_EVENT = """
            SELECT 'reportCase', document_number, case_id::text, '/cases/' || case_id, case_id::text, true,
                   CASE WHEN NOT EXISTS (SELECT FROM case_version v WHERE v.case_id = c.case_id AND v.version = 1)
                        THEN 'the first version' END
            FROM safety_case c WHERE document_number IS NOT NULL
            UNION ALL
            SELECT 'addCaseVersion', NULL, case_id::text, '/cases/' || case_id, case_id::text, true,
                   CASE WHEN v.version > (SELECT version FROM safety_case c WHERE c.case_id = v.case_id)
                        THEN 'the case at that version' END
            FROM case_version v WHERE version > 1
            """;

    /** By folder of the service. */
    static final Map<String, String> BY_SERVICE = Map.of(
            "eligibility-service", ELIGIBILITY, "registry-service", REGISTRY, "adverse-event-service", ADVERSE_EVENT);

    /** Queries of kind WRITE: the action, and the id of what it made where the resource is another. */
    static final String WRITES = """
            SELECT action, coalesce(
                       CASE WHEN action LIKE 'record%' THEN after ->> 'factId'
                            WHEN action LIKE 'correct%' THEN after ->> 'correctionId'
                            WHEN action = 'planAdministration' THEN after ->> 'planId'
                            WHEN action IN ('placeLegalHold', 'liftLegalHold') THEN after ->> 'holdId'
                            WHEN action = 'eraseIdentity' THEN after ->> 'erasureId'
                            WHEN action = 'changeParameter' THEN after ->> 'changeId' END,
                       resource_ids[1])
            FROM audit WHERE kind = 'WRITE'
            """;

    private EffectQueries() {}
}
