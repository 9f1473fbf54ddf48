package org.saisei.eligibility.facility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.saisei.eligibility.protocol.Days;
import org.saisei.eligibility.protocol.Fault;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.eligibility.protocol.Specialty;

/** What is wrong with a facility's statement of a physician. */
public final class PhysicianFaults {

    /** Nobody licensed before is at work any more (ours). */
    public static final String EARLIEST_LICENSE = "1940-01-01";

    /** Physicians of a facility, and placements of them all: what an event tells of a facility has an end. */
    public static final int MOST = 200;

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private PhysicianFaults() {}

    /** What it names that this service does not know. */
    static List<Fault> unknown(Physician physician, ProtocolCatalogue protocols) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < physician.placements().size(); i++) {
            if (!protocols.knows(physician.placements().get(i).protocol())) {
                faults.add(new Fault("/placements/" + i + "/protocol", "UNKNOWN_PROTOCOL", "is not a protocol here"));
            }
        }
        return faults;
    }

    /** What of it cannot be true. */
    static List<Fault> untrue(Physician physician, LocalDate today) {
        var faults = new ArrayList<Fault>();
        licence(physician, today, faults);
        experience(physician, today, faults);
        years(physician, today, faults);
        course(physician, today, faults);
        for (var i = 0; i < physician.placements().size(); i++) {
            placement(physician, i, faults);
        }
        return faults;
    }

    private static void licence(Physician physician, LocalDate today, List<Fault> faults) {
        if (physician.licensedOn().isAfter(today)) {
            faults.add(new Fault("/licensedOn", "IN_FUTURE", "is not a day that has come"));
        }
        if (physician.licensedOn().isBefore(LocalDate.parse(EARLIEST_LICENSE))) {
            faults.add(new Fault("/licensedOn", "IMPLAUSIBLE", "is before " + EARLIEST_LICENSE + " (a bound of ours)"));
        }
    }

    private static void experience(Physician physician, LocalDate today, List<Fault> faults) {
        var asOf = physician.experienceAsOf();
        if (asOf != null && asOf.isAfter(today)) {
            faults.add(new Fault("/experienceAsOf", "IN_FUTURE", "is not a day that has come"));
        }
        if (asOf != null && asOf.isBefore(physician.licensedOn())) {
            faults.add(new Fault("/experienceAsOf", "BEFORE_LICENSING", "is before licensing"));
        }
    }

    /**
     * What cannot follow on what was stated before, and what would be too much for one facility.
     *
     * @param staff every physician of the facility as stated before
     */
    static List<Fault> unfitting(Physician physician, List<Physician> staff) {
        var faults = new ArrayList<Fault>();
        var before = staff.stream()
                .filter(known -> known.physicianId().equals(physician.physicianId()))
                .findFirst()
                .map(Physician::productTrainingCompletedOn)
                .orElse(null);
        var trained = physician.productTrainingCompletedOn();
        if (before != null && trained != null && trained.isAfter(before)) {
            faults.add(new Fault(
                    "/productTrainingCompletedOn",
                    "REPEATED",
                    "is after the day stated before; a course that is repeated leaves the first day as it is, and a wrong"
                            + " day is first left out"));
        }
        var others = staff.stream()
                .filter(known -> !known.physicianId().equals(physician.physicianId()))
                .toList();
        if (others.size() >= MOST) {
            faults.add(new Fault("path:physicianId", "TOO_MANY", "a facility states at most " + MOST + " physicians"));
        }
        var placements =
                others.stream().mapToInt(known -> known.placements().size()).sum();
        if (placements + physician.placements().size() > MOST) {
            faults.add(new Fault(
                    "/placements",
                    "TOO_MANY",
                    "a facility states at most " + MOST + " placements of all its physicians"));
        }
        return faults;
    }

    /** Years lie between licensing and the day of which they are stated. */
    private static void years(Physician physician, LocalDate today, List<Fault> faults) {
        var asOf = physician.experienceAsOf();
        var until = asOf == null ? today : asOf;
        var message = "more years than lie between licensing and " + (asOf == null ? "today" : "experienceAsOf");
        var initial = physician.initialTrainingYears();
        if (initial != null && exceeds(initial, physician, until)) {
            faults.add(new Fault("/initialTrainingYears", "BEFORE_LICENSING", message));
        }
        physician.trainingYears().forEach((specialty, years) -> {
            // S-D3: training in rehabilitation begins once initial training is completed
            var after = specialty == Specialty.REHABILITATION && initial != null ? initial : BigDecimal.ZERO;
            if (exceeds(after.add(years), physician, until)) {
                faults.add(new Fault(
                        "/training",
                        "BEFORE_LICENSING",
                        specialty + (after.signum() == 0 ? ": " : " after initial training: ") + message));
            }
        });
    }

    /** In whole months: years are stated to a tenth. */
    private static boolean exceeds(BigDecimal years, Physician physician, LocalDate until) {
        var months = years.multiply(MONTHS).setScale(0, RoundingMode.FLOOR).intValueExact();
        return physician.licensedOn().plusMonths(months).isAfter(until);
    }

    private static void course(Physician physician, LocalDate today, List<Fault> faults) {
        var trained = physician.productTrainingCompletedOn();
        if (trained != null && trained.isAfter(today)) {
            faults.add(new Fault("/productTrainingCompletedOn", "IN_FUTURE", "is not a day that has come"));
        }
        if (trained != null && trained.isBefore(physician.licensedOn())) {
            faults.add(new Fault("/productTrainingCompletedOn", "BEFORE_LICENSING", "is before licensing"));
        }
    }

    private static void placement(Physician physician, int i, List<Fault> faults) {
        var placement = physician.placements().get(i);
        var pointer = "/placements/" + i;
        if (Days.endsBefore(placement.to(), placement.from())) {
            faults.add(new Fault(pointer + "/to", "BEFORE_FROM", "is before the first day"));
        }
        if (placement.from().isBefore(physician.licensedOn())) {
            faults.add(new Fault(pointer + "/from", "BEFORE_LICENSING", "is before licensing"));
        }
        if (physician.placements().subList(0, i).stream()
                .filter(earlier ->
                        earlier.protocol().equals(placement.protocol()) && earlier.role() == placement.role())
                .anyMatch(earlier -> Days.overlap(earlier.from(), earlier.to(), placement.from(), placement.to()))) {
            faults.add(new Fault(
                    pointer + "/from",
                    "OVERLAP",
                    "is placed twice for that on a day; end the earlier placement first"));
        }
    }
}
