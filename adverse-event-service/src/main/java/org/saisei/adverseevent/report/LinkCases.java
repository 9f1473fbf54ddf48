package org.saisei.adverseevent.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Supplier;
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

    /**
     * Whom a report is about, asked with the running transaction's next statement. Call with {@link Exposures#lock} held for
     * the patient whom it names.
     */
    Supplier<Optional<Exposure>> about(CaseContent content) {
        var candidate = content.candidateNamed();
        if (content.subjectNamed() != null) {
            var subject = exposures.soonOfSubject(content.subjectNamed());
            // one that names a subject and a candidate who are not the same stays unlinked: somebody has to look
            return () -> subject.get()
                    .filter(exposure -> candidate == null
                            || candidate.equals(exposure.subject().candidateId()));
        }
        if (candidate == null) {
            return Optional::empty;
        }
        var enrolments = exposures.soonOfCandidate(candidate);
        return () -> enrolments.get().stream().findFirst();
    }

    /** @param exposure of whom the case is {@link #about} */
    @Transactional(Transactional.TxType.MANDATORY)
    public void link(ReportedCase reported, Optional<Exposure> exposure) {
        exposure.map(known -> Link.to(known, reported.content())).ifPresent(link -> {
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
        cases.lockAbout(subjectId, candidateId)
                .forEach(reported -> link(reported, about(reported.content()).get()));
    }
}
