package org.saisei.eligibility.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;

/** The registry says how a candidate stands. Kept for the waiting list (S-P3). */
@ApplicationScoped
public class NoteStanding {
    private static final Actor SELF = Actor.service("eligibility-service");

    private final CandidateStandings standings;
    private final AuditTrail audit;

    NoteStanding(CandidateStandings standings, AuditTrail audit) {
        this.standings = standings;
        this.audit = audit;
    }

    @Transactional
    public void note(CandidateStanding standing) {
        var before = standings.find(standing.subjectId()).orElse(null);
        standings.put(standing);
        audit.wrote(SELF, "noteStanding", "subject", standing.subjectId(), null, before, standing);
    }
}
