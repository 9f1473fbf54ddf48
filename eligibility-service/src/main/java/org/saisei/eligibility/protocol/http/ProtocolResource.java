package org.saisei.eligibility.protocol.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import org.saisei.eligibility.protocol.ParameterValues;
import org.saisei.eligibility.protocol.ProtocolCatalogue;
import org.saisei.eligibility.protocol.http.ProtocolAnswers.Full;
import org.saisei.eligibility.protocol.http.ProtocolAnswers.Summary;
import org.saisei.eligibility.protocol.http.ProtocolAnswers.SummaryPage;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Page;

/** Open to every role: a protocol is a public document, so reading it leaves no row in the audit trail. */
@Path("/protocols")
@Authenticated
@Tag(name = "Protocols", description = "実施計画 / ガイドライン")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
class ProtocolResource {
    private final ProtocolCatalogue protocols;
    private final ProtocolFacts statedByOperator;
    private final Versions versions;
    private final ParameterValues values;

    ProtocolResource(
            ProtocolCatalogue protocols, ProtocolFacts statedByOperator, Versions versions, ParameterValues values) {
        this.protocols = protocols;
        this.statedByOperator = statedByOperator;
        this.versions = versions;
        this.values = values;
    }

    @GET
    @Operation(
            operationId = "listProtocols",
            summary = "Every version of every protocol",
            extensions = @Extension(name = "x-saisei-order", value = "100", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "All of them; there is no further page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SummaryPage.class),
                            examples = @ExampleObject(name = "protocols", value = ProtocolExamples.PROTOCOLS)))
    public Response list() {
        List<Summary> all = protocols.all().stream().map(Summary::of).toList();
        return Answers.toResponse(Answer.ok(new Page<>(all, null)));
    }

    @GET
    @Path("/{protocol}")
    @Operation(
            operationId = "readProtocol",
            summary = "The version in force on a day: stages, facts, parameters",
            extensions = @Extension(name = "x-saisei-order", value = "101", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The protocol",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Full.class),
                            examples = @ExampleObject(name = "stemirac", value = ProtocolExamples.PROTOCOL)))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response get(
            @PathParam("protocol") @Parameter(example = "STEMIRAC") String protocol,
            @QueryParam("on") @Parameter(description = Versions.ON) @Nullable LocalDate on,
            @QueryParam("version") @Parameter(description = Versions.VERSION) @Nullable String version) {
        var asked = versions.find(protocol, on, version);
        var stated = statedByOperator.facts().getOrDefault(protocol, Map.of());
        return Answers.toResponse(
                Answer.ok(Full.of(asked.protocol(), stated, values.all(asked.protocol(), asked.day()))));
    }
}
