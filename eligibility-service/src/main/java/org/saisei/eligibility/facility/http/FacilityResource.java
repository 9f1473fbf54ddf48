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
import org.saisei.eligibility.facility.Facility;
import org.saisei.eligibility.facility.FacilityOutcome;
import org.saisei.eligibility.facility.StateFacility;
import org.saisei.eligibility.facility.http.FacilityAnswers.FacilityAnswer;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Preconditions;
import org.saisei.kit.http.Preconditions.Expected;
import org.saisei.kit.problem.Problem;

@Path("/facilities/{facilityId}")
@Tag(name = "Facilities", description = "施設: facilities, physicians, accreditation")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class FacilityResource {
    private final CurrentActor caller;
    private final Facilities facilities;
    private final StateFacility stateFacility;
    private final AuditTrail audit;

    FacilityResource(CurrentActor caller, Facilities facilities, StateFacility stateFacility, AuditTrail audit) {
        this.caller = caller;
        this.facilities = facilities;
        this.stateFacility = stateFacility;
        this.audit = audit;
    }

    @PUT
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "stateFacility",
            summary = "State a facility's name and attestations",
            description = "Replaces the whole statement. Send If-None-Match: * the first time, If-Match from then on.",
            extensions = @Extension(name = "x-saisei-order", value = "110", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FacilityRequest.class),
                            examples = @ExampleObject(name = "facility", value = FacilityExamples.FACILITY)))
    @APIResponse(
            responseCode = "201",
            description = "Created; ETag is the version",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FacilityAnswer.class),
                            examples = @ExampleObject(name = "facility", value = FacilityExamples.FACILITY_ANSWER)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FacilityAnswer.class)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "412", ref = "#/components/responses/Stale")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    @APIResponse(responseCode = "428", ref = "#/components/responses/PreconditionRequired")
    public Response put(
            @PathParam("facilityId") @Parameter(example = "F-TOKYO-01") String facilityId,
            @HeaderParam("If-Match") @Parameter(in = ParameterIn.HEADER) @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Parameter(in = ParameterIn.HEADER, example = "*") @Nullable
                    String ifNoneMatch,
            @NotNull @Valid FacilityRequest request) {
        var actor = caller.get();
        FacilityAccess.check(actor, facilityId);
        return Answers.toResponse(
                switch (Preconditions.parse(ifMatch, ifNoneMatch)) {
                    case Expected.Missing m -> Answer.problem(Preconditions.missing());
                    case Expected.Unmatchable u -> Answer.problem(Preconditions.stale());
                    case Expected.Create c ->
                        answer(
                                facilityId,
                                stateFacility.state(
                                        actor,
                                        facilityId,
                                        request.name(),
                                        request.toAttestations(),
                                        request.toLinks(),
                                        null));
                    case Expected.Version(var number) ->
                        answer(
                                facilityId,
                                stateFacility.state(
                                        actor,
                                        facilityId,
                                        request.name(),
                                        request.toAttestations(),
                                        request.toLinks(),
                                        number));
                });
    }

    private static Answer answer(String facilityId, FacilityOutcome<Facility> outcome) {
        return Outcomes.answer(outcome, "/facilities/" + facilityId, FacilityAnswer::of, Facility::version);
    }

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readFacility",
            summary = "Read a facility",
            extensions = @Extension(name = "x-saisei-order", value = "111", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The facility; ETag is the version",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FacilityAnswer.class),
                            examples = @ExampleObject(name = "facility", value = FacilityExamples.FACILITY_ANSWER)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(@PathParam("facilityId") @Parameter(example = "F-TOKYO-01") String facilityId) {
        var actor = caller.get();
        FacilityAccess.check(actor, facilityId);
        var facility = facilities.find(facilityId).orElse(null);
        if (facility == null) {
            return Answers.problem(Problem.notFound());
        }
        audit.read(actor, "readFacility", "facility", null, List.of(facilityId));
        return Answers.toResponse(
                Answer.ok(FacilityAnswer.of(facility, List.of())).version(facility.version()));
    }
}
