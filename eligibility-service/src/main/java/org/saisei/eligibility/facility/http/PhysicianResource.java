package org.saisei.eligibility.facility.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.saisei.eligibility.facility.Facilities;
import org.saisei.eligibility.facility.FacilityPhysician;
import org.saisei.eligibility.facility.StatePhysician;
import org.saisei.eligibility.facility.http.FacilityAnswers.PhysicianAnswer;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Codes;
import org.saisei.kit.http.Preconditions;
import org.saisei.kit.http.Preconditions.Expected;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.problem.ProblemException;

@Path("/facilities/{facilityId}/physicians/{physicianId}")
@Tag(name = "Facilities")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class PhysicianResource {
    private final CurrentActor caller;
    private final Facilities facilities;
    private final StatePhysician statePhysician;
    private final AuditTrail audit;

    PhysicianResource(CurrentActor caller, Facilities facilities, StatePhysician statePhysician, AuditTrail audit) {
        this.caller = caller;
        this.facilities = facilities;
        this.statePhysician = statePhysician;
        this.audit = audit;
    }

    @PUT
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "statePhysician",
            summary = "State a physician's training, experience and placements",
            description =
                    "Replaces the whole statement. Send If-None-Match: * the first time, If-Match from then on."
                            + " Where it changes who may be responsible for a treatment, accreditation-changed is published anew.",
            extensions = @Extension(name = "x-saisei-order", value = "112", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PhysicianRequest.class),
                            examples = @ExampleObject(name = "physician", value = FacilityExamples.PHYSICIAN)))
    @APIResponse(
            responseCode = "201",
            description = "Created; ETag is the version",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PhysicianAnswer.class),
                            examples = @ExampleObject(name = "physician", value = FacilityExamples.PHYSICIAN_ANSWER)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PhysicianAnswer.class)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "412", ref = "#/components/responses/Stale")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    @APIResponse(responseCode = "428", ref = "#/components/responses/PreconditionRequired")
    public Response put(
            @PathParam("facilityId") @Parameter(example = "F-TOKYO-01") String facilityId,
            @PathParam("physicianId") @Parameter(example = "DR-0001") String physicianId,
            @HeaderParam("If-Match") @Parameter(in = ParameterIn.HEADER) @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Parameter(in = ParameterIn.HEADER, example = "*") @Nullable
                    String ifNoneMatch,
            @NotNull @Valid PhysicianRequest request) {
        var actor = caller.get();
        check(actor, facilityId, physicianId);
        var repeated = request.repeatedSpecialties();
        if (!repeated.isEmpty()) {
            return Answers.problem(Problem.invalid(repeated));
        }
        return Answers.toResponse(
                switch (Preconditions.parse(ifMatch, ifNoneMatch)) {
                    case Expected.Missing m -> Answer.problem(Preconditions.missing());
                    case Expected.Unmatchable u -> Answer.problem(Preconditions.stale());
                    case Expected.Create c -> state(actor, facilityId, physicianId, request, null);
                    case Expected.Version(var number) -> state(actor, facilityId, physicianId, request, number);
                });
    }

    private Answer state(
            Actor actor, String facilityId, String physicianId, PhysicianRequest request, @Nullable Long expected) {
        return Outcomes.answer(
                statePhysician.state(actor, facilityId, request.toPhysician(physicianId), expected),
                "/facilities/" + facilityId + "/physicians/" + physicianId,
                PhysicianAnswer::of,
                FacilityPhysician::version);
    }

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readPhysician",
            summary = "Read a physician",
            extensions = @Extension(name = "x-saisei-order", value = "113", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The physician; ETag is the version",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PhysicianAnswer.class),
                            examples = @ExampleObject(name = "physician", value = FacilityExamples.PHYSICIAN_ANSWER)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @PathParam("facilityId") @Parameter(example = "F-TOKYO-01") String facilityId,
            @PathParam("physicianId") @Parameter(example = "DR-0001") String physicianId) {
        var actor = caller.get();
        check(actor, facilityId, physicianId);
        var physician = facilities.physician(facilityId, physicianId).orElse(null);
        if (physician == null) {
            return Answers.problem(Problem.notFound());
        }
        audit.read(actor, "readPhysician", "physician", null, List.of(facilityId + "/" + physicianId));
        return Answers.toResponse(
                Answer.ok(PhysicianAnswer.of(physician, List.of())).version(physician.version()));
    }

    private static void check(Actor actor, String facilityId, String physicianId) {
        FacilityAccess.check(actor, facilityId);
        if (!physicianId.matches(Codes.IDENTIFIER)) {
            throw new ProblemException(Problem.notFound());
        }
    }
}
