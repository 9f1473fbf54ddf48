package org.saisei.registry.erasure.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.erasure.Erasure;

@Schema(name = "IdentityErasure")
record ErasureAnswer(
        UUID erasureId,
        String subjectId,
        String documentNumber,
        Erasure.Ground ground,

        @Nullable @Schema(description = "absent if none was named")
        String reference,

        @Schema(description = "day in Japan") LocalDate erasedOn,
        Instant erasedAt) {

    static ErasureAnswer of(Erasure erasure) {
        return new ErasureAnswer(
                erasure.erasureId(),
                erasure.subjectId().number(),
                erasure.documentNumber(),
                erasure.ground(),
                erasure.reference(),
                erasure.erasedOn(),
                erasure.erasedAt());
    }
}
