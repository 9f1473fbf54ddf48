package org.saisei.eligibility.facility.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        var told = told(accreditation);
        outbox.append(new OutboxEvent(
                TOPIC,
                terms.facilityId(),
                TYPE,
                new AccreditationChanged(
                        terms.facilityId(),
                        told.documentNumber(),
                        terms.accreditationId().toString(),
                        terms.protocol(),
                        terms.protocolVersion(),
                        told.state(),
                        told.from(),
                        terms.from(),
                        terms.to(),
                        told.reasonCodes(),
                        facility.responsiblePhysicians().stream()
                                .map(OutboxFacilityEvents::responsible)
                                .toList(),
                        facility.convalescentRehabilitationFiling(),
                        facility.linkedFacilities(),
                        facility.rehabilitationPhysicians().stream()
                                .map(OutboxFacilityEvents::rehabilitation)
                                .toList())));
    }

    /**
     * @param documentNumber of the act by which it stands so; null where it came by itself
     * @param from null where it never stood
     */
    private record Told(
            @Nullable String documentNumber,
            String state,
            @Nullable LocalDate from,
            List<String> reasonCodes) {}

    private static Told told(Accreditation accreditation) {
        return switch (accreditation) {
            case Accreditation.Refused(var terms) -> new Told(terms.documentNumber(), "REFUSED", null, terms.notMet());
            case Accreditation.Granted granted -> {
                var latest = granted.latest();
                yield new Told(latest.documentNumber(), latest.state().name(), latest.from(), latest.requirements());
            }
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
