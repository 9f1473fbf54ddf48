package org.saisei.adverseevent.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saisei.adverseevent.dictionary.Dictionaries;
import org.saisei.adverseevent.exposure.Exposures;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.crypto.Envelope;
import org.saisei.kit.id.Ids;
import org.saisei.kit.time.RegulatoryDays;

/**
 * Takes in a report from any hospital about any patient. Safety information is never turned away: not for an unknown
 * subject, not for another facility's, not for a missing element.
 */
@ApplicationScoped
public class ReportAdverseEvent {
    private final Cases cases;
    private final Exposures exposures;
    private final Dictionaries dictionaries;
    private final Protocols protocols;
    private final LinkCases linking;
    private final CaseEvents events;
    private final AuditTrail audit;
    private final CaseSeal seal;
    private final Ids ids;
    private final InstantSource clock;

    ReportAdverseEvent(
            Cases cases,
            Exposures exposures,
            Dictionaries dictionaries,
            Protocols protocols,
            LinkCases linking,
            CaseEvents events,
            AuditTrail audit,
            Envelope envelope,
            Ids ids,
            InstantSource clock) {
        this.cases = cases;
        this.exposures = exposures;
        this.dictionaries = dictionaries;
        this.protocols = protocols;
        this.linking = linking;
        this.events = events;
        this.audit = audit;
        this.seal = new CaseSeal(envelope);
        this.ids = ids;
        this.clock = clock;
    }

    public sealed interface Outcome {
        record Recorded(SafetyCase opened) implements Outcome {}

        record AlreadyRecorded(UUID caseId) implements Outcome {}

        record Refused(List<Objection> objections) implements Outcome {}
    }

    /** @param facilityId of the reporter, who need not be the patient's */
    @Transactional
    public Outcome report(Actor actor, String facilityId, String documentNumber, CaseContent content, CaseTexts texts) {
        var intake = Intake.examine(content, dictionaries, protocols.names(), RegulatoryDays.today(clock));
        if (!intake.objections().isEmpty()) {
            return earlier(facilityId, documentNumber).orElseGet(() -> new Outcome.Refused(intake.objections()));
        }
        exposures.lock(content.subjectNamed(), content.candidateNamed());
        var exposure = linking.about(content);
        var caseId = ids.next();
        var opened = SafetyCase.of(
                new CaseHeader(caseId, facilityId, documentNumber, null, 1, 1, now()), content, intake.term());
        var ciphered = seal.seal(caseId, texts);
        if (!cases.add(opened, ciphered)) {
            return earlier(facilityId, documentNumber)
                    .orElseThrow(() -> new IllegalStateException("a case was neither added nor found"));
        }
        audit.wrote(actor, "reportCase", "case", caseId.toString(), null, null, CaseSeal.Audited.of(opened, ciphered));
        if (opened instanceof ReportedCase reported) {
            events.reported(reported);
            linking.link(reported, exposure.get());
        }
        return new Outcome.Recorded(opened);
    }

    private Optional<Outcome> earlier(String facilityId, String documentNumber) {
        return cases.byDocument(facilityId, documentNumber).map(Outcome.AlreadyRecorded::new);
    }

    /** As precise as it is stored, so that the first answer and every later one say the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
