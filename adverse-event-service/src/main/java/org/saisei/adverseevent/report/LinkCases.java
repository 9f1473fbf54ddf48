package org.saisei.adverseevent.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.exposure.Exposure;
import org.saisei.adverseevent.exposure.Exposures;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;

/**
 * Brings cases and subjects together, whichever is known first, and places the onset in the treatment anew whenever the
 * exposures change.
 */
@ApplicationScoped
public class LinkCases {
    /** In the audit trail, where it tells that the patient is known here. */
    public static final String LINKING = "linkCase";

    private static final Actor SELF = Actor.service("adverse-event-service");

    private final Cases cases;
    private final Exposures exposures;
    private final CaseEvents events;
    private final AuditTrail audit;

    LinkCases(Cases cases, Exposures exposures, CaseEvents events, AuditTrail audit) {
        this.cases = cases;
        this.exposures = exposures;
        this.events = events;
        this.audit = audit;
    }

    /** Call with {@link Exposures#lock} held for the patient that the case names. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void link(ReportedCase reported) {
        exposureOf(reported)
                .map(exposure -> Link.to(exposure, reported.content()))
                .ifPresent(link -> {
                    if (!link.equals(reported.link())) {
                        var linked = reported.linkedTo(link);
                        cases.saveLink(linked);
                        events.linked(linked);
                        audit.wrote(
                                SELF,
                                LINKING,
                                "case",
                                reported.header().caseId().toString(),
                                null,
                                new Linked(reported.link()),
                                new Linked(link));
                    }
                });
    }

    private record Linked(@Nullable Link link) {}

    /** To be called in the transaction that changed what is known of the subject. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void exposureChanged(String subjectId, String candidateId) {
        cases.lockAbout(subjectId, candidateId).forEach(this::link);
    }

    /** A case that names a subject and a candidate who are not the same stays unlinked: somebody has to look. */
    private Optional<Exposure> exposureOf(ReportedCase reported) {
        var content = reported.content();
        var candidate = content.candidateNamed();
        if (content.subjectNamed() != null) {
            return exposures
                    .ofSubject(content.subjectNamed())
                    .filter(exposure -> candidate == null
                            || candidate.equals(exposure.subject().candidateId()));
        }
        return candidate == null
                ? Optional.empty()
                : exposures.ofCandidate(candidate).stream().findFirst();
    }
}
