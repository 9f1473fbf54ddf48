package org.saisei.registry.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.time.RegulatoryDays;
import org.saisei.registry.identity.SubjectId;

/**
 * A registrar's flag that keeps an identity from being erased until it is lifted. Codes only, so that nothing here can
 * name the patient.
 *
 * @param documentNumber the registrar's own, of the hold
 * @param reference number of the file the ground is found in, if there is one
 * @param placedBy the token's {@code sub}
 * @param lifting null while the hold stands
 */
public record LegalHold(
        UUID holdId,
        SubjectId subjectId,
        String documentNumber,
        Ground ground,
        @Nullable String reference,
        String placedBy,
        Instant placedAt,
        @Nullable Lifting lifting) {

    /** Why an identity must not be erased. */
    public enum Ground {
        COURT_ORDER,
        AUTHORITY_REQUEST,
        LEGAL_DISPUTE,
        SAFETY_INVESTIGATION
    }

    /** Why a hold no longer stands. */
    public enum LiftingGround {
        MATTER_ENDED,
        PLACED_IN_ERROR
    }

    /** @param documentNumber the registrar's own, of the lifting */
    public record Lifting(String documentNumber, LiftingGround ground, String liftedBy, Instant liftedAt) {
        public Lifting {
            liftedAt = liftedAt.truncatedTo(ChronoUnit.MICROS);
        }

        /** Day in Japan. */
        public LocalDate liftedOn() {
            return RegulatoryDays.of(liftedAt);
        }
    }

    public LegalHold {
        placedAt = placedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Day in Japan. */
    public LocalDate placedOn() {
        return RegulatoryDays.of(placedAt);
    }

    public boolean stands() {
        return lifting == null;
    }

    LegalHold lifted(Lifting by) {
        return new LegalHold(holdId, subjectId, documentNumber, ground, reference, placedBy, placedAt, by);
    }
}
