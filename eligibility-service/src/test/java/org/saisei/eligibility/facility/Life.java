package org.saisei.eligibility.facility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.facility.AccreditationAct.Transition;

/** Accreditations as tests of their life need them. */
final class Life {
    static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final Instant RECORDED = Instant.parse("2026-04-01T00:00:00Z");

    private Life() {}

    /** @param to null if open */
    static Accreditation.Granted granted(LocalDate from, @Nullable LocalDate to) {
        var decided = Accreditation.decide(new Accreditation.Terms(
                new UUID(7, from.toEpochDay()),
                "F-1",
                "ACC-1",
                "STEMIRAC",
                "2019-02-25",
                from,
                to,
                List.of(),
                List.of(),
                List.of(),
                RECORDED));
        return (Accreditation.Granted) decided;
    }

    static LocalDate day(int days) {
        return FIRST.plusDays(days);
    }

    /** As it is after the act; as it was where the act is refused. */
    static Accreditation.Granted after(Accreditation.Granted accreditation, AccreditationAct act, LocalDate from) {
        return act.of(accreditation, from) instanceof Transition.Allowed
                ? accreditation.with(new AccreditationChange(
                        act.leadsTo(),
                        from,
                        List.of(),
                        "DOC-" + accreditation.changes().size(),
                        "why",
                        null,
                        RECORDED))
                : accreditation;
    }

    static Accreditation.Granted lapsed(Accreditation.Granted accreditation, LocalDate from) {
        return accreditation.with(AccreditationChange.lapse(from, List.of("S-F2")));
    }
}
