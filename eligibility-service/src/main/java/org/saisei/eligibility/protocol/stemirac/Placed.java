package org.saisei.eligibility.protocol.stemirac;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.saisei.eligibility.protocol.Days;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.PhysicianOnDay;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.ResponsiblePhysician;

/** Physicians placed under this protocol in a role. */
final class Placed {
    /** To the physicians in the facility's record: what is missing where nobody is stated. */
    static final String POINTER = "/physicians";

    private Placed() {}

    /** On the facility's day. */
    static Stream<PhysicianOnDay> on(FacilityOnDay facility, PlacementRole role) {
        return facility.physicians().stream()
                .filter(physician -> placements(physician, role).anyMatch(placement -> placement.on(facility.day())))
                .map(physician -> new PhysicianOnDay(physician, facility.day()));
    }

    /** True if nothing at all is stated of who is placed in the role, on any day: not known, rather than nobody. */
    static boolean isUnstated(FacilityOnDay facility, PlacementRole role) {
        return facility.physicians().stream()
                .allMatch(physician -> placements(physician, role).findAny().isEmpty());
    }

    /**
     * Every period in which one is known to be placed, trained (S-D4) and to meet a physician requirement.
     *
     * @param requirementsMet rule ids of the physician requirements met on a day; empty if none
     */
    static Stream<ResponsiblePhysician> periods(
            List<Physician> physicians, PlacementRole role, Function<PhysicianOnDay, List<String>> requirementsMet) {
        return physicians.stream()
                .flatMap(physician -> placements(physician, role)
                        .flatMap(placement -> period(physician, placement, requirementsMet).stream()))
                .distinct();
    }

    private static Optional<ResponsiblePhysician> period(
            Physician physician, Placement placement, Function<PhysicianOnDay, List<String>> requirementsMet) {
        var trained = physician.productTrainingCompletedOn();
        if (trained == null) {
            return Optional.empty();
        }
        var from = Stream.of(placement.from(), trained, Experience.earliest(physician), physician.experienceAsOf())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var requirements = requirementsMet.apply(new PhysicianOnDay(physician, from));
        return requirements.isEmpty() || Days.endsBefore(placement.to(), from)
                ? Optional.empty()
                : Optional.of(new ResponsiblePhysician(physician.physicianId(), requirements, from, placement.to()));
    }

    private static Stream<Placement> placements(Physician physician, PlacementRole role) {
        return physician.placements().stream()
                .filter(placement -> placement.protocol().equals(Stemirac.ID) && placement.role() == role);
    }
}
