package org.saisei.eligibility.assessment.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.Assessment;
import org.saisei.eligibility.assessment.Assessments;
import org.saisei.eligibility.assessment.ReassessUnderVersion;
import org.saisei.eligibility.assessment.ReplayAssessment;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.problem.FieldError;
import org.saisei.kit.problem.Problem;

@Path("/assessments/{assessmentId}/replay")
@Tag(name = "Assessments")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
class ReplayResource {
    private final CurrentActor caller;
    private final Assessments assessments;
    private final ReplayAssessment replayAssessment;
    private final ReassessUnderVersion reassessUnderVersion;
    private final AuditTrail audit;

    ReplayResource(
            CurrentActor caller,
            Assessments assessments,
            ReplayAssessment replayAssessment,
            ReassessUnderVersion reassessUnderVersion,
            AuditTrail audit) {
        this.caller = caller;
        this.assessments = assessments;
        this.replayAssessment = replayAssessment;
        this.reassessUnderVersion = reassessUnderVersion;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "replayAssessment",
            summary = "Judge an assessment again from what was kept with it",
            description = "Under the same protocol version, with the same inputs, and by exactly the criteria that were"
                    + " judged then. With ?as=, what would change under that version of the protocol: by its"
                    + " criteria, and its parameters as they are on the assessment's day. Changes nothing. An"
                    + " assessment decided under a version that this release no longer carries can be read, and"
                    + " judged as another version, but not again under its own.",
            extensions = @Extension(name = "x-saisei-order", value = "123", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "What it comes to, and whether that is what was kept; with ?as=, what would change",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {ReplayAnswer.class, ReplayAnswer.UnderVersion.class}),
                            examples = {
                                @ExampleObject(name = "replay", value = AssessmentExamples.REPLAY),
                                @ExampleObject(name = "underVersion", value = AssessmentExamples.UNDER_VERSION)
                            }))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    @APIResponse(
            responseCode = "409",
            description = "This release does not carry the protocol version that it was decided under",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples =
                                    @ExampleObject(
                                            name = "versionNotCarried",
                                            value = AssessmentExamples.VERSION_NOT_CARRIED)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Refused")
    public Response replay(
            @PathParam("assessmentId") @Parameter(example = "01958c7e-4b00-7000-8000-000000000002") UUID assessmentId,
            @QueryParam("as")
                    @Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")
                    @Parameter(description = "A version of the assessment's protocol.")
                    @Nullable
                    String as) {
        var actor = caller.get();
        var assessment = AssessmentAccess.visible(assessments, actor, assessmentId);
        audit.read(
                actor,
                "replayAssessment",
                "assessment",
                as == null ? null : "as=" + as,
                List.of(assessmentId.toString(), assessment.candidateId()));
        return Answers.toResponse(as == null ? again(assessment) : under(assessment, as));
    }

    private Answer again(Assessment assessment) {
        return switch (replayAssessment.replay(assessment)) {
            case ReplayAssessment.Outcome.Replayed replayed -> Answer.ok(ReplayAnswer.of(assessment, replayed));
            case ReplayAssessment.Outcome.VersionNotCarried v -> Answer.problem(notCarried(assessment));
        };
    }

    private Answer under(Assessment assessment, String version) {
        return switch (reassessUnderVersion.reassess(assessment, version)) {
            case ReassessUnderVersion.Outcome.Reassessed reassessed ->
                Answer.ok(ReplayAnswer.UnderVersion.of(assessment, reassessed));
            case ReassessUnderVersion.Outcome.UnknownVersion u ->
                Answer.problem(Problem.invalid("query:as", "UNKNOWN_VERSION", "is no version of the protocol"));
            case ReassessUnderVersion.Outcome.UnknownStage u ->
                Answer.problem(Problem.contradictory(List.of(new FieldError(
                        "query:as", "UNKNOWN_STAGE", "the version does not assess at the assessment's stage"))));
        };
    }

    private static Problem notCarried(Assessment assessment) {
        return Problem.of(
                409,
                "protocol-version-not-carried",
                "This release does not carry the protocol version of the assessment.",
                "It was decided under " + assessment.protocol() + " version " + assessment.protocolVersion()
                        + ", which this release cannot judge by; a release that carries it can. What was kept can be"
                        + " read.");
    }
}
