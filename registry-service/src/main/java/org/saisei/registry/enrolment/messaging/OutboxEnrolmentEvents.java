package org.saisei.registry.enrolment.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;
import org.saisei.registry.enrolment.EnrolmentEvents;
import org.saisei.registry.enrolment.Reason;
import org.saisei.registry.enrolment.StandingChange;
import org.saisei.registry.enrolment.Subject;

@ApplicationScoped
class OutboxEnrolmentEvents implements EnrolmentEvents {
    private static final String TOPIC = "saisei.registry.subjects";
    private final Outbox outbox;

    OutboxEnrolmentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    record SubjectEnrolled(
            String subjectId,
            String facilityId,
            String documentNumber,
            String candidateId,
            String protocol,
            @Nullable String protocolVersion,
            String standing,
            int ageYears,
            String sex,
            LocalDate injuryDate,
            LocalDate enrolledOn,
            String analysisSet) {}

    record StandingChanged(
            String subjectId,
            String facilityId,
            String documentNumber,
            String candidateId,
            String protocol,
            @Nullable String protocolVersion,
            String standing,
            String previousStanding,
            LocalDate changedOn,
            List<Unsatisfied> reasons,
            @Nullable String assessmentId) {}

    record Unsatisfied(String criterion, String verdict) {
        static List<Unsatisfied> of(List<Reason> reasons) {
            return reasons.stream()
                    .map(reason -> new Unsatisfied(reason.criterion(), reason.verdict()))
                    .toList();
        }
    }

    @Override
    public void enrolled(Subject subject) {
        append(
                subject,
                "saisei.registry.subject-enrolled.v1",
                new SubjectEnrolled(
                        subject.subjectId().number(),
                        subject.facilityId(),
                        subject.documentNumber(),
                        subject.candidateId(),
                        subject.protocol(),
                        subject.protocolVersion(),
                        subject.standing().code().name(),
                        subject.ageYears(),
                        subject.sex().name(),
                        subject.injuryDate(),
                        subject.enrolledOn(),
                        "TREATMENT"));
    }

    @Override
    public void standingChanged(Subject subject, StandingChange change) {
        var previous = change.previous();
        if (previous == null) {
            throw new IllegalArgumentException("the first standing is told by the enrolment");
        }
        append(
                subject,
                "saisei.registry.standing-changed.v1",
                new StandingChanged(
                        subject.subjectId().number(),
                        subject.facilityId(),
                        subject.documentNumber(),
                        subject.candidateId(),
                        subject.protocol(),
                        subject.protocolVersion(),
                        change.standing().name(),
                        previous.name(),
                        change.changedOn(),
                        Unsatisfied.of(change.reasons()),
                        change.assessmentId()));
    }

    private void append(Subject subject, String type, Object data) {
        outbox.append(new OutboxEvent(TOPIC, subject.subjectId().number(), type, data));
    }
}
