package org.saisei.eligibility.protocol.stemirac;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.PlacementRole;

/** The record of a facility that, with the right physicians, meets every requirement from a day on. */
public final class CompleteRecord {
    private CompleteRecord() {}

    public static FacilityOnDay on(LocalDate day, Physician... physicians) {
        var attestations = new ArrayList<Attestation>();
        for (var requirement : AttestedRequirement.values()) {
            attestations.add(Attestation.of(requirement.info().id(), day));
        }
        for (var filing : RehabilitationFiling.values()) {
            attestations.add(filed(
                    filing.info().id(),
                    filing.form().filings().stream().findFirst().orElse(null),
                    day));
        }
        attestations.add(filed("S-F5", null, day));
        return new FacilityOnDay(attestations, List.of(), List.of(physicians), day);
    }

    public static FacilityOnDay without(String requirement, FacilityOnDay facility) {
        return new FacilityOnDay(
                facility.attestations().stream()
                        .filter(attestation -> !attestation.requirement().equals(requirement))
                        .toList(),
                facility.links(),
                facility.physicians(),
                facility.day());
    }

    static FacilityOnDay with(Attestation attestation, FacilityLink... links) {
        return new FacilityOnDay(List.of(attestation), List.of(links), List.of(), attestation.attestedOn());
    }

    /** As the one responsible (S-F2) and as the one on staff for care (S-F3). */
    public static List<Placement> placements(LocalDate from, @Nullable LocalDate to) {
        return List.of(
                new Placement(Stemirac.ID, PlacementRole.RESPONSIBLE, from, to),
                new Placement(Stemirac.ID, PlacementRole.CARE, from, to));
    }

    private static Attestation filed(String requirement, @Nullable String filing, LocalDate on) {
        return new Attestation(requirement, on, null, filing, null, on, null);
    }
}
