package org.saisei.registry.identity.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.CurrentActor;
import org.saisei.kit.access.Role;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.identity.SuspectedPairs;
import org.saisei.registry.identity.SuspectedPairs.Pair;
import org.saisei.registry.identity.SuspectedPairs.Place;

@Path("/suspected-duplicates")
@Tag(name = "Enrolment")
class AllSuspectedDuplicatesResource {
    private static final String UUID_FORM = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern PLACE = Pattern.compile(UUID_FORM + " " + UUID_FORM);

    private final CurrentActor caller;
    private final Subjects subjects;
    private final SuspectedPairs pairs;
    private final ComparedPairs compared;
    private final AuditTrail audit;

    AllSuspectedDuplicatesResource(
            CurrentActor caller, Subjects subjects, SuspectedPairs pairs, ComparedPairs compared, AuditTrail audit) {
        this.caller = caller;
        this.subjects = subjects;
        this.pairs = pairs;
        this.compared = compared;
        this.audit = audit;
    }

    @GET
    @RolesAllowed(Role.Names.REGISTRAR)
    @Operation(
            operationId = "listAllSuspectedDuplicates",
            summary = "All pairs of enrolments that may be the same patient's, compared masked",
            description =
                    "Of the protocols that you are for, at whatever facilities, as things stand now; a pair stands once,"
                            + " in the order in which the later of the two was enrolled, so that read on from the last next, it"
                            + " shows what came up since. An erased identity is like nobody's. Each reading is recorded with"
                            + " all numbers on the page.",
            extensions = @Extension(name = "x-saisei-order", value = "265", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SuspectedDuplicateAnswer.InPage.class),
                            examples = @ExampleObject(name = "pairs", value = SuspectedDuplicateAnswer.EXAMPLE)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    public Response list(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var actor = caller.get();
        var page = Page.of(
                pairs.list(actor.protocols(), place(after), limit + 1),
                limit,
                pair -> pair.place().later() + " " + pair.place().earlier());
        var items = page.items().stream()
                .map(this::answer)
                .flatMap(Optional::stream)
                .toList();
        audit.read(
                actor,
                "listAllSuspectedDuplicates",
                "identity",
                null,
                page.items().stream()
                        .flatMap(pair -> Stream.of(pair.later(), pair.earlier()))
                        .map(Object::toString)
                        .distinct()
                        .toList());
        return Answers.toResponse(Answer.ok(new Page<>(items, page.next())));
    }

    private Optional<SuspectedDuplicateAnswer> answer(Pair pair) {
        return subjects.find(pair.later())
                .flatMap(later -> subjects.find(pair.earlier()).map(earlier -> compared.answer(later, earlier)));
    }

    private static @Nullable Place place(@Nullable String after) {
        var text = Cursor.decode(after);
        if (text == null) {
            return null;
        }
        var parts = PLACE.matcher(text);
        if (!parts.matches()) {
            throw Cursor.refused();
        }
        return new Place(UUID.fromString(parts.group(1)), UUID.fromString(parts.group(2)));
    }
}
