package org.saisei.eligibility.facility;

import java.util.List;
import java.util.stream.Collectors;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Judge;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ResponsiblePhysician;

/**
 * How one of the facility's physicians stood on an accreditation's first day.
 *
 * @param responsible true if known to be one of the responsible physicians (治療の責任者) on that day
 * @param verdicts of every physician requirement
 */
public record PhysicianVerdicts(String physicianId, boolean responsible, List<Judged> verdicts) {

    public PhysicianVerdicts {
        verdicts = List.copyOf(verdicts);
    }

    static List<PhysicianVerdicts> of(Protocol protocol, FacilityOnDay facility) {
        var responsible = protocol.responsiblePhysicians(facility.physicians()).stream()
                .filter(physician -> physician.on(facility.day()))
                .map(ResponsiblePhysician::physicianId)
                .collect(Collectors.toSet());
        return facility.physicians().stream()
                .map(physician -> new PhysicianVerdicts(
                        physician.physicianId(),
                        responsible.contains(physician.physicianId()),
                        Judge.all(protocol.physicianCriteria(), new PhysicianOnDay(physician, facility.day()))))
                .toList();
    }
}
