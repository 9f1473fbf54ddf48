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

@Path("/subjects/{subjectId}/administrations")
@Tag(name = "Treatment", description = "What was collected, made and given")
class AdministrationsResource {
    private final FactEndpoints endpoints;

    AdministrationsResource(FactEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @POST
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "recordAdministration",
            summary = "Record an administration (投与)",
            description =
                    "What was given is never turned away: a dose outside S-T2, a dilution or flow outside S-T3, a second administration (S-T4) or a lot without its chain of identity (S-T6) is recorded, flagged and told to the safety side. So is one whose day and the lot's contradict each other. Quantities not known are left out: the rules are weighed on what is known, and missing tells what they lack.",
            extensions = @Extension(name = "x-saisei-order", value = "240", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AdministrationRequest.class),
                            examples =
                                    @ExampleObject(name = "administration", value = TreatmentExamples.ADMINISTRATION)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded, with the deviations that stand against it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FactAnswer.OfAdministration.class),
                            examples =
                                    @ExampleObject(
                                            name = "administration",
                                            value = TreatmentExamples.ADMINISTRATION_ANSWER)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response record(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String subjectId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "administration-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid AdministrationRequest request) {
        return endpoints.record(FactKind.ADMINISTRATION, subjectId, key, request);
    }

    /** A page as {@link Page} is written, for the API's description. */
    record AdministrationPage(
            List<FactAnswer.OfAdministration> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "listAdministrations",
            summary = "All versions in the order recorded",
            extensions = @Extension(name = "x-saisei-order", value = "241", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AdministrationPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "administrations",
                                            value = TreatmentExamples.ADMINISTRATIONS)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response list(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String subjectId,
            @QueryParam("documentNumber") @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Nullable String documentNumber,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return endpoints.list(FactKind.ADMINISTRATION, subjectId, documentNumber, after, limit);
    }

    @GET
    @Path("/{factId}")
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readAdministration",
            summary = "One version",
            extensions = @Extension(name = "x-saisei-order", value = "242", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The version, with the deviations that stand against it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FactAnswer.OfAdministration.class),
                            examples =
                                    @ExampleObject(
                                            name = "administration",
                                            value = TreatmentExamples.ADMINISTRATION_ANSWER)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response read(
            @PathParam("subjectId") @Parameter(example = TreatmentExamples.SUBJECT_ID) String subjectId,
            @PathParam("factId") @Parameter(example = TreatmentExamples.ADMINISTRATION_ID) UUID factId) {
        return endpoints.read(FactKind.ADMINISTRATION, subjectId, factId);
    }

    @POST
    @Path("/{factId}/corrections")
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "correctAdministration",
            summary = "Void it, or replace it by another version; it stays readable",
            description = "All deviations of the subject are weighed again.",
            extensions = @Extension(name = "x-saisei-order", value = "243", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CorrectionRequest.OfAdministration.class),
                            examples =
                                    @ExampleObject(
                                            name = "correction",
                                            value = TreatmentExamples.ADMINISTRATION_CORRECTION)))
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
            @PathParam("factId") @Parameter(example = TreatmentExamples.ADMINISTRATION_ID) UUID factId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "administration-correction-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid CorrectionRequest.OfAdministration request) {
        return endpoints.correct(FactKind.ADMINISTRATION, subjectId, factId, key, request);
    }
}
