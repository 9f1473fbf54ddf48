package org.saisei.registry.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.id.Ids;
import org.saisei.kit.time.RegulatoryDays;
import org.saisei.registry.identity.IdentityStore;
import org.saisei.registry.identity.MatchKeys;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.protocol.Protocols;

/** 症例登録: a facility enrols a candidate and learns the registry number. */
@ApplicationScoped
public class EnrolSubject {
    private final Subjects subjects;
    private final EnrolmentBackground background;
    private final IdentityStore identities;
    private final EnrolmentEvents events;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    EnrolSubject(
            Subjects subjects,
            EnrolmentBackground background,
            IdentityStore identities,
            EnrolmentEvents events,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.subjects = subjects;
        this.background = background;
        this.identities = identities;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public sealed interface Result {
        record Enrolled(Subject subject) implements Result {}

        record AlreadyRecorded(SubjectId subjectId) implements Result {}

        /** The facility has a living enrolment of this candidate. */
        record AlreadyEnrolled(SubjectId subjectId) implements Result {}

        record Refused(List<Contradiction> contradictions) implements Result {}
    }

    /**
     * @param pointer JSON pointer into the request
     * @param rule stable code
     */
    public record Contradiction(String pointer, String rule, String message) {}

    /** What no two enrolments may have in common while they run, as names. */
    public static Set<String> touches(Actor actor, Enrolment enrolment) {
        String facilityId = actor.facility().orElseThrow();
        var touches = new HashSet<String>();
        touches.add("document " + facilityId + ' ' + enrolment.documentNumber());
        touches.add("candidate " + enrolment.candidateId());
        MatchKeys.of(facilityId, enrolment.identity()).forEach(key -> touches.add(key.purpose() + ' ' + key.value()));
        return touches;
    }

    /** @param actor a hospital, which becomes the treating facility */
    @Transactional
    public Result enrol(Actor actor, Enrolment enrolment) {
        String facilityId = actor.facility().orElseThrow();
        var drawn = SubjectId.draw(ids);
        var matching = identities.soonMatching(drawn, facilityId, enrolment.identity());
        var known = background.hold(facilityId, enrolment, drawn);
        if (known.sameDocument().isPresent()) {
            return new Result.AlreadyRecorded(known.sameDocument().get());
        }
        var contradictions = contradictions(enrolment, known.decisions());
        if (!contradictions.isEmpty()) {
            return new Result.Refused(contradictions);
        }
        var living = known.earlier().stream().filter(Subject::isLiving).findFirst();
        if (living.isPresent()) {
            return new Result.AlreadyEnrolled(living.get().subjectId());
        }

        var number = drawn;
        if (known.drawnIsTaken()) {
            number = freeNumber();
            matching = identities.soonMatching(number, facilityId, enrolment.identity());
        }
        var suspected = suspectedDuplicates(matching.get(), facilityId, enrolment);
        var settlement = settlement(enrolment.protocol(), known.decisions(), known.earlier());
        var subject = subject(number, facilityId, enrolment, settlement, suspected);
        subjects.add(subject);
        var identityCiphertext = identities.keep(subject.subjectId(), facilityId, enrolment.identity());
        events.enrolled(subject);
        audit.wrote(
                actor,
                "enrolSubject",
                "subject",
                subject.subjectId().number(),
                null,
                null,
                audited(subject, identityCiphertext));
        return new Result.Enrolled(subject);
    }

    private Subject subject(
            SubjectId subjectId,
            String facilityId,
            Enrolment enrolment,
            Settlement settlement,
            List<SubjectId> suspectedDuplicates) {
        var settledBy = Optional.ofNullable(settlement.by());
        return new Subject(
                subjectId,
                ids.next(),
                facilityId,
                enrolment.documentNumber(),
                enrolment.protocol(),
                enrolment.candidateId(),
                enrolment.sex(),
                enrolment.identity().ageOn(enrolment.enrolledOn()),
                enrolment.injuryDate(),
                enrolment.enrolledOn(),
                settlement.standing(),
                settledBy.map(CandidateDecision::assessmentId).orElse(null),
                settledBy.map(CandidateDecision::protocolVersion).orElse(null),
                suspectedDuplicates,
                1,
                clock.instant());
    }

    private static Settlement settlement(String protocol, List<CandidateDecision> known, List<Subject> refused) {
        var underProtocol =
                known.stream().filter(one -> one.protocol().equals(protocol)).toList();
        var refusals = refused.stream().map(Subject::assessmentId).collect(Collectors.toSet());
        long refusedBy = underProtocol.stream()
                .filter(one -> refusals.contains(one.assessmentId()))
                .mapToLong(CandidateDecision::sequence)
                .max()
                .orElse(0);
        return Settlement.of(underProtocol, refusedBy);
    }

    private SubjectId freeNumber() {
        var number = SubjectId.draw(ids);
        while (subjects.find(number).isPresent()) {
            number = SubjectId.draw(ids);
        }
        return number;
    }

    /** Only the facility's own: a match elsewhere would tell it where else the patient is treated. */
    private List<SubjectId> suspectedDuplicates(List<SubjectId> matching, String facilityId, Enrolment enrolment) {
        return matching.stream()
                .map(subjects::find)
                .flatMap(Optional::stream)
                .filter(other -> other.facilityId().equals(facilityId))
                .filter(other -> other.protocol().equals(enrolment.protocol()))
                .filter(Subject::isLiving)
                .map(Subject::subjectId)
                .toList();
    }

    private List<Contradiction> contradictions(Enrolment enrolment, List<CandidateDecision> known) {
        var found = new ArrayList<Contradiction>();
        if (Protocols.find(enrolment.protocol()).isEmpty()) {
            found.add(new Contradiction("/protocol", "UNKNOWN_PROTOCOL", "is no protocol of this registry"));
        } else if (!known.isEmpty()
                && known.stream().noneMatch(decision -> decision.protocol().equals(enrolment.protocol()))) {
            found.add(new Contradiction(
                    "/protocol", "OTHER_PROTOCOL", "differs from the protocol the candidate was assessed under"));
        }
        LocalDate today = RegulatoryDays.today(clock);
        if (enrolment.enrolledOn().isAfter(today)) {
            found.add(new Contradiction("/enrolledOn", "IN_FUTURE", "is after today in Japan"));
        }
        if (enrolment.injuryDate().isAfter(enrolment.enrolledOn())) {
            found.add(new Contradiction("/injuryDate", "AFTER_ENROLMENT", "is after enrolledOn"));
        }
        if (enrolment.identity().birthDate().isAfter(enrolment.injuryDate())) {
            found.add(new Contradiction("/identity/birthDate", "AFTER_INJURY", "is after injuryDate"));
        }
        return found;
    }

    private static Map<String, Object> audited(Subject subject, String identityCiphertext) {
        return Map.of(
                "protocol", subject.protocol(),
                "candidateId", subject.candidateId(),
                "documentNumber", subject.documentNumber(),
                "standing", subject.standing().code(),
                "enrolledOn", subject.enrolledOn(),
                "identityCiphertext", identityCiphertext);
    }
}
