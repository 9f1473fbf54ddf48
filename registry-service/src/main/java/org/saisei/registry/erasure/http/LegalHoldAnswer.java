package org.saisei.registry.erasure.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.erasure.LegalHold;

@Schema(name = "LegalHold")
record LegalHoldAnswer(
        UUID holdId,
        String subjectId,
        String documentNumber,
        LegalHold.Ground ground,

        @Nullable @Schema(description = "absent if none was named")
        String reference,

        @Schema(description = "day in Japan") LocalDate placedOn,
        Instant placedAt,

        @Schema(description = "as long as it does, the identity cannot be erased")
        boolean stands,

        @Nullable @Schema(description = "absent while the hold stands")
        Lifting lifting) {

    @Schema(name = "LegalHoldLifting")
    record Lifting(String documentNumber, LegalHold.LiftingGround ground, LocalDate liftedOn, Instant liftedAt) {}

    static LegalHoldAnswer of(LegalHold hold) {
        var lifting = hold.lifting();
        return new LegalHoldAnswer(
                hold.holdId(),
                hold.subjectId().number(),
                hold.documentNumber(),
                hold.ground(),
                hold.reference(),
                hold.placedOn(),
                hold.placedAt(),
                hold.stands(),
                lifting == null
                        ? null
                        : new Lifting(
                                lifting.documentNumber(), lifting.ground(), lifting.liftedOn(), lifting.liftedAt()));
    }
}
