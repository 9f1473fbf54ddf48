package org.saisei.registry.treatment.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Role;
import org.saisei.kit.http.Codes;
import org.saisei.kit.http.Page;
import org.saisei.registry.treatment.FactKind;

@Path("/subjects/{subjectId}/products")
@Tag(name = "Treatment", description = "What was collected, made and given")
class ProductsResource {
    private final FactEndpoints endpoints;

    ProductsResource(FactEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @POST
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "recordProduct",
            summary = "Record a product (製品): a lot released, or failed",
            description =
                    "Made from collections of this subject, named by their factIds. Where the chain of identity is not shown, for whatever reason, it is recorded with a deviation (S-T6).",
            extensions = @Extension(name = "x-saisei-order", value = "220", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProductRequest.class),
                            examples = @ExampleObject(name = "product", value = TreatmentExamples.PRODUCT)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded, with the deviations that stand against it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FactAnswer.OfProduct.class),
                            examples = @ExampleObject(name = "product", value = TreatmentExamples.PRODUCT_ANSWER)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response record(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String subjectId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "product-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid ProductRequest request) {
        return endpoints.record(FactKind.PRODUCT, subjectId, key, request);
    }

    /** A page as {@link Page} is written, for the API's description. */
    record ProductPage(
            List<FactAnswer.OfProduct> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "listProducts",
            summary = "All versions in the order recorded",
            extensions = @Extension(name = "x-saisei-order", value = "221", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProductPage.class),
                            examples = @ExampleObject(name = "products", value = TreatmentExamples.PRODUCTS)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response list(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String subjectId,
            @QueryParam("documentNumber") @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Nullable String documentNumber,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return endpoints.list(FactKind.PRODUCT, subjectId, documentNumber, after, limit);
    }

    @GET
    @Path("/{factId}")
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readProduct",
            summary = "One version",
            extensions = @Extension(name = "x-saisei-order", value = "222", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The version, with the deviations that stand against it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FactAnswer.OfProduct.class),
                            examples = @ExampleObject(name = "product", value = TreatmentExamples.PRODUCT_ANSWER)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response read(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String subjectId,
            @PathParam("factId") @Parameter(example = TreatmentExamples.PRODUCT_ID) UUID factId) {
        return endpoints.read(FactKind.PRODUCT, subjectId, factId);
    }

    @POST
    @Path("/{factId}/corrections")
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "correctProduct",
            summary = "Void it, or replace it by another version; it stays readable",
            description = "All deviations of the subject are weighed again.",
            extensions = @Extension(name = "x-saisei-order", value = "223", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CorrectionRequest.OfProduct.class),
                            examples =
                                    @ExampleObject(name = "correction", value = TreatmentExamples.PRODUCT_CORRECTION)))
    @APIResponse(
            responseCode = "201",
            description = "Corrected",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CorrectionAnswer.class),
                            examples =
                                    @ExampleObject(name = "correction", value = TreatmentExamples.CORRECTION_ANSWER)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response correct(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String subjectId,
            @PathParam("factId") @Parameter(example = TreatmentExamples.PRODUCT_ID) UUID factId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "product-correction-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid CorrectionRequest.OfProduct request) {
        return endpoints.correct(FactKind.PRODUCT, subjectId, factId, key, request);
    }
}
