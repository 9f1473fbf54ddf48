package org.saisei.registry.treatment.http;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Codes;
import org.saisei.registry.treatment.Product;

@Schema(name = "ProductRequest")
record ProductRequest(
        @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) String documentNumber,

        @NotNull @Pattern(regexp = Codes.IDENTIFIER) String lotNumber,

        @NotNull Product.Outcome outcome,

        @NotNull @Schema(description = "製造日; from the injury to today in Japan")
        LocalDate manufacturedOn,

        @PositiveOrZero @DecimalMax(Limits.MAX_CELLS) @Digits(integer = 15, fraction = 0) @Nullable
        BigDecimal cells,

        @Positive @DecimalMax(Limits.MAX_VOLUME_ML) @Digits(integer = 5, fraction = 3) @Nullable
        BigDecimal volumeMl,

        @NotNull
        @Size(max = 20)
        @UniqueElements
        @Schema(
                uniqueItems = true,
                description = "factIds of the collections it was made from, as answered when they were recorded")
        List<@NotNull UUID> fromCollections)
        implements FactRequest {

    @Override
    public Product toContent() {
        return new Product(lotNumber, outcome, manufacturedOn, cells, volumeMl, fromCollections);
    }
}
