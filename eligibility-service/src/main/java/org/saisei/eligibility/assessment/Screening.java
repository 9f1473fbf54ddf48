package org.saisei.eligibility.assessment;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.saisei.eligibility.assessment.AssessmentOutcome.Refusal;
import org.saisei.eligibility.assessment.FacilityDays.FacilityDay;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Facts;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.kit.time.RegulatoryDays;

/**
 * One batch of a facility's records. Each is judged on the regulatory day on which it comes, which may be the next one in the
 * middle of a batch. What is recorded of the facility, and of the parameters, for a day is looked up when the batch first comes
 * to that day, and not again for each record. For one thread.
 */
public final class Screening {
    /** Days kept at hand; a batch in order of days never needs one twice. */
    private static final int DAYS = 400;

    private final String facilityId;
    private final ProtocolCatalogue protocols;
    private final FacilityDays days;
    private final InstantSource clock;
    private final Map<Key, FacilityDay> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FacilityDay> eldest) {
            return size() > DAYS;
        }
    };

    private record Key(String protocol, LocalDate day) {}

    Screening(String facilityId, ProtocolCatalogue protocols, FacilityDays days, InstantSource clock) {
        this.facilityId = facilityId;
        this.protocols = protocols;
        this.days = days;
        this.clock = clock;
    }

    /** What came of one record. */
    public sealed interface Outcome {
        record Screened(String protocolVersion, Result result) implements Outcome {}

        record NotScreened(Refusal refusal) implements Outcome {}
    }

    /** @param request of this facility; each is a patient of its own, without other stages */
    public Outcome screen(AssessmentRequest request) {
        return switch (RequestReader.read(request, protocols, RegulatoryDays.today(clock))) {
            case RequestReader.Read.Refused(var refusal) -> new Outcome.NotScreened(refusal);
            case RequestReader.Read.Accepted(var protocol, var facts) -> screen(request, protocol, facts);
        };
    }

    private Outcome screen(AssessmentRequest request, Protocol protocol, Facts facts) {
        var day = known.computeIfAbsent(
                new Key(protocol.id(), request.assessedOn()), key -> days.on(facilityId, protocol, key.day()));
        if (AssessPatient.declaresWhatIsNotMet(request, day.accreditation())) {
            return new Outcome.NotScreened(AssessPatient.notMet());
        }
        var circumstances = new Circumstances(
                request.stage(),
                request.assessedOn(),
                facts,
                Map.of(),
                day.accreditation(),
                request.responsiblePhysicianId(),
                day.parameters());
        return new Outcome.Screened(
                protocol.version(), Result.of(protocol, circumstances, request.declaration() != null));
    }
}
