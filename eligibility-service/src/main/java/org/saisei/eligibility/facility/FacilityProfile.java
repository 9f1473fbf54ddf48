package org.saisei.eligibility.facility;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ResponsiblePhysician;

/**
 * What is told of a facility along with its accreditation.
 *
 * @param responsiblePhysicians 治療の責任者, in all periods known
 * @param rehabilitationPhysicians those who may be responsible for patients transferred here, in all periods known
 * @param convalescentRehabilitationFiling whether it filed itself, on the day; null if that is not known
 * @param linkedFacilities linked for convalescent rehabilitation on the day, in order of their ids
 */
public record FacilityProfile(
        List<ResponsiblePhysician> responsiblePhysicians,
        List<ResponsiblePhysician> rehabilitationPhysicians,
        @Nullable Boolean convalescentRehabilitationFiling,
        List<String> linkedFacilities) {

    public FacilityProfile {
        responsiblePhysicians = List.copyOf(responsiblePhysicians);
        rehabilitationPhysicians = List.copyOf(rehabilitationPhysicians);
        linkedFacilities = List.copyOf(linkedFacilities);
    }

    static FacilityProfile of(Protocol protocol, FacilityOnDay facility) {
        return new FacilityProfile(
                protocol.responsiblePhysicians(facility.physicians()),
                protocol.rehabilitationPhysicians(facility.physicians()),
                protocol.convalescentRehabilitationFiling(facility).orElse(null),
                facility.links().stream()
                        .filter(link -> link.kind() == FacilityLink.Kind.CONVALESCENT_REHABILITATION)
                        .filter(link -> link.on(facility.day()))
                        .map(FacilityLink::facilityId)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
