package org.saisei.eligibility.facility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.Protocol;
import org.saisei.eligibility.protocol.ProtocolCatalogue;

/**
 * What stands about a facility's accreditation on a day, past or to come: the accreditation that counts on it and its state,
 * held against the facility's record as it is now. An accreditation that rests on a requirement no longer met has lapsed,
 * recorded or not; whether one of which the record no longer says enough is met is not known.
 */
@ApplicationScoped
public class AccreditationLookup {
    private final Facilities facilities;
    private final Accreditations accreditations;
    private final ProtocolCatalogue protocols;

    AccreditationLookup(Facilities facilities, Accreditations accreditations, ProtocolCatalogue protocols) {
        this.facilities = facilities;
        this.accreditations = accreditations;
        this.protocols = protocols;
    }

    /** @param by the change by which it stands as it does; null if no accreditation counts on the day */
    public record Standing(
            AccreditationOnDay accreditation, @Nullable AccreditationChange by) {}

    public AccreditationOnDay on(String facilityId, Protocol protocol, LocalDate day) {
        return standing(facilityId, protocol, day).accreditation();
    }

    /** Holds the facility's record until the running transaction ends, so that what is read stays true that long. */
    @Transactional
    public Standing standing(String facilityId, Protocol protocol, LocalDate day) {
        var facility = facilities.lockForReading(facilityId).orElse(null);
        if (facility == null) {
            return new Standing(AccreditationOnDay.none(), null);
        }
        var record = FacilityRecord.of(facility, facilities);
        var granted = accreditations.granted(facilityId).stream()
                .filter(accreditation -> accreditation.terms().protocol().equals(protocol.id()))
                .toList();
        var counting = counting(granted, record, day).orElse(null);
        if (counting == null) {
            return new Standing(AccreditationOnDay.of(null, null, null, null, protocol, record.on(day)), null);
        }
        var by = counting.on(day).orElseThrow();
        var terms = counting.terms();
        return new Standing(
                AccreditationOnDay.of(
                        terms.accreditationId().toString(),
                        terms.from(),
                        terms.to(),
                        by.state(),
                        protocol,
                        record.on(day)),
                by);
    }

    /** Whether one has lapsed takes judging its every day: of those that ended, only where none is in force. */
    private Optional<Accreditation.Granted> counting(
            List<Accreditation.Granted> granted, FacilityRecord record, LocalDate day) {
        for (var accreditation : granted.reversed()) {
            if (isInForce(accreditation, day)) {
                var now = lapsed(accreditation, record, day);
                if (isInForce(now, day)) {
                    return Optional.of(now);
                }
            }
        }
        return Accreditation.standing(
                granted.stream()
                        .map(accreditation -> lapsed(accreditation, record, day))
                        .toList(),
                day);
    }

    private static boolean isInForce(Accreditation.Granted accreditation, LocalDate day) {
        return accreditation.on(day).filter(now -> !now.isFinal()).isPresent();
    }

    private Accreditation.Granted lapsed(Accreditation.Granted accreditation, FacilityRecord record, LocalDate day) {
        return protocols
                .version(accreditation.terms().protocol(), accreditation.terms().protocolVersion())
                .map(version -> Lapse.foreseen(accreditation, version.facilityCriteria(), record, day))
                .orElse(accreditation);
    }
}
