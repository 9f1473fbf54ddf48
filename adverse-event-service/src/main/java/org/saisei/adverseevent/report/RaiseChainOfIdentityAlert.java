package org.saisei.adverseevent.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.exposure.KnownSubject;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.id.Ids;
import org.saisei.kit.time.RegulatoryDays;

/**
 * Opens a case by itself when the registry records that a product and a subject do not belong together: a
 * malfunction whose reporter is the system, so that safety officers learn of it at once.
 */
@ApplicationScoped
public class RaiseChainOfIdentityAlert {
    private static final Actor SELF = Actor.service("adverse-event-service");

    private final Cases cases;
    private final LinkCases linking;
    private final CaseEvents events;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    RaiseChainOfIdentityAlert(
            Cases cases, LinkCases linking, CaseEvents events, AuditTrail audit, Ids ids, InstantSource clock) {
        this.cases = cases;
        this.linking = linking;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Once for each deviation. To be called in the transaction that made the subject known.
     *
     * @param ruleId the rule of the subject's protocol, e.g. {@code S-T6}
     * @param observedOn becomes the day of awareness, unless it lies in the future
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void raise(
            KnownSubject subject, String ruleId, UUID deviationId, LocalDate observedOn, @Nullable String lotNumber) {
        var header = new CaseHeader(
                ids.next(),
                subject.facilityId(),
                null,
                deviationId,
                1,
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        var today = RegulatoryDays.today(clock);
        var content = new CaseContent(
                subject.protocol(),
                observedOn.isAfter(today) ? today : observedOn,
                new PatientReference(subject.subjectId(), subject.candidateId(), false),
                new Reporter(Reporter.Profession.SYSTEM, ruleId),
                List.of(new Suspect(Suspect.Kind.PRODUCT, lotNumber, null)),
                null,
                new Malfunction(lotNumber));
        var opened = new ReportedCase(header, content, null, null);
        if (cases.add(opened, null)) {
            audit.wrote(SELF, "raiseAlert", "case", header.caseId().toString(), ruleId, null, opened);
            events.reported(opened);
            linking.link(opened, linking.about(content).get());
        }
    }
}
