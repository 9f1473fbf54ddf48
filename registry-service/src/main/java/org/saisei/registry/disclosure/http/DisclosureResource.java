package org.saisei.registry.disclosure.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.problem.Problem;
import org.saisei.registry.disclosure.Access;
import org.saisei.registry.disclosure.Holdings;
import org.saisei.registry.disclosure.http.DisclosureAnswer.AccessMade;
import org.saisei.registry.disclosure.http.DisclosureAnswer.AccessPage;
import org.saisei.registry.disclosure.http.DisclosureAnswer.CorrectionHeld;
import org.saisei.registry.disclosure.http.DisclosureAnswer.Elsewhere;
import org.saisei.registry.disclosure.http.DisclosureAnswer.IdentityHeld;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.erasure.Erasure;
import org.saisei.registry.erasure.Erasures;
import org.saisei.registry.erasure.Retention;
import org.saisei.registry.identity.IdentityStore;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.treatment.Corrections;

@Path("/subjects/{subjectId}/disclosure")
@Tag(name = "Disclosure", description = "開示: what is held on a patient, for the patient")
class DisclosureResource {
    private static final int ACCESSES = 500;
    private static final String ELIGIBILITY = "eligibility-service";
    private static final String ADVERSE_EVENT = "adverse-event-service";

    private final CurrentActor caller;
    private final Subjects subjects;
    private final IdentityStore identities;
    private final Erasures erasures;
    private final Retention retention;
    private final Corrections corrections;
    private final Holdings holdings;
    private final AuditTrail audit;
    private final InstantSource clock;

    DisclosureResource(
            CurrentActor caller,
            Subjects subjects,
            IdentityStore identities,
            Erasures erasures,
            Retention retention,
            Corrections corrections,
            Holdings holdings,
            AuditTrail audit,
            InstantSource clock) {
        this.caller = caller;
        this.subjects = subjects;
        this.identities = identities;
        this.erasures = erasures;
        this.retention = retention;
        this.corrections = corrections;
        this.holdings = holdings;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.Names.HOSPITAL)
    @Operation(
            operationId = "disclose",
            summary = "Everything held in this service on one of your patients, and who has read it here",
            description =
                    "For the treating facility, to answer a patient who asks. Holds the identity, every record with"
                            + " all its versions, corrections with their reasons, and who wrote and read (500 a page, the oldest"
                            + " first). This reading is recorded too, and is in the next disclosure. Of the other services it"
                            + " holds nothing: under elsewhere stand the numbers by which they know the patient, and for each"
                            + " the requests that show what is held there and who has read it, and who may send them.",
            extensions = @Extension(name = "x-saisei-order", value = "262", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "All that is held here",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DisclosureAnswer.class),
                            examples = @ExampleObject(name = "disclosure", value = DisclosureExamples.DISCLOSURE)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response disclose(
            @PathParam("subjectId") @Parameter(example = DisclosureExamples.SUBJECT_ID) String number,
            @QueryParam("after") @Nullable String after) {
        var actor = caller.get();
        var from = position(after);
        var subject = SubjectId.parse(number)
                .flatMap(subjects::find)
                .filter(one -> one.treatedBy(actor))
                .orElse(null);
        if (subject == null) {
            return Answers.problem(Problem.notFound());
        }
        audit.read(actor, "disclose", "subject", null, List.of(number));
        return Answers.toResponse(Answer.ok(disclosure(subject, from)));
    }

    private DisclosureAnswer disclosure(Subject subject, @Nullable Long after) {
        var subjectId = subject.subjectId();
        var records = holdings.records(subject);
        var accesses = Page.of(
                holdings.accesses(subjectId, after, ACCESSES + 1),
                ACCESSES,
                (Access access) -> Long.toString(access.position()));
        return new DisclosureAnswer(
                subjectId.number(),
                clock.instant(),
                identities.read(subjectId).map(IdentityHeld::of).orElse(null),
                erasures.of(subjectId).map(Erasure::erasedOn).orElse(null),
                retention.until(subject),
                records,
                corrections.of(subjectId).stream().map(CorrectionHeld::of).toList(),
                new AccessPage(accesses.items().stream().map(AccessMade::of).toList(), accesses.next()),
                elsewhere(subject, records));
    }

    private static List<Elsewhere> elsewhere(Subject subject, Map<String, List<Map<String, Object>>> records) {
        var number = subject.subjectId().number();
        var candidateId = subject.candidateId();
        var elsewhere = new LinkedHashSet<Elsewhere>();
        elsewhere.add(Elsewhere.yours(ELIGIBILITY, candidateId, "GET /assessments?candidateId=" + candidateId));
        records.getOrDefault("assessmentDecisions", List.of()).stream()
                .map(decision -> String.valueOf(decision.get("assessmentId")))
                .forEach(id -> elsewhere.add(Elsewhere.yours(ELIGIBILITY, id, "GET /assessments/" + id)));
        elsewhere.add(Elsewhere.noted(ELIGIBILITY, number));
        elsewhere.add(Elsewhere.noted(ADVERSE_EVENT, number));
        records.getOrDefault("safetyCases", List.of()).forEach(record -> elsewhere.add(reported(subject, record)));
        return List.copyOf(elsewhere);
    }

    /** Only who reported a case reads it, and registrars. */
    private static Elsewhere reported(Subject subject, Map<String, Object> record) {
        var caseId = String.valueOf(record.get("caseId"));
        var ask = "GET /cases/" + caseId;
        return record.get("content") instanceof Map<?, ?> content
                        && subject.facilityId().equals(content.get("facilityId"))
                ? Elsewhere.yours(ADVERSE_EVENT, caseId, ask)
                : Elsewhere.forRegistrars(ADVERSE_EVENT, caseId, ask);
    }

    private static @Nullable Long position(@Nullable String after) {
        var text = Cursor.decode(after);
        if (text == null) {
            return null;
        }
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw Cursor.refused();
        }
        return Long.valueOf(text);
    }
}
