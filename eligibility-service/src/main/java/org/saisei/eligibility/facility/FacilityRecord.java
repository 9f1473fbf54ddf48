package org.saisei.eligibility.facility;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.FacilityOnDay;
import org.saisei.eligibility.protocol.Physician;

/** A facility's whole record as it stands now, about all days. */
record FacilityRecord(Facility facility, List<Physician> physicians) {

    FacilityRecord {
        physicians = List.copyOf(physicians);
    }

    static FacilityRecord of(Facility facility, Facilities facilities) {
        return new FacilityRecord(
                facility,
                facilities.physicians(facility.facilityId()).stream()
                        .map(FacilityPhysician::physician)
                        .toList());
    }

    FacilityOnDay on(LocalDate day) {
        return new FacilityOnDay(facility.attestations(), facility.links(), physicians, day);
    }

    /**
     * The days on which the record says something else than on the day before, and {@code first}. Days that only follow
     * from the record, such as the tenth year after licensing, are not among them: on such days requirements come to be
     * met, they do not cease to be.
     *
     * @param first included
     * @param last included
     */
    SortedSet<LocalDate> daysOfChange(LocalDate first, LocalDate last) {
        var days = new TreeSet<LocalDate>();
        days.add(first);
        facility.attestations().forEach(attestation -> {
            begins(days, attestation.attestedOn());
            begins(days, attestation.filedOn());
            ends(days, attestation.endedOn());
        });
        facility.links().forEach(link -> {
            begins(days, link.from());
            begins(days, link.filedOn());
            ends(days, link.to());
        });
        physicians.forEach(physician -> {
            begins(days, physician.licensedOn());
            begins(days, physician.productTrainingCompletedOn());
            begins(days, physician.experienceAsOf());
            physician.placements().forEach(placement -> {
                begins(days, placement.from());
                ends(days, placement.to());
            });
        });
        return days.subSet(first, last.plusDays(1));
    }

    private static void begins(SortedSet<LocalDate> days, @Nullable LocalDate first) {
        if (first != null) {
            days.add(first);
        }
    }

    private static void ends(SortedSet<LocalDate> days, @Nullable LocalDate last) {
        if (last != null) {
            days.add(last.plusDays(1));
        }
    }
}
