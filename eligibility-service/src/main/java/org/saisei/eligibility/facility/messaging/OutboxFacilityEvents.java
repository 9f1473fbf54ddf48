package org.saisei.eligibility.facility.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.eligibility.facility.Accreditation;
import org.saisei.eligibility.facility.FacilityEvents;
import org.saisei.eligibility.facility.FacilityProfile;
import org.saisei.eligibility.protocol.ResponsiblePhysician;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;

@ApplicationScoped
class OutboxFacilityEvents implements FacilityEvents {
    private static final String TOPIC = "saisei.eligibility.facilities";
    private static final String TYPE = "saisei.eligibility.accreditation-changed.v1";

    private final Outbox outbox;

    OutboxFacilityEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void accreditationChanged(Accreditation accreditation, FacilityProfile facility) {
        var terms = accreditation.terms();
        outbox.append(new OutboxEvent(
                TOPIC,
                terms.facilityId(),
                TYPE,
                new AccreditationChanged(
                        terms.facilityId(),
                        terms.documentNumber(),
                        terms.accreditationId().toString(),
                        terms.protocol(),
                        terms.protocolVersion(),
                        state(accreditation),
                        terms.from(),
                        terms.to(),
                        terms.notMet(),
                        facility.responsiblePhysicians().stream()
                                .map(OutboxFacilityEvents::responsible)
                                .toList(),
                        facility.convalescentRehabilitationFiling(),
                        facility.linkedFacilities(),
                        facility.rehabilitationPhysicians().stream()
                                .map(OutboxFacilityEvents::rehabilitation)
                                .toList())));
    }

    private static String state(Accreditation accreditation) {
        return switch (accreditation) {
            case Accreditation.Accredited a -> "ACCREDITED";
            case Accreditation.Refused r -> "REFUSED";
            case Accreditation.Withdrawn w -> "WITHDRAWN";
        };
    }

    private static AccreditationChanged.Responsible responsible(ResponsiblePhysician physician) {
        return new AccreditationChanged.Responsible(
                physician.physicianId(), physician.requirements(), physician.from(), physician.to());
    }

    private static AccreditationChanged.Rehabilitation rehabilitation(ResponsiblePhysician physician) {
        return new AccreditationChanged.Rehabilitation(physician.physicianId(), physician.from(), physician.to());
    }
}
