package org.saisei.kit.audit.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
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
import org.saisei.kit.audit.seal.SealState;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;

/** The last seal, for whoever keeps it where nobody who may rewrite the database can take it back. */
@Path("/audit/head")
@Tag(name = "Audit trail")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
class AuditHeadResource {
    private static final String EXAMPLE = """
            {"number": 4711, "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "origin": "7423301842291839021/00000001/16384/16547/1795311600117301", "rows": 182044,
             "sealedAt": "2026-11-22T03:00:04.120394Z", "unsealed": 3}""";

    private final CurrentActor caller;
    private final AuditTrail audit;
    private final SealState state;

    AuditHeadResource(CurrentActor caller, AuditTrail audit, SealState state) {
        this.caller = caller;
        this.audit = audit;
        this.state = state;
    }

    @Schema(name = "AuditHead")
    record Told(
            @Schema(description = "Of the last block; 0 before the first", required = true)
            long number,

            @Schema(
                    description = "Of the last block, SHA-256 in hexadecimal digits; zeros before the first",
                    required = true)
            String hash,

            @Schema(
                    description = "Where it was made: server, its timeline, database, table, start of the server",
                    required = true)
            String origin,

            @Schema(description = "Sealed in all blocks", required = true)
            long rows,

            @Schema(description = "By the database's clock; absent before the first block") @Nullable
            Instant sealedAt,

            @Schema(description = "Rows that no block seals yet, counted up to 100,000", required = true)
            long unsealed) {}

    @GET
    @RolesAllowed({Role.Names.REGISTRAR, Role.Names.OPERATOR})
    @Operation(
            operationId = "readAuditHead",
            summary = "The last seal of this service's audit trail",
            description =
                    "Keep it where nobody who may rewrite the database can reach: audit-verify --heads proves against"
                            + " it that the trail up to there is still the one that was.",
            extensions = @Extension(name = "x-saisei-order", value = "910", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The last block",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Told.class),
                            examples = @ExampleObject(name = "head", value = EXAMPLE)))
    @APIResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
    public Response read() {
        audit.read(caller.get(), "readAuditHead", "audit", null, List.of());
        var last = state.last();
        return Answers.toResponse(Answer.ok(
                new Told(last.number(), last.hash(), last.origin(), last.rows(), last.sealedAt(), last.unsealed())));
    }
}
