package org.saisei.eligibility.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.AssessmentOutcome.AlreadyRecorded;
import org.saisei.eligibility.assessment.AssessmentOutcome.Contradictory;
import org.saisei.eligibility.assessment.AssessmentOutcome.Decided;
import org.saisei.eligibility.assessment.AssessmentOutcome.NotThere;
import org.saisei.eligibility.assessment.AssessmentOutcome.Superseded;
import org.saisei.eligibility.facility.AccreditationLookup;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.ParameterValues;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.eligibility.protocol.Stage;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.id.Ids;
import org.saisei.kit.time.RegulatoryDays;

/** A facility has a patient assessed against a protocol's patient criteria, at one stage. */
@ApplicationScoped
public class AssessPatient {
    private final ProtocolCatalogue protocols;
    private final ParameterValues parameters;
    private final AccreditationLookup accreditations;
    private final Assessments assessments;
    private final AssessmentEvents events;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    AssessPatient(
            ProtocolCatalogue protocols,
            ParameterValues parameters,
            AccreditationLookup accreditations,
            Assessments assessments,
            AssessmentEvents events,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.protocols = protocols;
        this.parameters = parameters;
        this.accreditations = accreditations;
        this.assessments = assessments;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public AssessmentOutcome assess(Actor actor, AssessmentRequest request) {
        return switch (RequestReader.read(request, protocols, RegulatoryDays.today(clock))) {
            case RequestReader.Read.Refused(var refusal) -> refusal;
            case RequestReader.Read.Accepted(var protocol, var facts) -> assess(actor, request, protocol, facts);
        };
    }

    private AssessmentOutcome assess(Actor actor, AssessmentRequest request, Protocol protocol, Facts facts) {
        var recorded = assessments.recordedUnder(request.facilityId(), request.documentNumber());
        if (recorded.isPresent()) {
            return new AlreadyRecorded(recorded.get());
        }
        var accreditation = accreditations.on(request.facilityId(), protocol, request.assessedOn());
        if (declaresWhatIsNotMet(request, accreditation)) {
            return notMet();
        }
        var candidate = candidate(request).orElse(null);
        if (candidate == null) {
            return new NotThere("/candidateId");
        }
        var standing = assessments
                .standing(candidate.candidateId(), protocol.id(), request.stage())
                .orElse(null);
        var refusal = supersession(request, candidate, standing);
        if (refusal != null) {
            return refusal;
        }
        var otherStages = otherStages(candidate, protocol, request.stage());
        var differences = differences(protocol, request.stage(), facts, otherStages);
        if (!differences.isEmpty()) {
            return new Contradictory(differences);
        }
        var circumstances = new Circumstances(
                request.stage(),
                request.assessedOn(),
                facts,
                otherStages,
                accreditation,
                request.responsiblePhysicianId(),
                parameters.on(protocol, request.assessedOn()));
        var assessment = new Assessment(
                ids.next(),
                request.documentNumber(),
                request.facilityId(),
                candidate.candidateId(),
                protocol.id(),
                protocol.version(),
                circumstances,
                accreditation.requirementOf(request.responsiblePhysicianId(), request.declaredPhysicianRequirement()),
                request.declaration(),
                standing == null ? null : standing.assessmentId(),
                Result.of(protocol, circumstances, request.declaration() != null));
        if (!assessments.add(assessment)) {
            return assessments
                    .recordedUnder(request.facilityId(), request.documentNumber())
                    .<AssessmentOutcome>map(AlreadyRecorded::new)
                    .orElseThrow();
        }
        events.decided(assessment);
        audit.wrote(
                actor,
                "assessPatient",
                "assessment",
                assessment.assessmentId().toString(),
                null,
                null,
                summary(assessment, assessments.reasonsCiphertext(assessment.assessmentId())));
        return new Decided(assessment);
    }

    private Optional<Candidate> candidate(AssessmentRequest request) {
        var known = request.candidateId();
        if (known != null) {
            return assessments
                    .lockCandidate(known)
                    .filter(candidate -> candidate.facilityId().equals(request.facilityId()));
        }
        var issued = new Candidate(ids.opaque(), request.facilityId());
        assessments.add(issued);
        return Optional.of(issued);
    }

    /** Null if the assessment may take the place of the one that stands. */
    private @Nullable AssessmentOutcome supersession(
            AssessmentRequest request, Candidate candidate, @Nullable Assessment standing) {
        var named = request.supersedes();
        if (named == null) {
            return standing != null
                            && request.assessedOn()
                                    .isBefore(standing.circumstances().assessedOn())
                    ? new Contradictory(List.of(new Fault(
                            "/assessedOn",
                            "BEFORE_STANDING",
                            "is before the day of the assessment that stands, " + standing.assessmentId()
                                    + "; to put this one in its place all the same, name it in supersedes")))
                    : null;
        }
        if (standing != null && standing.assessmentId().equals(named)) {
            return null;
        }
        var other = assessments
                .find(named)
                .filter(found -> found.facilityId().equals(request.facilityId()))
                .orElse(null);
        if (other == null) {
            return new NotThere("/supersedes");
        }
        return other.candidateId().equals(candidate.candidateId())
                        && other.protocol().equals(request.protocol())
                        && other.circumstances().stage().equals(request.stage())
                ? new Superseded()
                : new Contradictory(List.of(
                        new Fault("/supersedes", "ANOTHER_MATTER", "is of another candidate, protocol or stage")));
    }

    private Map<String, Facts> otherStages(Candidate candidate, Protocol protocol, String stage) {
        var result = new HashMap<String, Facts>();
        for (Stage other : protocol.stages()) {
            if (!other.code().equals(stage)) {
                assessments
                        .standing(candidate.candidateId(), protocol.id(), other.code())
                        .ifPresent(found ->
                                result.put(other.code(), found.circumstances().facts()));
            }
        }
        return result;
    }

    /** From what was said at the stages before this one. */
    private static List<Fault> differences(
            Protocol protocol, String stage, Facts facts, Map<String, Facts> otherStages) {
        var faults = new ArrayList<Fault>();
        for (var earlier : protocol.stages()) {
            if (earlier.code().equals(stage)) {
                break;
            }
            var said = otherStages.get(earlier.code());
            if (said != null) {
                faults.addAll(protocol.differences(facts, said, earlier.code()));
            }
        }
        return faults;
    }

    static boolean declaresWhatIsNotMet(AssessmentRequest request, AccreditationOnDay accreditation) {
        var declared = request.declaredPhysicianRequirement();
        var met = accreditation.requirementsOf(request.responsiblePhysicianId());
        return declared != null && met != null && !met.contains(declared);
    }

    static Contradictory notMet() {
        return new Contradictory(List.of(new Fault(
                "/declaredPhysicianRequirement",
                "NOT_MET",
                "the responsible physician named is not known to meet it")));
    }

    /** What the audit trail holds: the decision and where it is, not the patient's facts. */
    private static Map<String, Object> summary(Assessment assessment, Optional<String> reasonsCiphertext) {
        var summary = new HashMap<String, Object>(Map.of(
                "candidateId", assessment.candidateId(),
                "protocol", assessment.protocol(),
                "protocolVersion", assessment.protocolVersion(),
                "stage", assessment.circumstances().stage(),
                "decision", assessment.result().decision().name()));
        if (assessment.supersedes() != null) {
            summary.put("supersedes", assessment.supersedes().toString());
        }
        reasonsCiphertext.ifPresent(ciphertext -> summary.put("reasonsCiphertext", ciphertext));
        return summary;
    }
}
