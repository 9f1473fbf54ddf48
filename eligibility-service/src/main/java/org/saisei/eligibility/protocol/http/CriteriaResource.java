package org.saisei.eligibility.protocol.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.ParameterValues;
import org.saisei.kit.http.Accept;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;

/** As public as the protocol: reading the criteria leaves no row in the audit trail. */
@Path("/protocols/{protocol}/criteria")
@Authenticated
@Tag(name = "Protocols")
@APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
class CriteriaResource {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final Versions versions;
    private final ParameterValues values;
    private final CriteriaSheet sheet;

    CriteriaResource(Versions versions, ParameterValues values, CriteriaSheet sheet) {
        this.versions = versions;
        this.values = values;
        this.sheet = sheet;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            operationId = "listCriteria",
            summary = "The criteria of the version in force on a day, with their citations; as JSON or as a page to"
                    + " print",
            description = "With `Accept: text/html` a page for A4 paper, in Japanese, English or both.",
            extensions = @Extension(name = "x-saisei-order", value = "102", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "The catalogue: facility, physician, patient and plan",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = CriteriaAnswer.class),
                        examples = @ExampleObject(name = "stemirac", value = ProtocolExamples.CRITERIA)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response criteria(
            @PathParam("protocol") @Parameter(example = "STEMIRAC") String protocol,
            @QueryParam("on") @Parameter(description = Versions.ON) @Nullable LocalDate on,
            @QueryParam("version") @Parameter(description = Versions.VERSION) @Nullable String version,
            @QueryParam("lang")
                    @DefaultValue("both")
                    @Pattern(regexp = "ja|en|both")
                    @Parameter(description = "Of the page; JSON has both.")
                    String lang,
            @Context HttpHeaders headers) {
        var asked = versions.find(protocol, on, version);
        var catalogue = CriteriaAnswer.of(asked.protocol(), asked.day(), values.all(asked.protocol(), asked.day()));
        var wanted = Accept.of(headers.getRequestHeader(HttpHeaders.ACCEPT))
                .best(List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML));
        if (!wanted.equals(Optional.of(MediaType.TEXT_HTML))) {
            return Response.fromResponse(Answers.toResponse(Answer.ok(catalogue)))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        return Response.ok(sheet.render(asked.protocol(), catalogue, CriteriaSheet.Language.valueOf(lang)), HTML)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", CriteriaSheet.CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
