package org.saisei.eligibility.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;

/** The registry says that a subject was given the product, or takes it back. Kept for S-T4. */
@ApplicationScoped
public class NoteAdministration {
    private static final Actor SELF = Actor.service("eligibility-service");

    private final Administrations administrations;
    private final AuditTrail audit;

    NoteAdministration(Administrations administrations, AuditTrail audit) {
        this.administrations = administrations;
        this.audit = audit;
    }

    @Transactional
    public void recorded(Administration administration) {
        administrations.add(administration);
        audit.wrote(SELF, "noteAdministration", "subject", administration.subjectId(), null, null, administration);
    }

    @Transactional
    public void corrected(String subjectId, UUID factId) {
        if (administrations.retire(factId)) {
            audit.wrote(
                    SELF,
                    "retireAdministration",
                    "subject",
                    subjectId,
                    null,
                    Map.of("factId", factId, "retired", false),
                    Map.of("factId", factId, "retired", true));
        }
    }
}
