package org.saisei.adverseevent.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.saisei.adverseevent.dictionary.Dictionaries;
import org.saisei.adverseevent.exposure.Exposures;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.crypto.Envelope;
import org.saisei.kit.time.RegulatoryDays;

/** Replaces a draft by a fuller report of the same facility; with the fourth element it goes out. */
@ApplicationScoped
public class CompleteDraft {
    private final Cases cases;
    private final Exposures exposures;
    private final Dictionaries dictionaries;
    private final Protocols protocols;
    private final LinkCases linking;
    private final CaseEvents events;
    private final AuditTrail audit;
    private final CaseSeal seal;
    private final InstantSource clock;

    CompleteDraft(
            Cases cases,
            Exposures exposures,
            Dictionaries dictionaries,
            Protocols protocols,
            LinkCases linking,
            CaseEvents events,
            AuditTrail audit,
            Envelope envelope,
            InstantSource clock) {
        this.cases = cases;
        this.exposures = exposures;
        this.dictionaries = dictionaries;
        this.protocols = protocols;
        this.linking = linking;
        this.events = events;
        this.audit = audit;
        this.seal = new CaseSeal(envelope);
        this.clock = clock;
    }

    public sealed interface Outcome {
        record Recorded(SafetyCase next) implements Outcome {}

        /** No such case, another facility's, or of a protocol that the caller is not let to. */
        record Unknown() implements Outcome {}

        /** The case is not at the version that the facility read. */
        record Stale() implements Outcome {}

        /** The case is no draft any more. */
        record NoDraft() implements Outcome {}

        record Refused(List<Objection> objections) implements Outcome {}
    }

    /** @param expectedVersion the version that the facility read and replaces */
    @Transactional
    public Outcome complete(Actor actor, UUID caseId, long expectedVersion, CaseContent content, CaseTexts texts) {
        exposures.lock(content.subjectNamed(), content.candidateNamed());
        var exposure = linking.about(content);
        var known = cases.lock(caseId)
                .filter(found -> actor.actsFor(found.header().facilityId()))
                .filter(found ->
                        CaseScope.of(actor).filter(scope -> scope.covers(found)).isPresent());
        if (known.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (known.get().header().version() != expectedVersion) {
            return new Outcome.Stale();
        }
        if (!(known.get() instanceof DraftCase draft)) {
            return new Outcome.NoDraft();
        }
        var intake = Intake.examine(content, dictionaries, protocols.names(), RegulatoryDays.today(clock));
        if (!intake.objections().isEmpty()) {
            return new Outcome.Refused(intake.objections());
        }
        var next = draft.replacedBy(content, intake.term(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        var ciphered = seal.seal(caseId, texts);
        cases.addVersion(next, ciphered);
        audit.wrote(
                actor, "addCaseVersion", "case", caseId.toString(), null, draft, CaseSeal.Audited.of(next, ciphered));
        if (next instanceof ReportedCase reported) {
            events.reported(reported);
            linking.link(reported, exposure.get());
        }
        return new Outcome.Recorded(next);
    }
}
