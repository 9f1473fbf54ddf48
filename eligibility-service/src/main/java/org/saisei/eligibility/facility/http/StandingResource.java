package org.saisei.eligibility.facility.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.facility.AccreditationLookup;
import org.saisei.eligibility.facility.Facilities;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.time.RegulatoryDays;

@Path("/facilities/{facilityId}/accreditations")
@Tag(name = "Facilities")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class StandingResource {
    private final CurrentActor caller;
    private final Facilities facilities;
    private final ProtocolCatalogue protocols;
    private final AccreditationLookup lookup;
    private final AuditTrail audit;
    private final InstantSource clock;

    StandingResource(
            CurrentActor caller,
            Facilities facilities,
            ProtocolCatalogue protocols,
            AccreditationLookup lookup,
            AuditTrail audit,
            InstantSource clock) {
        this.caller = caller;
        this.facilities = facilities;
        this.protocols = protocols;
        this.lookup = lookup;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Path("/{protocol}/standing")
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readAccreditationStanding",
            summary = "How a facility's accreditation stands on a day, past or to come",
            description =
                    "The accreditation that counts on the day, its state, the requirements not met or unknown and the"
                            + " responsible physicians on it: what an assessment of that day goes by. A lapse that the record"
                            + " foresees is among it.",
            extensions = @Extension(name = "x-saisei-order", value = "125", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "As far as the record tells now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StandingAnswer.class),
                            examples = @ExampleObject(name = "standing", value = LifeExamples.STANDING_ANSWER)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response standing(
            @PathParam("facilityId") @Parameter(example = "F-TOKYO-01") String facilityId,
            @PathParam("protocol") @Parameter(example = "STEMIRAC") String protocol,
            @QueryParam("on")
                    @Parameter(example = "2026-04-02", description = "A day from 1900 to 2199; today if left out.")
                    @Nullable
                    LocalDate on) {
        var actor = caller.get();
        FacilityAccess.check(actor, facilityId);
        if (!actor.mayTouch(protocol)) {
            return Answers.problem(Problem.forbidden("It is limited to other protocols."));
        }
        if (facilities.find(facilityId).isEmpty() || !protocols.knows(protocol)) {
            return Answers.problem(Problem.notFound());
        }
        var day = on == null ? RegulatoryDays.today(clock) : on;
        var version = protocols.inForce(protocol, day).orElse(null);
        if (version == null) {
            return Answers.problem(
                    Problem.invalid("query:on", "OUT_OF_RANGE", "is before the protocol's first version took effect"));
        }
        var standing = lookup.standing(facilityId, version, day);
        var shown = standing.accreditation().accreditationId();
        audit.read(
                actor,
                "readAccreditationStanding",
                "accreditation",
                protocol + " " + day,
                shown == null ? List.of() : List.of(shown));
        return Answers.toResponse(Answer.ok(StandingAnswer.of(facilityId, version, day, standing)));
    }
}
