package org.saisei.adverseevent.report.http;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.saisei.kit.problem.Problem;

/** The service's OpenAPI document: what holds for every operation. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Saisei adverse-event-service",
                        version = "1",
                        description = "What went wrong, who must know, by when.",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "bearer"),
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = "bearer",
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT"),
                        responses = {
                            @APIResponse(
                                    name = "Invalid",
                                    responseCode = "400",
                                    description =
                                            "The request is malformed, or a filter can never match; errors name the fields",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "invalid",
                                                                    value = ApiDescription.INVALID))),
                            @APIResponse(
                                    name = "Unauthorized",
                                    responseCode = "401",
                                    description = "No valid token",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Forbidden",
                                    responseCode = "403",
                                    description = "Not for this role",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "NotFound",
                                    responseCode = "404",
                                    description = "Not there, or not for you: the two look the same",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Conflict",
                                    responseCode = "409",
                                    description =
                                            "Already recorded (see Location), no draft any more, or still running",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Gone",
                                    responseCode = "410",
                                    description = "The stream cannot go on from that position",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "gone",
                                                                    value = ApiDescription.GONE))),
                            @APIResponse(
                                    name = "Stale",
                                    responseCode = "412",
                                    description = "Not at the version named in If-Match",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Refused",
                                    responseCode = "422",
                                    description =
                                            "A day lies in the future, a protocol is not known, or a code is not in the list it names; errors name the fields",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "refused",
                                                                    value = ApiDescription.REFUSED))),
                            @APIResponse(
                                    name = "PreconditionRequired",
                                    responseCode = "428",
                                    description = "Send If-Match with the version you read",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
final class ApiDescription {
    static final String INVALID = """
            {"type": "/problems/invalid-request", "title": "The request is not valid.", "status": 400,
             "errors": [{"pointer": "/suspects/0/suspect", "rule": "REQUIRED", "message": "must not be null"}]}""";

    static final String REFUSED = """
            {"type": "/problems/contradictory", "title": "The data cannot be true together.", "status": 422,
             "errors": [{"pointer": "/reaction/term/code", "rule": "UNKNOWN_TERM",
                         "message": "is not in that version of the list"}]}""";

    static final String GONE = """
            {"type": "/problems/stream-position-gone", "title": "The stream cannot go on from that position.",
             "status": 410, "detail": "It was pruned, given out before a restore, or never given out."}""";

    private ApiDescription() {}
}
