package org.saisei.registry.journey.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.problem.Problem;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.journey.Journey;
import org.saisei.registry.journey.JourneyEntry;

@Path("/subjects/{subjectId}/journey")
@Tag(name = "Journey", description = "One subject from the first decision on")
class JourneyResource {
    private static final String EXAMPLE = """
            {
              "subjectId": "401273651826",
              "entries": [
                {
                  "what": "DECISION",
                  "on": "2026-04-10",
                  "recordedAt": "2026-04-10T01:02:03.120034Z",
                  "documentNumber": "ASM-2026-001",
                  "details": {
                    "assessmentId": "01958c7e-4b00-7000-8000-000000000002",
                    "decision": "ELIGIBLE",
                    "notSatisfied": [{ "criterion": "S-P8", "verdict": "OUTSIDE" }],
                    "protocolVersion": "2019-02-25",
                    "stage": "PLANNING"
                  }
                },
                {
                  "what": "ENROLMENT",
                  "on": "2026-04-11",
                  "recordedAt": "2026-04-11T02:30:00.120034Z",
                  "documentNumber": "ENR-2026-001",
                  "details": { "assessmentId": "01958c7e-4b00-7000-8000-000000000002", "reasons": [], "standing": "REGISTERED" }
                }
              ]
            }
            """;

    private final CurrentActor caller;
    private final Subjects subjects;
    private final Journey journey;
    private final AuditTrail audit;

    JourneyResource(CurrentActor caller, Subjects subjects, Journey journey, AuditTrail audit) {
        this.caller = caller;
        this.subjects = subjects;
        this.journey = journey;
        this.audit = audit;
    }

    @Schema(name = "Journey")
    record JourneyAnswer(String subjectId, List<EntryAnswer> entries) {}

    @Schema(name = "JourneyEntry")
    record EntryAnswer(
            JourneyEntry.What what,

            @Schema(description = "the day it is about, in Japan")
            LocalDate on,

            Instant recordedAt,
            @Nullable String documentNumber,
            Map<String, Object> details) {

        static EntryAnswer of(JourneyEntry entry) {
            return new EntryAnswer(
                    entry.what(),
                    entry.on(),
                    entry.recordedAt(),
                    entry.documentNumber(),
                    new TreeMap<>(entry.details()));
        }
    }

    @GET
    @RolesAllowed({Role.Names.HOSPITAL, Role.Names.REGISTRAR})
    @Operation(
            operationId = "readJourney",
            summary = "Everything known of one subject, by day",
            description =
                    "Decisions, enrolment, standings, facts in all versions, plans, deviations, corrections and safety"
                            + " cases. Within a day in that order. The identity is not part of it.",
            extensions = @Extension(name = "x-saisei-order", value = "260", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The journey, whole",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = JourneyAnswer.class),
                            examples = @ExampleObject(name = "journey", value = EXAMPLE)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response read(@PathParam("subjectId") @Parameter(example = "401273651826") String number) {
        var actor = caller.get();
        var subject = SubjectId.parse(number)
                .flatMap(subjects::find)
                .filter(one -> one.visibleTo(actor))
                .orElse(null);
        if (subject == null) {
            return Answers.problem(Problem.notFound());
        }
        audit.read(actor, "readJourney", "subject", null, List.of(number));
        var entries = journey.of(subject, actor).stream().map(EntryAnswer::of).toList();
        return Answers.toResponse(Answer.ok(new JourneyAnswer(number, entries)));
    }
}
