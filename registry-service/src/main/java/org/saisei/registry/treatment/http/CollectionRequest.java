package org.saisei.registry.treatment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Codes;
import org.saisei.registry.treatment.Collection;

@Schema(name = "CollectionRequest")
record CollectionRequest(
        @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) String documentNumber,

        @NotNull @Schema(description = "PERIPHERAL_BLOOD 末梢血, BONE_MARROW 骨髄液")
        Collection.Material kind,

        @NotNull @Schema(description = "採取日; from the injury to today in Japan")
        LocalDate collectedOn,

        @NotNull @Positive @DecimalMax(Limits.MAX_VOLUME_ML) @Digits(integer = 5, fraction = 3)
        BigDecimal volumeMl,

        @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = Codes.IDENTIFIER) String> containerNumbers,

        @Valid @Nullable @Schema(description = "as assessed at this collection")
        AisValue ais)
        implements FactRequest {

    @Override
    public Collection toContent() {
        return new Collection(kind, collectedOn, volumeMl, containerNumbers, AisValue.toAis(ais));
    }
}
