package org.saisei.eligibility.facility.http;

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
import java.time.InstantSource;
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
import org.saisei.eligibility.facility.AccreditFacility;
import org.saisei.eligibility.facility.AccreditFacility.Outcome;
import org.saisei.eligibility.facility.Accreditations;
import org.saisei.eligibility.facility.Facilities;
import org.saisei.eligibility.facility.http.FacilityAnswers.AccreditationAnswer;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Codes;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.idempotency.Idempotency;
import org.saisei.kit.problem.Problem;
import org.saisei.kit.time.RegulatoryDays;

@Path("/facilities/{facilityId}/accreditations")
@Tag(name = "Facilities")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class AccreditationResource {
    private final CurrentActor caller;
    private final Facilities facilities;
    private final Accreditations accreditations;
    private final AccreditFacility accreditFacility;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final InstantSource clock;

    AccreditationResource(
            CurrentActor caller,
            Facilities facilities,
            Accreditations accreditations,
            AccreditFacility accreditFacility,
            Idempotency idempotency,
            AuditTrail audit,
            InstantSource clock) {
        this.caller = caller;
        this.facilities = facilities;
        this.accreditations = accreditations;
        this.accreditFacility = accreditFacility;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "accreditFacility",
            summary = "Decide on a facility's accreditation under a protocol",
            description =
                    "Judges the protocol's facility requirements as of the first day. REFUSED if one is not met or is"
                            + " unknown; kept and published either way. Being ACCREDITED takes the place of earlier"
                            + " accreditations under the protocol from the first day on: one that began before ends on"
                            + " the day before, one that would begin later is WITHDRAWN; a suspension or withdrawal that"
                            + " was announced of them for that day or later no longer counts. An accreditation is in force"
                            + " only as long as the facility's record shows its requirements to be met: on the first day"
                            + " on which one is known not to be, it has LAPSED, and only a new accreditation helps.",
            extensions = @Extension(name = "x-saisei-order", value = "114", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationRequest.class),
                            examples = @ExampleObject(name = "accreditation", value = FacilityExamples.ACCREDITATION)))
    @APIResponse(
            responseCode = "201",
            description = "Decided, whatever the decision",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationAnswer.class),
                            examples =
                                    @ExampleObject(
                                            name = "accreditation",
                                            value = FacilityExamples.ACCREDITATION_ANSWER)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response post(
            @PathParam("facilityId") @Parameter(example = "F-TOKYO-01") String facilityId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(in = ParameterIn.HEADER, required = true, example = "acc-2026-001")
                    @Nullable
                    String key,
            @NotNull @Valid AccreditationRequest request) {
        var actor = caller.get();
        FacilityAccess.check(actor, facilityId);
        if (!actor.mayTouch(request.protocol())) {
            return Answers.problem(Problem.forbidden("It is limited to other protocols."));
        }
        return idempotency.answer(
                "accreditFacility",
                key,
                request,
                () -> answer(facilityId, accreditFacility.accredit(actor, request.toRequest(facilityId))));
    }

    private Answer answer(String facilityId, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided(var accreditation) ->
                Answer.created(
                        location(facilityId, accreditation.terms().accreditationId()),
                        AccreditationAnswer.of(accreditation, RegulatoryDays.today(clock)));
            case Outcome.AlreadyRecorded(var id) -> Answer.alreadyRecorded(location(facilityId, id));
            case Outcome.UnknownFacility u -> Answer.problem(Problem.notFound());
            case Outcome.Invalid(var fault) -> Answer.problem(Problem.invalid(Outcomes.errors(List.of(fault))));
            case Outcome.Contradictory(var fault) ->
                Answer.problem(Problem.contradictory(Outcomes.errors(List.of(fault))));
        };
    }

    static String location(String facilityId, UUID accreditationId) {
        return "/facilities/" + facilityId + "/accreditations/" + accreditationId;
    }

    /** A page as {@link Page} is written, for the API's description. */
    record AccreditationPage(
            List<AccreditationAnswer> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "listAccreditations",
            summary = "A facility's accreditation decisions and what became of them, oldest first",
            extensions = @Extension(name = "x-saisei-order", value = "115", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "accreditations",
                                            value = FacilityExamples.ACCREDITATIONS_ANSWER)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response list(
            @PathParam("facilityId") @Parameter(example = "F-TOKYO-01") String facilityId,
            @QueryParam("documentNumber") @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Nullable String documentNumber,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var actor = caller.get();
        FacilityAccess.check(actor, facilityId);
        if (facilities.find(facilityId).isEmpty()) {
            return Answers.problem(Problem.notFound());
        }
        var read =
                accreditations.list(facilityId, documentNumber, actor.protocols(), Cursor.decodeId(after), limit + 1);
        var page = Page.of(
                read,
                limit,
                accreditation -> accreditation.terms().accreditationId().toString());
        var today = RegulatoryDays.today(clock);
        var items = page.items().stream()
                .map(accreditation -> AccreditationAnswer.of(accreditation, today))
                .toList();
        audit.read(
                actor,
                "listAccreditations",
                "accreditation",
                "documentNumber=" + AuditTrail.given(documentNumber),
                items.stream().map(item -> item.accreditationId().toString()).toList());
        return Answers.toResponse(Answer.ok(new Page<>(items, page.next())));
    }

    @GET
    @Path("/{accreditationId}")
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readAccreditation",
            summary = "Read one accreditation decision and what became of it",
            extensions = @Extension(name = "x-saisei-order", value = "116", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The decision, with its verdicts",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccreditationAnswer.class),
                            examples =
                                    @ExampleObject(
                                            name = "accreditation",
                                            value = FacilityExamples.ACCREDITATION_ANSWER)))
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @PathParam("facilityId") @Parameter(example = "F-TOKYO-01") String facilityId,
            @PathParam("accreditationId") @Parameter(example = "01958c7e-4b00-7000-8000-000000000001")
                    UUID accreditationId) {
        var actor = caller.get();
        FacilityAccess.check(actor, facilityId);
        var accreditation = accreditations.find(facilityId, accreditationId).orElse(null);
        if (accreditation == null || !actor.mayTouch(accreditation.terms().protocol())) {
            return Answers.problem(Problem.notFound());
        }
        audit.read(actor, "readAccreditation", "accreditation", null, List.of(accreditationId.toString()));
        return Answers.toResponse(Answer.ok(AccreditationAnswer.of(accreditation, RegulatoryDays.today(clock))));
    }
}
