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

@Path("/subjects/{subjectId}/collections")
@Tag(name = "Treatment", description = "What was collected, made and given")
class CollectionsResource {
    private final FactEndpoints endpoints;

    CollectionsResource(FactEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @POST
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "recordCollection",
            summary = "Record a collection (採取) of blood or marrow",
            description =
                    "Recorded whatever the enrolment's standing: without an eligible decision it becomes one with deviation (S-R1).",
            extensions = @Extension(name = "x-saisei-order", value = "210", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CollectionRequest.class),
                            examples = @ExampleObject(name = "collection", value = TreatmentExamples.COLLECTION)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded, with the deviations that stand against it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FactAnswer.OfCollection.class),
                            examples =
                                    @ExampleObject(name = "collection", value = TreatmentExamples.COLLECTION_ANSWER)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response record(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String subjectId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "collection-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid CollectionRequest request) {
        return endpoints.record(FactKind.COLLECTION, subjectId, key, request);
    }

    /** A page as {@link Page} is written, for the API's description. */
    record CollectionPage(
            List<FactAnswer.OfCollection> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "listCollections",
            summary = "All versions in the order recorded",
            extensions = @Extension(name = "x-saisei-order", value = "211", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CollectionPage.class),
                            examples = @ExampleObject(name = "collections", value = TreatmentExamples.COLLECTIONS)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response list(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String subjectId,
            @QueryParam("documentNumber") @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Nullable String documentNumber,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return endpoints.list(FactKind.COLLECTION, subjectId, documentNumber, after, limit);
    }

    @GET
    @Path("/{factId}")
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readCollection",
            summary = "One version",
            extensions = @Extension(name = "x-saisei-order", value = "212", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The version, with the deviations that stand against it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FactAnswer.OfCollection.class),
                            examples =
                                    @ExampleObject(name = "collection", value = TreatmentExamples.COLLECTION_ANSWER)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response read(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String subjectId,
            @PathParam("factId") @Parameter(example = TreatmentExamples.COLLECTION_ID) UUID factId) {
        return endpoints.read(FactKind.COLLECTION, subjectId, factId);
    }

    @POST
    @Path("/{factId}/corrections")
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "correctCollection",
            summary = "Void it, or replace it by another version; it stays readable",
            description = "All deviations of the subject are weighed again.",
            extensions = @Extension(name = "x-saisei-order", value = "213", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CorrectionRequest.OfCollection.class),
                            examples =
                                    @ExampleObject(
                                            name = "correction",
                                            value = TreatmentExamples.COLLECTION_CORRECTION)))
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
            @PathParam("factId") @Parameter(example = TreatmentExamples.COLLECTION_ID) UUID factId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "collection-correction-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid CorrectionRequest.OfCollection request) {
        return endpoints.correct(FactKind.COLLECTION, subjectId, factId, key, request);
    }
}
