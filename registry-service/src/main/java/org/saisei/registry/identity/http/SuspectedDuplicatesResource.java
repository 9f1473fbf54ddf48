package org.saisei.registry.identity.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Page;
import org.saisei.kit.problem.Problem;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.identity.IdentityStore;
import org.saisei.registry.identity.SubjectId;

@Path("/subjects/{subjectId}/suspected-duplicates")
@Tag(name = "Enrolment")
class SuspectedDuplicatesResource {
    private final CurrentActor caller;
    private final Subjects subjects;
    private final IdentityStore identities;
    private final ComparedPairs compared;
    private final AuditTrail audit;

    SuspectedDuplicatesResource(
            CurrentActor caller,
            Subjects subjects,
            IdentityStore identities,
            ComparedPairs compared,
            AuditTrail audit) {
        this.caller = caller;
        this.subjects = subjects;
        this.identities = identities;
        this.compared = compared;
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "listSuspectedDuplicates",
            summary = "A masked comparison with those who may be the same patient",
            description =
                    "Enrolments under the same protocol, at whatever facility, whose name in kana and birth date are the same,"
                            + " or at the same facility the record number, but for how they are written; as it stands now,"
                            + " and seen from either of the two. What an enrolment recorded as suspected stays, also when one"
                            + " of the two is erased since. Of each particular a part is shown (of names the first character, of birth dates the year, of record numbers the last"
                            + " two characters), and whether the whole values are equal. Each reading is recorded with both"
                            + " numbers. One page holds all.",
            extensions = @Extension(name = "x-saisei-order", value = "264", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "All pairs",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SuspectedDuplicateAnswer.InPage.class),
                            examples = @ExampleObject(name = "pairs", value = SuspectedDuplicateAnswer.EXAMPLE)))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response list(@PathParam("subjectId") @Parameter(example = "401273651826") String number) {
        var actor = caller.get();
        var subject = SubjectId.parse(number)
                .flatMap(subjects::find)
                .filter(one -> one.visibleTo(actor))
                .orElse(null);
        if (subject == null) {
            return Answers.problem(Problem.notFound());
        }
        var others = suspected(subject);
        var items =
                others.stream().map(other -> compared.answer(subject, other)).toList();
        audit.read(
                actor,
                "listSuspectedDuplicates",
                "identity",
                null,
                Stream.concat(Stream.of(subject), others.stream())
                        .map(one -> one.subjectId().number())
                        .toList());
        return Answers.toResponse(Answer.ok(new Page<>(items, null)));
    }

    private List<Subject> suspected(Subject subject) {
        return Stream.of(
                        identities.alike(subject.subjectId()),
                        subject.suspectedDuplicates(),
                        subjects.suspecting(subject))
                .flatMap(List::stream)
                .distinct()
                .map(subjects::find)
                .flatMap(Optional::stream)
                .filter(other -> other.protocol().equals(subject.protocol()))
                .sorted(Comparator.comparing(Subject::position))
                .toList();
    }
}
