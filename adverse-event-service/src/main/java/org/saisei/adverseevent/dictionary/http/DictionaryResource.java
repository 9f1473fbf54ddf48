package org.saisei.adverseevent.dictionary.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Dictionaries;
import org.saisei.adverseevent.dictionary.Dictionary;
import org.saisei.adverseevent.dictionary.Term;
import org.saisei.kit.http.Answer;
import org.saisei.kit.http.Answers;
import org.saisei.kit.http.Cursor;
import org.saisei.kit.http.Page;
import org.saisei.kit.problem.Problem;

/** The lists hold no patient data, so reading them is not audited. */
@Path("/dictionaries")
@Tag(name = "Dictionaries")
class DictionaryResource {
    private static final String NAME = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$";

    private final Dictionaries dictionaries;

    DictionaryResource(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    @Schema(name = "Term")
    record TermView(
            String code,
            String ja,
            String en,

            @Schema(description = "The term alone makes a case one of special interest (S-A3)")
            boolean specialInterest) {
        static TermView of(Term term) {
            return new TermView(term.reference().code(), term.ja(), term.en(), term.specialInterest());
        }
    }

    /** All lists, for the API's description. */
    record DictionaryPage(
            List<Dictionary> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    /** A page of terms, for the API's description. */
    record TermPage(
            List<TermView> items,

            @Nullable @Schema(nullable = true, description = Page.NEXT)
            String next) {}

    @GET
    @Authenticated
    @Operation(
            operationId = "listDictionaries",
            summary = "The lists of terms held here",
            description = "MedDRA is licensed and not shipped; `SAISEI-TRIAL` has made-up codes of the same shape.",
            extensions = @Extension(name = "x-saisei-order", value = "300", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "Every version of every list",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DictionaryPage.class),
                            example = """
                                    {"items": [{"dictionary": "SAISEI-TRIAL", "version": "1.0", \
                                    "origin": "Made-up codes …", "terms": 23}], "next": null}"""))
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    public Response list() {
        return Answers.toResponse(Answer.ok(new Page<>(dictionaries.all(), null)));
    }

    @GET
    @Path("/{dictionary}/{version}/terms")
    @Authenticated
    @Operation(
            operationId = "listTerms",
            summary = "The terms of one version of a list, by code",
            extensions = @Extension(name = "x-saisei-order", value = "301", parseValue = true))
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TermPage.class),
                            example = """
                                    {"items": [{"code": "ST-0001", "ja": "紅斑", "en": "Erythema", \
                                    "specialInterest": false}], "next": "U1QtMDAwMQ"}"""))
    @APIResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    @APIResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
    @APIResponse(responseCode = "404", ref = "#/components/responses/NotFound")
    public Response terms(
            @Parameter(example = "SAISEI-TRIAL") @PathParam("dictionary") @Pattern(regexp = NAME) String dictionary,
            @Parameter(example = "1.0") @PathParam("version") @Pattern(regexp = NAME) String version,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var position = Cursor.decode(after);
        if (position != null && !position.matches(NAME)) {
            throw Cursor.refused();
        }
        if (dictionaries.find(dictionary, version).isEmpty()) {
            return Answers.problem(Problem.notFound());
        }
        var read = dictionaries.terms(dictionary, version, position, limit + 1).stream()
                .map(TermView::of)
                .toList();
        return Answers.toResponse(Answer.ok(Page.of(read, limit, TermView::code)));
    }
}
