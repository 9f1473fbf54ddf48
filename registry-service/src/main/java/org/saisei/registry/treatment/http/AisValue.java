package org.saisei.registry.treatment.http;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.treatment.Ais;

/** Sent and answered alike. */
@Schema(name = "Ais", description = "AIS, ASIA Impairment Scale, with the day it was assessed")
record AisValue(@NotNull Ais.Grade grade, @NotNull LocalDate assessedOn) {

    static @Nullable Ais toAis(@Nullable AisValue value) {
        return value == null ? null : new Ais(value.grade(), value.assessedOn());
    }

    static @Nullable AisValue of(@Nullable Ais ais) {
        return ais == null ? null : new AisValue(ais.grade(), ais.assessedOn());
    }
}
